import { isAlone } from './counting.rules.ts'
import { readDayNumber } from './numbers.ts'
import { type Found, type Loose, type Scene, follows, isCapital, skip } from './reading.ts'
import { isAfterSentence, isTime, withYear } from './read-year-after.ts'
import { plays } from './tokens.ts'

interface MonthPart {
  readonly value: number
  readonly next: number
  readonly isHijri: boolean
  readonly isWeak: boolean
}

/** A month by name; a second name of the same month beside it belongs to it: `يناير/كانون الثاني`. */
function readMonth(scene: Scene, at: number): MonthPart | undefined {
  const sense = scene.tokens[at]?.sense
  const value = sense?.month ?? sense?.hijriMonth
  if (sense === undefined || value === undefined) return undefined
  const isTwin = follows(scene, at + 1, ['slash', 'dash', 'bracket'])?.sense.month === value
  return {
    value,
    next: at + (isTwin ? 2 : 1),
    isHijri: sense.month === undefined,
    isWeak: sense.weak === true && !isTwin,
  }
}

const named = (scene: Scene, from: number, date: Loose, at: number, confidence: number): Found => {
  const { date: whole, next } = withYear(scene, date, at)
  const isFull = whole.year !== undefined
  return {
    from,
    next,
    date: whole,
    rule: isFull ? 'full-date' : 'day-and-month',
    confidence: isFull ? 0.95 : confidence,
  }
}

/** `18 January 2026`, `18th of January`, `le 1er février`, `الثاني والعشرين من يناير`. */
function readDayFirst(scene: Scene, from: number, at: number, weekday: Loose): Found | undefined {
  const day = readDayNumber(scene, at)
  // `6,107,31 août`: the last of a number's figures is no day.
  if (day === undefined || /\d[,.]$/.test(scene.text.slice(0, scene.tokens[at]?.start).slice(-2))) return undefined
  // `three May`: an English day in words is an ordinal.
  if (scene.language === 'en' && !day.inFigures && !day.isOrdinal) return undefined
  const monthAt = skip(scene, day.next, 'of', 'the', 'month-word')
  const month = readMonth(scene, monthAt)
  const gap = scene.tokens[monthAt]?.gap
  if (month === undefined || follows(scene, monthAt) === undefined || gap === 'quote') return undefined
  if (gap === 'comma' && month.isWeak) return undefined
  const hijri = month.isHijri ? { isHijri: true } : {}
  return named(scene, from, { ...weekday, day: day.value, month: month.value, ...hijri }, month.next, 0.85)
}

/** `January 18, 2026`, `Jan first`, `مايو تسعة وعشرين`. */
function readMonthFirst(scene: Scene, from: number, at: number, weekday: Loose): Found | undefined {
  const month = readMonth(scene, at)
  if (month === undefined) return undefined
  const dayAt = skip(scene, month.next, 'the', 'day-word')
  const gap = follows(scene, dayAt)?.gap
  if (gap === undefined || gap === 'quote' || gap === 'comma') return undefined
  // `Oct/2` is a day; `Oct/12` may be the year.
  if (gap === 'slash' && scene.tokens[dayAt]?.digits !== 1) return undefined
  if (isAfterSentence(scene, dayAt)) return undefined
  const day = readDayNumber(scene, dayAt)
  if (day === undefined || (scene.language === 'en' && !day.inFigures && !day.isOrdinal)) return undefined
  // `November 15:30` is an hour, and `juin 18 heures` in French too.
  if (day.inFigures && isTime(scene, day.next, dayAt)) return undefined
  // `Ramadan 29/05/2017`: the number belongs to a date in figures.
  if (day.inFigures && follows(scene, day.next, ['slash'])?.digits) return undefined
  if (scene.language === 'en' && month.isWeak && !isCapital(scene, scene.tokens[at])) {
    if (!day.isOrdinal && scene.tokens[at]?.sense.month === 5) return undefined
  }
  const hijri = month.isHijri ? { isHijri: true } : {}
  return named(scene, from, { ...weekday, day: day.value, month: month.value, ...hijri }, day.next, 0.85)
}

const leadingRoles = [
  'in',
  'since',
  'until',
  'by',
  'from',
  'of',
  'to',
  'between',
  'on',
  'month-word',
  'after',
  'before',
  'during',
] as const

/** Whether a word that has other meanings too is a month here: `in May`, `en mars`. */
function isSureMonth(scene: Scene, at: number, month: MonthPart): boolean {
  const token = scene.tokens[at]
  if (token === undefined || (!month.isWeak && (scene.language !== 'en' || token.sense.hijriMonth === undefined)))
    return token !== undefined
  if (scene.language === 'en' && !isCapital(scene, token)) return false
  if (!month.isWeak) return true
  const before = scene.tokens[at - 1]
  if (token.gap !== 'space' || before === undefined) return false
  return leadingRoles.some((role) => plays(before, role)) || before.sense.part !== undefined
}

/** `last March`, `this November`, `cette décembre`. */
function readMonthAfterWay(scene: Scene, at: number): Found | undefined {
  const way = scene.tokens[at]?.sense.way
  if (way === undefined || follows(scene, at + 1, ['space']) === undefined) return undefined
  const month = readMonth(scene, at + 1)
  if (month === undefined || month.isHijri || (month.isWeak && !isCapital(scene, scene.tokens[at + 1])))
    return undefined
  const day = follows(scene, month.next, ['space']) && readDayNumber(scene, month.next)
  const date: Loose = { month: month.value, way, ...(day?.inFigures === true ? { day: day.value } : {}) }
  return { from: at, next: date.day === undefined ? month.next : month.next + 1, date, rule: 'month', confidence: 0.8 }
}

/** `June 2025`, `juin 2025`, `في يونيو`. */
function readMonthOnly(scene: Scene, at: number): Found | undefined {
  const month = readMonth(scene, at)
  const found = readMonthNamed(scene, at)
  if (month === undefined || found === undefined) return undefined
  return found.date.year !== undefined || found.date.way !== undefined || isSureMonth(scene, at, month)
    ? found
    : undefined
}

/** A month that something is a part of: `early March` needs no other word to be sure of it. */
export function readMonthNamed(scene: Scene, at: number): Found | undefined {
  const month = readMonth(scene, at)
  if (month === undefined) return undefined
  const hijri = month.isHijri ? { isHijri: true } : {}
  const { date, next } = withYear(scene, { month: month.value, ...hijri }, month.next)
  return { from: at, next, date, rule: 'month', confidence: date.year === undefined ? 0.75 : 0.95 }
}

/** `2016, Nov`, `2019-aug-1`, `2020/23/Sep`. */
function readYearFirst(scene: Scene, at: number): Found | undefined {
  const token = scene.tokens[at]
  if (token?.digits !== 4 || token.figure < 1000 || token.figure > 2999) return undefined
  const month = follows(scene, at + 1, ['space', 'comma', 'dash', 'slash']) && readMonth(scene, at + 1)
  const isFollowedByYear = month !== undefined && follows(scene, month.next, ['space'])?.digits === 4
  if (month !== undefined && !isFollowedByYear) {
    const dayToken = follows(scene, month.next, ['dash', 'slash', 'space'])
    const day = dayToken === undefined ? undefined : readDayNumber(scene, month.next)
    const date = { year: token.figure, month: month.value, ...(day === undefined ? {} : { day: day.value }) }
    return { from: at, next: day?.next ?? month.next, date, rule: 'full-date', confidence: 0.9 }
  }
  const day = follows(scene, at + 1, ['dash', 'slash']) && readDayNumber(scene, at + 1)
  const last = day === undefined ? undefined : follows(scene, day.next, ['dash', 'slash']) && readMonth(scene, day.next)
  if (day === undefined || last === undefined) return undefined
  const date = { year: token.figure, month: last.value, day: day.value }
  return { from: at, next: last.next, date, rule: 'full-date', confidence: 0.9 }
}

/** `Thursday the 21st`, `jeudi 21`, `الجمعة 15`. */
function readWeekdayAndDay(scene: Scene, from: number, at: number, weekday: Loose): Found | undefined {
  const day = readDayNumber(scene, at)
  if (day === undefined || weekday.weekday === undefined || isTime(scene, day.next, at)) return undefined
  // `الأحد الثاني` is the second Sunday.
  if (scene.language === 'ar' && !day.inFigures) return undefined
  if (day.inFigures && follows(scene, day.next, ['slash', 'dash', 'dot', 'none'])?.digits) return undefined
  // `On Monday 12 soldiers`: the number counts them.
  if (!day.isOrdinal && !isAlone(scene.text, scene.tokens[day.next - 1]?.end ?? 0)) return undefined
  return { from, next: day.next, date: { ...weekday, day: day.value }, rule: 'weekday-and-day', confidence: 0.75 }
}

/** `le 25 mardi`: the weekday after its day. */
function readDayAndWeekday(scene: Scene, at: number): Found | undefined {
  const day = scene.language === 'fr' ? readDayNumber(scene, at) : undefined
  const weekday = day === undefined ? undefined : follows(scene, day.next, ['space', 'comma'])?.sense
  if (day?.inFigures !== true || weekday?.weekday === undefined || weekday.weak === true) return undefined
  const date = { day: day.value, weekday: weekday.weekday }
  return { from: at, next: day.next + 1, date, rule: 'weekday-and-day', confidence: 0.75 }
}

/** A date with the name of its month, a weekday before it or not. */
export function readNamedDate(scene: Scene, from: number): Found | undefined {
  const first = scene.tokens[from]?.sense
  const weekday = first?.weekday === undefined ? {} : { weekday: first.weekday }
  const at = first?.weekday === undefined ? from : skip(scene, from + 1, 'the', 'on', 'day-word', 'of')
  if (at > from && follows(scene, at) === undefined) return undefined
  const found =
    readDayFirst(scene, from, at, weekday) ??
    readMonthFirst(scene, from, at, weekday) ??
    readWeekdayAndDay(scene, from, at, weekday)
  if (found !== undefined || at > from) return found
  return (
    readMonthOnly(scene, at) ?? readMonthAfterWay(scene, at) ?? readYearFirst(scene, at) ?? readDayAndWeekday(scene, at)
  )
}
