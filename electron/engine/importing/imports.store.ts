import { ArchiveError } from '../../contract/errors.ts'
import type { ImportId, ImportProgress } from '../../contract/schemas.ts'
import type { ImportState } from '../../contract/vocabulary.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'

interface ImportRow {
  readonly number: number
  readonly id: ImportId
  readonly state: ImportState
  readonly sources: string
  readonly tags: string
  readonly started_at: number
  readonly finished_at: number | null
  readonly found: number
  readonly walked: 0 | 1
  readonly imported: number
  readonly duplicates: number
  readonly refused: number
  readonly failed: number
  readonly unchanged: number
  readonly failure: string | null
  readonly afterwards: Afterwards
}

/** What becomes of a source whose original is safe: it stays, or it is removed once the original was read back and found whole. */
export type Afterwards = 'keep' | 'remove'

export interface NewImport {
  readonly id: ImportId
  readonly sources: readonly string[]
  readonly tags: readonly string[]
  readonly startedAt: number
  readonly afterwards: Afterwards
}

/** Answers the import's number. */
export function insertImport(db: WriteDb, row: NewImport): number {
  const { lastInsertRowid } = statement<[string, string, string, number, string]>(
    db,
    "INSERT INTO import (id, state, sources, tags, started_at, afterwards) VALUES (?, 'running', ?, ?, ?, ?)",
  ).run(row.id, JSON.stringify(row.sources), JSON.stringify(row.tags), row.startedAt, row.afterwards)
  return Number(lastInsertRowid)
}

/** Writes how far an import has come. Throws `import-not-found`. */
export function updateImport(db: WriteDb, number: number, progress: ImportProgress): void {
  const { changes } = statement(
    db,
    `UPDATE import SET state = @state, finished_at = @finishedAt, found = @found, walked = @walked, imported = @imported,
       duplicates = @duplicates, refused = @refused, failed = @failed, unchanged = @unchanged, failure = @failure WHERE number = @number`,
  ).run({
    number,
    state: progress.state,
    finishedAt: progress.finishedAt ?? null,
    found: progress.found,
    walked: progress.walked ? 1 : 0,
    imported: progress.imported,
    duplicates: progress.duplicates,
    refused: progress.refused,
    failed: progress.failed,
    unchanged: progress.unchanged,
    failure: progress.failure === undefined ? null : JSON.stringify(progress.failure),
  })
  if (changes !== 1) throw new ArchiveError('import-not-found', `No import has number ${number}.`, { number })
}

function toProgress(row: ImportRow): ImportProgress {
  const seconds = row.finished_at === null ? 0 : (row.finished_at - row.started_at) / 1000
  const done = row.imported + row.duplicates + row.refused + row.failed + row.unchanged
  return {
    id: row.id,
    state: row.state,
    sources: JSON.parse(row.sources) as string[],
    startedAt: row.started_at,
    ...(row.finished_at === null ? {} : { finishedAt: row.finished_at }),
    found: row.found,
    walked: row.walked === 1,
    imported: row.imported,
    duplicates: row.duplicates,
    refused: row.refused,
    failed: row.failed,
    stored: 0,
    unchanged: row.unchanged,
    filesPerSecond: seconds > 0 ? done / seconds : 0,
    ...(row.failure === null ? {} : { failure: JSON.parse(row.failure) as { code: string; message: string } }),
  }
}

/** Throws `import-not-found`. */
export function getImport(db: ReadDb, id: ImportId): ImportProgress {
  return toProgress(getImportRow(db, id))
}

/** Throws `import-not-found`. */
export function getImportNumber(db: ReadDb, id: ImportId): number {
  return getImportRow(db, id).number
}

function getImportRow(db: ReadDb, id: ImportId): ImportRow {
  const row = statement<[string], ImportRow>(db, 'SELECT * FROM import WHERE id = ?').get(id)
  if (row === undefined) throw new ArchiveError('import-not-found', `No import has the id ${id}.`, { id })
  return row
}

/** Imports from the newest to the oldest. */
export function listImports(db: ReadDb, limit: number): ImportProgress[] {
  return statement<[number], ImportRow>(db, 'SELECT * FROM import ORDER BY number DESC LIMIT ?')
    .all(limit)
    .map(toProgress)
}

/** An import as its row has it: what it takes to go on with it. */
export interface UnfinishedImport {
  readonly number: number
  readonly progress: ImportProgress
  readonly tags: readonly string[]
  readonly afterwards: Afterwards
}

const toUnfinished = (row: ImportRow): UnfinishedImport => ({
  number: row.number,
  progress: toProgress(row),
  tags: JSON.parse(row.tags) as string[],
  afterwards: row.afterwards,
})

/** Imports that the program's end, or a fault of the disk, kept from coming to theirs; oldest first. */
export function unfinishedImports(db: ReadDb): UnfinishedImport[] {
  return statement<[], ImportRow>(db, "SELECT * FROM import WHERE state IN ('running', 'interrupted') ORDER BY number")
    .all()
    .map(toUnfinished)
}

/** Everything that the import is to take in is in its ledger: there is nothing to walk through. */
export function markWalked(db: WriteDb, number: number): void {
  statement<[number]>(db, 'UPDATE import SET walked = 1 WHERE number = ?').run(number)
}

/** Throws `import-not-found`. */
export function getUnfinished(db: ReadDb, id: ImportId): UnfinishedImport {
  return toUnfinished(getImportRow(db, id))
}
