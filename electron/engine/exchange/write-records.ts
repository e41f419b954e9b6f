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
      ...{ type: 'agreement', id, title: isOpen ? title : toldTitle, parties: [...parties], signed, place },
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

/** So many records are read from the catalogue together. */
const recordsAtOnce = 100

function* documentLines(numbers: readonly number[], items: readonly PackageItem[], release: Release) {
  for (let from = 0; from < numbers.length; from += recordsAtOnce)
    for (const [at, released] of release.documents(numbers.slice(from, from + recordsAtOnce)).entries()) {
      const item = items[from + at]
      if (item?.record.id !== released.record.id) throw new Error('A document went while it was being exported.')
      const { id, access } = released.record
      if (released.withheld === 'restricted' && access !== undefined) yield { type: 'stub', id, access } as const
      else yield documentLine(released, item)
    }
}

function* collectionLines(db: ReadDb, inPackage: ReadonlySet<DocumentId>): Generator<CollectionLine> {
  for (const { id, name, note } of allCollections(db)) {
    const number = findCollection(db, id)?.number ?? 0
    const places = placesOfCollection(db, number).filter(({ document }) => inPackage.has(document))
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

/** An act about a collection may name a document of it that is not in the package: it is told without. */
function withoutOthers(event: EventLine, documents: ReadonlySet<string>): EventLine {
  if (event.about.some((id) => documents.has(id))) return event
  return { ...event, facts: without(event.facts, 'title', 'words') }
}

/** History of a package for anyone says nothing of where files lay. */
const withoutPlaces = (facts: EventLine['facts']): EventLine['facts'] => without(facts, 'source', 'path')

function* allLines(
  { db, folder: { card } }: ReadContext,
  numbers: readonly number[],
  { items, archive }: PackageContents,
  release: Release,
  audience: Audience,
): Generator<RecordLine> {
  yield { type: 'package', version: recordsVersion, archive, documents: items.length }
  yield* agreementLines(db, items, release)
  const names = [...nameLines(db, items)]
  yield* names
  yield* documentLines(numbers, items, release)
  const inPackage = new Set(items.filter(({ withheld }) => withheld !== 'restricted').map(({ record }) => record.id))
  const collections = [...collectionLines(db, inPackage)]
  yield* collections
  yield* editionLines(db, inPackage)
  const things = [
    ...inPackage,
    ...[...names, ...collections].map(({ id }) => id),
    ...items.flatMap(({ record }) => record.tags),
  ]
  for (const told of eventsOfRecords(db, { id: card.id, title: card.title }, new Set(things))) {
    const event = withoutOthers(told, inPackage)
    yield audience === 'anyone' ? { ...event, facts: withoutPlaces(event.facts) } : event
  }
}

const noPages = new Map<number, never>()

/**
 * `records.ndjson`: everything from which the documents of a package can be restored, as the audience may have it, a JSON value on
 * each line in the order in which it is needed: the package, agreements, names, documents, collections, editions, history.
 * `numbers` are the documents in the order of the package's items.
 */
export function* recordLines(
  context: ReadContext,
  numbers: readonly number[],
  contents: PackageContents,
  release: Release,
  audience: Audience,
): Generator<string> {
  for (const line of allLines(context, numbers, contents, release, audience)) {
    // What is released is clean already; its places would be moved again.
    const isClean = release.redactor.isEmpty || line.type === 'document'
    yield `${JSON.stringify(isClean ? line : cleanData(release.redactor, line, noPages))}\n`
  }
}
