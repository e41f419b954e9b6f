import type { Facets } from '../../contract/schemas.ts'
import { type NameType, documentKinds, languages } from '../../contract/vocabulary.ts'
import { pathAndAncestors } from '../tags/tags.rules.ts'
import { highestScored } from './order.ts'
import type { SearchMemory } from './search-memory.ts'

const mostValues = 200

type Count = Facets['kind'][number]

/**
 * The values with the highest counts, most first. `places` are those that may have a count. Among equals any order that stays the
 * same will do, and comparing letters of three scripts costs most of a question.
 */
function inOrder(places: readonly number[], counts: Uint32Array, valueOf: (place: number) => string): Count[] {
  const tie = (a: number, b: number): number => (valueOf(a) < valueOf(b) ? -1 : 1)
  return highestScored(places, counts, mostValues, tie).map((place) => ({
    value: valueOf(place),
    count: counts[place] ?? 0,
  }))
}

/** The places that have a count. */
function counted(counts: Uint32Array): number[] {
  const places: number[] = []
  for (let place = 0; place < counts.length; place++) if ((counts[place] ?? 0) > 0) places.push(place)
  return places
}

/** Counts by place in a list of values. */
const namedCounts = (values: readonly string[], counts: Uint32Array): Count[] =>
  inOrder(counted(counts), counts, (place) => values[place] ?? '')

/** Values that a document may have several of, each with the places that it counts for. */
interface Places {
  readonly values: readonly string[]
  readonly placesOf: ReadonlyMap<number, readonly number[]>
}

/** Every tag with its own path and those above it. */
function tagPlaces(memory: SearchMemory): Places {
  const values: string[] = []
  const placeOf = new Map<string, number>()
  const placesOf = new Map(
    memory.tags().map((stored) => {
      const places = pathAndAncestors(stored.path).map((path) => {
        const place = placeOf.get(path) ?? values.push(path) - 1
        placeOf.set(path, place)
        return place
      })
      return [stored.number, places] as const
    }),
  )
  return { values, placesOf }
}

/** Every agreement with its title: those of one title count together. */
function agreementPlaces(memory: SearchMemory): Places {
  const values: string[] = []
  const placeOf = new Map<string, number>()
  const placesOf = new Map<number, readonly number[]>()
  for (const [number, title] of memory.agreementTitles()) {
    if (title === '') continue
    const place = placeOf.get(title) ?? values.push(title) - 1
    placeOf.set(title, place)
    placesOf.set(number, [place])
  }
  return { values, placesOf }
}

/** Counts places, each document once for each. */
class PlaceCounter {
  readonly counts: Uint32Array
  readonly #last: Uint32Array

  constructor(length: number) {
    this.counts = new Uint32Array(length)
    this.#last = new Uint32Array(length)
  }

  add(place: number, document: number): void {
    if (this.#last[place] === document) return
    this.#last[place] = document
    this.counts[place] = (this.counts[place] ?? 0) + 1
  }
}

/** How many of the documents have each tag or one below it. */
function countTags(memory: SearchMemory, { values, placesOf }: Places, numbers: readonly number[]): Uint32Array {
  const counter = new PlaceCounter(values.length)
  for (const number of numbers)
    for (const tag of memory.tagsOf(number)) for (const place of placesOf.get(tag) ?? []) counter.add(place, number)
  return counter.counts
}

/** How many of the documents carry or cite each agreement. */
function countAgreements(
  { agreements }: SearchMemory,
  { values, placesOf }: Places,
  numbers: readonly number[],
): Uint32Array {
  const counter = new PlaceCounter(values.length)
  for (const number of numbers) {
    const end = agreements.endOf(number)
    for (let at = agreements.startOf(number); at < end; at++)
      for (const place of placesOf.get(agreements.values[at] ?? 0) ?? []) counter.add(place, number)
  }
  return counter.counts
}

/** How many of the documents mention each record of the authority file. */
function countNames({ names, authorities }: SearchMemory, numbers: readonly number[]): Uint32Array {
  const { values } = names
  const { roots } = authorities
  const counter = new PlaceCounter(roots.length)
  for (const number of numbers) {
    const end = names.endOf(number)
    for (let at = names.startOf(number); at < end; at++) counter.add(roots[values[at] ?? 0] ?? 0, number)
  }
  counter.counts[0] = 0
  return counter.counts
}

/** The names of each type with their counts. */
function namesByType(
  { authorities }: SearchMemory,
  counts: Uint32Array,
): Pick<Facets, 'country' | 'organisation' | 'person'> {
  const places: Record<NameType, number[]> = { person: [], organisation: [], place: [], country: [] }
  for (const place of counted(counts)) {
    const type = authorities.get(place)?.type
    if (type !== undefined) places[type].push(place)
  }
  const ofType = (type: NameType): Count[] =>
    inOrder(places[type], counts, (place) => authorities.get(place)?.preferred ?? '')
  return { country: ofType('country'), organisation: ofType('organisation'), person: ofType('person') }
}

/** A date that says less than its year counts in so many years at most; a filter by any of them finds it. */
const mostYears = 200

/** How many documents each year from 0 to 9999 has; those without a date stand under 0. */
function countYears({ columns }: SearchMemory, numbers: readonly number[]): Uint32Array {
  const { issuedFrom, issuedTo } = columns
  const years = new Uint32Array(10_000)
  for (const number of numbers) {
    const first = Math.floor((issuedFrom[number] ?? 0) / 10_000)
    const last = Math.min(first + mostYears, Math.floor((issuedTo[number] ?? 0) / 10_000))
    for (let year = first; year <= last; year++) years[year] = (years[year] ?? 0) + 1
  }
  return years
}

/** How often each place of a list of `length` values is named for the documents. */
function countPlaces(places: Uint8Array, length: number, numbers: readonly number[]): Uint32Array {
  const counts = new Uint32Array(length)
  for (const number of numbers) {
    const place = places[number] ?? 0
    counts[place] = (counts[place] ?? 0) + 1
  }
  return counts
}

/** Counts of a set of documents, by place. Those of two sets that share no document add up to those of both. */
interface Counts {
  readonly kind: Uint32Array
  readonly language: Uint32Array
  readonly year: Uint32Array
  readonly tag: Uint32Array
  readonly name: Uint32Array
  readonly agreement: Uint32Array
}

/** What is the same for all questions until the archive changes. */
interface OfArchive {
  readonly revision: string
  readonly tags: Places
  readonly agreements: Places
  /** Counts of all present documents, once somebody needed them. */
  all?: Counts
}

const kept = new WeakMap<SearchMemory, OfArchive>()

function ofArchive(memory: SearchMemory): OfArchive {
  const known = kept.get(memory)
  if (known?.revision === memory.revision) return known
  const made = { revision: memory.revision, tags: tagPlaces(memory), agreements: agreementPlaces(memory) }
  kept.set(memory, made)
  return made
}

function countEach(memory: SearchMemory, archive: OfArchive, numbers: readonly number[]): Counts {
  const { kind, language } = memory.columns
  return {
    kind: countPlaces(kind, documentKinds.length, numbers),
    language: countPlaces(language, languages.length, numbers),
    year: countYears(memory, numbers),
    tag: countTags(memory, archive.tags, numbers),
    name: countNames(memory, numbers),
    agreement: countAgreements(memory, archive.agreements, numbers),
  }
}

/** Takes the counts of a part from those of the whole. */
function without(whole: Counts, part: Counts): Counts {
  const less = (key: keyof Counts): Uint32Array => {
    const rest = whole[key].slice()
    const taken = part[key]
    for (let place = 0; place < rest.length; place++) rest[place] = (rest[place] ?? 0) - (taken[place] ?? 0)
    return rest
  }
  return {
    ...{ kind: less('kind'), language: less('language'), year: less('year') },
    ...{ tag: less('tag'), name: less('name'), agreement: less('agreement') },
  }
}

/** The present documents that are not among these ascending ones. */
function restOf(memory: SearchMemory, numbers: readonly number[]): number[] {
  const present = memory.presentSet()
  for (const number of numbers) present[number] = 0
  const rest: number[] = []
  for (let at = 1; at < present.length; at++) if (present[at] === 1) rest.push(at)
  return rest
}

/** Where most documents are found, those that are not are fewer to count. */
function countsOf(memory: SearchMemory, archive: OfArchive, numbers: readonly number[]): Counts {
  if (numbers.length * 2 <= memory.documents) return countEach(memory, archive, numbers)
  archive.all ??= countEach(memory, archive, restOf(memory, []))
  return without(archive.all, countEach(memory, archive, restOf(memory, numbers)))
}

/**
 * How many of the found documents have each value. Exact: just as many as a filter by the value finds. A document counts for every
 * tag above its own, once; documents without a date stand under the year `none`.
 */
export function countFacets(memory: SearchMemory, numbers: readonly number[]): Facets {
  const archive = ofArchive(memory)
  const counts = countsOf(memory, archive, numbers)
  const year = counted(counts.year)
    .reverse()
    .map((value) => ({ value: value === 0 ? 'none' : String(value).padStart(4, '0'), count: counts.year[value] ?? 0 }))
  return {
    kind: namedCounts(documentKinds, counts.kind),
    language: namedCounts(languages, counts.language),
    year,
    tag: namedCounts(archive.tags.values, counts.tag),
    ...namesByType(memory, counts.name),
    agreement: namedCounts(archive.agreements.values, counts.agreement),
  }
}
