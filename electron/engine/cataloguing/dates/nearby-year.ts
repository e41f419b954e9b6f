import type { CivilDate } from './calendar.rules.ts'
import { readNamedDate } from './read-calendar.ts'
import { type Loose, type Scene, follows, skip } from './reading.ts'
import type { Tense } from './resolve.ts'

/** The last date of the passage that said its year and month, and where it ends. */
export interface Dated {
  readonly end: number
  readonly date: Pick<CivilDate, 'year' | 'month'>
}

/** So far from the year a month may stand that takes it. */
const reach = 100
const sentenceEnd = /[.!?؟]\s+[\p{Lu}\u0621-\u064a«"“]|\n\s*\n/u
const longestList = 4

/** `March, June and September 2025`: the year of the date at the end of a list. */
function yearInList(scene: Scene, at: number, left: number): number | undefined {
  const token = follows(scene, at, ['space', 'comma'])
  if (token === undefined || left === 0) return undefined
  const place = skip(scene, at, 'and', 'or', 'the', 'on', 'in')
  if (place === at && token.gap !== 'comma' && !token.joinedByAnd) return undefined
  const found = readNamedDate(scene, place)
  if (found?.date.month === undefined || found.date.isHijri === true) return undefined
  return found.date.year ?? yearInList(scene, found.next, left - 1)
}

/**
 * The year of a date that names its month only, from the list in which it stands or from the date before it in the sentence.
 * Where the day of issue is unknown, the date before it in the paragraph must do.
 */
export function yearNearby(
  scene: Scene,
  date: Loose,
  place: { start: number; next: number },
  dated: Dated | undefined,
  tense: Tense,
): number | undefined {
  if (date.month === undefined || date.isHijri === true || date.way !== undefined) return undefined
  const listed = yearInList(scene, place.next, longestList)
  if (listed !== undefined || dated === undefined) return listed
  const between = scene.text.slice(dated.end, Math.min(place.start, dated.end + reach))
  const isNear = place.start - dated.end <= reach && !sentenceEnd.test(between)
  if (!isNear && scene.issued !== undefined) return undefined
  return tense > 0 && date.month < dated.date.month ? dated.date.year + 1 : dated.date.year
}
