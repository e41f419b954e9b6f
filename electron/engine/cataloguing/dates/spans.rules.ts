import { type Day, addMonths, daysOfMonth, mondayOf, toCivil, toDay } from './calendar.rules.ts'

/** Stretches of time that a word names. `days` is any other stretch. */
export type Grain =
  | 'day'
  | 'weekend'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'season'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'
  | 'days'

/** Days from first to last, and as what they were named: that decides how EDTF writes them. */
export interface Span {
  readonly first: Day
  readonly last: Day
  readonly grain: Grain
}

const monthsIn: Partial<Record<Grain, number>> = {
  month: 1,
  quarter: 3,
  season: 3,
  half: 6,
  year: 12,
  decade: 120,
  century: 1200,
}
const daysIn: Partial<Record<Grain, number>> = { day: 1, week: 7, weekend: 7, fortnight: 14 }

/** How coarse a grain is, for comparing two. */
export const sizeOf = (grain: Grain): number => daysIn[grain] ?? (monthsIn[grain] ?? 0) * 30

/** A day some units later, or earlier for a negative count. */
export function shiftDay(day: Day, grain: Grain, count: number): Day {
  const days = daysIn[grain]
  return days === undefined
    ? addMonths(day, Math.round((monthsIn[grain] ?? 0) * count))
    : day + Math.round(days * count)
}

/** One day. */
export const daySpan = (day: Day): Span => ({ first: day, last: day, grain: 'day' })
/** Any days from a first to a last one. */
export const stretch = (first: Day, last: Day): Span => ({ first, last, grain: 'days' })

/** A month; `month` is 1 to 12. */
export function monthSpan(year: number, month: number): Span {
  const first = toDay(year, month, 1)
  return { first, last: first + daysOfMonth(year, month) - 1, grain: 'month' }
}

/** So many whole years from one on, with the grain by which EDTF writes them. */
export const yearsSpan = (year: number, years: number, grain: Grain): Span => ({
  first: toDay(year, 1, 1),
  last: toDay(year + years, 1, 1) - 1,
  grain,
})
/** One year. */
export const yearSpan = (year: number): Span => yearsSpan(year, 1, 'year')

/** Months from a first one on, which may lie in the year before or after. */
export function monthsSpan(year: number, month: number, months: number, grain: Grain): Span {
  const first = addMonths(toDay(year, 1, 1), month - 1)
  return { first, last: addMonths(first, months) - 1, grain }
}

/** The week, month, year ... in which a day lies. Weeks begin on Monday (ISO 8601). */
export function spanAround(day: Day, grain: Grain): Span {
  const { year, month } = toCivil(day)
  const monday = mondayOf(day)
  switch (grain) {
    case 'day':
    case 'days':
      return daySpan(day)
    case 'week':
      return { first: monday, last: monday + 6, grain }
    case 'fortnight':
      return { first: monday, last: monday + 13, grain }
    case 'weekend':
      return { first: monday + 5, last: monday + 6, grain }
    case 'month':
      return monthSpan(year, month)
    case 'quarter':
      return monthsSpan(year, month - ((month - 1) % 3), 3, grain)
    case 'season':
      // Winter begins in December of its year.
      return monthsSpan(year, Math.floor(month / 3) * 3, 3, grain)
    case 'half':
      return monthsSpan(year, month < 7 ? 1 : 7, 6, grain)
    case 'year':
      return yearSpan(year)
    case 'decade':
      return yearsSpan(year - (year % 10), 10, grain)
    case 'century':
      return yearsSpan(year - (year % 100), 100, grain)
  }
}

const pad = (number: number, length: number): string => String(number).padStart(length, '0')

function dayText(day: Day): string {
  const { year, month, day: ofMonth } = toCivil(day)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(ofMonth, 2)}`
}

/** The EDTF (ISO 8601-2:2019) value of a span; empty outside the years 1 to 9999. */
export function edtfOf({ first, last, grain }: Span): string {
  const { year, month } = toCivil(first)
  if (year < 1 || toCivil(last).year > 9999) return ''
  const yearText = pad(year, 4)
  switch (grain) {
    case 'month':
      return `${yearText}-${pad(month, 2)}`
    case 'quarter':
      return `${yearText}-${32 + Math.ceil(month / 3)}`
    case 'season':
      return `${yearText}-${20 + month / 3}`
    case 'year':
      return yearText
    case 'decade':
      return `${yearText.slice(0, 3)}X`
    case 'century':
      return `${yearText.slice(0, 2)}XX`
    default:
      return first === last ? dayText(first) : `${dayText(first)}/${dayText(last)}`
  }
}

/** The EDTF value of the time from one span to another, both included. */
export function edtfBetween(from: Span, to: Span): string {
  if (from.first > to.last || toCivil(to.last).year > 9999) return ''
  const start = edtfOf(from).split('/')[0] ?? ''
  const end = edtfOf(to).split('/').at(-1) ?? ''
  return start === end ? start : start === '' || end === '' ? '' : `${start}/${end}`
}
