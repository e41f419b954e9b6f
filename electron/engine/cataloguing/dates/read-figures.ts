import { daysOfMonth, toCivil, toDay, weekdayOf } from './calendar.rules.ts'
import { isAlone } from './counting.rules.ts'
import { fullYear } from './numbers.ts'
import { type Found, type Loose, type Scene, follows } from './reading.ts'
import { daySpan } from './spans.rules.ts'
import { type Gap, type Token, plays } from './tokens.ts'

const separators: readonly Gap[] = ['slash', 'dash', 'dot']

/** A plain number of at most four digits, joined to the token before by a sign that dates are written with. */
function part(scene: Scene, at: number, gap?: Gap): Token | undefined {
  const token = scene.tokens[at]
  if (token === undefined || token.digits === 0 || token.digits > 4 || token.ending !== '') return undefined
  return gap === undefined || token.gap === gap ? token : undefined
}

/** Whether more figures go on before or after: then this is an address, a version or a telephone number. */
function isWithinLongerNumber(scene: Scene, at: number, next: number): boolean {
  const first = scene.tokens[at]
  const last = scene.tokens[next - 1]
  if (first === undefined || last === undefined) return true
  const before = scene.text.slice(Math.max(0, first.start - 2), first.start)
  const after = scene.text.slice(last.end, last.end + 5)
  // `28/2-1/3`: between two dates with slashes a dash says `to`.
  if (last.gap === 'slash' && (/\p{N}[-–]$/u.test(before) || /^[-–]\p{N}{1,2}\//u.test(after))) return false
  return /[\p{N}][-./:]$|[$€£#+.]$/u.test(before) || /^[-./:][\p{N}]|^[%°]/u.test(after)
}

const isMonth = (value: number): boolean => value >= 1 && value <= 12
const isDay = (value: number): boolean => value >= 1 && value <= 31

/** Day and month of two numbers; both orders where both are possible. */
function inOrder(scene: Scene, one: number, two: number, year: number | undefined): Loose | undefined {
  const dayFirst = isDay(one) && isMonth(two) ? { day: one, month: two } : undefined
  const monthFirst = isMonth(one) && isDay(two) ? { day: two, month: one } : undefined
  const [likelier, other] =
    scene.isMonthFirst && scene.language === 'en' ? [monthFirst, dayFirst] : [dayFirst, monthFirst]
  const value = likelier ?? other
  if (value === undefined) return undefined
  const withYear = year === undefined ? value : { ...value, year }
  if (year === undefined || likelier === undefined || other === undefined || one === two) return withYear
  if (other.day > daysOfMonth(year, other.month)) return withYear
  return { ...withYear, other: daySpan(toDay(year, other.month, other.day)) }
}

const yearOfIssue = (scene: Scene): number | undefined =>
  scene.issued === undefined ? undefined : toCivil(scene.issued.last).year

function ofThree(scene: Scene, first: Token, second: Token, third: Token): Loose | undefined {
  if (first.digits === 4) {
    if (second.digits > 2 || third.digits > 2) return undefined
    if (isMonth(second.figure) && isDay(third.figure))
      return { year: first.figure, month: second.figure, day: third.figure }
    return isDay(second.figure) && isMonth(third.figure)
      ? { year: first.figure, month: third.figure, day: second.figure }
      : undefined
  }
  if (first.digits > 2 || second.digits > 2 || (third.digits !== 4 && third.digits !== 2)) return undefined
  const year = third.digits === 4 ? third.figure : fullYear(third.figure, yearOfIssue(scene))
  return inOrder(scene, first.figure, second.figure, year)
}

/** `18 08 78` in French, which a telephone number is not: it has more figures. */
function isShortDate(scene: Scene, at: number, third: Token): boolean {
  const first = scene.tokens[at]
  if (scene.language !== 'fr' || third.digits !== 2 || third.figure <= 31 || first === undefined) return false
  return !/\p{N}\s*$/u.test(scene.text.slice(0, first.start)) && !/^\s*\p{N}/u.test(scene.text.slice(third.end))
}

/** `22/01/2026`, `18.01.2026`, `2016/04/21`, `12/08,2015`. */
function readThree(scene: Scene, at: number): Found | undefined {
  const first = part(scene, at)
  const second = part(scene, at + 1)
  if (first === undefined || second === undefined) return undefined
  const isSpaced = second.gap === 'space' && first.digits === 2 && second.digits === 2
  if (!separators.includes(second.gap) && !isSpaced) return undefined
  const third = part(scene, at + 2, second.gap) ?? (second.gap === 'slash' ? part(scene, at + 2, 'comma') : undefined)
  if (third === undefined || (isSpaced && third.digits !== 4 && !isShortDate(scene, at, third))) return undefined
  if (isWithinLongerNumber(scene, at, at + 3)) return undefined
  const date = ofThree(scene, first, second, third)
  if (date === undefined) return undefined
  const isHijri =
    date.year !== undefined && date.year < 1600 && plays(follows(scene, at + 3, ['space', 'none']), 'hijri')
  const confidence = date.other !== undefined ? 0.7 : third.digits === 2 ? 0.75 : 0.95
  return {
    from: at,
    next: at + (isHijri ? 4 : 3),
    date: isHijri ? { ...date, isHijri } : date,
    rule: 'figures',
    confidence,
  }
}

/** `2015/3`, `2016-11`, `11/2016`, and `2016.11` where it is no number. */
function readMonthAndYear(scene: Scene, at: number): Found | undefined {
  const first = part(scene, at)
  const second = part(scene, at + 1)
  if (first === undefined || second === undefined || isWithinLongerNumber(scene, at, at + 2)) return undefined
  const isYearFirst = first.digits === 4 && second.digits <= 2
  const isDotted = second.gap === 'dot' && second.start - first.end === 1
  if (isDotted && !(isYearFirst && first.figure >= 1900 && isAlone(scene.text, second.end))) return undefined
  if (!isDotted && second.gap !== 'slash' && second.gap !== 'dash' && second.gap !== 'comma') return undefined
  const [year, month] = isYearFirst ? [first, second] : [second, first]
  if (year.digits !== 4 || month.digits > 2 || !isMonth(month.figure) || year.figure < 1500 || year.figure > 2200)
    return undefined
  if (second.gap === 'comma' && (isYearFirst || !plays(scene.tokens[at - 1], 'of'))) return undefined
  const date = { year: year.figure, month: month.figure }
  return { from: at, next: at + 2, date, rule: 'figures', confidence: 0.75 }
}

/** `22/04`, and `22-4` or `4.22` after a word that only dates follow. */
function readDayAndMonth(scene: Scene, at: number): Found | undefined {
  const first = part(scene, at)
  const second = part(scene, at + 1)
  if (first === undefined || second === undefined || isWithinLongerNumber(scene, at, at + 2)) return undefined
  if (first.digits > 2 || second.digits > 2 || !separators.includes(second.gap)) return undefined
  if (second.start - first.end > 1) return undefined
  const before = first.gap === 'far' ? undefined : scene.tokens[at - 1]
  const isSecondOfRange = first.gap === 'dash' && second.gap === 'slash' && before?.gap === 'slash'
  const isIntroduced =
    isSecondOfRange ||
    plays(before, 'on') ||
    plays(before, 'day-word') ||
    plays(before, 'starting') ||
    before?.sense.weekday !== undefined ||
    isArticle(scene, before)
  const isTwoByTwo = second.gap === 'slash' && (first.digits === 2 || second.digits === 2)
  if (!isIntroduced && !(isTwoByTwo && first.figure !== 24)) return undefined
  const date = inOrder(scene, first.figure, second.figure, undefined)
  if (date === undefined) return undefined
  return { from: at, next: at + 2, date, rule: 'figures', confidence: isIntroduced ? 0.7 : 0.5 }
}

const isArticle = (scene: Scene, token: Token | undefined): boolean =>
  scene.language === 'fr' && token !== undefined && /^(?:le|du|au)$/iu.test(scene.text.slice(token.start, token.end))

function readPlainFigures(scene: Scene, at: number): Found | undefined {
  const token = scene.tokens[at]
  if (token === undefined || token.digits === 0 || token.digits > 4) return undefined
  return readThree(scene, at) ?? readMonthAndYear(scene, at) ?? readDayAndMonth(scene, at)
}

/** `Friday 7/6`: where day and month could change places the weekday says which is which. */
function readAfterWeekday(scene: Scene, at: number, weekday: number): Found | undefined {
  const usual = readPlainFigures(scene, at)
  const { year = yearOfIssue(scene), month, day } = usual?.date ?? {}
  if (usual === undefined || year === undefined || month === undefined || day === undefined) return usual
  const isFit = ({ month: m = 1, day: d = 1 }: Loose): boolean => weekdayOf(toDay(year, m, d)) === weekday
  const swapped = isFit(usual.date) ? undefined : readPlainFigures({ ...scene, isMonthFirst: !scene.isMonthFirst }, at)
  return swapped !== undefined && isFit(swapped.date) ? swapped : usual
}

/** A date written in figures only, with its weekday before it or not. */
export function readFigures(scene: Scene, at: number): Found | undefined {
  const token = scene.tokens[at]
  if (token === undefined) return undefined
  if (token.sense.weekday !== undefined && follows(scene, at + 1, ['space', 'comma']) !== undefined) {
    const found = readAfterWeekday(scene, at + 1, token.sense.weekday)
    return found === undefined ? undefined : { ...found, from: at }
  }
  return readPlainFigures(scene, at)
}
