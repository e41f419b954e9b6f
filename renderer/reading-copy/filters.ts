import type { ReadingDocument } from '../../electron/contract/reading-copy.ts'

/** What documents can be narrowed by. */
export const filterNames = ['kind', 'writtenIn', 'year', 'tag', 'country'] as const
export type FilterName = (typeof filterNames)[number]
export type Filters = Readonly<Partial<Record<FilterName, string>>>

const yearOf = (issued: string): readonly string[] => {
  const year = /^\d{4}/.exec(issued)?.[0]
  return year === undefined ? [] : [year]
}

const withAbove = (tag: string): readonly string[] =>
  tag.split('/').map((_, at, parts) => parts.slice(0, at + 1).join('/'))

const valuesOf: Readonly<Record<FilterName, (document: ReadingDocument) => readonly string[]>> = {
  kind: ({ kind }) => [kind],
  writtenIn: ({ language }) => [language],
  year: ({ issued }) => yearOf(issued),
  tag: ({ tags }) => [...new Set(tags.flatMap(withAbove))],
  country: ({ countries }) => countries,
}

const passes = (document: ReadingDocument, filters: Filters, without?: FilterName): boolean =>
  filterNames.every((name) => {
    const wanted = filters[name]
    return wanted === undefined || name === without || valuesOf[name](document).includes(wanted)
  })

/** The places of documents that pass all filters, in the order given. */
export function narrow(documents: readonly ReadingDocument[], places: readonly number[], filters: Filters): number[] {
  return places.filter((place) => {
    const document = documents[place]
    return document !== undefined && passes(document, filters)
  })
}

/** How many documents there would be with each value of a filter, the other filters as they are. */
export function countValues(
  documents: readonly ReadingDocument[],
  places: readonly number[],
  filters: Filters,
  name: FilterName,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const place of places) {
    const document = documents[place]
    if (document === undefined || !passes(document, filters, name)) continue
    for (const value of valuesOf[name](document)) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}
