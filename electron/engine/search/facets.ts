import type { Facets } from '../../contract/schemas.ts'
import { pathAndAncestors } from '../tags/tags.rules.ts'
import type { SearchMemory } from './search-memory.ts'

const mostValues = 200

function count(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1)
}

function inOrder(counts: ReadonlyMap<string, number>, compare: (a: string, b: string) => number): Facets['kind'] {
  return [...counts]
    .map(([value, number]) => ({ value, count: number }))
    .sort((a, b) => b.count - a.count || compare(a.value, b.value))
    .slice(0, mostValues)
}

const byName = (a: string, b: string): number => a.localeCompare(b)

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

/**
 * How many of the found documents have each value. Exact. A document counts for every tag above its own, once; documents
 * without a date stand under the year `none`.
 */
export function countFacets(memory: SearchMemory, numbers: readonly number[]): Facets {
  const kind = new Map<string, number>()
  const language = new Map<string, number>()
  const years = new Map<number, number>()
  for (const number of numbers) {
    count(kind, memory.kindOf(number))
    count(language, memory.languageOf(number))
    const year = Math.floor(memory.issuedFrom(number) / 10_000)
    years.set(year, (years.get(year) ?? 0) + 1)
  }
  const year = [...years]
    .map(([value, found]) => ({ value: value === 0 ? 'none' : String(value).padStart(4, '0'), count: found }))
    .sort((a, b) => b.value.localeCompare(a.value))
  const tag = inOrder(countTags(memory, numbers), byName)
  return { kind: inOrder(kind, byName), language: inOrder(language, byName), year, tag }
}
