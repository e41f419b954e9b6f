import { readPassage } from './dates/read-passage.ts'
import type { DateLanguage } from './dates/vocabulary/vocabulary.ts'

export { monthOf } from './dates/vocabulary/vocabulary.ts'

/** A full date in a text: where it stands (UTF-16 offsets) and its EDTF value, `2026-01-22`. */
export interface DateMention {
  readonly start: number
  readonly end: number
  readonly value: string
}

/** The languages whose months may be named in a text; figures are read by all of them alike. */
function languagesOf(text: string): readonly DateLanguage[] {
  if (!/\p{Script=Arabic}/u.test(text)) return ['en', 'fr']
  return /[A-Za-z]{3}/.test(text) ? ['en', 'fr', 'ar'] : ['ar']
}

const inDigits = /[0-9\u0660-\u0669\u06F0-\u06F9]{3}/
const yearFirst = /^[0-9\u0660-\u0669\u06F0-\u06F9]{4}-/

/** The paragraphs that hold figures: a date ends with its paragraph, whatever the next one begins with. */
function paragraphsOf(text: string): { readonly start: number; readonly paragraph: string }[] {
  const paragraphs: { start: number; paragraph: string }[] = []
  for (const { 0: paragraph, index } of text.matchAll(/\S(?:(?!\n\s*\n)[^])*/gu))
    if (inDigits.test(paragraph)) paragraphs.push({ start: index, paragraph })
  return paragraphs
}

type Found = ReturnType<typeof readPassage>['mentions'][number]

/** The dates of a text that pass a test, in every language that it may be in, in order and apart. */
function findDates(text: string, passes: (found: Found, text: string) => boolean): DateMention[] {
  // A full date has a year, so most lines are spared three readings.
  if (!inDigits.test(text)) return []
  const unknown = { issued: undefined, last: undefined, isMonthFirst: false }
  const found = paragraphsOf(text)
    .flatMap(({ start, paragraph }) =>
      languagesOf(paragraph).flatMap((language) =>
        readPassage(paragraph, { ...unknown, language }).mentions.map((mention) => ({
          ...mention,
          ...{ start: mention.start + start, end: mention.end + start },
        })),
      ),
    )
    .filter((mention) => passes(mention, text))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const dates: DateMention[] = []
  for (const { start, end, value } of found) if (start >= (dates.at(-1)?.end ?? 0)) dates.push({ start, end, value })
  return dates
}

const isFullDate = ({ rule, start, value }: Found, text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  (rule === 'full-date' || rule === 'two-calendars' || yearFirst.test(text.slice(start)))

/**
 * The days written out in full in a text - day, month by name, year, in any order that English, French or Arabic use, or ISO
 * 8601 - in the order in which they stand, their weekday included. Dates in figures only are left out: nobody can tell day from
 * month.
 */
export const findFullDates = (text: string): DateMention[] => findDates(text, isFullDate)

/** The months with their year in a text, `October 2016`, in the order in which they stand. */
export const findMonths = (text: string): DateMention[] =>
  findDates(text, ({ rule, value }) => rule === 'month' && /^\d{4}-\d{2}$/.test(value))
