import type { Facets } from '../../contract/schemas.ts'
import { type NameType, documentKinds, languages } from '../../contract/vocabulary.ts'
import { pathAndAncestors } from '../tags/tags.rules.ts'
import type { SearchMemory } from './search-memory.ts'

const mostValues = 200

function inOrder(counts: Iterable<readonly [string, number]>): Facets['kind'] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))
    .slice(0, mostValues)
}

/** Counts by place in a list of values. */
function namedCounts(values: readonly string[], counts: Uint32Array): Facets['kind'] {
  return inOrder(values.map((value, place) => [value, counts[place] ?? 0] as const))
}

/** How many of the documents have each tag or one below it, each document once. */
function countTags(memory: SearchMemory, numbers: readonly number[]): Map<string, number> {
  const paths: string[] = []
  const placeOf = new Map<string, number>()
  const placesOf = new Map(
    memory.tags().map((stored) => {
      const places = pathAndAncestors(stored.path).map((path) => {
        const place = placeOf.get(path) ?? paths.push(path) - 1
        placeOf.set(path, place)
        return place
      })
      return [stored.number, places] as const
    }),
  )
  const counts = new Uint32Array(paths.length)
  const lastCounted = new Uint32Array(paths.length)
  for (const number of numbers)
    for (const tag of memory.tagsOf(number))
      for (const place of placesOf.get(tag) ?? []) {
        if (lastCounted[place] === number) continue
        lastCounted[place] = number
        counts[place] = (counts[place] ?? 0) + 1
      }
  return new Map(paths.flatMap((path, place) => ((counts[place] ?? 0) > 0 ? [[path, counts[place] ?? 0]] : [])))
}

/** How many of the documents mention each record of the authority file, each document once. */
function countNames(memory: SearchMemory, numbers: readonly number[]): Uint32Array {
  const { names, authorities } = memory
  const { values } = names
  const rootOf = authorities.roots
  const counts = new Uint32Array(rootOf.length)
  const lastCounted = new Uint32Array(rootOf.length)
  for (const number of numbers) {
    const end = names.endOf(number)
    for (let at = names.startOf(number); at < end; at++) {
      const root = rootOf[values[at] ?? 0] ?? 0
      if (lastCounted[root] === number) continue
      lastCounted[root] = number
      counts[root] = (counts[root] ?? 0) + 1
    }
  }
  counts[0] = 0
  return counts
}

/** How many of the documents carry or cite each agreement, those of one title together and each document once. */
function countAgreements(memory: SearchMemory, numbers: readonly number[]): Facets['agreement'] {
  const { agreements } = memory
  const titleOf = memory.agreementTitles()
  const counts = new Map<string, number>()
  for (const number of numbers) {
    const titles = new Set<string>()
    for (let at = agreements.startOf(number); at < agreements.endOf(number); at++)
      titles.add(titleOf.get(agreements.values[at] ?? 0) ?? '')
    for (const title of titles) if (title !== '') counts.set(title, (counts.get(title) ?? 0) + 1)
  }
  return inOrder(counts)
}

/** The names of one type with their counts. */
function namesOfType({ authorities }: SearchMemory, type: NameType, counts: Uint32Array): Facets['person'] {
  const named: (readonly [string, number])[] = []
  counts.forEach((count, number) => {
    const name = count === 0 ? undefined : authorities.get(number)
    if (name?.type === type) named.push([name.preferred, count])
  })
  return inOrder(named)
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

/**
 * How many of the found documents have each value. Exact: just as many as a filter by the value finds. A document counts for every
 * tag above its own, once; documents without a date stand under the year `none`.
 */
export function countFacets(memory: SearchMemory, numbers: readonly number[]): Facets {
  const { kind, language } = memory.columns
  const names = countNames(memory, numbers)
  const year = Array.from(countYears(memory, numbers), (count, value) => ({
    ...{ value: value === 0 ? 'none' : String(value).padStart(4, '0'), count },
  }))
    .filter(({ count }) => count > 0)
    .reverse()
  return {
    kind: namedCounts(documentKinds, countPlaces(kind, documentKinds.length, numbers)),
    language: namedCounts(languages, countPlaces(language, languages.length, numbers)),
    year,
    tag: inOrder(countTags(memory, numbers)),
    country: namesOfType(memory, 'country', names),
    organisation: namesOfType(memory, 'organisation', names),
    person: namesOfType(memory, 'person', names),
    agreement: countAgreements(memory, numbers),
  }
}
