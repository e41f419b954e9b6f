import { type Scene, follows } from './reading.ts'
import { plays } from './tokens.ts'

/** A number in figures or words, and the token after it. */
export interface NumberFound {
  readonly value: number
  readonly next: number
  readonly isOrdinal: boolean
  readonly inFigures: boolean
}

/** Whether a part such as 20 may be added to what has been read: the places that it fills must be empty. */
function fits(scene: Scene, sum: number, part: number): boolean {
  if (sum === 0) return true
  const isArabic = scene.language === 'ar'
  if (part < 10) return sum % 10 === 0 && (sum % 100 !== 10 || (scene.language === 'fr' && part > 6))
  if (part < 20) {
    if (sum % 100 === 0) return true
    return scene.language === 'fr' ? sum % 100 === 60 || sum % 100 === 80 : isArabic && part === 10 && sum % 100 < 10
  }
  if (part < 100) return isArabic ? sum % 100 < 10 : sum % 100 === 0
  return isArabic && sum % 1000 === 0
}

interface Sum {
  total: number
  current: number
}

function take(scene: Scene, sum: Sum, part: number): boolean {
  if (part === 100 && sum.current > 0 && sum.current < 100) sum.current *= 100
  else if (part === 1000) {
    sum.total += Math.max(1, sum.current) * 1000
    sum.current = 0
  } else if (part === 2000) sum.total += part
  else if (fits(scene, sum.current, part)) sum.current += part
  else return false
  return true
}

/** A number in words: `twenty second`, `deux mille dix-huit`, `ألفين وثمانية عشر`. */
function readWords(scene: Scene, at: number): NumberFound | undefined {
  const sum: Sum = { total: 0, current: 0 }
  let next = at
  let isOrdinal = false
  for (let place = at; place < at + 12; place++) {
    const token = place === at ? scene.tokens[place] : follows(scene, place, ['space', 'dash', 'none'])
    if (token === undefined) break
    if (place > at && plays(token, 'and')) continue
    const { cardinal, ordinal } = token.sense
    if (cardinal !== undefined && cardinal > 0) {
      if (!take(scene, sum, cardinal)) break
    } else if (ordinal !== undefined) {
      if (isOrdinal || !take(scene, sum, ordinal)) break
      isOrdinal = true
    } else break
    next = place + 1
    // An ordinal ends a number, but in Arabic the tens follow it: `الثاني والعشرين`.
    if (ordinal !== undefined && cardinal === undefined && scene.language !== 'ar') break
    if (ordinal !== undefined && ordinal > 9) break
  }
  return next === at ? undefined : { value: sum.total + sum.current, next, isOrdinal, inFigures: false }
}

/** The number that begins at a token. */
export function readNumber(scene: Scene, at: number): NumberFound | undefined {
  const token = scene.tokens[at]
  if (token === undefined) return undefined
  if (token.digits > 0)
    return { value: token.figure, next: at + 1, isOrdinal: token.ending === 'ordinal', inFigures: true }
  return token.sense.cardinal === undefined && token.sense.ordinal === undefined ? undefined : readWords(scene, at)
}

/** A day of the month, in figures or words. */
export function readDayNumber(scene: Scene, at: number): NumberFound | undefined {
  const token = scene.tokens[at]
  if (token === undefined || token.digits > 2 || token.ending === 'decade') return undefined
  const found = readNumber(scene, at)
  return found === undefined || found.value < 1 || found.value > 31 ? undefined : found
}

/** `nineteen ninety six`, `dix-neuf soixante-dix`: a century and the years in it. */
export function readYearInWords(scene: Scene, at: number): NumberFound | undefined {
  const found = readWords(scene, at)
  if (found === undefined || found.isOrdinal) return undefined
  if (found.value >= 1000 && found.value < 3000) return found
  if (found.value < 10 || found.value > 21 || follows(scene, found.next, ['space', 'dash']) === undefined)
    return undefined
  const inCentury = readWords(scene, found.next)
  if (inCentury === undefined || inCentury.isOrdinal || inCentury.value < 10 || inCentury.value > 99) return undefined
  return { ...inCentury, value: found.value * 100 + inCentury.value }
}

/** How far into the future two digits may still mean this century. */
const yearsAhead = 20

/** The year that two digits mean, seen from the year of issue. */
export function fullYear(twoDigits: number, yearOfIssue = 2020): number {
  const century = yearOfIssue - (yearOfIssue % 100)
  const year = century + twoDigits
  return year > yearOfIssue + yearsAhead ? year - 100 : year
}

/** An ordinal number: `third`, `3rd`, `troisième`, `الثالث`. */
export function readOrdinal(scene: Scene, at: number): NumberFound | undefined {
  const number = readNumber(scene, at)
  return number?.isOrdinal === true ? number : undefined
}
