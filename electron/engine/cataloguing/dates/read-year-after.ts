import { toCivil } from './calendar.rules.ts'
import { fullYear, readYearInWords } from './numbers.ts'
import { type Loose, type Scene, follows, skip } from './reading.ts'
import { readRelative } from './read-relative.ts'
import { type Token, plays } from './tokens.ts'

interface YearPart {
  readonly value: number
  readonly next: number
  readonly isHijri: boolean
}

/** The longest abbreviation of a month: after a longer word a full stop ends the sentence. */
const longestAbbreviation = 4

/** `They left in March. 2016 was ...`: the number begins a sentence. */
export function isAfterSentence(scene: Scene, at: number): boolean {
  const before = scene.tokens[at - 1]
  if (scene.tokens[at]?.gap !== 'dot' || before === undefined || before.digits > 0) return false
  return before.end - before.start > longestAbbreviation
}

/** `1er avril 78`, `April of '87`: two digits after a day that nothing counted follows. */
function isShortYear(scene: Scene, token: Token, isAfterDay: boolean): boolean {
  if (token.digits !== 2 || token.ending !== '' || token.gap === 'dash' || token.gap === 'slash') return false
  // `août 99` can be no day.
  const isNoDay = token.figure > 31
  if (!isAfterDay && !isNoDay && !/['’]/u.test(scene.text.charAt(token.start - 1))) return false
  return /^\s*(?:$|[.,;:!?)»،؛؟\n])/u.test(scene.text.slice(token.end, token.end + 12))
}

/** A year that stands where only a year can: after a month, or after `the year`. */
export function readYear(scene: Scene, at: number, isAfterDay = false): YearPart | undefined {
  const token = follows(scene, at, ['space', 'comma', 'dash', 'slash', 'dot', 'bracket', 'quote', 'none'])
  if (token === undefined || token.joinedByAnd || isAfterSentence(scene, at)) return undefined
  let value: number | undefined
  let next = at + 1
  if (token.digits === 4 && token.ending === '' && token.figure >= 1000 && token.figure < 3000) value = token.figure
  else if (isShortYear(scene, token, isAfterDay))
    value = fullYear(token.figure, scene.issued === undefined ? undefined : toCivil(scene.issued.last).year)
  else if (token.digits === 0) {
    const words = readYearInWords(scene, at)
    value = words?.value
    next = words?.next ?? next
  }
  if (value === undefined) return undefined
  const isHijri = plays(follows(scene, next), 'hijri')
  return { value, next: isHijri || plays(follows(scene, next, ['space', 'none']), 'ad') ? next + 1 : next, isHijri }
}

/** A year of the Hijri calendar after its month: `1447 هـ`, `1447`. */
function readHijriYear(scene: Scene, at: number): YearPart | undefined {
  const token = follows(scene, at)
  if (token === undefined || (token.digits !== 4 && token.digits !== 3) || token.figure > 1600) return undefined
  return { value: token.figure, next: plays(follows(scene, at + 1), 'hijri') ? at + 2 : at + 1, isHijri: true }
}

/** The year after a day or month, in figures, in words or as `of last year`. */
export function withYear(scene: Scene, date: Loose, at: number): { readonly date: Loose; readonly next: number } {
  // `né le 4 octobre à 1972`
  const bare = skip(scene, at, 'of', 'the', 'year-word', 'in')
  const isAfterAt = scene.language === 'fr' && date.day !== undefined && plays(follows(scene, bare), 'at')
  const place = isAfterAt && scene.tokens[bare + 1]?.digits !== 2 ? bare + 1 : bare
  if (date.isHijri === true) {
    const year = readHijriYear(scene, place)
    return year === undefined ? { date, next: at } : { date: { ...date, year: year.value }, next: year.next }
  }
  const year = readYear(scene, place, date.day !== undefined || place > at)
  if (year !== undefined && !isTime(scene, year.next, place))
    return { date: { ...date, year: year.value }, next: year.next }
  const relative = follows(scene, skip(scene, at, 'of', 'the')) && readRelative(scene, skip(scene, at, 'of'))
  if (relative?.date.span?.grain === 'year')
    return { date: { ...date, year: toCivil(relative.date.span.first).year }, next: relative.next }
  const after = scene.language === 'en' ? undefined : follows(scene, at, ['space'])
  const way = plays(after, 'demonstrative') ? undefined : after?.sense.way
  return way === undefined ? { date, next: at } : { date: { ...date, way }, next: at + 1 }
}

/** `on 5 May 10:30`: two digits before a colon are an hour. */
export function isTime(scene: Scene, next: number, at: number): boolean {
  const token = scene.tokens[at]
  return (
    token?.digits === 2 &&
    /^(?:[:h%]| ?[ap]\.?m\b| ?hours| ?heures)/u.test(scene.text.slice(scene.tokens[next - 1]?.end))
  )
}
