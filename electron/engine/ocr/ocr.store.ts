import type { PageGrade } from '../../contract/vocabulary.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import { announceChanged } from '../documents/documents.store.ts'
import type { TextSignature } from '../editions/signature.rules.ts'

/** A picture that is still to be read: of a PDF, the only kind of file that has pages to draw, that is present. */
const unread = `FROM page JOIN document ON document.number = page.document AND document.removed = 0
  JOIN file ON file.document = document.number AND file.media_type = 'application/pdf'
  WHERE page.grade = 'image' AND page.tried_at IS NULL`

/** The first document that has pictures to be read. */
export function nextUnreadDocument(db: ReadDb): number | undefined {
  const row = statement<[], { document: number }>(
    db,
    `SELECT page.document ${unread} ORDER BY page.document, page.number LIMIT 1`,
  ).get()
  return row?.document
}

/** The numbers of a document's pages that are to be read. */
export function unreadPages(db: ReadDb, document: number, limit: number): number[] {
  return statement<[number, number], { number: number }>(
    db,
    `SELECT number FROM page WHERE document = ? AND grade = 'image' AND tried_at IS NULL ORDER BY number LIMIT ?`,
  )
    .all(document, limit)
    .map((row) => row.number)
}

/** How many pages wait to be read, and how many pictures were tried in vain. */
export function countPictures(db: ReadDb): { readonly waiting: number; readonly unreadable: number } {
  const waiting = statement<[], { n: number }>(db, `SELECT count(*) AS n ${unread}`).get()?.n ?? 0
  const unreadable =
    statement<[], { n: number }>(
      db,
      `SELECT count(*) AS n FROM page JOIN document ON document.number = page.document AND document.removed = 0
       WHERE page.grade = 'image' AND page.tried_at IS NOT NULL`,
    ).get()?.n ?? 0
  return { waiting, unreadable }
}

/** Remembers that these pages were tried, whatever came of it, so that none is tried for ever. */
export function markTried(db: WriteDb, document: number, pages: readonly number[], at: number): void {
  const mark = statement<[number, number, number]>(db, 'UPDATE page SET tried_at = ? WHERE document = ? AND number = ?')
  for (const page of pages) mark.run(at, document, page)
  announceChanged(db, [document])
}

/** Makes every picture that was tried in vain wait again. */
export function forgetTried(db: WriteDb): void {
  const documents = statement<[], number>(
    db,
    "UPDATE page SET tried_at = NULL WHERE grade = 'image' AND tried_at IS NOT NULL RETURNING document",
  )
    .pluck()
    .all()
  announceChanged(db, new Set(documents))
}

export interface PageText {
  readonly text: string
  readonly grade: PageGrade
  readonly confidence: number | null
}

export function findPage(db: ReadDb, document: number, page: number): PageText | undefined {
  return statement<[number, number], PageText>(
    db,
    'SELECT text, grade, confidence FROM page WHERE document = ? AND number = ?',
  ).get(document, page)
}

/** Writes the text of a page. Marks of running headers belonged to the text before and go with it. */
export function updatePage(db: WriteDb, document: number, page: number, { text, grade, confidence }: PageText): void {
  statement<[string, string, number | null, number, number]>(
    db,
    'UPDATE page SET text = ?, grade = ?, confidence = ?, furniture = NULL WHERE document = ? AND number = ?',
  ).run(text, grade, confidence, document, page)
}

/** Whether a document has text, as it was when the document was last settled. */
export function hasText(db: ReadDb, document: number): boolean {
  const row = statement<[number], { has_text: 0 | 1 }>(db, 'SELECT has_text FROM document WHERE number = ?').get(
    document,
  )
  return row?.has_text === 1
}

/** Writes what is derived from all pages of a document together. */
export function updateDerived(db: WriteDb, document: number, isWithText: boolean, signature: TextSignature): void {
  statement<[number, number]>(db, 'UPDATE document SET has_text = ? WHERE number = ?').run(isWithText ? 1 : 0, document)
  statement<[number, string, number, Uint8Array, string]>(
    db,
    `INSERT INTO signature (document, text_hash, words, shingles, figures) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (document) DO UPDATE SET text_hash = excluded.text_hash, words = excluded.words,
       shingles = excluded.shingles, figures = excluded.figures`,
  ).run(document, signature.textHash, signature.words, signature.shingles, JSON.stringify(signature.figures))
}
