import { type Day, addMonths, mondayOf } from './calendar.rules.ts'
import { nthWeekday } from './resolve.ts'
import type { Part } from './sense.ts'
import { type Grain, type Span, daySpan, shiftDay, spanAround, stretch } from './spans.rules.ts'

/**
 * The part of a span that `early`, `mid` or `late` means. A week has Monday to Wednesday, Tuesday to Friday and Thursday to Sunday;
 * a month is halved at the 15th; a year's beginning, middle and end are four months each, and its early and late part six; a
 * decade begins and ends with three years each, a century with thirty-three.
 */
export function partOf(part: Part, { first, last, grain }: Span, today: Day | undefined): Span {
  const isLate = part === 'late' || part === 'end'
  if (part === 'rest')
    return today !== undefined && today >= first && today <= last ? stretch(today, last) : stretch(first, last)
  if (grain === 'week') {
    const [from, to] = part === 'mid' ? [1, 4] : isLate ? [3, 6] : [0, 2]
    return notBefore(part, stretch(first + from, first + to), today)
  }
  if (grain === 'month') {
    const [from, to] = part === 'mid' ? [first + 9, first + 19] : isLate ? [first + 15, last] : [first, first + 14]
    return notBefore(part, stretch(from, to), today)
  }
  if (grain === 'year') {
    const [from, to] =
      part === 'mid' ? [4, 8] : part === 'end' ? [8, 12] : isLate ? [6, 12] : part === 'start' ? [0, 4] : [0, 6]
    return notBefore(part, stretch(addMonths(first, from), addMonths(first, to) - 1), today)
  }
  if (grain === 'decade') {
    const [from, to] = part === 'mid' ? [36, 84] : isLate ? [84, 120] : [0, 36]
    return stretch(addMonths(first, from), addMonths(first, to) - 1)
  }
  if (grain === 'century') {
    const [from, to] = part === 'mid' ? [396, 804] : isLate ? [804, 1200] : [0, 396]
    return stretch(addMonths(first, from), addMonths(first, to) - 1)
  }
  const third = Math.floor((last - first + 1) / 3)
  if (third === 0) return { first, last, grain }
  return part === 'mid'
    ? stretch(first + third, last - third)
    : isLate
      ? stretch(last - third, last)
      : stretch(first, first + third)
}

/** `later this week` has not yet begun or has begun today, and `earlier this week` is over. */
function notBefore(part: Part, span: Span, today: Day | undefined): Span {
  if (part === 'earlier' && today !== undefined && today > span.first && today <= span.last)
    return stretch(span.first, today - 1)
  const isUnderWay = part === 'late' && today !== undefined && today > span.first && today <= span.last
  return isUnderWay ? stretch(today, span.last) : span
}

/** The nth week, month or quarter of a span, from its end for -1. A week belongs where its Thursday lies (ISO 8601). */
export function nthUnit(span: Span, unit: Grain, nth: number): Span | undefined {
  const isFromEnd = nth < 0
  // `première quinzaine de mars` is the first half of the month.
  if ((unit === 'half' && span.grain !== 'year') || (unit === 'fortnight' && span.grain === 'month'))
    return nth === 1 ? partOf('early', span, undefined) : partOf('late', span, undefined)
  if (unit === 'week' || unit === 'fortnight' || unit === 'weekend') {
    const thursday = nthWeekday(span, unit === 'weekend' ? 6 : 4, nth)
    return thursday === undefined ? undefined : spanAround(mondayOf(thursday), unit)
  }
  const day = isFromEnd ? shiftDay(span.last + 1, unit, nth) : shiftDay(span.first, unit, nth - 1)
  if (day < span.first || day > span.last) return undefined
  return unit === 'day' ? daySpan(day) : spanAround(day, unit)
}
