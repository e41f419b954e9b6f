import { edtfBounds } from '../../contract/edtf.ts'
import type { DocumentId, HappeningType } from '../../contract/schemas.ts'
import type { HappeningReading } from '../cataloguing/agreements/happenings.rules.ts'
import type { Placed } from '../cataloguing/pages.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'

export function insertHappening(db: WriteDb, document: number, happening: Placed<HappeningReading>): void {
  const { type, value, page, start, end, text } = happening
  const bounds = edtfBounds(value)
  if (bounds === undefined) return
  statement(
    db,
    `INSERT OR IGNORE INTO happening (document, page, start, end, type, value, value_from, value_to, quote)
     VALUES (@document, @page, @start, @end, @type, @value, @from, @to, @text)`,
  ).run({ document, page, start, end, type, value, text, from: bounds.from, to: bounds.to })
}

export interface HappeningRow {
  readonly document: DocumentId
  readonly documentTitle: string
  readonly issued: string
  readonly type: HappeningType
  readonly value: string
  readonly from: number
  readonly page: number
  readonly start: number
  readonly end: number
  readonly quote: string
}

const columns = `document.id AS document, document.title AS documentTitle, document.issued, type, value, value_from AS "from",
  page, start, end, quote
  FROM happening JOIN document ON document.number = happening.document AND document.removed = 0`
const order = 'ORDER BY value_from, value_to, document.number, page, start'

/** What the documents that carry or cite an agreement say to have happened, the earliest first. */
export function happeningsOfAgreement(db: ReadDb, agreement: number): HappeningRow[] {
  return statement<[number], HappeningRow>(
    db,
    `SELECT ${columns} WHERE happening.document IN (SELECT document FROM agreement_link WHERE agreement = ?) ${order}`,
  ).all(agreement)
}

/** What all documents say to have happened, the earliest first. */
export function allHappenings(db: ReadDb): HappeningRow[] {
  return statement<[], HappeningRow>(db, `SELECT ${columns} ${order}`).all()
}
