import { ArchiveError } from '../../contract/errors.ts'
import type {
  DescribedField,
  DocumentId,
  DocumentSummary,
  Evidence,
  FileId,
  OriginalFile,
  Page,
} from '../../contract/schemas.ts'
import type { DocumentKind, Language } from '../../contract/vocabulary.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'

export interface DocumentRow {
  readonly number: number
  readonly id: DocumentId
  readonly import: number
  readonly title: string
  readonly kind: DocumentKind
  readonly language: Language
  readonly issued: string
  readonly issuer: string
  readonly place: string
  readonly reference: string
  readonly summary: string
  readonly evidence: string
  readonly imported_at: number
  readonly removed: number
  readonly catalogued: 0 | 1
  /** The address that a web page gives as its own, or empty. */
  readonly link: string
}

export interface FileRow {
  readonly id: FileId
  readonly name: string
  readonly source: string
  readonly bytes: number
  readonly sha256: string
  readonly media_type: string
  readonly extension: string
  readonly modified_at: number | null
}

export function findDocument(db: ReadDb, id: string): DocumentRow | undefined {
  return statement<[string], DocumentRow>(db, 'SELECT * FROM document WHERE id = ?').get(id)
}

/** The document with this id. Throws `document-not-found` when there is none or it was removed. */
export function getDocument(db: ReadDb, id: string): DocumentRow {
  const row = findDocument(db, id)
  if (row === undefined || row.removed !== 0)
    throw new ArchiveError('document-not-found', `No document has the id ${id}.`, { id })
  return row
}

/** Numbers for ids, in the same order; ids of documents that were removed count as unknown. Throws `document-not-found`. */
export function getDocumentNumbers(db: ReadDb, ids: readonly string[]): number[] {
  return ids.map((id) => getDocument(db, id).number)
}

/** Ids for numbers, in the same order. */
export function idsOfDocuments(db: ReadDb, numbers: readonly number[]): DocumentId[] {
  const byNumber = statement<[number], { id: DocumentId }>(db, 'SELECT id FROM document WHERE number = ?')
  return numbers.flatMap((number) => byNumber.get(number)?.id ?? [])
}

/** Numbers for ids whether or not the documents were removed; unknown ids are left out. */
export function numbersOfIds(db: ReadDb, ids: readonly string[]): number[] {
  const byId = statement<[string], { number: number }>(db, 'SELECT number FROM document WHERE id = ?')
  return ids.flatMap((id) => byId.get(id)?.number ?? [])
}

/** Numbers of the present documents that an import took in. */
export function documentsOfImport(db: ReadDb, importNumber: number): number[] {
  return statement<[number], number>(db, 'SELECT number FROM document WHERE import = ? AND removed = 0')
    .pluck()
    .all(importNumber)
}

export function pagesOf(db: ReadDb, document: number): Page[] {
  const rows = statement<[number], Omit<Page, 'confidence'> & { readonly confidence: number | null }>(
    db,
    'SELECT number, text, grade, confidence FROM page WHERE document = ? ORDER BY number',
  ).all(document)
  return rows.map(({ confidence, ...page }) => (confidence === null ? page : { ...page, confidence }))
}

/** A file with what its original's name ends in. */
export interface StoredFile {
  readonly file: OriginalFile
  readonly extension: string
}

function toStoredFile(row: FileRow): StoredFile {
  const file = toOriginalFile(row)
  return { file, extension: row.extension }
}

export function toOriginalFile(row: Omit<FileRow, 'extension'>): OriginalFile {
  return {
    id: row.id,
    name: row.name,
    bytes: row.bytes,
    sha256: row.sha256,
    mediaType: row.media_type,
    source: row.source,
    ...(row.modified_at === null ? {} : { modifiedAt: row.modified_at }),
  }
}

/** The file of a document. Every document has one. */
export function getFileOfDocument(db: ReadDb, document: number): StoredFile {
  const row = statement<[number], FileRow>(db, 'SELECT * FROM file WHERE document = ? ORDER BY number LIMIT 1').get(
    document,
  )
  if (row === undefined) throw new ArchiveError('archive-damaged', `Document ${document} has no file.`, { document })
  return toStoredFile(row)
}

/** Throws `file-not-found`. */
export function getFile(db: ReadDb, id: FileId): StoredFile {
  const row = statement<[string], FileRow>(db, 'SELECT * FROM file WHERE id = ?').get(id)
  if (row === undefined) throw new ArchiveError('file-not-found', `No file has the id ${id}.`, { id })
  return toStoredFile(row)
}

export function tagsOfDocument(db: ReadDb, document: number): string[] {
  const rows = statement<[number], { path: string }>(
    db,
    'SELECT tag.path FROM document_tag JOIN tag ON tag.number = document_tag.tag WHERE document_tag.document = ? ORDER BY tag.path',
  ).all(document)
  return rows.map((row) => row.path)
}

type SummaryRow = Pick<DocumentRow, 'number' | 'id' | 'title' | 'kind' | 'language' | 'issued' | 'imported_at'> & {
  readonly source: string
  readonly file_id: FileId
  readonly media_type: string
  /** Paths with a line end after each. */
  readonly tags: string | null
}

/** Lines of a list for documents by their numbers, which are present or were; numbers without a document are left out. */
export function summariesOf(db: ReadDb, documents: readonly number[]): Map<number, DocumentSummary> {
  const rows = statement<[string], SummaryRow>(
    db,
    `SELECT document.number, document.id, document.title, document.kind, document.language, document.issued,
       document.imported_at, file.source, file.id AS file_id, file.media_type,
       (SELECT group_concat(path, char(10)) FROM (SELECT tag.path FROM document_tag JOIN tag ON tag.number = document_tag.tag
         WHERE document_tag.document = document.number ORDER BY tag.path)) AS tags
     FROM json_each(?) AS wanted JOIN document ON document.number = wanted.value
     JOIN file ON file.document = document.number`,
  ).all(JSON.stringify(documents))
  return new Map(rows.map((row) => [row.number, toSummary(row)]))
}

/** One line of a list. Throws `document-not-found`. */
export function getSummary(db: ReadDb, document: number): DocumentSummary {
  const summary = summariesOf(db, [document]).get(document)
  if (summary === undefined)
    throw new ArchiveError('document-not-found', `No document has number ${document}.`, { document })
  return summary
}

function toSummary(row: SummaryRow): DocumentSummary {
  return {
    id: row.id,
    file: row.source,
    fileId: row.file_id,
    title: row.title,
    kind: row.kind,
    language: row.language,
    issued: row.issued,
    mediaType: row.media_type,
    importedAt: row.imported_at,
    tags: row.tags === null ? [] : row.tags.split('\n'),
  }
}

export function evidenceOf(row: DocumentRow): Partial<Record<DescribedField, Evidence>> {
  return JSON.parse(row.evidence) as Partial<Record<DescribedField, Evidence>>
}

export function countDocuments(db: ReadDb): { documents: number; withoutText: number; pages: number; bytes: number } {
  const row = statement<[], { documents: number; withoutText: number }>(
    db,
    'SELECT count(*) AS documents, coalesce(sum(has_text = 0), 0) AS withoutText FROM document WHERE removed = 0',
  ).get()
  const pages = statement<[], { n: number }>(db, 'SELECT count(*) AS n FROM page').get()?.n ?? 0
  const bytes = statement<[], { n: number | null }>(db, 'SELECT sum(bytes) AS n FROM file').get()?.n ?? 0
  return { documents: row?.documents ?? 0, withoutText: row?.withoutText ?? 0, pages, bytes }
}

export function listDocumentIds(db: ReadDb, offset: number, limit: number): DocumentId[] {
  return statement<[number, number], { id: DocumentId }>(
    db,
    'SELECT id FROM document WHERE removed = 0 ORDER BY number LIMIT ? OFFSET ?',
  )
    .all(limit, offset)
    .map((row) => row.id)
}

export interface DescribedColumns {
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
}

/** Writes the whole description of a document. Throws `document-not-found`. */
export function updateDescription(db: WriteDb, id: string, columns: DescribedColumns): void {
  const { changes } = statement(
    db,
    `UPDATE document SET title = @title, kind = @kind, language = @language, issued = @issued, issued_from = @issuedFrom,
       issued_to = @issuedTo, issuer = @issuer, place = @place, reference = @reference, summary = @summary, evidence = @evidence
     WHERE id = @id`,
  ).run({ ...columns, id })
  if (changes !== 1) throw new ArchiveError('document-not-found', `No document has the id ${id}.`, { id })
}

/** Sets or clears the mark that says that a document was removed by itself. */
export function setRemoved(db: WriteDb, document: number, removed: boolean): void {
  statement<[number]>(
    db,
    removed
      ? 'UPDATE document SET removed = removed | 1 WHERE number = ?'
      : 'UPDATE document SET removed = removed & ~1 WHERE number = ?',
  ).run(document)
}

/** Those of documents that were removed by themselves. */
export function removedAmong(db: ReadDb, ids: readonly DocumentId[]): DocumentId[] {
  const isRemoved = statement<[string], number>(db, 'SELECT removed & 1 FROM document WHERE id = ?').pluck()
  return [...new Set(ids)].filter((id) => isRemoved.get(id) === 1)
}

/** Makes a removed document present again, as one that this import took in: it goes and comes with that. */
export function takeBackIntoImport(db: WriteDb, document: number, importNumber: number): void {
  statement<[number, number]>(db, 'UPDATE document SET removed = 0, import = ? WHERE number = ?').run(
    importNumber,
    document,
  )
}

/** Sets or clears, on every document of an import, the mark that says that the import was undone. Answers their numbers. */
export function setImportRemoved(db: WriteDb, importId: string, removed: boolean): number[] {
  const sql = removed ? 'removed | 2' : 'removed & ~2'
  return statement<[string], { number: number }>(
    db,
    `UPDATE document SET removed = ${sql} WHERE import = (SELECT number FROM import WHERE id = ?) RETURNING number`,
  )
    .all(importId)
    .map((row) => row.number)
}

/** Whether another document that is present holds the same bytes. */
export function hasTwin(db: ReadDb, document: number): boolean {
  const row = statement<[number, number], { twin: number }>(
    db,
    `SELECT other.number AS twin FROM file AS mine
     JOIN file AS theirs ON theirs.sha256 = mine.sha256 AND theirs.document <> mine.document
     JOIN document AS other ON other.number = theirs.document AND other.removed = 0
     WHERE mine.document = ? AND other.number <> ? LIMIT 1`,
  ).get(document, document)
  return row !== undefined
}

/** Tells whoever follows the catalogue that these documents are not as they were. */
export function announceChanged(db: WriteDb, documents: Iterable<number>): void {
  const insert = statement<[number]>(db, 'INSERT INTO change_feed (document) VALUES (?)')
  for (const document of documents) insert.run(document)
}
