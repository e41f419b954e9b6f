import { edtfBounds } from '../../contract/edtf.ts'
import type { AccessCondition, RestrictedDocument } from '../../contract/schemas.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'

/** The condition of a document, where it has one. */
export function findCondition(db: ReadDb, document: number): AccessCondition | undefined {
  return statement<[number], AccessCondition>(db, 'SELECT reason, review FROM access_condition WHERE document = ?').get(
    document,
  )
}

/** Restricts a document, or lifts that. */
export function setCondition(db: WriteDb, document: number, condition: AccessCondition | null): void {
  if (condition === null) {
    statement<[number]>(db, 'DELETE FROM access_condition WHERE document = ?').run(document)
    return
  }
  const { reason, review } = condition
  statement<[number, string, string, number | null]>(
    db,
    'INSERT OR REPLACE INTO access_condition (document, reason, review, review_from) VALUES (?, ?, ?, ?)',
  ).run(document, reason, review, review === '' ? null : (edtfBounds(review)?.from ?? null))
}

/** Present documents with a condition, by the day on which it is to be looked at. */
export function restrictedDocuments(db: ReadDb): RestrictedDocument[] {
  return statement<[], RestrictedDocument>(
    db,
    `SELECT document.id AS document, document.title, reason, review FROM access_condition
     JOIN document ON document.number = access_condition.document AND document.removed = 0
     ORDER BY review_from NULLS LAST, document.number`,
  ).all()
}
