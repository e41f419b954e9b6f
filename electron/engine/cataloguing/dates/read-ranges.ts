import { toCivil } from './calendar.rules.ts'
import { type NumberFound, readDayNumber } from './numbers.ts'
import { readMonthNamed } from './read-calendar.ts'
import { readYear } from './read-year-after.ts'
import { readLasting } from './read-counted.ts'
import { readSingle } from './read-single.ts'
import { isCounted } from './counting.rules.ts'
import { type Found, type Loose, type Scene, follows, isCapital, skip } from './reading.ts'
import { plays } from './tokens.ts'

/** A time from one date to another; an end that is missing is open. */
export interface RangeFound {
  readonly from: number
  readonly next: number
  readonly start: Loose | undefined
  readonly end: Loose | undefined
  readonly confidence: number
}

/** The end of a range: a date, or a day whose month the other end says. */
type End = { readonly found: Found } | { readonly day: NumberFound; readonly at: number }

const nextOf = (end: End): number => ('found' in end ? end.found.next : end.day.next)
const fromOf = (end: End): number => ('found' in end ? end.found.from : end.at)

/** `single` is what has been read there already. */
function readEnd(scene: Scene, at: number, single: Found | undefined): End | undefined {
  const found = single ?? readMonthEnd(scene, at) ?? yearAt(scene, at) ?? nowAt(scene, at)
  if (found !== undefined) return { found }
  const day = readDayNumber(scene, at)
  const isPair = day !== undefined && follows(scene, day.next, ['slash']) !== undefined
  return day === undefined || isPair || (!day.inFigures && !day.isOrdinal) ? undefined : { day, at }
}

/** `from now until June`: only a range makes a date of the word. */
function nowAt(scene: Scene, at: number): Found | undefined {
  const token = scene.tokens[at]
  if ((!plays(token, 'now') && !plays(token, 'from-now')) || scene.issued === undefined) return undefined
  return { from: at, next: at + 1, date: { span: scene.issued }, rule: 'now', confidence: 0.7 }
}

/** `Sep to Nov`: between two months even a short form is surely one. */
function readMonthEnd(scene: Scene, at: number): Found | undefined {
  return scene.language === 'en' && !isCapital(scene, scene.tokens[at]) ? undefined : readMonthNamed(scene, at)
}

/** `les 19 et 20 février`: two days in a row are as good as a range. */
function isNextDay(first: End, scene: Scene, at: number): boolean {
  const day = 'day' in first ? first.day.value : first.found.rule === 'listed-day' ? first.found.date.day : undefined
  const token = scene.tokens[at]
  if (day === undefined || token === undefined) return false
  const second = plays(token, 'and') ? scene.tokens[skip(scene, at + 1, 'the')] : token.joinedByAnd ? token : undefined
  return second?.figure === day + 1 && second.digits > 0
}

/** Where the second end begins, if what stands between says `to`; `and` says so only after `between`. */
function afterConnector(scene: Scene, at: number, isBetween: boolean): number | undefined {
  const token = follows(scene, at)
  if (token === undefined) return undefined
  const isDash = token.gap === 'dash' || isSchoolYear(scene, at)
  const isJoined = isBetween && token.joinedByAnd
  const isWord = token.gap !== 'comma' && (plays(token, 'to') || (isBetween && plays(token, 'and')))
  if (isWord) return skip(scene, at + 1, 'the', 'on', 'day-word', 'from', 'to', 'at')
  return isDash || isJoined ? skip(scene, at, 'day-word', 'the') : undefined
}

/** `2015/16`, `2015/2016`. */
function isSchoolYear(scene: Scene, at: number): boolean {
  const first = scene.tokens[at - 1]
  const second = scene.tokens[at]
  if (first?.digits !== 4 || second?.gap !== 'slash' || second.start - first.end > 1) return false
  return second.figure === (second.digits === 4 ? first.figure + 1 : (first.figure + 1) % 100)
}

/** The month and year of one end complete the other. */
function completed(date: Loose, by: Loose): Loose {
  if (date.span !== undefined || date.feast !== undefined || date.isUnknown === true) return date
  const month = date.month ?? (date.day === undefined ? undefined : by.month)
  const year = date.year ?? yearFor(month, by)
  const hijri = by.isHijri === true ? { isHijri: true } : {}
  return { ...date, ...hijri, ...(month === undefined ? {} : { month }), ...(year === undefined ? {} : { year }) }
}

/** `18 December to 4 January 2026` began in the year before. */
function yearFor(month: number | undefined, by: Loose): number | undefined {
  if (by.year === undefined) return undefined
  return month !== undefined && by.month !== undefined && month > by.month ? by.year - 1 : by.year
}

/** As `completed`, for the second end, which lies later than the first. */
function completedEnd(date: Loose, by: Loose): Loose {
  const whole = completed(date, by)
  const crosses =
    date.year === undefined && whole.year === by.year && whole.month !== undefined && by.month !== undefined
  if (whole.year === undefined || by.year === undefined || date.year !== undefined) return whole
  return crosses && whole.month < by.month ? { ...whole, year: by.year + 1 } : { ...whole, year: by.year }
}

/** `2014-16`: the second year with its last two digits. */
function shortYear(scene: Scene, first: Found, at: number): Found | undefined {
  const token = scene.tokens[at]
  const { year } = first.date
  if (first.rule !== 'year' || year === undefined || token?.digits !== 2) return undefined
  const value = year - (year % 100) + token.figure
  return value <= year ? undefined : { from: at, next: at + 1, date: { year: value }, rule: 'year', confidence: 0.8 }
}

/** The range from one end to the other, each completed by what the other says. */
function ofEnds(scene: Scene, first: End, second: End): RangeFound | undefined {
  const from = fromOf(first)
  if ('found' in first && 'found' in second) {
    const { date: start } = first.found
    const { date: end } = second.found
    const confidence = Math.min(first.found.confidence, second.found.confidence)
    return { from, next: second.found.next, start: completed(start, end), end: completedEnd(end, start), confidence }
  }
  if ('found' in second) {
    const { date: end } = second.found
    if (!('day' in first) || end.day === undefined) return inMonth(first, second.found)
    return {
      from,
      next: second.found.next,
      start: completed({ day: first.day.value }, end),
      end,
      confidence: second.found.confidence,
    }
  }
  if (!('found' in first) || first.found.date.day === undefined) return undefined
  const { date: start } = first.found
  // `Jan. 18 to 22, 2026`: the year stands after the second day.
  const year = start.year === undefined ? readYear(scene, second.day.next, true) : undefined
  const whole = year === undefined ? start : { ...start, year: year.value }
  const next = year?.next ?? second.day.next
  return {
    from,
    next,
    start: whole,
    end: completedEnd({ day: second.day.value }, whole),
    confidence: first.found.confidence,
  }
}

/** `4 to 22 this month`, read as a day and a relative month. */
function inMonth(first: End, second: Found): RangeFound | undefined {
  const span = second.date.span
  if (!('day' in first) || span?.grain !== 'day') return undefined
  const { year, month } = toCivil(span.first)
  return {
    from: first.at,
    next: second.next,
    start: { year, month, day: first.day.value },
    end: second.date,
    confidence: second.confidence,
  }
}

/** Between `from` and `to` four digits are a year, unless something is counted. */
function yearAt(scene: Scene, at: number): Found | undefined {
  const token = scene.tokens[at]
  if (token?.digits !== 4 || token.ending !== '' || token.figure < 1000 || token.figure > 2200) return undefined
  if (isCounted(scene.text, token.end)) return undefined
  return { from: at, next: at + 1, date: { year: token.figure }, rule: 'year', confidence: 0.75 }
}

/** A range that begins at a token: `from ... to ...`, `between ... and ...`, `18-22 January 2026`, `2014–2016`. */
export function readRange(scene: Scene, at: number, single: Found | undefined): RangeFound | undefined {
  const isBetween = plays(scene.tokens[at], 'between')
  const isIntroduced = isBetween || plays(scene.tokens[at], 'from')
  const place = isIntroduced ? skip(scene, at + 1, 'the', 'day-word', 'from') : at
  const token = isIntroduced ? follows(scene, place) : scene.tokens[place]
  // Figures that begin inside a longer number are no date.
  if (token === undefined || /\p{N}[-‐./:]$/u.test(scene.text.slice(Math.max(0, token.start - 2), token.start)))
    return undefined
  const first = readEnd(scene, place, place === at ? single : readSingle(scene, place))
  if (first === undefined) return undefined
  const secondAt = afterConnector(scene, nextOf(first), isBetween || isNextDay(first, scene, nextOf(first)))
  if (secondAt === undefined || (secondAt > nextOf(first) && follows(scene, secondAt) === undefined)) return undefined
  const short = 'found' in first ? shortYear(scene, first.found, secondAt) : undefined
  const second = short === undefined ? readEnd(scene, secondAt, readSingle(scene, secondAt)) : { found: short }
  if (second === undefined) return undefined
  return ofEnds(scene, first, second)
}

/** `since 2016`, `until June 2025`, `depuis 2016`, `منذ عام 2016`, `depuis deux ans`: an end that stays open. */
export function readOpenRange(scene: Scene, at: number): RangeFound | undefined {
  const token = scene.tokens[at]
  const isSince = plays(token, 'since')
  if (!isSince && !plays(token, 'until')) return undefined
  const place = skip(scene, at + 1, 'the', 'year-word', 'at', 'to', 'day-word', 'in')
  if (follows(scene, place) === undefined) return undefined
  const found = readSingle(scene, place) ?? yearAt(scene, place)
  if (found !== undefined) {
    const [start, end] = isSince ? [found.date, undefined] : [undefined, found.date]
    return { from: found.from, next: found.next, start, end, confidence: found.confidence }
  }
  const lasting = isSince && scene.language === 'fr' ? readLasting(scene, at + 1) : undefined
  if (lasting === undefined) return undefined
  const span = { first: lasting.first, last: lasting.first, grain: 'day' } as const
  return { from: at + 1, next: lasting.next, start: { span }, end: undefined, confidence: 0.7 }
}
