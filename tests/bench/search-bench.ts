import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { openArchive } from '../../electron/engine/open-archive.ts'
import { createDirectReader } from '../../electron/workers/direct-reader.ts'
import { questions } from './corpus.ts'

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

/** Fills the archive in a process of its own, so that the memory of that is not counted. */
function fill(folder: string, documents: number): void {
  const script = path.join(import.meta.dirname, 'fill-archive.ts')
  const { status } = spawnSync(process.execPath, [script, folder, String(documents)], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The archive could not be filled.')
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

/** Times questions and quick find over an archive of so many made-up releases; one that exists already is not filled again. */
export async function measureSearch(folder: string, documents: number): Promise<SearchFigures> {
  const building = performance.now()
  if (!existsSync(folder)) fill(folder, documents)
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
