import type { Day } from './calendar.rules.ts'
import { readNumber } from './numbers.ts'
import { type Found, type Loose, type Reader, type Scene, follows, skip, today, unknownDate } from './reading.ts'
import { fewUnits, isFineEnough, readOffset, readWeekday } from './read-relative.ts'
import { readNamedDate } from './read-calendar.ts'
import { readFeast } from './read-parts.ts'
import { resolve } from './resolve.ts'
import { type Grain, type Span, daySpan, shiftDay, sizeOf, spanAround, stretch } from './spans.rules.ts'
import { tenseAround } from './tense.rules.ts'
import { plays } from './tokens.ts'

interface Duration {
  readonly parts: readonly { readonly count: number; readonly unit: Grain }[]
  readonly from: number
  readonly next: number
}

interface Amount {
  readonly count: number
  readonly unit: Grain
  readonly next: number
}

/** `three weeks`, `a few days`, `يومين`, and in Arabic `شهر` for one month. */
function readAmount(scene: Scene, at: number): Amount | undefined {
  const token = scene.tokens[at]
  if (token === undefined) return undefined
  const { sense } = token
  if (sense.unit !== undefined && scene.language === 'ar') return readArabicAmount(scene, at)
  const few = plays(token, 'few') && sense.way === undefined
  const number = few ? { value: fewUnits, next: at + 1, isOrdinal: false } : readNumber(scene, at)
  if (number === undefined || number.isOrdinal || number.value < 1 || number.value > 9999) return undefined
  const next = skip(scene, number.next, 'business', 'few')
  const unit = follows(scene, next, ['space', 'none', 'dash'])?.sense
  if (unit?.unit === undefined || unit.weak === true) return undefined
  // `in a quarter of the cases`, `a quarter century`.
  if (unit.unit === 'quarter' && unit.isPlural !== true) return undefined
  return { count: number.value, unit: unit.unit, next: skip(scene, next + 1, 'few', 'business') }
}

/** `شهر` is one month and `شهرين` two; `شهر مارس` and `عام 2016` are no amounts, nor is the plural. */
function readArabicAmount(scene: Scene, at: number): Amount | undefined {
  const { unit, weak, cardinal, isPlural } = scene.tokens[at]?.sense ?? {}
  if (unit === undefined || weak === true || isPlural === true) return undefined
  const after = follows(scene, at + 1, ['space'])
  const isName =
    after !== undefined && (after.digits > 0 || after.sense.month !== undefined || after.sense.hijriMonth !== undefined)
  // `يوما بعد يوم` is said of what goes on.
  const isRepeated = scene.tokens[at - 2]?.sense.unit === unit
  if (isName || isRepeated || scene.text.startsWith('ال', scene.tokens[at]?.start)) return undefined
  return { count: cardinal ?? 1, unit, next: after?.sense.cardinal === 1 ? at + 2 : at + 1 }
}

function readDuration(scene: Scene, at: number): Duration | undefined {
  const first = readAmount(scene, at)
  if (first === undefined) return undefined
  const parts: { count: number; unit: Grain }[] = [first]
  let next = first.next
  for (let steps = 0; steps < 3; steps++) {
    const place = skip(scene, next, 'and', 'half-more')
    const more = follows(scene, place, ['space', 'comma', 'quote', 'none']) && readAmount(scene, place)
    if (more === undefined || sizeOf(more.unit) >= sizeOf(parts.at(-1)?.unit ?? 'day')) break
    parts.push({ count: more.count, unit: more.unit })
    next = more.next
  }
  return { parts, from: at, next }
}

const finest = (duration: Duration): Grain => duration.parts.at(-1)?.unit ?? 'day'

const shifted = (day: Day, { parts }: Duration, sign: 1 | -1): Day =>
  parts.reduce((sum, { count, unit }) => shiftDay(sum, unit, sign * count), day)

/** The day so long before or after another; the whole month or year is the second reading of coarse counts. */
function dateFrom(day: Day, duration: Duration, sign: 1 | -1): { readonly span: Span; readonly other?: Span } {
  const reached = shifted(day, duration, sign)
  const unit = finest(duration)
  if (unit === 'day') return { span: daySpan(reached) }
  const around = spanAround(reached, unit)
  return { span: daySpan(reached), other: around }
}

function counted(duration: Duration, next: number, date: Loose, from = duration.from): Found {
  return { from, next, date, rule: 'counted', confidence: 0.75 }
}

function fromIssue(scene: Scene, duration: Duration, next: number, sign: 1 | -1, from = duration.from): Found {
  const { issued } = scene
  if (!isFineEnough(issued, finest(duration))) return counted(duration, next, unknownDate, from)
  const reached = dateFrom(issued.last, duration, sign)
  // From a year of issue one can count years, and land in a year.
  const date = issued.grain === 'day' ? reached : { span: reached.other ?? reached.span }
  return counted(duration, next, date, from)
}

/** `within two weeks`: so long from today on. */
function within(scene: Scene, duration: Duration, from: number): Found {
  const { issued } = scene
  const at = skip(scene, duration.next, 'from', 'of')
  const isFromToday = scene.tokens[at]?.sense.offset === 0 && follows(scene, at) !== undefined
  const next = isFromToday ? at + 1 : duration.next
  if (!isFineEnough(issued, finest(duration))) return counted(duration, next, unknownDate, from)
  return counted(duration, next, { span: stretch(issued.last, shifted(issued.last, duration, 1) - 1) }, from)
}

const anchors: readonly Reader[] = [readOffset, readNamedDate, readWeekday, readFeast]

function anchorAt(scene: Scene, place: number): { readonly span: Span; readonly next: number } | undefined {
  if (follows(scene, place) === undefined) return undefined
  for (const read of anchors) {
    const found = read(scene, place)
    const resolved = found === undefined ? undefined : resolve(found.date, scene, 1)
    if (found !== undefined && resolved?.kind === 'span') return { span: resolved.span, next: found.next }
  }
  return undefined
}

/** `two weeks ago`, `three weeks later`, `two days before Christmas`, `2 weeks from tomorrow`. */
function readWithWordAfter(scene: Scene, duration: Duration): Found | undefined {
  const token = follows(scene, duration.next, ['space'])
  if (token === undefined) return undefined
  const next = duration.next + 1
  if (plays(token, 'ago') && scene.language === 'en') return fromIssue(scene, duration, next, -1)
  if (plays(token, 'from-now')) return fromIssue(scene, duration, next, 1)
  const { part } = token.sense
  if (part === 'late' || part === 'early' || part === 'earlier')
    return later(scene, duration, next, part === 'late' ? 1 : -1)
  const isBefore = plays(token, 'before')
  if (!isBefore && !plays(token, 'after') && !(plays(token, 'from') && scene.language === 'en')) return undefined
  if (scene.language === 'en' && plays(scene.tokens[next], 'now')) return fromIssue(scene, duration, next + 1, 1)
  const anchor = anchorAt(scene, skip(scene, next, 'the'))
  if (anchor === undefined) return undefined
  const day = isBefore ? anchor.span.first : anchor.span.last
  return counted(duration, anchor.next, dateFrom(day, duration, isBefore ? -1 : 1))
}

/** `three weeks later` counts from the date before it in the text. */
function later(scene: Scene, duration: Duration, next: number, way: -1 | 1): Found {
  const base = scene.last ?? scene.issued
  if (!isFineEnough(base, finest(duration))) return counted(duration, next, unknownDate)
  return counted(duration, next, dateFrom(base.last, duration, way))
}

/** `in three days`, `il y a deux ans`, `dans trois jours`, `قبل يومين`, `خلال 90 يوما`. */
function readWithWordBefore(scene: Scene, place: number): Found | undefined {
  const word = scene.tokens[place]
  const start = skip(scene, place + 1, 'the')
  const duration = follows(scene, start, ['space']) && readDuration(scene, start)
  if (word === undefined || duration === undefined) return undefined
  if (plays(word, 'within')) return within(scene, duration, place)
  // `قبل يوم من الانتخابات` counts from an event that is not dated here.
  if (scene.language === 'ar' && plays(follows(scene, duration.next, ['space']), 'of')) return undefined
  if (scene.language !== 'en' && plays(word, 'ago')) return fromIssue(scene, duration, duration.next, -1, place)
  if (scene.language === 'ar' && plays(word, 'after')) return fromIssue(scene, duration, duration.next, 1, place)
  if (plays(word, 'since')) {
    if (scene.language === 'ar') return fromIssue(scene, duration, duration.next, -1, place)
    return undefined
  }
  if (!plays(word, 'in') || plays(word, 'during') || scene.language === 'ar' || start > place + 1) return undefined
  if (scene.language === 'en' && isLookingBack(scene, place, duration)) return undefined
  return fromIssue(scene, duration, duration.next, 1, place)
}

const superlative = /\b(?:first|only|best|worst|most|least|\p{L}{3,}est)\b[^.!?;:]{0,40}$/iu

/** `the first time in 30 years`, `trade doubled in two years`: how long something took, and no day to come. */
function isLookingBack(scene: Scene, place: number, { next }: Duration): boolean {
  const start = scene.tokens[place]?.start ?? 0
  if (superlative.test(scene.text.slice(Math.max(0, start - 60), start))) return true
  return tenseAround(scene.text, start, scene.tokens[next - 1]?.end ?? start, 'en') < 0
}

/** A day so many units before or after another. */
export function readCounted(scene: Scene, place: number): Found | undefined {
  const before = readWithWordBefore(scene, place)
  if (before !== undefined) return before
  const duration = readDuration(scene, place)
  return duration === undefined ? undefined : readWithWordAfter(scene, duration)
}

/** `depuis deux ans`: how long something has lasted. */
export function readLasting(scene: Scene, place: number): { readonly first: Day; readonly next: number } | undefined {
  const duration = readDuration(scene, skip(scene, place, 'the'))
  const day = today(scene)
  if (duration === undefined || day === undefined || !isFineEnough(scene.issued, finest(duration))) return undefined
  return { first: shifted(day, duration, -1), next: duration.next }
}
