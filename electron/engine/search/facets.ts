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

/**
 * How many of the found documents have each value. Exact. A document counts for every tag above its own, once; documents
 * without a date stand under the year `none`.
 */
export function countFacets(memory: SearchMemory, numbers: readonly number[]): Facets {
  const kind = new Map<string, number>()
  const language = new Map<string, number>()
  const year = new Map<string, number>()
  const tag = new Map<string, number>()
  const paths = new Map(memory.tags().map((stored) => [stored.number, pathAndAncestors(stored.path)]))
  for (const number of numbers) {
    count(kind, memory.kindOf(number))
    count(language, memory.languageOf(number))
    const issued = memory.issuedFrom(number)
    count(year, issued === 0 ? 'none' : String(Math.floor(issued / 10_000)).padStart(4, '0'))
    for (const path of new Set(memory.tagsOf(number).flatMap((each) => paths.get(each) ?? []))) count(tag, path)
  }
  const years = [...year]
    .map(([value, number]) => ({ value, count: number }))
    .sort((a, b) => b.value.localeCompare(a.value))
  return { kind: inOrder(kind, byName), language: inOrder(language, byName), year: years, tag: inOrder(tag, byName) }
}
