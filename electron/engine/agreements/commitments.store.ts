import { edtfBounds } from '../../contract/edtf.ts'
import type { DocumentId } from '../../contract/schemas.ts'
import type { CommitmentReading } from '../cataloguing/agreements/commitment-reading.ts'
import type { Placed } from '../cataloguing/pages.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'

export function insertCommitment(db: WriteDb, document: number, commitment: Placed<CommitmentReading>): void {
  const { page, start, end, text, due, confidence } = commitment
  statement(
    db,
    `INSERT OR IGNORE INTO commitment (document, page, start, end, quote, due, due_to, confidence)
     VALUES (@document, @page, @start, @end, @text, @due, @dueTo, @confidence)`,
  ).run({ document, page, start, end, text, due, dueTo: edtfBounds(due)?.to ?? null, confidence })
}

export interface CommitmentRow {
  readonly document: DocumentId
  readonly documentTitle: string
  readonly issued: string
  readonly page: number
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly due: string
  readonly confidence: number
}

const columns = `document.id AS document, document.title AS documentTitle, document.issued, page, start, end, quote, due, confidence
  FROM commitment JOIN document ON document.number = commitment.document AND document.removed = 0`

/** Every promise, what is due first before the rest. */
export function allCommitments(db: ReadDb): CommitmentRow[] {
  return statement<[], CommitmentRow>(
    db,
    `SELECT ${columns} ORDER BY due_to NULLS LAST, document.issued_from, page, start`,
  ).all()
}

/** What the documents that speak of an agreement promise, what is due first before the rest. */
export function commitmentsOfAgreement(db: ReadDb, agreement: number): CommitmentRow[] {
  return statement<[number], CommitmentRow>(
    db,
    `SELECT ${columns} WHERE commitment.document IN (SELECT document FROM agreement_link WHERE agreement = ?)
     ORDER BY due_to NULLS LAST, document.issued_from, page, start`,
  ).all(agreement)
}
