import { type Day, daysOfMonth, easterOf, toCivil, toDay, weekdayOf } from './calendar.rules.ts'
import { daysOfHijriMonth, hijriToDay, hijriYearOf } from './hijri.rules.ts'
import type { Loose, Scene } from './reading.ts'
import type { Feast } from './sense.ts'
import { type Span, daySpan, monthSpan, monthsSpan, spanAround, stretch, yearSpan } from './spans.rules.ts'

/** What a date turned out to mean. */
export type Resolved =
  | { readonly kind: 'span'; readonly span: Span; readonly other?: Span; readonly isApproximate: boolean }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'impossible' }

/** Whether the sentence tells of the past (-1), of the future (1), or does not say. */
export type Tense = -1 | 0 | 1

/** The nth weekday of a span, from its end for a negative count. */
export function nthWeekday({ first, last }: Span, weekday: number, nth: number): Day | undefined {
  const day =
    nth > 0
      ? first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7
      : last - ((weekdayOf(last) - weekday + 7) % 7) + (nth + 1) * 7
  return day < first || day > last ? undefined : day
}

function feastIn(feast: Feast, year: number): Span | undefined {
  if ('afterEaster' in feast) return daySpan(easterOf(year) + feast.afterEaster)
  if ('day' in feast) return daySpan(toDay(year, feast.month, feast.day))
  const day = nthWeekday(monthSpan(year, feast.month), feast.weekday, feast.nth)
  return day === undefined ? undefined : daySpan(day + (feast.plus ?? 0))
}

function hijriSpan({ month, day }: Loose, year: number): Span | undefined {
  if (month === undefined) return stretch(hijriToDay(year, 1, 1), hijriToDay(year + 1, 1, 1) - 1)
  const days = daysOfHijriMonth(year, month)
  const first = hijriToDay(year, month, 1)
  if (day === undefined) return stretch(first, first + days - 1)
  // A sighted month may have thirty days where the tables give it twenty-nine.
  return day > 30 ? undefined : daySpan(first + day - 1)
}

/** What a date means in a year; `undefined` when that year has no such day. */
function spanIn(loose: Loose, year: number): Span | undefined {
  const { month, day, season, quarter, half, feast } = loose
  if (year < 1 || year > 9999) return undefined
  if (loose.isHijri === true) return hijriSpan(loose, year)
  if (feast !== undefined) return feastIn(feast, year)
  if (season !== undefined) return monthsSpan(year, (season - 20) * 3, 3, 'season')
  if (quarter !== undefined) return monthsSpan(year, quarter * 3 - 2, 3, 'quarter')
  if (half !== undefined) return monthsSpan(year, half * 6 - 5, 6, 'half')
  if (month === undefined) return yearSpan(year)
  if (month < 1 || month > 12) return undefined
  if (day === undefined) return monthSpan(year, month)
  return day < 1 || day > daysOfMonth(year, month) ? undefined : daySpan(toDay(year, month, day))
}

/** A day this near ahead is rather meant than one almost a year ago. */
const daysNear = 45

/** `last March` began before this month did, `next March` begins after it. */
function byWay(candidates: readonly Span[], issued: Span, way: -1 | 0 | 1): Resolved {
  const span =
    way < 0
      ? candidates.findLast(({ last }) => last < issued.first)
      : way > 0
        ? candidates.find(({ first }) => first > issued.last)
        : candidates.find(({ first }) => toCivil(first).year === toCivil(issued.last).year)
  return span === undefined ? { kind: 'impossible' } : { kind: 'span', span, isApproximate: false }
}

function chosen(candidates: readonly Span[], issued: Span, tense: Tense): Resolved {
  const past = candidates.findLast((span) => span.first <= issued.last)
  const future = candidates.find(
    (span) => span.last >= issued.first && (tense <= 0 || span !== past || span.first >= issued.first),
  )
  if (past === undefined || future === undefined) {
    const only = past ?? future
    return only === undefined ? { kind: 'impossible' } : { kind: 'span', span: only, isApproximate: false }
  }
  const isNearAhead = future.first - issued.last <= daysNear && issued.first - past.last > daysNear
  const isFuture = tense > 0 || (tense === 0 && isNearAhead)
  const [span, other] = isFuture ? [future, past] : [past, future]
  return { kind: 'span', span, isApproximate: false, ...(span.first === other.first ? {} : { other }) }
}

const isDefined = <T>(value: T | undefined): value is T => value !== undefined

/** Every meaning of a date without its year, month or week that lies near the day of issue, in order. */
function candidatesNear(loose: Loose, issued: Span): Span[] {
  const { year, month } = toCivil(issued.last)
  const { day, weekday } = loose
  const fitsWeekday = (span: Span): boolean => weekday === undefined || weekdayOf(span.first) === weekday
  if (loose.month === undefined && day !== undefined) {
    const months = Array.from({ length: 25 }, (_, index) => monthsSpan(year, month + index - 12, 1, 'month'))
    const days = months
      .filter(({ first, last }) => day <= last - first + 1)
      .map(({ first }) => daySpan(first + day - 1))
    return days.filter(fitsWeekday)
  }
  if (weekday !== undefined && day === undefined) {
    const monday = spanAround(issued.last, 'week').first
    return [-7, 0, 7].map((shift) => daySpan(monday + shift + weekday - 1))
  }
  const near = loose.isHijri === true ? hijriYearOf(issued.last) : year
  // Eight years hold a 29 February, and every date on each weekday but for a few.
  const years = Array.from({ length: 17 }, (_, index) => spanIn(loose, near + index - 8)).filter(isDefined)
  // A weekday tells one year from its neighbours; farther off it is rather a slip of the pen.
  const withWeekday = years.filter((span) => fitsWeekday(span) && Math.abs(span.first - issued.last) < 500)
  return withWeekday.length > 0 ? withWeekday : years
}

function narrowed(resolved: Resolved, loose: Loose): Resolved {
  if (resolved.kind !== 'span' || loose.refine === undefined) return resolved
  const span = loose.refine(resolved.span)
  if (span === undefined) return { kind: 'impossible' }
  const other = resolved.other === undefined ? undefined : loose.refine(resolved.other)
  return { kind: 'span', span, isApproximate: resolved.isApproximate, ...(other === undefined ? {} : { other }) }
}

function resolveWhole(loose: Loose, scene: Scene, tense: Tense): Resolved {
  if (loose.isUnknown === true) return { kind: 'unknown' }
  const isApproximate = loose.isHijri === true
  if (loose.span !== undefined)
    return {
      kind: 'span',
      span: loose.span,
      isApproximate,
      ...(loose.other === undefined ? {} : { other: loose.other }),
    }
  if (loose.year !== undefined) {
    const span = spanIn(loose, loose.year)
    if (span === undefined) return { kind: 'impossible' }
    return { kind: 'span', span, isApproximate, ...(loose.other === undefined ? {} : { other: loose.other }) }
  }
  if (loose.month !== undefined && loose.day !== undefined && spanIn(loose, 2000) === undefined)
    return { kind: 'impossible' }
  if (scene.issued === undefined) return { kind: 'unknown' }
  const near = candidatesNear(loose, scene.issued)
  const found = loose.way === undefined ? chosen(near, scene.issued, tense) : byWay(near, scene.issued, loose.way)
  return found.kind === 'span' ? { ...found, isApproximate } : found
}

/**
 * What a date means: complete dates by themselves, all others as the press uses them - the last one before the day of issue,
 * the next one after it where the sentence looks ahead.
 */
export function resolve(loose: Loose, scene: Scene, tense: Tense): Resolved {
  return narrowed(resolveWhole(loose, scene, tense), loose)
}
