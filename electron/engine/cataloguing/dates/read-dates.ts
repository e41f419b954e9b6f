import { edtfBounds } from '../../../contract/edtf.ts'
import type { Passage } from '../../language/analyse.ts'
import type { FoundMention, TextToRead } from '../mention.ts'
import { toDay } from './calendar.rules.ts'
import { type PassageRead, readPassage } from './read-passage.ts'
import type { Scene } from './reading.ts'
import type { Grain, Span } from './spans.rules.ts'
import type { DateLanguage } from './vocabulary/vocabulary.ts'

const grains: readonly Grain[] = ['year', 'month', 'day']

const dayOf = (number: number): number =>
  toDay(Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100)

/** The day, month or year of issue; intervals and anything else say too little to count from. */
function issuedSpan(issued: string): Span | undefined {
  if (!/^\d{4}(?:-\d{2}){0,2}[?~%]?$/.test(issued)) return undefined
  const bounds = edtfBounds(issued)
  const grain = grains[issued.replace(/[?~%]/, '').split('-').length - 1]
  if (bounds === undefined || grain === undefined || Number(issued.slice(5, 7)) > 12) return undefined
  return { first: dayOf(bounds.from), last: dayOf(bounds.to), grain }
}

const shortFigures = /\d[/.-]\d/
const figureDate = /(?<![\d./-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/-])/g
const monthThenDay = /(?<!\p{L})\p{Lu}\p{L}{2,8}\.? \d{1,2}, \d{4}(?!\d)/gu
const dayThenMonth = /(?<!\d)\d{1,2}(?:st|nd|rd|th)? \p{Lu}\p{L}{2,8},? \d{4}(?!\d)/gu

const countOf = (pattern: RegExp, text: string): number => Array.from(text.matchAll(pattern)).length

/** Whether an English text writes the month first: its figures show it, or else the order of its dates in words. */
function isMonthFirst(text: string): boolean {
  if (!shortFigures.test(text)) return false
  let monthFirst = 0
  for (const [, first = '', , second = ''] of text.matchAll(figureDate)) {
    if (Number(second) > 12) monthFirst++
    if (Number(first) > 12) monthFirst--
  }
  return monthFirst === 0 ? countOf(monthThenDay, text) > countOf(dayThenMonth, text) : monthFirst > 0
}

const covered = (mentions: readonly FoundMention[]): number =>
  mentions.reduce((sum, { start, end }) => sum + end - start, 0)

const arabicLetter = /\p{Script=Arabic}/u

/** A passage whose language is unknown is read in each language of its script; the one that explains more of it is kept. */
function readInLanguages(
  passage: string,
  language: Passage['language'],
  scene: Omit<Scene, 'text' | 'tokens' | 'language'>,
): PassageRead {
  if (language !== 'und') return readPassage(passage, { ...scene, language })
  const languages: readonly DateLanguage[] = arabicLetter.test(passage) ? ['ar'] : ['en', 'fr']
  const readings = languages.map((one) => readPassage(passage, { ...scene, language: one }))
  return readings.reduce((best, one) => (covered(one.mentions) > covered(best.mentions) ? one : best))
}

const beyondLevelZero = /^(?:\d{3}X|\d{2}XX|\d{4}-3[3-6])$/
const dayText = (number: number): string =>
  [number / 10_000, (number / 100) % 100, number % 100]
    .map((part, place) => String(Math.floor(part)).padStart(place === 0 ? 4 : 2, '0'))
    .join('-')

/** Quarters, decades and centuries as the days from their first to their last: every reader of EDTF understands an interval. */
function plainEdtf(value: string): string {
  const bounds = beyondLevelZero.test(value) ? edtfBounds(value) : undefined
  return bounds === undefined ? value : `${dayText(bounds.from)}/${dayText(bounds.to)}`
}

/**
 * Every date that a text names, in order and without overlaps, with its EDTF value (ISO 8601-2:2019). Relative dates are counted
 * from the day of issue; their value is empty where that is unknown, and so is that of days which no calendar has. Never throws.
 */
export function readDates({ text, passages, issued }: TextToRead): FoundMention[] {
  const mentions: FoundMention[] = []
  const scene = { issued: issuedSpan(issued), isMonthFirst: isMonthFirst(text) }
  const whole: readonly Passage[] = passages.length > 0 ? passages : [{ start: 0, end: text.length, language: 'und' }]
  let last: Span | undefined
  for (const { start, end, language } of whole) {
    const read = readInLanguages(text.slice(start, end), language, { ...scene, last })
    for (const mention of read.mentions)
      mentions.push({
        ...mention,
        ...{ start: mention.start + start, end: mention.end + start, value: plainEdtf(mention.value) },
        ...(mention.other === undefined ? {} : { other: plainEdtf(mention.other) }),
      })
    last = read.last
  }
  return mentions
}
