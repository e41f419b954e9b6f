import { daysInMonth } from '../../contract/edtf.ts'
import type { Histogram } from '../../contract/schemas.ts'
import type { SearchMemory } from './search-memory.ts'

type Unit = Histogram['unit']

/** More bars than this cannot be told apart. */
const mostBars = 130
const monthsOf = (day: number): number => Math.floor(day / 10_000) * 12 + (Math.floor(day / 100) % 100) - 1
const daysOf = (day: number): number =>
  Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100) / 86_400_000
const twoDigits = (value: number): string => String(value).padStart(2, '0')
const year = (value: number): string => String(value).padStart(4, '0')

/** For each unit: the place of a day on its scale, and the EDTF value of a place. */
const scales: Readonly<Record<Unit, { place: (day: number) => number; value: (place: number) => string }>> = {
  decade: { place: (day) => Math.floor(day / 100_000), value: (place) => `${String(place).padStart(3, '0')}X` },
  year: { place: (day) => Math.floor(day / 10_000), value: year },
  month: { place: monthsOf, value: (place) => `${year(Math.floor(place / 12))}-${twoDigits((place % 12) + 1)}` },
  day: { place: daysOf, value: (place) => new Date(place * 86_400_000).toISOString().slice(0, 10) },
}

/** The finest unit in which a stretch of days has few enough bars. */
function unitFor(from: number, to: number): Unit {
  const fits = (unit: Unit, most: number): boolean => scales[unit].place(to) - scales[unit].place(from) < most
  if (fits('day', 40)) return 'day'
  if (fits('month', 48)) return 'month'
  return fits('year', mostBars) ? 'year' : 'decade'
}

/** The first and last day of the documents' dates, open and unlikely ends aside; `undefined` when none has a date. */
function stretchOf(memory: SearchMemory, documents: readonly number[]): { from: number; to: number } | undefined {
  const { issuedFrom, issuedTo } = memory.columns
  let from = Infinity
  let to = 0
  for (const document of documents) {
    const first = issuedFrom[document] ?? 0
    const last = issuedTo[document] ?? 0
    if (first === 0) continue
    from = Math.min(from, first > 10_000 ? first : last)
    to = Math.max(to, last < 99991231 ? last : first)
  }
  return to === 0 ? undefined : { from, to: Math.max(from, to) }
}

/** A day that there is: an end of February that a month of 31 days gave would be none. */
function realDay(day: number): number {
  const month = Math.min(12, Math.max(1, Math.floor(day / 100) % 100))
  const inYear = Math.floor(day / 10_000)
  return inYear * 10_000 + month * 100 + Math.min(daysInMonth(inYear, month), Math.max(1, day % 100))
}

/**
 * How many of the documents a filter by each bar would find: a document whose date is a range counts in every bar that it touches.
 * The unit is the finest that a glance can take in.
 */
export function countOverTime(memory: SearchMemory, documents: readonly number[]): Histogram {
  const stretch = stretchOf(memory, documents)
  if (stretch === undefined) return { unit: 'year', bars: [] }
  const from = realDay(stretch.from)
  const to = realDay(stretch.to)
  const unit = unitFor(from, to)
  const { place, value } = scales[unit]
  const first = place(from)
  const counts = new Uint32Array(Math.min(1000, place(to) - first + 1))
  const { issuedFrom, issuedTo } = memory.columns
  for (const document of documents) {
    const begin = issuedFrom[document] ?? 0
    if (begin === 0) continue
    const start = Math.max(0, place(Math.max(from, begin)) - first)
    const end = Math.min(counts.length - 1, place(Math.min(to, issuedTo[document] ?? 0)) - first)
    for (let bar = start; bar <= end; bar++) counts[bar] = (counts[bar] ?? 0) + 1
  }
  return { unit, bars: Array.from(counts, (count, bar) => ({ value: value(first + bar), count })) }
}
