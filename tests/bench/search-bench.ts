import { openArchive } from '../../electron/engine/open-archive.ts'
import { openForWriting } from '../../electron/engine/database/connection.ts'
import { insertCatalogued } from '../../electron/engine/importing/commit-batch.ts'
import { foundRow } from '../../electron/engine/importing/ledger.store.ts'
import { inTransaction } from '../../electron/engine/database/statement.ts'
import { announceChanged } from '../../electron/engine/documents/documents.store.ts'
import { insertImport } from '../../electron/engine/importing/imports.store.ts'
import type { AnalysedDocument } from '../../electron/engine/cataloguing/analysed-document.ts'
import type { ImportId } from '../../electron/contract/schemas.ts'
import { makeUlid } from '../../electron/engine/ids.ts'
import { createDirectReader } from '../../electron/workers/document-reader.ts'
import { readDocument } from '../../electron/workers/read-document.ts'
import { insertTag } from '../../electron/engine/tags/tags.store.ts'
import { WordBuffer } from '../../electron/engine/word-index/word-buffer.ts'
import { makeRelease, questions } from './corpus.ts'

interface Percentiles {
  readonly p50: number
  readonly p95: number
}

export interface SearchFigures {
  readonly documents: number
  readonly buildSeconds: number
  readonly openMs: number
  readonly search: Percentiles
  readonly quickFind: Percentiles
  readonly memoryMb: number
}

const round = (value: number): number => Math.round(value * 10) / 10

function percentiles(times: readonly number[]): Percentiles {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { p50: at(0.5), p95: at(0.95) }
}

/** Fills an archive through the engine's own reading and committing, without writing an original for each document. */
export async function fill(folder: string, documents: number): Promise<void> {
  const reader = createDirectReader()
  const archive = openArchive({ path: folder, ports: { now: Date.now, reader }, create: { title: 'Bench' } })
  const { catalogue } = archive.folder
  await archive.close()
  const db = openForWriting(catalogue)
  const importNumber = insertImport(db, {
    id: makeUlid(Date.now()) as ImportId,
    sources: ['bench'],
    tags: [],
    startedAt: Date.now(),
    afterwards: 'keep',
  })
  insertTag(db, 'bench')
  for (let from = 0; from < documents; from += 500) {
    const tags = (from / 500) % 2 === 0 ? ['bench'] : []
    const target = { db, importNumber, tags, now: Date.now }
    const read: (readonly [number, AnalysedDocument])[] = []
    for (let number = from; number < Math.min(documents, from + 500); number++) {
      const content = new TextEncoder().encode(makeRelease(number))
      const outcome = await readDocument({ name: `r${number}.txt`, content })
      if (!outcome.ok) throw new Error(outcome.detail)
      read.push([number, outcome.document])
    }
    inTransaction(db, () => {
      const inserted = read.map(([number, document]) => {
        const sha256 = number.toString(16).padStart(64, '0')
        const stored = { ...{ ordinal: number + 1, path: `/bench/r${number}.txt`, sha256 }, incoming: '', bytes: 3300 }
        return insertCatalogued(target, { ...foundRow, ...stored }, document)
      })
      announceChanged(db, inserted)
      const buffer = new WordBuffer()
      read.forEach(([, document], at) => buffer.add(inserted[at] ?? 0, document.words))
      buffer.write(db)
    })
  }
  db.close()
}

const prefixes = [
  'coo',
  'agree',
  'milit',
  'comm',
  'deleg',
  'tour',
  'sécu',
  'acco',
  'التع',
  'الات',
  'r12',
  'coopertion',
  'press',
  'ben',
  'climat',
]

/** Times questions and quick find over an archive of so many made-up releases. */
export async function measureSearch(folder: string, documents: number): Promise<SearchFigures> {
  const building = performance.now()
  await fill(folder, documents)
  const buildSeconds = round((performance.now() - building) / 1000)
  const opening = performance.now()
  const archive = openArchive({ path: folder, ports: { now: Date.now, reader: createDirectReader() } })
  const ask = (text: string) =>
    archive.call('search.run', { text, sort: 'relevance', offset: 0, limit: 50, facets: true, snippets: true })
  await ask('cooperation')
  const openMs = Math.round(performance.now() - opening)
  const times: number[] = []
  for (let round = 0; round < 3; round++) {
    for (const question of questions) {
      const started = performance.now()
      await ask(question)
      if (round > 0) times.push(performance.now() - started)
    }
  }
  await archive.call('search.suggest', { text: 'warm', limit: 10 })
  const quick: number[] = []
  for (let round = 0; round < 4; round++) {
    for (const text of prefixes) {
      const started = performance.now()
      await archive.call('search.suggest', { text, limit: 10 })
      quick.push(performance.now() - started)
    }
  }
  const memoryMb = Math.round(process.memoryUsage().rss / 2 ** 20)
  await archive.close()
  return { documents, buildSeconds, openMs, search: percentiles(times), quickFind: percentiles(quick), memoryMb }
}
