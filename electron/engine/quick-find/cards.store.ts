import type { ReadDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import type { Card } from './card-index.ts'

export interface CardRow {
  readonly number: number
  readonly id: string
  readonly title: string
  readonly reference: string
  readonly kind: string
  readonly issued: string
  readonly file_name: string
  readonly tags: string | null
}

const columns = `SELECT document.number, document.id, document.title, document.reference, document.kind, document.issued,
    file.name AS file_name,
    (SELECT group_concat(tag.path, ' ') FROM document_tag JOIN tag ON tag.number = document_tag.tag
      WHERE document_tag.document = document.number) AS tags
  FROM document JOIN file ON file.document = document.number`

/** The cards of the next present documents after a number, in the order of their numbers. */
export function cardRowsAfter(db: ReadDb, document: number, limit: number): CardRow[] {
  return statement<[number, number], CardRow>(
    db,
    `${columns} WHERE document.removed = 0 AND document.number > ? ORDER BY document.number LIMIT ?`,
  ).all(document, limit)
}

/** The cards of those of the documents that are present, in no order. */
export function cardRowsOf(db: ReadDb, documents: readonly number[]): CardRow[] {
  return statement<[string], CardRow>(
    db,
    `${columns} JOIN json_each(?) AS wanted ON document.number = wanted.value WHERE document.removed = 0`,
  ).all(JSON.stringify(documents))
}

/** The card by which Lunr knows a document; its reference is the document's number. */
export const toCard = (row: CardRow): Card => ({
  ref: String(row.number),
  title: row.title,
  facts: `${row.reference} ${row.kind} ${row.tags ?? ''}`,
  fileName: row.file_name,
})
