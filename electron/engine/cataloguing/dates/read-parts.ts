import { isAlone } from './counting.rules.ts'
import { readBareDay } from './read-bare-day.ts'
import { readMonthNamed, readNamedDate } from './read-calendar.ts'
import { readYear } from './read-year-after.ts'
import { readFigures } from './read-figures.ts'
import { type Found, type Loose, type Scene, farthest, follows, skip, today, unknownDate } from './reading.ts'
import { isFineEnough, readRelative, readThatUnit, readUnitAsThis } from './read-relative.ts'
import { readDecade, readSeasonOrQuarter, yearAfter } from './read-years.ts'
import { nthUnit, partOf } from './parts.rules.ts'
import { nthWeekday } from './resolve.ts'
import { readDayNumber, readNumber, readOrdinal } from './numbers.ts'
import { daySpan, sizeOf, spanAround, stretch, yearsSpan } from './spans.rules.ts'
import { plays } from './tokens.ts'

/** A period that something may be a part of: `March`, `2025`, `next month`, `the year`. */
function readPeriod(scene: Scene, at: number, canBeThis: boolean): Found | undefined {
  if (follows(scene, at) === undefined) return undefined
  const place = skip(scene, at, 'the', 'year-word')
  const relative = readRelative(scene, at) ?? readThatUnit(scene, at)
  if (relative !== undefined) return relative
  const named =
    follows(scene, place) &&
    (farthest(scene, place, [readMonthNamed, readSeasonOrQuarter, readDecade]) ?? yearAt(scene, place))
  return named ?? (canBeThis ? readUnitAsThis(scene, at) : undefined)
}

function yearAt(scene: Scene, at: number): Found | undefined {
  const year = readYear(scene, at)
  const token = scene.tokens[at]
  if (year === undefined || token === undefined) return undefined
  // `of two thousand soldiers`
  const isSure =
    token.digits === 4 || (token.digits === 0 && isAlone(scene.text, scene.tokens[year.next - 1]?.end ?? 0))
  if (!isSure) return undefined
  return { from: at, next: year.next, date: { year: year.value }, rule: 'year', confidence: 0.9 }
}

function refined(from: number, period: Found, rule: string, refine: NonNullable<Loose['refine']>): Found {
  return {
    from,
    next: period.next,
    date: { ...period.date, refine },
    rule,
    confidence: Math.min(0.75, period.confidence),
  }
}

/** `early 2025`, `the end of March`, `mi-janvier`, `منتصف يناير`, `later this week`. */
export function readPart(scene: Scene, at: number): Found | undefined {
  const part = scene.tokens[at]?.sense.part
  if (part === undefined) return undefined
  if (follows(scene, at + 1, ['space', 'dash', 'quote', 'none']) === undefined) return undefined
  const canHaveIn = part === 'early' || part === 'earlier' || part === 'late'
  const place = canHaveIn ? skip(scene, at + 1, 'of', 'in') : skip(scene, at + 1, 'of')
  // `earlier, in November` and `late in March` say how the event lay, not which part of the month.
  const isWhole = part === 'start' || part === 'end' || part === 'rest' || place > at + 1
  const period = readPeriod(scene, place, isWhole)
  if (period === undefined || period.date.day !== undefined) return undefined
  return refined(at, period, 'part-of-period', (span) => partOf(part, span, today(scene)))
}

/** Where the `nth` of something begins, how it counts, and of what: a weekday or a unit. */
interface Nth {
  readonly nth: number
  readonly at: number
  readonly next: number
}

function readNth(scene: Scene, at: number): Nth | undefined {
  const sense = scene.tokens[at]?.sense
  if (sense === undefined) return undefined
  const isThing = sense.weekday !== undefined || sense.unit !== undefined
  // In Arabic and often in French the number comes second: `الأسبوع الأول`.
  if (isThing && scene.language !== 'en') {
    // `يوم الثاني والعشرين من يناير` is a day of the month.
    if (sense.unit === 'day') return undefined
    const ordinal = follows(scene, at + 1, ['space']) && readOrdinal(scene, at + 1)
    return ordinal === undefined ? undefined : { nth: ordinal.value, at, next: ordinal.next }
  }
  const ordinal = sense.way === -1 ? { value: -1, next: at + 1 } : readOrdinal(scene, at)
  if (ordinal === undefined) return undefined
  const place =
    scene.tokens[ordinal.next]?.sense.unit === 'day' && scene.tokens[ordinal.next + 1]?.sense.weekday
      ? ordinal.next + 1
      : ordinal.next
  const thing = follows(scene, place, ['space'])?.sense
  return thing?.weekday === undefined && thing?.unit === undefined
    ? undefined
    : { nth: ordinal.value, at: place, next: place + 1 }
}

/** `the first Monday of March`, `last week of 2015`, `third quarter of 2025`, `الأسبوع الأول من أكتوبر`. */
export function readNthOf(scene: Scene, from: number): Found | undefined {
  const found = readNth(scene, from)
  if (found === undefined) return undefined
  const { weekday, unit } = scene.tokens[found.at]?.sense ?? {}
  const { nth } = found
  const place = skip(scene, found.next, 'of', 'in')
  const period = readPeriod(scene, place, place > found.next)
  if (period !== undefined) {
    if (weekday !== undefined)
      return refined(from, period, 'nth-of-period', (span) => {
        const day = nthWeekday(span, weekday, nth)
        return day === undefined ? undefined : daySpan(day)
      })
    if (unit !== undefined && unit !== 'century' && unit !== 'decade')
      return refined(from, period, 'nth-of-period', (span) =>
        unit === 'half' || sizeOf(unit) < sizeOf(span.grain) ? nthUnit(span, unit, nth) : undefined,
      )
  }
  return alone(scene, from, found)
}

/** `the first three days of May`, `the last two weeks of 2025`, `les trois premiers jours de mai`. */
export function readFirstFewOf(scene: Scene, from: number): Found | undefined {
  const isNumberFirst = scene.language !== 'en' && scene.tokens[from]?.sense.ordinal === undefined
  const edgeAt = isNumberFirst ? from + 1 : from
  const edge = scene.tokens[edgeAt]?.sense
  const isLast = edge?.way === -1
  if (!isLast && edge?.ordinal !== 1) return undefined
  const number = readNumber(scene, isNumberFirst ? from : from + 1)
  const unitAt = isNumberFirst ? edgeAt + 1 : (number?.next ?? from)
  const unit = follows(scene, unitAt, ['space'])?.sense
  if (number === undefined || number.isOrdinal || number.value < 2 || unit?.unit === undefined) return undefined
  const place = skip(scene, unitAt + 1, 'of', 'in')
  const period = place > unitAt + 1 ? readPeriod(scene, place, true) : undefined
  if (period === undefined) return undefined
  const { unit: grain } = unit
  return refined(from, period, 'nth-of-period', (span) => {
    const near = nthUnit(span, grain, isLast ? -1 : 1)
    const far = nthUnit(span, grain, isLast ? -number.value : number.value)
    if (near === undefined || far === undefined) return undefined
    return isLast ? stretch(far.first, near.last) : stretch(near.first, far.last)
  })
}

/** `the third quarter`, `the 19th century`, `first Sunday`: what has its own period. */
function alone(scene: Scene, from: number, { nth, at, next }: Nth): Found | undefined {
  const { weekday, unit, isPlural } = scene.tokens[at]?.sense ?? {}
  const found = { from, next, rule: 'nth-of-period', confidence: 0.6 }
  if (nth < 1) return undefined
  if (unit === 'century' && nth > 1 && nth <= 30)
    return { ...found, date: { span: yearsSpan((nth - 1) * 100, 100, 'century') }, rule: 'century', confidence: 0.9 }
  if (unit === 'quarter' && nth <= 4 && isPlural !== true) return { ...found, date: { quarter: nth } }
  if (weekday === undefined || scene.tokens[at]?.sense.weak === true) return undefined
  if (!isFineEnough(scene.issued, 'month')) return { ...found, date: unknownDate }
  const day = nthWeekday(spanAround(scene.issued.last, 'month'), weekday, nth)
  return day === undefined ? undefined : { ...found, date: { span: daySpan(day) } }
}

/** `Christmas`, `Easter 2025`, `last Easter`, `Independence Day of this year`. */
export function readFeast(scene: Scene, at: number): Found | undefined {
  const way = scene.tokens[at]?.sense.way
  const place = way === undefined ? at : at + 1
  const feast = scene.tokens[place]?.sense.feast
  if (feast === undefined || (way !== undefined && follows(scene, place) === undefined)) return undefined
  const year = yearAfter(scene, place + 1)
  if (year !== undefined)
    return { from: at, next: year.next, date: { year: year.year, feast }, rule: 'feast', confidence: 0.85 }
  return { from: at, next: place + 1, date: { feast }, rule: 'feast', confidence: 0.6 }
}

/** `week 10`: the weeks of ISO 8601, of the year of issue. */
function numberedWeek(scene: Scene, at: number): Found | undefined {
  const number = scene.tokens[at + 1]
  if (number === undefined || number.digits === 0 || number.digits > 2 || number.ending !== '') return undefined
  const found = { from: at, next: at + 2, rule: 'numbered-week', confidence: 0.5 }
  if (!isFineEnough(scene.issued, 'year')) return { ...found, date: unknownDate }
  const span = nthUnit(spanAround(scene.issued.last, 'year'), 'week', number.figure)
  return span === undefined ? undefined : { ...found, date: { span } }
}

/** `la semaine du 18`: a day whose month nobody says. */
function dayAlone(scene: Scene, at: number): Found | undefined {
  const day = readDayNumber(scene, at)
  if (day?.inFigures !== true || !isAlone(scene.text, scene.tokens[at]?.end ?? 0)) return undefined
  return { from: at, next: day.next, date: { day: day.value }, rule: 'day', confidence: 0.5 }
}

/** `the week of the 18th`, `the week starting February 4`, `semaine du 16 septembre`, `le mois du 16 septembre`. */
export function readWeekOf(scene: Scene, at: number): Found | undefined {
  const week = scene.tokens[at]
  const unit = week?.sense.unit
  if (unit !== 'week' && (unit !== 'month' || scene.language !== 'fr')) return undefined
  const place = skip(scene, at + 1, 'of', 'starting', 'the', 'on')
  if (follows(scene, place, ['space', 'dot', 'dash']) === undefined) return undefined
  if (place === at + 1 && scene.language !== 'ar' && !plays(week, 'starting'))
    return unit === 'week' ? numberedWeek(scene, at) : undefined
  const date =
    readNamedDate(scene, place) ?? readFigures(scene, place) ?? readBareDay(scene, place) ?? dayAlone(scene, place)
  if (date?.date.day === undefined) return undefined
  return {
    ...date,
    from: at,
    rule: `${unit}-of-day`,
    date: { ...date.date, refine: (span) => spanAround(span.first, unit) },
  }
}

/** `year to date`. */
export function readToDate(scene: Scene, at: number): Found | undefined {
  const unit = scene.tokens[at]?.sense.unit
  if (unit === undefined || !plays(follows(scene, at + 1, ['space', 'dash']), 'to-date')) return undefined
  const found = { from: at, next: at + 2, rule: 'to-date', confidence: 0.7 }
  if (!isFineEnough(scene.issued, 'day')) return { ...found, date: unknownDate }
  const { first } = spanAround(scene.issued.last, unit)
  return { ...found, date: { span: { first, last: scene.issued.last, grain: 'days' } } }
}
