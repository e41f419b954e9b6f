import type { AgreementId, Clause, DocumentId, HappeningType, Span } from '../../contract/schemas.ts'
import type { ReadDb } from '../database/connection.ts'
import { grouped } from '../database/grouped.ts'

interface Placed {
  readonly page: number
  readonly start: number
  readonly end: number
  readonly text: string
}

/** What a record does not show and a restored document needs. */
export interface RecordDetails {
  /** Where it stands in its container. */
  readonly memberName: string
  readonly container: DocumentId | undefined
  /** Running headers and footers of pages that have any, by page. */
  readonly furniture: readonly { readonly page: number; readonly spans: readonly Span[] }[]
  readonly links: readonly (Placed & {
    readonly agreement: AgreementId
    readonly role: 'carries' | 'cites'
    readonly confidence: number
    readonly clauses: readonly Clause[]
  })[]
  readonly commitments: readonly (Placed & { readonly due: string; readonly confidence: number })[]
  readonly happenings: readonly (Placed & { readonly type: HappeningType; readonly value: string })[]
}

interface MemberRow {
  readonly memberName: string
  readonly container: DocumentId | null
}

type LinkRow = Omit<RecordDetails['links'][number], 'clauses'> & { readonly clauses: string }

const membersOf = `SELECT document.number AS owner, document.member_name AS memberName, box.id AS container FROM json_each(?) AS wanted
  CROSS JOIN document ON document.number = wanted.value
  LEFT JOIN document AS box ON box.number = document.container AND box.removed = 0`

const linksOf = `SELECT agreement_link.document AS owner, agreement.id AS agreement, role, page, start, end, quote AS text, confidence, clauses
  FROM json_each(?) AS wanted CROSS JOIN agreement_link ON agreement_link.document = wanted.value
  JOIN agreement ON agreement.number = agreement_link.agreement ORDER BY agreement_link.document, page, start`

const of = (table: string, columns: string): string =>
  `SELECT ${table}.document AS owner, page, start, end, quote AS text, ${columns} FROM json_each(?) AS wanted
   CROSS JOIN ${table} ON ${table}.document = wanted.value ORDER BY ${table}.document, page, start`

const furnitureOf = `SELECT page.document AS owner, page.number AS page, furniture FROM json_each(?) AS wanted
  CROSS JOIN page ON page.document = wanted.value WHERE furniture IS NOT NULL ORDER BY page.document, page.number`

/** The details of documents, for each of them by its number. */
export function detailsOf(db: ReadDb, numbers: readonly number[]): (number: number) => RecordDetails {
  const members = grouped<MemberRow>(db, membersOf, numbers)
  const links = grouped<LinkRow>(db, linksOf, numbers)
  const commitments = grouped<RecordDetails['commitments'][number]>(db, of('commitment', 'due, confidence'), numbers)
  const happenings = grouped<RecordDetails['happenings'][number]>(
    db,
    of('happening', 'happening.type, happening.value'),
    numbers,
  )
  const furniture = grouped<{ readonly page: number; readonly furniture: string }>(db, furnitureOf, numbers)
  return (number) => ({
    memberName: members(number)[0]?.memberName ?? '',
    container: members(number)[0]?.container ?? undefined,
    furniture: furniture(number).map(({ page, furniture: spans }) => ({
      page,
      spans: (JSON.parse(spans) as [number, number][]).map(([start, end]) => ({ start, end })),
    })),
    links: links(number).map(({ clauses, ...link }) => ({ ...link, clauses: JSON.parse(clauses) as Clause[] })),
    commitments: [...commitments(number)],
    happenings: [...happenings(number)],
  })
}
