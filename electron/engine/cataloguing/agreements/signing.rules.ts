import { type TextWithMentions, datesBetween } from './agreement-reading.ts'

/** What opens the closing words; inside a sentence `signed at` tells of another instrument. */
const closing =
  /(?:^|[\n.;:،,»”)])\s*(?:(?:and\s+)?(?:done|executed)\s+(?:at|in|on|by|this)(?![\p{L}])|faite?s?(?:\s+et signée?s?)?\s+(?:à|en|a|le)(?![\p{L}])|donnée?\s+à(?![\p{L}])|حُ?رِ?ّ?رت?(?![\p{L}])|وُ?قّ?عت?\s+في)|(?:^|[\n.;])\s*(?:signed\s+(?:at|in|on|by|this)|signée?s?\s+à)(?![\p{L}])/giu
/** What those who sign say before the closing words. Annexes and translations come behind. */
export const witness =
  /\bin (?:witness|faith) (?:whereof|thereof)\b|\ben foi de quoi\b|(?:و?إثباتا?ً? ?ل(?:ذلك|ما تقدم)|وإشهادا على ذلك|وشهادة على ذلك)/giu

/** The date stands so near to the closing words, and these so near to those of the witnesses. */
const closingReach = 220
const witnessReach = 1500

const isDay = (edtf: string): boolean => /^\d{4}-\d{2}-\d{2}~?$/u.test(edtf)

/** The days that closing words between two places name. */
function daysOfClosing(text: string, mentions: TextWithMentions['mentions'], from: number, to: number): string[] {
  const days: string[] = []
  for (const { index } of text.slice(from, to).matchAll(closing)) {
    const [date] = datesBetween(mentions, from + index, from + index + closingReach)
    if (date !== undefined && isDay(date.value)) days.push(date.value)
  }
  return days
}

/**
 * The day of signing as the closing words have it, as EDTF: those behind `in witness whereof`, where the text has these words, or
 * else the last of all. Empty where no closing words name a day.
 */
export function signedIn(text: string, mentions: TextWithMentions['mentions']): string {
  for (const { index } of text.matchAll(witness)) {
    const [day] = daysOfClosing(text, mentions, index, index + witnessReach)
    if (day !== undefined) return day
  }
  return daysOfClosing(text, mentions, 0, text.length).at(-1) ?? ''
}
