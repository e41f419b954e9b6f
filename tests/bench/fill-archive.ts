// node fill-archive.ts FOLDER COUNT: an archive of so many made-up releases, for the bench.
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
import { createDirectReader } from '../../electron/workers/direct-reader.ts'
import { readDocument } from '../../electron/workers/read-document.ts'
import { insertTag } from '../../electron/engine/tags/tags.store.ts'
import { putInQueue } from '../../electron/engine/search/text-index.ts'
import { WordBuffer } from '../../electron/engine/word-index/word-buffer.ts'
import { makeRelease } from './corpus.ts'

/** Fills an archive through the engine's own reading and committing, without writing an original for each document. */
async function fill(folder: string, documents: number): Promise<void> {
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
      putInQueue(db, inserted)
      buffer.write(db)
    })
  }
  db.close()
}

const [folder = '', count = '0'] = process.argv.slice(2)
await fill(folder, Number(count))
