import { type DayBounds, edtfBounds } from '../../contract/edtf.ts'
import type { NameType } from '../../contract/vocabulary.ts'
import type { ReadDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import { type AgreementRow, allAgreements, documentsOfAgreement } from '../agreements/agreements.store.ts'
import { countryOf } from '../cataloguing/names/countries.rules.ts'
import { foldName } from '../names/names.store.ts'
import { documentsOfCollection, findCollectionByName } from '../collections/collections.store.ts'
import { holdsNumber } from '../saved-searches/saved-searches.rules.ts'
import { findSearchByName, seenBySearch } from '../saved-searches/saved-searches.store.ts'
import type { QueryNode } from './query-tree.ts'
import { periodBounds } from './periods.ts'
import type { SearchMemory } from './search-memory.ts'

export interface Matching {
  readonly db: ReadDb
  readonly memory: SearchMemory
}

/** Whether a document passes. */
export type Test = (document: number) => boolean

type FieldNode = Extract<QueryNode, { type: 'field' }>

const boundsOf = (value: string): DayBounds | undefined => edtfBounds(value) ?? periodBounds(value, new Date())

function issuedTest(value: string, memory: SearchMemory): Test {
  if (value === 'none') return (document) => memory.issuedFrom(document) === 0
  const bounds = boundsOf(value)
  if (bounds === undefined) return () => false
  // A document of June 2025 may have been issued on any of its days: it is found by each of them.
  return (document) => {
    const from = memory.issuedFrom(document)
    return from !== 0 && from <= bounds.to && memory.issuedTo(document) >= bounds.from
  }
}

function importedTest(value: string, memory: SearchMemory): Test {
  const bounds = boundsOf(value)
  if (bounds === undefined) return () => false
  const dayStart = (day: number): number =>
    new Date(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100).getTime()
  const from = bounds.from === 0 ? -Infinity : dayStart(bounds.from)
  const to = bounds.to >= 99991231 ? Infinity : dayStart(bounds.to + 1)
  return (document) => memory.importedAt(document) >= from && memory.importedAt(document) < to
}

function listed(documents: readonly number[]): Test {
  const found = new Set(documents)
  return (document) => found.has(document)
}

function fileTest({ db }: Matching, value: string): Test {
  return listed(
    statement<[string, string], number>(
      db,
      'SELECT document FROM file WHERE instr(lower(name), lower(?)) > 0 OR instr(lower(source), lower(?)) > 0',
    )
      .pluck()
      .all(value, value),
  )
}

/** Kinds of names that a field may name: a country is a place too. */
const typesOfField = {
  person: ['person'],
  org: ['organisation'],
  place: ['place', 'country'],
  country: ['country'],
} as const satisfies Record<string, readonly NameType[]>

function nameTest({ memory }: Matching, field: keyof typeof typesOfField, value: string): Test {
  const { names, authorities } = memory
  const wanted = authorities.called(value, typesOfField[field])
  return (document) => {
    for (let at = names.startOf(document); at < names.endOf(document); at++)
      if (wanted.has(names.values[at] ?? 0)) return true
    return false
  }
}

/** Whether the text names a day, month or year of a time. */
function mentionsTest({ memory }: Matching, value: string): Test {
  const { dates } = memory
  if (value === 'none') return (document) => dates.startOf(document) === dates.endOf(document)
  const bounds = boundsOf(value)
  if (bounds === undefined) return () => false
  return (document) => {
    for (let at = dates.startOf(document); at < dates.endOf(document); at += 2)
      if ((dates.values[at] ?? 0) <= bounds.to && (dates.values[at + 1] ?? 0) >= bounds.from) return true
    return false
  }
}

/** Documents that carry or cite one of these agreements. */
const linkedTo = ({ db }: Matching, agreements: readonly AgreementRow[]): Test =>
  listed(agreements.flatMap(({ number }) => documentsOfAgreement(db, number)))

function partyTest(matching: Matching, value: string): Test {
  const code = countryOf(value)
  const name = value.toLowerCase()
  const isParty = ({ parties }: AgreementRow): boolean =>
    parties.some((party) => (code === undefined ? party.name.toLowerCase() === name : party.country === code))
  return linkedTo(matching, allAgreements(matching.db).filter(isParty))
}

/** By the whole title or the id, else by words that the title has. */
function agreementTest(matching: Matching, value: string): Test {
  const all = allAgreements(matching.db)
  const folded = foldName(value)
  const whole = all.filter(({ id, title }) => id === value || foldName(title) === folded)
  if (whole.length > 0 || folded === '') return linkedTo(matching, whole)
  const words = folded.split(' ')
  const named = all.filter(({ title }) => {
    const own = new Set(foldName(title).split(' '))
    return words.every((word) => own.has(word))
  })
  return linkedTo(matching, named)
}

function collectionTest({ db }: Matching, value: string): Test {
  const collection = findCollectionByName(db, value)
  return listed(collection === undefined ? [] : documentsOfCollection(db, collection.number))
}

/** What a saved search had not found when somebody last looked; everything where nobody has looked yet. */
function newTest({ db }: Matching, value: string): Test {
  const search = findSearchByName(db, value)
  if (search === undefined) return () => false
  const seen = seenBySearch(db, search.id)
  return (document) => seen === undefined || !holdsNumber(seen, document)
}

function tagTest({ memory }: Matching, value: string): Test {
  if (value === 'none') return (document) => memory.tagsOf(document).length === 0
  const tags = memory.tagNumbers(value)
  return (document) => memory.tagsOf(document).some((tag) => tags.has(tag))
}

function hasTest({ memory }: Matching, value: string): Test {
  switch (value) {
    case 'date':
      return (document) => memory.issuedFrom(document) !== 0
    case 'tag':
      return (document) => memory.tagsOf(document).length > 0
    case 'text':
      return (document) => memory.hasText(document)
    case 'catalogued':
      return (document) => memory.isCatalogued(document)
    case 'pictures':
      return (document) => memory.hasPictures(document)
    default:
      return () => false
  }
}

/** Whether a document has what a field asks for. The reader of queries has seen to it that every value has a meaning. */
export function fieldTest(matching: Matching, node: FieldNode): Test {
  const { memory } = matching
  switch (node.field) {
    case 'kind':
      return (document) => memory.kindOf(document) === node.value
    case 'lang':
      return (document) => memory.languageOf(document) === node.value
    case 'issued':
      return issuedTest(node.value, memory)
    case 'imported':
      return importedTest(node.value, memory)
    case 'file':
      return fileTest(matching, node.value)
    case 'tag':
      return tagTest(matching, node.value)
    case 'has':
      return hasTest(matching, node.value)
    case 'collection':
      return collectionTest(matching, node.value)
    case 'new':
      return newTest(matching, node.value)
    case 'person':
    case 'org':
    case 'place':
    case 'country':
      return nameTest(matching, node.field, node.value)
    case 'party':
      return partyTest(matching, node.value)
    case 'agreement':
      return agreementTest(matching, node.value)
    case 'mentions':
      return mentionsTest(matching, node.value)
    case 'widen':
      return () => true
  }
}
