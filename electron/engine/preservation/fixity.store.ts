import type { DocumentId, FixityState } from '../../contract/schemas.ts'
import type { FixityOutcome } from '../../contract/vocabulary.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'

/** An original as its row describes it. */
export interface OriginalRow {
  readonly number: number
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly extension: string
}

export interface FixityCheck {
  readonly file: number
  readonly at: number
  readonly outcome: FixityOutcome
}

/** Keeps what checks found, in place of what earlier ones did. Runs in a transaction. */
export function keepChecks(db: WriteDb, checks: readonly FixityCheck[]): void {
  const keep = statement<[number, number, string]>(
    db,
    'INSERT OR REPLACE INTO fixity_check (file, checked_at, outcome) VALUES (?, ?, ?)',
  )
  for (const { file, at, outcome } of checks) keep.run(file, at, outcome)
}

// What an import took in was hashed then: that was the first check.
const lastCheck = 'coalesce(fixity_check.checked_at, document.imported_at)'
const originals = `FROM file JOIN document ON document.number = file.document
  LEFT JOIN fixity_check ON fixity_check.file = file.number`

/** Every original, in the order of import. */
export function allOriginals(db: ReadDb): OriginalRow[] {
  return statement<[], OriginalRow>(db, 'SELECT number, name, bytes, sha256, extension FROM file ORDER BY number').all()
}

export function countOriginals(db: ReadDb): number {
  return statement<[], number>(db, 'SELECT count(*) FROM file').pluck().get() ?? 0
}

/** Originals that were last checked before a moment, what waits longest first; at most `limit`. */
export function originalsDue(db: ReadDb, before: number, limit: number): OriginalRow[] {
  return statement<[number, number], OriginalRow>(
    db,
    `SELECT file.number AS number, name, bytes, sha256, extension ${originals} WHERE ${lastCheck} < ?
     ORDER BY ${lastCheck}, file.number LIMIT ?`,
  ).all(before, limit)
}

/** Whether a catalogue keeps what checks found; one that an older program made does not until it is opened for writing. */
const keepsChecks = (db: ReadDb): boolean =>
  statement<[], 1>(db, "SELECT 1 FROM sqlite_master WHERE name = 'fixity_check'").get() !== undefined

/** How far the originals were checked; `due` are those last checked before a moment. */
export function fixityState(db: ReadDb, everyDays: number, before: number): FixityState {
  if (!keepsChecks(db))
    return { originals: countOriginals(db), everyDays, due: countOriginals(db), unsound: 0, examples: [] }
  const figures = statement<[number], { originals: number; due: number | null; oldest: number | null }>(
    db,
    `SELECT count(*) AS originals, sum(${lastCheck} < ?) AS due, min(${lastCheck}) AS oldest ${originals}`,
  ).get(before)
  const examples = statement<[], FixityState['examples'][number]>(
    db,
    `SELECT document.id AS document, document.title AS title, file.name AS name, outcome, checked_at AS checkedAt
     FROM fixity_check JOIN file ON file.number = fixity_check.file JOIN document ON document.number = file.document
     WHERE outcome <> 'sound' ORDER BY checked_at DESC, file.number LIMIT 100`,
  ).all()
  const unsound =
    statement<[], number>(db, "SELECT count(*) FROM fixity_check WHERE outcome <> 'sound'").pluck().get() ?? 0
  const oldest = figures?.oldest ?? null
  return {
    ...{ originals: figures?.originals ?? 0, everyDays, due: figures?.due ?? 0, unsound, examples },
    ...(oldest === null ? {} : { oldest }),
  }
}

/** A line of the report on originals. */
export interface ReportedOriginal extends OriginalRow {
  readonly document: DocumentId
  readonly importedAt: number
  readonly checkedAt: number | null
  readonly outcome: FixityOutcome | null
}

export function reportOriginals(db: ReadDb, offset: number, limit: number): ReportedOriginal[] {
  if (!keepsChecks(db)) return reportOfChecks(db, new Map()).slice(offset, offset + limit)
  return statement<[number, number], ReportedOriginal>(
    db,
    `SELECT file.number AS number, document.id AS document, name, bytes, sha256, extension,
       document.imported_at AS importedAt, fixity_check.checked_at AS checkedAt, outcome ${originals}
     WHERE file.number IN (SELECT number FROM file ORDER BY number LIMIT ? OFFSET ?) ORDER BY file.number`,
  ).all(limit, offset)
}

/** Every original with what was found just now; works in catalogues of older programs, too. */
export function reportOfChecks(db: ReadDb, checks: ReadonlyMap<number, FixityCheck>): ReportedOriginal[] {
  const rows = statement<[], Omit<ReportedOriginal, 'checkedAt' | 'outcome'>>(
    db,
    `SELECT file.number AS number, document.id AS document, name, bytes, sha256, extension, document.imported_at AS importedAt
     FROM file JOIN document ON document.number = file.document ORDER BY file.number`,
  ).all()
  return rows.map((row) => {
    const check = checks.get(row.number)
    return { ...row, checkedAt: check?.at ?? null, outcome: check?.outcome ?? null }
  })
}
