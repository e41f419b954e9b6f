import type { AccessCondition, DocumentId } from '../../contract/schemas.ts'
import type { Audience } from '../../contract/vocabulary.ts'
import { restrictedDocuments } from '../access/access.store.ts'
import { allRedactions } from '../access/redactions.store.ts'
import { type CleanText, Redactor, cleanData, filler } from '../access/redactor.rules.ts'
import type { ReadDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import { numbersOfIds } from '../documents/documents.store.ts'
import { type CataloguedRecord, recordsOf } from '../documents/records.store.ts'
import { type RecordDetails, detailsOf } from '../exchange/record-details.store.ts'

/** A document as it may leave the archive. */
export interface Released {
  readonly record: CataloguedRecord
  readonly details: RecordDetails
  /** What the name of its original ends in. */
  readonly extension: string
  /** What may not leave: the document, which is only told of, or its original. */
  readonly withheld: 'document' | 'original' | undefined
}

/** An address as people read it. */
function unescaped(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

const noDetails: RecordDetails = {
  ...{ memberName: '', container: undefined, furniture: [], links: [], commitments: [], happenings: [] },
}

/** A document that is not given away: its id, why, and when that is to be looked at again. */
function stubOf({ id, file, importedAt }: CataloguedRecord, access: AccessCondition): CataloguedRecord {
  const until = access.review === '' ? '' : ` To be reviewed: ${access.review}.`
  const text = `This document is not in the package. Reason: ${access.reason}.${until}`
  return {
    ...{ id, importedAt, access, title: `Restricted: ${access.reason}`, kind: 'other', language: 'und', issued: '' },
    file: { id: file.id, name: 'restricted.txt', bytes: 0, sha256: '', mediaType: 'text/plain', source: '' },
    ...{ issuer: '', place: '', reference: '', summary: '', link: '', catalogued: false },
    ...{ tags: [], members: [], mentions: [], agreements: [], commitments: [], evidence: {}, refused: [] },
    pages: [{ number: 1, text, grade: 'text' }],
  }
}

/** Also members that are documents elsewhere already, and those that were removed: the bytes of the container hold them all. */
const membersOf = `SELECT container, number AS member FROM document WHERE container IS NOT NULL
  UNION SELECT container, document FROM import_file WHERE container IS NOT NULL AND document IS NOT NULL`

const textsOf = `SELECT document.title || char(10) || document.member_name AS title, page.text, access_condition.reason
  FROM document LEFT JOIN page ON page.document = document.number
  LEFT JOIN access_condition ON access_condition.document = document.number WHERE document.number = ?`

/** What came out of containers, by the number of each. */
function allMembers(db: ReadDb): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>()
  for (const { container, member } of db.prepare<[], { container: number; member: number }>(membersOf).iterate()) {
    const known = found.get(container)
    if (known === undefined) found.set(container, [member])
    else known.push(member)
  }
  return found
}

/**
 * Decides what of an archive's documents may leave it. For the institution itself everything does. For anyone, restricted documents
 * leave as stubs, words that are marked for redaction leave nowhere, and no originals that hold either; nor does where files lay.
 */
export class Release {
  readonly redactor: Redactor
  readonly #db: ReadDb
  readonly #isForAnyone: boolean
  readonly #restricted: ReadonlySet<DocumentId>
  readonly #titledByRestricted: ReadonlySet<string>
  readonly #members: ReadonlyMap<number, readonly number[]>

  constructor(db: ReadDb, audience: Audience) {
    this.#db = db
    this.#isForAnyone = audience === 'anyone'
    this.#members = this.#isForAnyone ? allMembers(db) : new Map()
    this.redactor = new Redactor(this.#isForAnyone ? allRedactions(db).map(({ words }) => words) : [])
    this.#restricted = new Set(this.#isForAnyone ? restrictedDocuments(db).map(({ document }) => document) : [])
    this.#titledByRestricted = new Set(
      this.#restricted.size === 0
        ? []
        : statement<[], string>(
            db,
            `SELECT DISTINCT agreement.id FROM agreement JOIN agreement_link ON agreement_link.agreement = agreement.number
             JOIN access_condition ON access_condition.document = agreement_link.document`,
          )
            .pluck()
            .all(),
    )
  }

  isRestricted(document: DocumentId): boolean {
    return this.#restricted.has(document)
  }

  /** Whether an agreement has its title from a text that may not be given away. */
  hasRestrictedTitle(agreement: string): boolean {
    return this.#titledByRestricted.has(agreement)
  }

  /** How many of some documents are only told of. */
  countRestricted(numbers: readonly number[]): number {
    const restricted = new Set(numbersOfIds(this.#db, [...this.#restricted]))
    return numbers.filter((number) => restricted.has(number)).length
  }

  /** Documents by their numbers as they may leave, in the same order. */
  documents(numbers: readonly number[]): Released[] {
    const details = detailsOf(this.#db, numbers)
    return recordsOf(this.#db, numbers).map(({ record, extension, number }) => {
      if (!this.#isForAnyone) return { record, details: details(number), extension, withheld: undefined }
      if (record.access !== undefined)
        return {
          record: stubOf(record, { ...record.access, reason: this.redactor.clean(record.access.reason) }),
          ...{ details: noDetails, extension: 'txt', withheld: 'document' },
        }
      const isBox = this.#holdsWithheld(number)
      return this.#forAnyone(this.#withoutRestricted(record), details(number), extension, isBox)
    })
  }

  /** What other documents say of restricted ones. */
  #withoutRestricted(record: CataloguedRecord): CataloguedRecord {
    const { container, ...rest } = record
    const isOpen = container !== undefined && !this.#restricted.has(container.id)
    return {
      ...rest,
      file: { ...record.file, source: record.file.name },
      members: record.members.filter(({ id }) => !this.#restricted.has(id)),
      ...(isOpen ? { container } : {}),
      agreements: record.agreements.map((each) =>
        // When and between whom it was signed may be known from the restricted text alone.
        this.#titledByRestricted.has(each.id) ? { ...each, title: each.evidence.text, parties: [], signed: '' } : each,
      ),
      mentions: record.mentions.filter(({ type }) => type !== 'agreement' || this.#titledByRestricted.size === 0),
    }
  }

  #forAnyone(record: CataloguedRecord, details: RecordDetails, extension: string, isBoxOfWithheld: boolean): Released {
    const container =
      details.container === undefined || this.#restricted.has(details.container) ? undefined : details.container
    const own = { ...details, container }
    if (this.redactor.isEmpty)
      return {
        record: isBoxOfWithheld ? this.#withoutOriginal(record) : record,
        ...{ details: own, extension, withheld: isBoxOfWithheld ? 'original' : undefined },
      }
    return this.#cleaned(record, own, extension, isBoxOfWithheld)
  }

  /** Whether something that came out of a container may not leave, and so the container's own bytes may not. */
  #holdsWithheld(number: number): boolean {
    const texts = statement<[number], { title: string; text: string | null; reason: string | null }>(this.#db, textsOf)
    const inside = new Set<number>()
    const waiting = [...(this.#members.get(number) ?? [])]
    for (let member = waiting.pop(); member !== undefined; member = waiting.pop()) {
      if (inside.has(member)) continue
      inside.add(member)
      waiting.push(...(this.#members.get(member) ?? []))
      for (const { title, text, reason } of texts.iterate(member))
        if (reason !== null || this.redactor.isInName(title) || this.redactor.holds(text ?? '')) return true
    }
    return false
  }

  /** The SHA-256 of bytes that are withheld would let words be guessed and tried. */
  #withoutOriginal(record: CataloguedRecord): CataloguedRecord {
    return { ...record, file: { ...record.file, sha256: '' } }
  }

  #cleanName(name: string): string {
    const clean = this.redactor.clean(name)
    return this.redactor.isInName(clean) ? `${filler}${/\.\w{1,10}$/.exec(clean)?.[0] ?? ''}` : clean
  }

  #cleaned(record: CataloguedRecord, details: RecordDetails, extension: string, isBox: boolean): Released {
    const pages = new Map<number, CleanText>(
      record.pages.map((page) => [page.number, this.redactor.cleanText(page.text)]),
    )
    const { name } = record.file
    // A picture of a page may hold anything.
    const isUnread = record.pages.some(({ grade }) => grade === 'image')
    const isChanged = [...pages.values()].some((page) => page.isChanged) || this.redactor.isInName(name)
    const isWithheld = isBox || isUnread || isChanged
    const clean = cleanData(this.redactor, { ...record, pages: [] }, pages)
    const cleanFile = { ...clean.file, name: this.#cleanName(name), source: this.#cleanName(name) }
    const released: CataloguedRecord = {
      ...clean,
      file: isWithheld ? { ...cleanFile, sha256: '' } : cleanFile,
      // The day that marked words state is not told in figures, either.
      issued: this.redactor.holds(record.evidence.issued?.text ?? '') ? '' : clean.issued,
      link: [record.link, unescaped(record.link)].some((link) => this.redactor.isInName(link)) ? '' : clean.link,
      pages: record.pages.map((page) => ({ ...page, text: pages.get(page.number)?.text ?? '' })),
    }
    const cleanDetails = cleanData(this.redactor, details, pages)
    return {
      record: released,
      details: {
        ...cleanDetails,
        memberName: this.#cleanName(details.memberName),
        // Where clauses and headers stand was counted in the old text.
        furniture: details.furniture.filter(({ page }) => pages.get(page)?.isChanged !== true),
        links: cleanDetails.links.map((link) => (isChanged ? { ...link, clauses: [] } : link)),
      },
      extension,
      withheld: isWithheld ? 'original' : undefined,
    }
  }
}
