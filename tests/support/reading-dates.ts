import { readDates } from '../../electron/engine/cataloguing/dates/read-dates.ts'
import type { FoundMention } from '../../electron/engine/cataloguing/mention.ts'
import type { Language } from '../../electron/contract/vocabulary.ts'

/** The day of issue of every text in the tests of dates: a Friday. */
export const issued = '2026-01-23'

/** The dates of a text of one paragraph. */
export const datesIn = (text: string, language: Language, dayOfIssue: string = issued): FoundMention[] =>
  readDates({ text, passages: [{ start: 0, end: text.length, language }], issued: dayOfIssue })

/** Each date as it is written, with its value: `22 January = 2026-01-22`. */
export const readIn = (text: string, language: Language, dayOfIssue: string = issued): string[] =>
  datesIn(text, language, dayOfIssue).map(({ start, end, value }) => `${text.slice(start, end)} = ${value}`)
