import { toCivil } from './calendar.rules.ts'
import { isAlone } from './counting.rules.ts'
import { type NumberFound, readDayNumber } from './numbers.ts'
import { type Found, type Scene, follows, skip } from './reading.ts'
import { readNamedDate } from './read-calendar.ts'
import { readRelative, readThatUnit, readUnitAsThis } from './read-relative.ts'
import { plays } from './tokens.ts'

/** `the 27th`, `le 27`, `يوم 27`, and with their month: `the 20th of next month`. */
export function readBareDay(scene: Scene, at: number): Found | undefined {
  const day = readDayNumber(scene, at)
  const before = scene.tokens[at - 1]
  if (day === undefined || scene.tokens[at]?.sense.unit !== undefined) return undefined
  const listed = readListedDay(scene, at, day)
  if (listed !== undefined) return listed
  const relative = monthAfter(scene, day.next)
  if (relative !== undefined) {
    const { year, month } = toCivil(relative.date.span?.first ?? 0)
    const date = relative.date.isUnknown === true ? relative.date : { year, month, day: day.value }
    return { from: at, next: relative.next, date, rule: 'day-of-month', confidence: 0.85 }
  }
  if (before === undefined || scene.tokens[at]?.gap !== 'space' || !isDayAlone(scene, at, day)) return undefined
  return { from: at, next: day.next, date: { day: day.value }, rule: 'day', confidence: 0.5 }
}

/** `12` in `12 and 14 March 2025`: its month and year are those of the next day in the list. */
function readListedDay(scene: Scene, at: number, day: NumberFound): Found | undefined {
  if (!day.inFigures) return undefined
  const after = follows(scene, day.next, ['space', 'comma'])
  const place = skip(scene, day.next, 'and', 'the')
  if (after === undefined || (place === day.next && !after.joinedByAnd && after.gap !== 'comma')) return undefined
  const next = follows(scene, place) && readNamedDate(scene, place)
  if (next?.date.day === undefined || next.date.month === undefined || next.date.weekday !== undefined) return undefined
  if (day.value >= next.date.day) return undefined
  return { from: at, next: day.next, date: { ...next.date, day: day.value }, rule: 'listed-day', confidence: 0.75 }
}

function monthAfter(scene: Scene, at: number): Found | undefined {
  const place = skip(scene, at, 'of', 'day-word')
  const afterDayWord = scene.tokens[place]?.sense.unit === 'day' ? skip(scene, place + 1, 'of') : place
  const relative =
    follows(scene, afterDayWord) &&
    (readRelative(scene, afterDayWord) ?? readThatUnit(scene, afterDayWord) ?? readUnitAsThis(scene, afterDayWord))
  return relative?.date.span?.grain === 'month' ||
    (relative?.date.isUnknown === true && relative.rule === 'relative-month')
    ? relative
    : undefined
}

/** `le vingt-deux` is a day, `le deux` anything. */
const isSureDay = ({ inFigures, value }: NumberFound): boolean => inFigures || value > 16

function isDayAlone(scene: Scene, at: number, day: NumberFound): boolean {
  const before = scene.tokens[at - 1]
  if (!isAlone(scene.text, scene.tokens[day.next - 1]?.end ?? 0)) return false
  if (scene.language === 'ar') return plays(before, 'day-word') && (day.inFigures || day.isOrdinal)
  if (scene.language === 'fr')
    return /^le$/iu.test(scene.text.slice(before?.start, before?.end)) && !day.isOrdinal && isSureDay(day)
  return plays(before, 'the') && day.inFigures && day.isOrdinal
}
