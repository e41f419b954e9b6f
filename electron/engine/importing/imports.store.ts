import { ArchiveError } from '../../contract/errors.ts'
import type { DocumentId, FileId, ImportFile, ImportId, ImportProgress } from '../../contract/schemas.ts'
import type { ImportFileState, ImportState, RefusalReason } from '../../contract/vocabulary.ts'
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
  readonly unchanged: number
  readonly failure: string | null
}

export interface NewImport {
  readonly id: ImportId
  readonly sources: readonly string[]
  readonly tags: readonly string[]
  readonly startedAt: number
}

/** Answers the import's number. */
export function insertImport(db: WriteDb, row: NewImport): number {
  const { lastInsertRowid } = statement<[string, string, string, number]>(
    db,
    "INSERT INTO import (id, state, sources, tags, started_at) VALUES (?, 'running', ?, ?, ?)",
  ).run(row.id, JSON.stringify(row.sources), JSON.stringify(row.tags), row.startedAt)
  return Number(lastInsertRowid)
}

/** Writes how far an import has come. Throws `import-not-found`. */
export function updateImport(db: WriteDb, number: number, progress: ImportProgress): void {
  const { changes } = statement(
    db,
    `UPDATE import SET state = @state, finished_at = @finishedAt, found = @found, walked = @walked, imported = @imported,
       duplicates = @duplicates, refused = @refused, unchanged = @unchanged, failure = @failure WHERE number = @number`,
  ).run({
    number,
    state: progress.state,
    finishedAt: progress.finishedAt ?? null,
    found: progress.found,
    walked: progress.walked ? 1 : 0,
    imported: progress.imported,
    duplicates: progress.duplicates,
    refused: progress.refused,
    unchanged: progress.unchanged,
    failure: progress.failure === undefined ? null : JSON.stringify(progress.failure),
  })
  if (changes !== 1) throw new ArchiveError('import-not-found', `No import has number ${number}.`, { number })
}

function toProgress(row: ImportRow): ImportProgress {
  const seconds = row.finished_at === null ? 0 : (row.finished_at - row.started_at) / 1000
  const done = row.imported + row.duplicates + row.refused + row.unchanged
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

/** Imports that were running when the program ended. */
export function unfinishedImports(db: ReadDb): { readonly number: number; readonly progress: ImportProgress }[] {
  return statement<[], ImportRow>(db, "SELECT * FROM import WHERE state = 'running'")
    .all()
    .map((row) => ({ number: row.number, progress: toProgress(row) }))
}

interface ImportFileRow {
  readonly path: string
  readonly state: ImportFileState
  readonly document_id: DocumentId | null
  readonly reason: RefusalReason | null
  readonly detail: string | null
}

const filesOfImport = `SELECT import_file.path, import_file.state, document.id AS document_id, import_file.reason, import_file.detail
  FROM import_file LEFT JOIN document ON document.number = import_file.document WHERE import_file.import = ?`

function toImportFile(row: ImportFileRow): ImportFile {
  return {
    path: row.path,
    state: row.state,
    ...(row.document_id === null ? {} : { documentId: row.document_id }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.detail === null ? {} : { detail: row.detail }),
  }
}

/** The files of an import in the order in which they were found. */
export function listImportFiles(
  db: ReadDb,
  importNumber: number,
  range: { readonly state: ImportFileState | undefined; readonly offset: number; readonly limit: number },
): { total: number; files: ImportFile[] } {
  const { state, offset, limit } = range
  const where = state === undefined ? '' : ' AND import_file.state = ?'
  const values: (string | number)[] = state === undefined ? [importNumber] : [importNumber, state]
  const total = statement<(string | number)[], { n: number }>(
    db,
    `SELECT count(*) AS n FROM import_file WHERE import_file.import = ?${where}`,
  ).get(...values)
  const rows = statement<(string | number)[], ImportFileRow>(
    db,
    `${filesOfImport}${where} ORDER BY ordinal LIMIT ? OFFSET ?`,
  ).all(...values, limit, offset)
  return { total: total?.n ?? 0, files: rows.map(toImportFile) }
}

/** The present document that holds these bytes, with its file. */
export function findByContent(
  db: ReadDb,
  sha256: string,
): { readonly document: number; readonly file: number } | undefined {
  return statement<[string], { document: number; file: number }>(
    db,
    `SELECT file.document, file.number AS file FROM file JOIN document ON document.number = file.document AND document.removed = 0
     WHERE file.sha256 = ? LIMIT 1`,
  ).get(sha256)
}

/** The file that was last seen at a path. */
export function findFileAtSource(db: ReadDb, path: string): number | undefined {
  return statement<[string], { file: number }>(db, 'SELECT file FROM source WHERE path = ?').get(path)?.file
}

export function rememberSource(db: WriteDb, path: string, file: number): void {
  statement<[string, number]>(
    db,
    'INSERT INTO source (path, file) VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET file = excluded.file',
  ).run(path, file)
}

export function insertImportFile(
  db: WriteDb,
  row: {
    readonly importNumber: number
    readonly ordinal: number
    readonly path: string
    readonly state: ImportFileState
    readonly document: number | null
    readonly reason: RefusalReason | null
    readonly detail: string | null
  },
): void {
  statement(
    db,
    `INSERT INTO import_file (import, ordinal, path, state, document, reason, detail)
     VALUES (@importNumber, @ordinal, @path, @state, @document, @reason, @detail)`,
  ).run(row)
}

export interface NewDocument {
  readonly id: DocumentId
  readonly importNumber: number
  readonly title: string
  readonly kind: string
  readonly language: string
  readonly issued: string
  readonly issuedFrom: number | null
  readonly issuedTo: number | null
  readonly issuer: string
  readonly place: string
  readonly reference: string
  readonly summary: string
  readonly evidence: string
  readonly hasText: 0 | 1
  readonly importedAt: number
}

/** Answers the document's number. */
export function insertDocument(db: WriteDb, row: NewDocument): number {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO document (id, import, title, kind, language, issued, issued_from, issued_to, issuer, place, reference, summary,
       evidence, has_text, imported_at)
     VALUES (@id, @importNumber, @title, @kind, @language, @issued, @issuedFrom, @issuedTo, @issuer, @place, @reference, @summary,
       @evidence, @hasText, @importedAt)`,
  ).run(row)
  return Number(lastInsertRowid)
}

export interface NewFile {
  readonly id: FileId
  readonly document: number
  readonly name: string
  readonly source: string
  readonly bytes: number
  readonly sha256: string
  readonly mediaType: string
  readonly extension: string
  readonly modifiedAt: number
}

/** Answers the file's number. */
export function insertFile(db: WriteDb, row: NewFile): number {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO file (id, document, name, source, bytes, sha256, media_type, extension, modified_at)
     VALUES (@id, @document, @name, @source, @bytes, @sha256, @mediaType, @extension, @modifiedAt)`,
  ).run(row)
  return Number(lastInsertRowid)
}

export function insertPage(
  db: WriteDb,
  document: number,
  number: number,
  page: { readonly text: string; readonly grade: string },
): void {
  statement<[number, number, string, string]>(
    db,
    'INSERT INTO page (document, number, text, grade) VALUES (?, ?, ?, ?)',
  ).run(document, number, page.text, page.grade)
}
