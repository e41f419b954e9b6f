import type { DocumentId, ImportFile } from '../../contract/schemas.ts'
import type { ImportFileState, RefusalReason } from '../../contract/vocabulary.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'

/** A file of an import on its way into the archive. */
export interface LedgerRow {
  readonly ordinal: number
  readonly path: string
  readonly state: ImportFileState
  readonly container: number | null
  readonly member: number | null
  readonly depth: number
  readonly outermost: number | null
  readonly incoming: string | null
  readonly sha256: string | null
  readonly bytes: number | null
  readonly modifiedAt: number | null
}

const rowColumns = `ordinal, path, state, container, member, depth, outermost, incoming, sha256, bytes, modified_at AS modifiedAt`

export type NewLedgerRow = Omit<LedgerRow, 'ordinal'> & {
  readonly reason: RefusalReason | null
  readonly detail: string | null
}

/** A row as the walk finds it; members say more of themselves. */
export const foundRow: Omit<NewLedgerRow, 'path'> = {
  state: 'waiting',
  reason: null,
  detail: null,
  container: null,
  member: null,
  depth: 0,
  outermost: null,
  incoming: null,
  sha256: null,
  bytes: null,
  modifiedAt: null,
}

export function insertLedgerRow(db: WriteDb, importNumber: number, ordinal: number, row: NewLedgerRow): void {
  statement(
    db,
    `INSERT INTO import_file (import, ordinal, path, state, reason, detail, container, member, depth, outermost, incoming, sha256, bytes,
       modified_at)
     VALUES (@importNumber, @ordinal, @path, @state, @reason, @detail, @container, @member, @depth, @outermost, @incoming, @sha256,
       @bytes, @modifiedAt)`,
  ).run({ ...row, importNumber, ordinal })
}

/** The bytes of a file are safe under a name in the waiting room. */
export function markStored(
  db: WriteDb,
  importNumber: number,
  ordinal: number,
  stored: {
    readonly incoming: string
    readonly sha256: string
    readonly bytes: number
    readonly modifiedAt: number | null
  },
): void {
  statement(
    db,
    `UPDATE import_file SET state = 'stored', incoming = @incoming, sha256 = @sha256, bytes = @bytes, modified_at = @modifiedAt
     WHERE import = @importNumber AND ordinal = @ordinal`,
  ).run({ ...stored, importNumber, ordinal })
}

export interface FileEnd {
  readonly state: ImportFileState
  readonly document: number | null
  readonly reason: RefusalReason | null
  readonly detail: string | null
}

/** A file has come to its end, or, as `extracted`, waits for its members. Its place in the waiting room is forgotten. */
export function markEnded(db: WriteDb, importNumber: number, ordinal: number, end: FileEnd): void {
  statement(
    db,
    `UPDATE import_file SET state = @state, document = @document, reason = @reason, detail = @detail, incoming = NULL
     WHERE import = @importNumber AND ordinal = @ordinal`,
  ).run({ ...end, importNumber, ordinal })
}

/** The next rows in a state after an ordinal, in order. `isMember` chooses between files that were found and files out of containers. */
export function nextRows(
  db: ReadDb,
  importNumber: number,
  wanted: {
    readonly state: ImportFileState
    readonly after: number
    readonly limit: number
    readonly isMember?: boolean
  },
): LedgerRow[] {
  const { state, after, limit, isMember } = wanted
  const which = isMember === undefined ? '' : isMember ? ' AND container IS NOT NULL' : ' AND container IS NULL'
  return statement<[number, number, string, number], LedgerRow>(
    db,
    `SELECT ${rowColumns} FROM import_file WHERE import = ? AND ordinal > ? AND state = ?${which} ORDER BY ordinal LIMIT ?`,
  ).all(importNumber, after, state, limit)
}

/** Files out of each outermost container so far, with their bytes. */
export function unpackedSoFar(db: ReadDb, importNumber: number): Map<number, { members: number; bytes: number }> {
  const rows = statement<[number], { outermost: number; members: number; bytes: number }>(
    db,
    `SELECT outermost, count(*) AS members, coalesce(sum(bytes), 0) AS bytes FROM import_file
     WHERE import = ? AND outermost IS NOT NULL GROUP BY outermost`,
  ).all(importNumber)
  return new Map(rows.map(({ outermost, members, bytes }) => [outermost, { members, bytes }]))
}

/** The document that a row became. */
export function documentOfRow(db: ReadDb, importNumber: number, ordinal: number): number | null {
  return (
    statement<[number, number], { document: number | null }>(
      db,
      'SELECT document FROM import_file WHERE import = ? AND ordinal = ?',
    ).get(importNumber, ordinal)?.document ?? null
  )
}

/** Stored files go back to waiting: their copies are given up. */
export function forgetStored(db: WriteDb, importNumber: number, ordinals: readonly number[]): void {
  statement<[number, string]>(
    db,
    `UPDATE import_file SET state = 'waiting', incoming = NULL WHERE import = ? AND state = 'stored'
     AND ordinal IN (SELECT value FROM json_each(?))`,
  ).run(importNumber, JSON.stringify(ordinals))
}

export function highestOrdinal(db: ReadDb, importNumber: number): number {
  return (
    statement<[number], { n: number | null }>(db, 'SELECT max(ordinal) AS n FROM import_file WHERE import = ?').get(
      importNumber,
    )?.n ?? 0
  )
}

/** Paths that an import has found so far, members left out. */
export function listedPaths(db: ReadDb, importNumber: number): Set<string> {
  const rows = statement<[number], { path: string }>(
    db,
    'SELECT path FROM import_file WHERE import = ? AND container IS NULL',
  ).all(importNumber)
  return new Set(rows.map((row) => row.path))
}

/** How many files of an import are in each state. */
export function countStates(db: ReadDb, importNumber: number): Partial<Record<ImportFileState, number>> {
  const rows = statement<[number], { state: ImportFileState; n: number }>(
    db,
    'SELECT state, count(*) AS n FROM import_file WHERE import = ? GROUP BY state',
  ).all(importNumber)
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

/** Names in the waiting room that a row still counts on. */
export function awaitedIncoming(db: ReadDb): Set<string> {
  const rows = statement<[], { incoming: string }>(
    db,
    `SELECT incoming FROM import_file JOIN import ON import.number = import_file.import
     WHERE import_file.state = 'stored' AND import.state IN ('running', 'interrupted')`,
  ).all()
  return new Set(rows.map((row) => row.incoming))
}

interface ListedRow {
  readonly path: string
  readonly state: ImportFileState
  readonly document_id: DocumentId | null
  readonly reason: RefusalReason | null
  readonly detail: string | null
}

function toImportFile(row: ListedRow): ImportFile {
  return {
    path: row.path,
    state: row.state,
    ...(row.document_id === null ? {} : { documentId: row.document_id }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.detail === null ? {} : { detail: row.detail }),
  }
}

export interface LedgerRange {
  readonly states: readonly ImportFileState[] | undefined
  readonly offset: number
  readonly limit: number
}

/** The files of an import in the order in which they were found. */
export function listImportFiles(
  db: ReadDb,
  importNumber: number,
  { states, offset, limit }: LedgerRange,
): { total: number; files: ImportFile[] } {
  const where = 'import_file.import = ? AND (? IS NULL OR import_file.state IN (SELECT value FROM json_each(?)))'
  const wanted = states === undefined ? null : JSON.stringify(states)
  const total = statement<[number, string | null, string | null], { n: number }>(
    db,
    `SELECT count(*) AS n FROM import_file WHERE ${where}`,
  ).get(importNumber, wanted, wanted)
  const rows = statement<[number, string | null, string | null, number, number], ListedRow>(
    db,
    `SELECT import_file.path, import_file.state, document.id AS document_id, import_file.reason, import_file.detail
     FROM import_file LEFT JOIN document ON document.number = import_file.document
     WHERE ${where} ORDER BY ordinal LIMIT ? OFFSET ?`,
  ).all(importNumber, wanted, wanted, limit, offset)
  return { total: total?.n ?? 0, files: rows.map(toImportFile) }
}

/** Copies the refused and failed files of an import, with one of the reasons, as waiting rows of another. Answers how many. */
export function copyForRetry(db: WriteDb, from: number, to: number, reasons: readonly RefusalReason[]): number {
  return statement<[number, number, string]>(
    db,
    `INSERT INTO import_file (import, ordinal, path, state, container, member, depth, outermost)
     SELECT ?, row_number() OVER (ORDER BY ordinal), path, 'waiting', container, member, depth, NULL FROM import_file
     WHERE import = ? AND state IN ('refused', 'failed') AND reason IN (SELECT value FROM json_each(?))`,
  ).run(to, from, JSON.stringify(reasons)).changes
}
