import { ArchiveError } from '../../contract/errors.ts'
import type { AccessCondition, DocumentLink, DocumentRecord, Mention, Page, Refusal } from '../../contract/schemas.ts'
import { type OwnLinkRow, agreementsOfDocuments } from '../agreements/agreements.store.ts'
import type { ReadDb } from '../database/connection.ts'
import { grouped } from '../database/grouped.ts'
import { statement } from '../database/statement.ts'
import { mentionsOfDocuments } from '../names/mentions.store.ts'
import { type DocumentRow, type FileRow, evidenceOf, toOriginalFile } from './documents.store.ts'

/** A record as the catalogue has it: what is worked out from its text when it is shown is not there. */
export type CataloguedRecord = Omit<DocumentRecord, 'outline'>

/** A record, and what the name of its original ends in. */
export interface StoredRecord {
  readonly number: number
  readonly record: CataloguedRecord
  readonly extension: string
}

/** Agreements are mentioned, too: where the words stand that carry or cite one. */
function withAgreements(mentions: readonly Mention[], agreements: readonly OwnLinkRow[]): Mention[] {
  const named = agreements.map(({ page, start, end, quote, title, confidence, role }): Mention => ({
    ...{ type: 'agreement', page, start, end, text: quote, value: title, confidence, rule: `agreement:${role}` },
  }))
  return [...mentions, ...named].sort((a, b) => a.page - b.page || a.start - b.start || b.end - a.end)
}

type PageRow = Omit<Page, 'confidence'> & { readonly confidence: number | null }
type Commitment = Readonly<Record<'page' | 'start' | 'end', number>> & { readonly due: string; readonly quote: string }

/** `json_each` gives the loop; the other table is looked up by it. */
const of = (table: string, columns: string, order: string): string =>
  `SELECT ${table}.document AS owner, ${columns} FROM json_each(?) AS wanted
   CROSS JOIN ${table} ON ${table}.document = wanted.value ORDER BY ${table}.document, ${order}`

const tagsOf = `SELECT document_tag.document AS owner, tag.path FROM json_each(?) AS wanted
  CROSS JOIN document_tag ON document_tag.document = wanted.value JOIN tag ON tag.number = document_tag.tag
  ORDER BY document_tag.document, tag.path`

const containersOf = `SELECT document.number AS owner, box.id, box.title FROM json_each(?) AS wanted
  CROSS JOIN document ON document.number = wanted.value
  JOIN document AS box ON box.number = document.container AND box.removed = 0`

/** Of a mailbox of a million messages, only the first are named by its record. */
const mostMembers = 1000

const membersOf = `SELECT document.container AS owner, document.id, document.title FROM json_each(?) AS wanted
  CROSS JOIN document ON document.container = wanted.value AND document.removed = 0 ORDER BY document.container, document.number`

function lists(db: ReadDb, numbers: readonly number[]) {
  const pagesOf = grouped<PageRow>(db, of('page', 'page.number, text, grade, confidence', 'page.number'), numbers)
  const pages = (number: number): Page[] =>
    pagesOf(number).map(({ confidence, ...page }) => (confidence === null ? page : { ...page, confidence }))
  return {
    files: grouped<FileRow>(db, of('file', 'file.*', 'file.number'), numbers),
    pages,
    tags: grouped<{ readonly path: string }>(db, tagsOf, numbers),
    containers: grouped<DocumentLink>(db, containersOf, numbers),
    members: grouped<DocumentLink>(db, membersOf, numbers),
    mentions: mentionsOfDocuments(db, numbers),
    agreements: agreementsOfDocuments(db, numbers),
    commitments: grouped<Commitment>(db, of('commitment', 'page, start, end, due, quote', 'page, start'), numbers),
    conditions: grouped<AccessCondition>(db, of('access_condition', 'reason, review', 'reason'), numbers),
    refusals: grouped<Refusal>(db, of('refusal', 'about, words', 'about, words'), numbers),
  }
}

function assemble(row: DocumentRow, read: ReturnType<typeof lists>): StoredRecord {
  const { number, id, title, kind, language, issued, issuer, place, reference, summary } = row
  const [file] = read.files(number)
  if (file === undefined)
    throw new ArchiveError('archive-damaged', `Document ${number} has no file.`, { document: number })
  const [container] = read.containers(number)
  const pages = read.pages(number)
  const agreements = read.agreements(number)
  const [access] = read.conditions(number)
  const record: CataloguedRecord = {
    ...{ id, file: toOriginalFile(file), title, kind, language, issued, issuer, place, reference, summary },
    importedAt: row.imported_at,
    tags: read.tags(number).map(({ path }) => path),
    ...(container === undefined ? {} : { container }),
    members: read.members(number).slice(0, mostMembers),
    link: row.link,
    pages,
    mentions: withAgreements(read.mentions(number, pages), agreements),
    agreements: agreements.map(({ id: own, title, parties, signed, role, page, start, end, quote }) => ({
      ...{ id: own, title, parties: [...parties], signed, role },
      evidence: { document: id, page, start, end, text: quote },
    })),
    commitments: read.commitments(number).map(({ due, page, start, end, quote }) => ({
      due,
      evidence: { document: id, page, start, end, text: quote },
    })),
    evidence: evidenceOf(row),
    catalogued: row.catalogued === 1,
    refused: [...read.refusals(number)],
    ...(access === undefined ? {} : { access }),
  }
  return { number, record, extension: file.extension }
}

/** The records of documents by their numbers, in the same order; numbers without a document are left out. */
export function recordsOf(db: ReadDb, numbers: readonly number[]): StoredRecord[] {
  const rows = statement<[string], DocumentRow>(
    db,
    'SELECT document.* FROM json_each(?) AS wanted CROSS JOIN document ON document.number = wanted.value',
  ).all(JSON.stringify(numbers))
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  const read = lists(db, numbers)
  return numbers.flatMap((number) => {
    const row = byNumber.get(number)
    return row === undefined ? [] : [assemble(row, read)]
  })
}
