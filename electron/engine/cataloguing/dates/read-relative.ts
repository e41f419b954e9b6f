import { type Day, mondayOf, weekdayOf } from './calendar.rules.ts'
import { readNumber } from './numbers.ts'
import { type Found, type Loose, type Scene, follows, skip, today, unknownDate } from './reading.ts'
import { type Grain, type Span, daySpan, shiftDay, sizeOf, spanAround, stretch } from './spans.rules.ts'
import { plays } from './tokens.ts'

/** What `a few` is counted as. */
export const fewUnits = 3

/** `last`, how many, of what - in the order of the language. */
interface Described {
  readonly from: number
  readonly next: number
  readonly unit: Grain
  readonly way: -1 | 0 | 1
  readonly count: number | undefined
}

interface Collected {
  unit?: Grain
  way?: -1 | 0 | 1
  count?: number
  isPlural?: boolean
  /** A number says how many. */
  isCounted?: boolean
}

/** Takes what the token adds to the description; returns the token after it, or undefined when it adds nothing. */
function collect(scene: Scene, at: number, into: Collected): number | undefined {
  const token = scene.tokens[at]
  if (token === undefined) return undefined
  const { sense } = token
  // `ces cinq dernières années`: the adjective says more than the demonstrative.
  if (sense.way !== undefined && (into.way === undefined || (into.way === 0 && sense.way !== 0))) {
    into.way = sense.way
    // French adjectives agree: `les 3 derniers mois`.
    if (scene.language === 'fr' && scene.text.charAt(token.end - 1) === 's' && sense.way !== 0) into.isPlural = true
    if (plays(token, 'few')) into.count = fewUnits
    return at + 1
  }
  if (sense.unit !== undefined && into.unit === undefined && (sense.weak !== true || into.way !== undefined)) {
    into.unit = sense.unit
    if (sense.cardinal !== undefined) into.count = sense.cardinal
    // After eleven and more Arabic counts in the singular, without the article.
    const isIndefinite =
      scene.language === 'ar' && into.count !== undefined && !scene.text.startsWith('ال', token.start)
    if (sense.isPlural === true || isIndefinite) into.isPlural = true
    return at + 1
  }
  if (plays(token, 'few') && into.count === undefined) {
    into.count = fewUnits
    return at + 1
  }
  if (plays(token, 'business')) return at + 1
  const number = into.count === undefined ? readNumber(scene, at) : undefined
  if (number === undefined || number.isOrdinal || number.value < 1 || number.value > 999) return undefined
  into.count = number.value
  if (number.value > 1) into.isCounted = true
  return number.next
}

function describe(scene: Scene, at: number): Described | undefined {
  const from = skip(scene, at, 'the')
  const found: Collected = {}
  let next = from
  let end = from
  for (let steps = 0; steps < 5; steps++) {
    if (next > from && follows(scene, next, ['space', 'none', 'dash', 'quote']) === undefined) break
    const after = collect(scene, next, found)
    if (after === undefined) break
    next = after
    if (found.unit !== undefined && found.way !== undefined) end = next
    // In English the unit comes last.
    if (scene.language === 'en' && found.unit !== undefined) break
  }
  const { unit, way } = found
  if (unit === undefined || way === undefined || end === from) return undefined
  // `4 to 22 this month`: the number is a day.
  if (found.isCounted === true && (way === 0 || found.isPlural !== true)) return undefined
  const count = found.count ?? (found.isPlural === true ? fewUnits : undefined)
  return { from, next: skip(scene, end, 'here'), unit, way, count }
}

const wholeUnits: ReadonlySet<Grain> = new Set(['quarter', 'half', 'decade', 'century'])

/** `last week` is the seven days of it, `the past two weeks` the fourteen days up to today. */
function spanOf({ unit, way, count }: Described, { last: day, grain }: Span): Span {
  if (count === undefined || way === 0) {
    if (unit === 'fortnight' && way < 0) return stretch(day - 14, day - 1)
    return spanAround(shiftDay(unit === 'day' ? day : spanAround(day, unit).first, unit, way), unit)
  }
  if (wholeUnits.has(unit) || grain !== 'day') {
    const near = spanAround(shiftDay(spanAround(day, unit).first, unit, way), unit)
    const far = spanAround(shiftDay(spanAround(day, unit).first, unit, way * count), unit)
    return way < 0 ? stretch(far.first, near.last) : stretch(near.first, far.last)
  }
  return way < 0 ? stretch(shiftDay(day, unit, -count), day - 1) : stretch(day + 1, shiftDay(day, unit, count))
}

/** Whether the day of issue is known well enough to count such units from it. */
export const isFineEnough = (issued: Span | undefined, unit: Grain): issued is Span =>
  issued !== undefined && sizeOf(issued.grain) <= sizeOf(unit)

/** `last week`, `the next three months`, `l'année dernière`, `الأسبوع المقبل`, with a weekday of that week or not. */
export function readRelative(scene: Scene, at: number): Found | undefined {
  const described = describe(scene, at)
  if (described === undefined) return undefined
  const { unit, from, next } = described
  const rule = `relative-${unit}`
  if (!isFineEnough(scene.issued, unit)) return { from, next, date: unknownDate, rule, confidence: 0.5 }
  const span = spanOf(described, scene.issued)
  const confidence = described.count === undefined ? 0.85 : 0.7
  if (unit === 'week' && described.count === undefined) {
    const dayAt = skip(scene, next, 'on', 'the', 'day-word')
    const weekday = follows(scene, dayAt, ['space', 'comma'])?.sense.weekday
    if (weekday !== undefined && follows(scene, dayAt + 1, ['space'])?.digits !== 2) {
      return { from, next: dayAt + 1, date: { span: daySpan(span.first + weekday - 1) }, rule, confidence }
    }
  }
  return { from, next, date: { span }, rule, confidence }
}

/** `the week after next`, `the month before last`. */
export function readUnitAfterNext(scene: Scene, at: number): Found | undefined {
  const unit = scene.tokens[at]?.sense.unit
  const turn = follows(scene, at + 1, ['space'])
  const place = skip(scene, at + 2, 'the')
  const way = follows(scene, place, ['space'])?.sense.way
  const isFit = (plays(turn, 'after') && way === 1) || (plays(turn, 'before') && way === -1)
  if (unit === undefined || way === undefined || !isFit) return undefined
  // `the month after next year` counts from something else.
  if (scene.tokens[at + 1]?.gap === 'far' || follows(scene, place + 1, ['space'])?.sense.unit !== undefined)
    return undefined
  const found = { from: at, next: place + 1, rule: `relative-${unit}`, confidence: 0.8 }
  if (!isFineEnough(scene.issued, unit)) return { ...found, date: unknownDate }
  const day = unit === 'day' ? scene.issued.last : spanAround(scene.issued.last, unit).first
  return { ...found, date: { span: spanAround(shiftDay(day, unit, way * 2), unit) } }
}

/** `this year`, said without `this`: `the end of the year`, `la semaine`. */
export function readUnitAsThis(scene: Scene, at: number): Found | undefined {
  const from = skip(scene, at, 'the')
  const unit = scene.tokens[from]?.sense.unit
  if (unit === undefined || scene.tokens[from]?.sense.isPlural === true || unit === 'day') return undefined
  if (from > at && follows(scene, from) === undefined) return undefined
  const found = { from, next: from + 1, rule: `relative-${unit}`, confidence: 0.6 }
  if (!isFineEnough(scene.issued, unit)) return { ...found, date: unknownDate }
  return { ...found, date: { span: spanAround(scene.issued.last, unit) } }
}

function weekdaySpan(scene: Scene, weekday: number, way: -1 | 0 | 1, day: Day): Loose {
  const inWeek = mondayOf(day) + weekday - 1 + way * 7
  if (way === 0) return { span: daySpan(inWeek) }
  // `last Monday` is the Monday of last week in English; in French and Arabic the latest Monday before today.
  const ofThisWeek = mondayOf(day) + weekday - 1
  const nearest =
    way < 0 ? (ofThisWeek < day ? ofThisWeek : ofThisWeek - 7) : ofThisWeek > day ? ofThisWeek : ofThisWeek + 7
  const [value, other] = scene.language === 'en' ? [inWeek, nearest] : [nearest, inWeek]
  return value === other ? { span: daySpan(value) } : { span: daySpan(value), other: daySpan(other) }
}

/** `on Monday`, `next Monday`, `lundi dernier`, `الأحد الماضي`, `Friday of last week`. */
export function readWeekday(scene: Scene, at: number): Found | undefined {
  const before = scene.tokens[at]?.sense.way
  const place = before === undefined || scene.tokens[at]?.sense.unit !== undefined ? at : at + 1
  const sense = place > at ? follows(scene, place, ['space'])?.sense : scene.tokens[at]?.sense
  const weekday = sense?.weekday
  if (sense === undefined || weekday === undefined) return undefined
  const after = scene.language === 'en' ? undefined : follows(scene, place + 1, ['space'])?.sense.way
  const way = before ?? after
  const next = place + (before === undefined && after !== undefined ? 2 : 1)
  const week = way === undefined ? weekAfter(scene, next) : undefined
  const day = today(scene)
  if (week?.date.span !== undefined) {
    const span = daySpan(week.date.span.first + weekday - 1)
    return { from: at, next: week.next, date: { span }, rule: 'weekday', confidence: 0.85 }
  }
  if ((sense.weak === true && way === undefined) || plays(scene.tokens[at - 1], 'not-day')) return undefined
  const found = { from: at, next, rule: 'weekday', confidence: way === undefined ? 0.7 : 0.8 }
  if (day === undefined || !isFineEnough(scene.issued, 'day')) return { ...found, date: unknownDate }
  return { ...found, date: way === undefined ? { weekday } : weekdaySpan(scene, weekday, way, day) }
}

function weekAfter(scene: Scene, at: number): Found | undefined {
  const place = skip(scene, at, 'of', 'from')
  const week = follows(scene, place) && readRelative(scene, place)
  return week?.date.span?.grain === 'week' ? week : undefined
}

/** `yesterday`, `aujourd'hui`, `غدا`, and `the next day`, which is counted from the date before it in the text. */
export function readOffset(scene: Scene, at: number): Found | undefined {
  const { offset, offsetFromLast } = scene.tokens[at]?.sense ?? {}
  const found = { from: at, next: at + 1, rule: 'relative-day', confidence: offset === undefined ? 0.6 : 0.9 }
  if (offset !== undefined) {
    // `today, Wednesday`, `غدا الخميس` name one day.
    if (!isFineEnough(scene.issued, 'day')) return { ...found, date: unknownDate }
    const day = scene.issued.last + offset
    // `today, Wednesday`, `غدا الخميس` name one day.
    const isNamed = follows(scene, at + 1, ['space', 'comma'])?.sense.weekday === weekdayOf(day)
    return { ...found, next: isNamed ? at + 2 : at + 1, date: { span: daySpan(day) } }
  }
  // `la veille de la visite` is the eve of something that is not dated here.
  if (offsetFromLast === undefined || (scene.language === 'fr' && plays(follows(scene, at + 1), 'of'))) return undefined
  const base = scene.last ?? (isFineEnough(scene.issued, 'day') ? scene.issued : undefined)
  if (base === undefined || sizeOf(base.grain) > 1) return { ...found, date: unknownDate }
  return { ...found, date: { span: daySpan((offsetFromLast < 0 ? base.first : base.last) + offsetFromLast) } }
}

/** `that week`, `the same year`, `même semaine`: of the date before it in the text. */
export function readThatUnit(scene: Scene, at: number): Found | undefined {
  if (!plays(scene.tokens[at], 'that') || follows(scene, at + 1, ['space']) === undefined) return undefined
  const unit = scene.tokens[at + 1]?.sense.unit
  if (unit === undefined || unit === 'day') return undefined
  const found = readUnitAsThis({ ...scene, issued: scene.last ?? scene.issued }, at + 1)
  return found === undefined ? undefined : { ...found, from: at }
}
