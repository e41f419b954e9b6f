import type { DocumentId } from '../../contract/schemas.ts'
import type { Audience } from '../../contract/vocabulary.ts'
import { cleanData } from '../access/redactor.rules.ts'
import { allAgreements } from '../agreements/agreements.store.ts'
import { allCollections, findCollection, placesOfCollection } from '../collections/collections.store.ts'
import type { ReadContext } from '../context.ts'
import type { ReadDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import type { PackageContents, PackageItem } from '../exporting/metadata/package-contents.ts'
import type { Release, Released } from '../exporting/release.ts'
import { allNames, foldName } from '../names/names.store.ts'
import { eventsOfRecords } from './events-of-records.ts'
import {
  type AgreementLine,
  type CollectionLine,
  type DocumentLine,
  type EditionLine,
  type EventLine,
  type NameLine,
  type RecordLine,
  recordsVersion,
} from './record-lines.ts'

/** The register's records of which documents of the package speak. */
function* agreementLines(db: ReadDb, items: readonly PackageItem[], release: Release): Generator<AgreementLine> {
  const told = new Map(items.flatMap(({ record }) => record.agreements.map(({ id, title }) => [id, title] as const)))
  for (const { id, title, subject, subjectKeys, parties, signed, place } of allAgreements(db)) {
    const toldTitle = told.get(id)
    if (toldTitle === undefined) continue
    const isOpen = !release.hasRestrictedTitle(id)
    yield {
      ...{ type: 'agreement', id, title: isOpen ? title : toldTitle, parties: isOpen ? [...parties] : [] },
      ...{ signed: isOpen ? signed : '', place: isOpen ? place : '' },
      ...{ subject: isOpen ? subject : '', subjectKeys: isOpen ? [...subjectKeys] : [] },
    }
  }
}

/** Authority records of names that the package mentions, and those whose other names they are. */
function* nameLines(db: ReadDb, items: readonly PackageItem[]): Generator<NameLine> {
  const mentioned = new Set(items.flatMap(({ names }) => names.map(({ type, name }) => `${type} ${foldName(name)}`)))
  const names = allNames(db)
  const byNumber = new Map(names.map((name) => [name.number, name]))
  const own = names.filter(({ type, folded }) => mentioned.has(`${type} ${folded}`))
  const wanted = new Set(own.flatMap(({ number, merged_into: into }) => (into === null ? [number] : [number, into])))
  for (const { number, id, type, preferred, folded, key, country, note, merged_into: into } of names) {
    if (!wanted.has(number)) continue
    const root = into === null ? undefined : byNumber.get(into)
    yield {
      ...{ type: 'name', id, of: type, preferred, folded, key, country, note },
      ...(root === undefined ? {} : { mergedInto: root.id }),
    }
  }
}

/** A copy without some of its fields. */
function without<T extends object, K extends keyof T>(value: T, ...fields: readonly K[]): Omit<T, K> {
  const copy = { ...value }
  for (const field of fields) Reflect.deleteProperty(copy, field)
  return copy
}

function documentLine({ record, details, extension }: Released, item: PackageItem): DocumentLine {
  const { id, title, kind, language, issued, issuer, place, reference, summary, evidence } = record
  const { importedAt, tags, link, catalogued, access, pages, mentions, refused } = record
  const { name, source, bytes, sha256, mediaType, modifiedAt } = record.file
  const furniture = new Map(details.furniture.map(({ page, spans }) => [page, [...spans]]))
  return {
    ...{ type: 'document', id, title, kind, language, issued, issuer, place, reference, summary, evidence },
    file: {
      ...{ id: record.file.id, name, bytes, sha256, mediaType, extension },
      ...(source === name ? {} : { source }),
      ...(modifiedAt === undefined ? {} : { modifiedAt }),
    },
    ...{ importedAt, tags, link, catalogued, refused, memberName: details.memberName },
    ...(details.container === undefined ? {} : { container: details.container }),
    ...(access === undefined ? {} : { access }),
    ...(item.original === undefined ? {} : { original: item.original.name }),
    text: item.text.name,
    pages: pages.map(({ number, text, grade, confidence }) => ({
      ...{ length: text.length, grade },
      ...(confidence === undefined ? {} : { confidence }),
      ...(furniture.has(number) ? { furniture: furniture.get(number) } : {}),
    })),
    mentions: mentions.filter(({ type }) => type !== 'agreement').map((mention) => without(mention, 'text')),
    agreements: details.links.map((each) => ({ ...each, clauses: [...each.clauses] })),
    commitments: [...details.commitments],
    happenings: [...details.happenings],
  }
}

/** The line of a document of the package, as the audience may have it: what was released is clean already. */
export function documentText(released: Released, item: PackageItem): string {
  const { id, access } = released.record
  const isStub = released.withheld === 'document' && access !== undefined
  const line: RecordLine = isStub ? { type: 'stub', id, access } : documentLine(released, item)
  return `${JSON.stringify(line)}\n`
}

function* collectionLines(
  db: ReadDb,
  inPackage: ReadonlySet<DocumentId>,
  isForAnyone: boolean,
): Generator<CollectionLine> {
  for (const { id, name, note } of allCollections(db)) {
    const number = findCollection(db, id)?.number ?? 0
    const own = placesOfCollection(db, number).filter(({ document }) => inPackage.has(document))
    // A gap would tell where a document stands that is not in the package.
    const places = isForAnyone ? own.map((place, at) => ({ ...place, position: at + 1 })) : own
    if (places.length > 0) yield { type: 'collection', id, name, note, places }
  }
}

function* editionLines(db: ReadDb, inPackage: ReadonlySet<DocumentId>): Generator<EditionLine> {
  const rows = statement<[], Omit<EditionLine, 'type'>>(
    db,
    `SELECT one.id AS first, other.id AS second, relation FROM edition
     JOIN document AS one ON one.number = edition.first JOIN document AS other ON other.number = edition.second
     ORDER BY edition.first, edition.second`,
  ).all()
  for (const row of rows) if (inPackage.has(row.first) && inPackage.has(row.second)) yield { type: 'edition', ...row }
}

/** History of a package for anyone says nothing of where files lay. */
const withoutPlaces = (facts: EventLine['facts']): EventLine['facts'] => without(facts, 'source', 'path', 'into')

/** An event as anyone may have it. By its hash, words that were taken out of it could be guessed and tried. */
const forAnyone = (event: EventLine, release: Release): EventLine => ({
  ...event,
  facts: withoutPlaces(event.facts),
  hash: release.redactor.isEmpty ? event.hash : '',
})

/** The order in which what a package holds is needed: first what its documents name, then they, then what names them. */
export interface RecordParts {
  readonly contents: PackageContents
  readonly release: Release
  readonly audience: Audience
  /** The texts of the documents' lines, in the order of the package. */
  readonly documents: Iterable<string>
}

const noPages = new Map<number, never>()

/**
 * `records.ndjson`: everything from which the documents of a package can be restored, as the audience may have it, a JSON value on
 * each line: the package, agreements, names, documents, collections, editions, history.
 */
export function* recordLines({ db, folder: { card } }: ReadContext, parts: RecordParts): Generator<string> {
  const { contents, release, audience, documents } = parts
  const { items, archive } = contents
  const toText = (line: RecordLine): string =>
    `${JSON.stringify(release.redactor.isEmpty ? line : cleanData(release.redactor, line, noPages))}\n`
  yield toText({ type: 'package', version: recordsVersion, archive, documents: items.length })
  for (const line of agreementLines(db, items, release)) yield toText(line)
  // A name that holds a marked word is nobody's name without it.
  const names = [...nameLines(db, items)].filter(({ preferred, folded }) =>
    [preferred, folded].every((name) => !release.redactor.holds(name)),
  )
  for (const line of names) yield toText(line)
  yield* documents
  const inPackage = new Set(items.filter(({ withheld }) => withheld !== 'document').map(({ record }) => record.id))
  const collections = [...collectionLines(db, inPackage, audience === 'anyone')]
  for (const line of collections) yield toText(line)
  for (const line of editionLines(db, inPackage)) yield toText(line)
  const ids = [...names, ...collections].map(({ id }) => id)
  const things = new Set([...inPackage, ...ids, ...items.flatMap(({ record }) => record.tags)])
  for (const event of eventsOfRecords(db, { id: card.id, title: card.title }, things))
    yield toText(audience === 'anyone' ? forAnyone(event, release) : event)
}
