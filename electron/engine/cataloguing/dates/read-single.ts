import { type Found, type Reader, type Scene, farthest, follows, skip } from './reading.ts'
import { readBareDay } from './read-bare-day.ts'
import { readNamedDate } from './read-calendar.ts'
import { readCounted } from './read-counted.ts'
import { readFigures } from './read-figures.ts'
import { readFeast, readFirstFewOf, readNthOf, readPart, readToDate, readWeekOf } from './read-parts.ts'
import {
  readOffset,
  readRelative,
  readThatUnit,
  readUnitAfterNext,
  readUnitAsThis,
  readWeekday,
} from './read-relative.ts'
import { readBareYear, readDecade, readSeasonAfterWay, readSeasonOrQuarter } from './read-years.ts'
import { plays } from './tokens.ts'

/** Where two reach equally far the first one has it right more often. */
const readers: readonly Reader[] = [
  readFigures,
  readNamedDate,
  readBareDay,
  readCounted,
  readNthOf,
  readFirstFewOf,
  readPart,
  readWeekOf,
  readWeekday,
  readOffset,
  readUnitAfterNext,
  readRelative,
  readFeast,
  readSeasonOrQuarter,
  readSeasonAfterWay,
  readDecade,
  readToDate,
  readBareYear,
  readWeekend,
  readThatUnit,
]

/** `the weekend`, which needs no other word. */
function readWeekend(scene: Scene, at: number): Found | undefined {
  return scene.tokens[at]?.sense.unit === 'weekend' ? readUnitAsThis(scene, at) : undefined
}

/** A Hijri and a Gregorian date that a text gives for the same day: the Gregorian one says it exactly. */
function joinedWithTwin(scene: Scene, first: Found): Found {
  const equals = plays(follows(scene, first.next), 'equals')
  if (!equals && (first.date.isHijri !== true || follows(scene, first.next, ['bracket', 'slash']) === undefined))
    return first
  const at = equals ? skip(scene, first.next + 1, 'on', 'the', 'day-word', 'of') : first.next
  const second = follows(scene, at) === undefined ? undefined : farthest(scene, at, [readFigures, readNamedDate])
  if (second === undefined || (second.date.isHijri === true) === (first.date.isHijri === true)) return first
  const gregorian = first.date.isHijri === true ? second : first
  return { ...gregorian, from: first.from, next: second.next, rule: 'two-calendars', confidence: 0.97 }
}

/** One date, however it is written, that begins at a token. */
export function readSingle(scene: Scene, at: number): Found | undefined {
  const found = farthest(scene, at, readers)
  return found === undefined ? undefined : joinedWithTwin(scene, found)
}
