import { edtfBounds } from '../../contract/edtf.ts'
import { ArchiveError } from '../../contract/errors.ts'
import type { AgreementId, AgreementParty, Clause, DocumentId } from '../../contract/schemas.ts'
import type { Language } from '../../contract/vocabulary.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { grouped } from '../database/grouped.ts'
import { statement } from '../database/statement.ts'
import { announceChanged } from '../documents/documents.store.ts'
import { makeUlid } from '../ids.ts'

/** A record of the register. */
export interface AgreementRow {
  readonly number: number
  readonly id: AgreementId
  readonly title: string
  readonly subject: string
  readonly subjectKeys: readonly string[]
  readonly parties: readonly AgreementParty[]
  readonly signed: string
  readonly signedFrom: number | null
  readonly signedTo: number | null
  readonly place: string
}

export type AgreementValues = Omit<AgreementRow, 'number' | 'id' | 'signedFrom' | 'signedTo'>

type Raw = Omit<AgreementRow, 'subjectKeys' | 'parties'> & { readonly keys: string; readonly parties: string }

const columns = `agreement.number, agreement.id, agreement.title, subject, subject_keys AS keys, parties, signed,
  signed_from AS signedFrom, signed_to AS signedTo, place`

const toRow = ({ keys, parties, ...rest }: Raw): AgreementRow => ({
  ...rest,
  subjectKeys: JSON.parse(keys) as string[],
  parties: JSON.parse(parties) as AgreementParty[],
})

/** Every record, the newest signed first, those without a day last. */
export function allAgreements(db: ReadDb): AgreementRow[] {
  return statement<[], Raw>(db, `SELECT ${columns} FROM agreement ORDER BY signed_from DESC NULLS LAST, number`)
    .all()
    .map(toRow)
}

/** The title of every record by its number. */
export function titlesOfAll(db: ReadDb): Map<number, string> {
  return new Map(statement<[], [number, string]>(db, 'SELECT number, title FROM agreement').raw().all())
}

/** Records that may have been signed in a time. */
export function agreementsSignedIn(db: ReadDb, from: number, to: number): AgreementRow[] {
  return statement<[number, number], Raw>(
    db,
    `SELECT ${columns} FROM agreement WHERE signed_from <= ? AND signed_to >= ? ORDER BY number`,
  )
    .all(to, from)
    .map(toRow)
}

/** Records with just these parties. */
export function agreementsBetween(db: ReadDb, parties: readonly AgreementParty[]): AgreementRow[] {
  return statement<[string], Raw>(db, `SELECT ${columns} FROM agreement WHERE parties = ? ORDER BY number`)
    .all(JSON.stringify(parties))
    .map(toRow)
}

/** The number of the record with this id. */
export function findAgreementNumber(db: ReadDb, id: string): number | undefined {
  return statement<[string], number>(db, 'SELECT number FROM agreement WHERE id = ?').pluck().get(id)
}

/** Throws `agreement-not-found`. */
export function getAgreement(db: ReadDb, id: string): AgreementRow {
  const found = statement<[string], Raw>(db, `SELECT ${columns} FROM agreement WHERE id = ?`).get(id)
  if (found === undefined) throw new ArchiveError('agreement-not-found', `No agreement has the id ${id}.`, { id })
  return toRow(found)
}

function toColumns({ title, subject, subjectKeys, parties, signed, place }: AgreementValues) {
  const bounds = signed === '' ? undefined : edtfBounds(signed)
  return {
    ...{ title, subject, signed, place, keys: JSON.stringify(subjectKeys), parties: JSON.stringify(parties) },
    ...{ from: bounds?.from ?? null, to: bounds?.to ?? null },
  }
}

/** Answers the number of the new record. */
export function insertAgreement(
  db: WriteDb,
  values: AgreementValues,
  now: number,
  id: AgreementId = makeUlid(now) as AgreementId,
): number {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO agreement (id, title, subject, subject_keys, parties, signed, signed_from, signed_to, place)
     VALUES (@id, @title, @subject, @keys, @parties, @signed, @from, @to, @place)`,
  ).run({ id, ...toColumns(values) })
  return Number(lastInsertRowid)
}

export function updateAgreement(db: WriteDb, number: number, values: AgreementValues): void {
  statement(
    db,
    `UPDATE agreement SET title = @title, subject = @subject, subject_keys = @keys, parties = @parties, signed = @signed,
       signed_from = @from, signed_to = @to, place = @place WHERE number = @number`,
  ).run({ number, ...toColumns(values) })
}

export interface NewLink {
  readonly agreement: number
  readonly role: 'carries' | 'cites'
  readonly page: number
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly confidence: number
  readonly clauses: readonly Clause[]
}

/** Takes back what a document says of agreements. Answers whether it had said anything of any. */
export function clearLinks(db: WriteDb, document: number): boolean {
  const { changes } = statement<[number]>(db, 'DELETE FROM agreement_link WHERE document = ?').run(document)
  statement<[number]>(db, 'DELETE FROM commitment WHERE document = ?').run(document)
  statement<[number]>(db, 'DELETE FROM happening WHERE document = ?').run(document)
  return changes > 0
}

/** Lets one record have all that documents say of another, which goes. */
export function moveLinks(db: WriteDb, from: number, to: number): void {
  const documents = statement<[number, number], number>(
    db,
    'UPDATE agreement_link SET agreement = ? WHERE agreement = ? RETURNING document',
  )
    .pluck()
    .all(to, from)
  announceChanged(db, new Set(documents))
  statement<[number]>(db, 'DELETE FROM agreement WHERE number = ?').run(from)
}

/** Removes the records of which no document says anything any more. */
export function removeOrphans(db: WriteDb): void {
  statement(db, 'DELETE FROM agreement WHERE number NOT IN (SELECT agreement FROM agreement_link)').run()
}

export function insertLink(db: WriteDb, document: number, link: NewLink): void {
  statement(
    db,
    `INSERT OR IGNORE INTO agreement_link (document, page, start, end, agreement, role, quote, confidence, clauses)
     VALUES (@document, @page, @start, @end, @agreement, @role, @quote, @confidence, @clauses)`,
  ).run({ ...link, document, clauses: JSON.stringify(link.clauses) })
}

export interface LinkRow {
  readonly document: DocumentId
  readonly documentTitle: string
  readonly issued: string
  readonly kind: string
  readonly language: string
  readonly role: 'carries' | 'cites'
  readonly page: number
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly confidence: number
  readonly clauses: string
}

/** What present documents say of an agreement, the texts of it first, then by day of issue. */
export function linksOfAgreement(db: ReadDb, agreement: number): LinkRow[] {
  return statement<[number], LinkRow>(
    db,
    `SELECT document.id AS document, document.title AS documentTitle, document.issued, document.kind, document.language,
       role, page, start, end, quote, confidence, clauses
     FROM agreement_link JOIN document ON document.number = agreement_link.document AND document.removed = 0
     WHERE agreement = ? ORDER BY role, document.issued_from, document.number, page, start`,
  ).all(agreement)
}

export interface OwnLinkRow extends AgreementRow {
  readonly role: 'carries' | 'cites'
  readonly page: number
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly confidence: number
}

/** The agreements of which documents speak, in reading order, for each of them. */
export function agreementsOfDocuments(db: ReadDb, documents: readonly number[]): (document: number) => OwnLinkRow[] {
  const rowsOf = grouped<Raw & Pick<OwnLinkRow, 'role' | 'page' | 'start' | 'end' | 'quote' | 'confidence'>>(
    db,
    `SELECT agreement_link.document AS owner, ${columns}, role, page, start, end, quote, confidence FROM json_each(?) AS wanted
     CROSS JOIN agreement_link ON agreement_link.document = wanted.value
     JOIN agreement ON agreement.number = agreement_link.agreement ORDER BY agreement_link.document, page, start`,
    documents,
  )
  return (document) =>
    rowsOf(document).map(({ role, page, start, end, quote, confidence, ...raw }) => ({
      ...toRow(raw),
      ...{ role, page, start, end, quote, confidence },
    }))
}

/** How many present documents carry and cite each agreement, by its number. */
export function countLinks(db: ReadDb): Map<number, { carriers: number; citing: number }> {
  const rows = statement<[], { agreement: number; carriers: number; citing: number }>(
    db,
    `SELECT agreement, count(DISTINCT CASE WHEN role = 'carries' THEN document END) AS carriers,
       count(DISTINCT CASE WHEN role = 'cites' THEN document END) AS citing
     FROM agreement_link JOIN document ON document.number = agreement_link.document AND document.removed = 0
     GROUP BY agreement`,
  ).all()
  return new Map(rows.map(({ agreement, ...counts }) => [agreement, counts]))
}

/** The titles of the present texts of each agreement by their language, by its number; of two in one language the older. */
export function titlesOfTexts(db: ReadDb): Map<number, Partial<Record<Language, string>>> {
  const rows = statement<[], { agreement: number; language: Language; title: string }>(
    db,
    `SELECT DISTINCT agreement, document.language, document.title FROM agreement_link
     JOIN document ON document.number = agreement_link.document AND document.removed = 0
     WHERE role = 'carries' ORDER BY document.number DESC`,
  ).all()
  const titles = new Map<number, Partial<Record<Language, string>>>()
  for (const { agreement, language, title } of rows)
    titles.set(agreement, { ...titles.get(agreement), [language]: title })
  return titles
}

/** Numbers of the agreements that a document carries or cites, each once. */
export function linksOf(db: ReadDb, document: number): Int32Array {
  const numbers = statement<[number], number>(db, 'SELECT DISTINCT agreement FROM agreement_link WHERE document = ?')
  return Int32Array.from(numbers.pluck().all(document))
}

/** The same for every document that has any. */
export function* linksOfAll(db: ReadDb): Generator<readonly [number, Int32Array]> {
  const pairs = db
    .prepare<[], [number, number]>('SELECT DISTINCT document, agreement FROM agreement_link ORDER BY document')
    .raw()
  let current = 0
  let numbers: number[] = []
  for (const [document, agreement] of pairs.iterate()) {
    if (document !== current && numbers.length > 0) yield [current, Int32Array.from(numbers)]
    if (document !== current) [current, numbers] = [document, []]
    numbers.push(agreement)
  }
  if (numbers.length > 0) yield [current, Int32Array.from(numbers)]
}

/** Numbers of the documents that carry or cite an agreement. */
export function documentsOfAgreement(db: ReadDb, agreement: number): number[] {
  return statement<[number], number>(db, 'SELECT DISTINCT document FROM agreement_link WHERE agreement = ?')
    .pluck()
    .all(agreement)
}
