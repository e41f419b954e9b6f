import type { DocumentId, FileId } from '../../contract/schemas.ts'
import type { AnalysedPage } from '../cataloguing/analysed-document.ts'
import type { TextSignature } from '../editions/signature.rules.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import type { DescribedColumns } from '../documents/documents.store.ts'
import { statement } from '../database/statement.ts'

/** The present document that holds these bytes, with its file. */
export function findByContent(
  db: ReadDb,
  sha256: string,
): { readonly document: number; readonly file: number; readonly extension: string } | undefined {
  return statement<[string], { document: number; file: number; extension: string }>(
    db,
    `SELECT file.document, file.number AS file, file.extension FROM file JOIN document ON document.number = file.document AND document.removed = 0
     WHERE file.sha256 = ? LIMIT 1`,
  ).get(sha256)
}

export function rememberSource(db: WriteDb, path: string, file: number): void {
  statement<[string, number]>(
    db,
    'INSERT INTO source (path, file) VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET file = excluded.file',
  ).run(path, file)
}

export interface NewDocument extends DescribedColumns {
  readonly id: DocumentId
  readonly importNumber: number
  readonly hasText: 0 | 1
  /** The document out of which it came. */
  readonly container: number | null
  readonly memberName: string
  readonly link: string
  readonly importedAt: number
}

/** Answers the document's number. */
export function insertDocument(db: WriteDb, row: NewDocument): number {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO document (id, import, title, kind, language, issued, issued_from, issued_to, issuer, place, reference, summary,
       evidence, has_text, container, member_name, link, imported_at)
     VALUES (@id, @importNumber, @title, @kind, @language, @issued, @issuedFrom, @issuedTo, @issuer, @place, @reference, @summary,
       @evidence, @hasText, @container, @memberName, @link, @importedAt)`,
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
  readonly modifiedAt: number | null
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

export function insertPage(db: WriteDb, document: number, number: number, page: AnalysedPage): void {
  const furniture =
    page.furniture === undefined || page.furniture.length === 0
      ? null
      : JSON.stringify(page.furniture.map(({ start, end }) => [start, end]))
  statement<[number, number, string, string, string | null]>(
    db,
    'INSERT INTO page (document, number, text, grade, furniture) VALUES (?, ?, ?, ?, ?)',
  ).run(document, number, page.text, page.grade, furniture)
}

export function insertSignature(db: WriteDb, document: number, signature: TextSignature): void {
  statement<[number, string, number, Uint8Array, string]>(
    db,
    'INSERT INTO signature (document, text_hash, words, shingles, figures) VALUES (?, ?, ?, ?, ?)',
  ).run(document, signature.textHash, signature.words, signature.shingles, JSON.stringify(signature.figures))
}

/** What the archive has of the file that was last seen at a path, where the document is present. */
export function findAtSource(
  db: ReadDb,
  path: string,
):
  | {
      readonly file: number
      readonly document: number
      readonly sha256: string
      readonly extension: string
      readonly bytes: number
    }
  | undefined {
  return statement<[string], { file: number; document: number; sha256: string; extension: string; bytes: number }>(
    db,
    `SELECT file.number AS file, file.document, file.sha256, file.extension, file.bytes
     FROM source JOIN file ON file.number = source.file
     JOIN document ON document.number = file.document AND document.removed = 0 WHERE source.path = ?`,
  ).get(path)
}

/** The place and kind of a document's original, and where it came from. */
export function originalOfDocument(
  db: ReadDb,
  document: number,
): { readonly name: string; readonly source: string; readonly sha256: string; readonly extension: string } | undefined {
  return statement<[number], { name: string; source: string; sha256: string; extension: string }>(
    db,
    'SELECT name, source, sha256, extension FROM file WHERE document = ? ORDER BY number LIMIT 1',
  ).get(document)
}
