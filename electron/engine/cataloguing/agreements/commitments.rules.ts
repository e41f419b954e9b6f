import type { CommitmentReading } from './commitment-reading.ts'
import type { Passage } from '../../language/analyse.ts'
import { type TextWithMentions, datesBetween } from './agreement-reading.ts'
import { sentencesOf } from './sentences.ts'

/** Words by which a text says that somebody will do something: not everything that will be, but what was promised. */
const promises = {
  en: /\b(?:(?:shall|will|agreed to|pledged to|undertook to|undertakes? to|committed to|commit themselves to|decided to|are to|is to)\s+(?!be\s+(?:a|an|the)\b)[\p{L}]{3,})/iu,
  fr: /(?:\b(?:s['’]engagent?|se sont engagée?s?|s['’]est engagée?|ont convenu|sont convenue?s|ont décidé|a décidé|devra|devront)\b|\b[\p{L}]{3,}(?:era|eront|ira|iront)\b)/iu,
  ar: /(?<![\p{L}])(?:[وف]?(?:يتعهد|تتعهد|تعهد|تعهدت|اتفق|اتفقت|اتفقا|اتفقتا|التزم|التزمت|يلتزم|قرر|قررت|سيعقد|ستعقد|سيجتمع|ستجتمع|يوافي|تجتمع|يجتمع|يعيّ?ن|تنظم|تُنظَّم|يزور))(?![\p{L}])/u,
} as const

const shortest = 25
const longest = 500
const mostCommitments = 60

/**
 * What a text says that somebody is going to do: sentences with words of promise, and the day by which it is due where the sentence
 * has one. `issued` is the day of issue: what a text says of the time before it is no promise.
 */
export function readCommitments(
  { text, mentions }: TextWithMentions,
  passages: readonly Passage[],
  issued: string,
): CommitmentReading[] {
  const found: CommitmentReading[] = []
  for (const passage of passages) {
    if (passage.language === 'und') continue
    const promise = promises[passage.language]
    for (const { text: words, start } of sentencesOf(text, passage.start, passage.end)) {
      if (words.length < shortest || words.length > longest || !promise.test(words)) continue
      const dates = datesBetween(mentions, start, start + words.length).filter(({ value }) => lastDay(value) > issued)
      const due = dates.at(-1)?.value ?? ''
      // Without a day, only words that bind are taken: a text is full of things that will be.
      if (due === '' && !binding.test(words)) continue
      found.push({ text: words, start, end: start + words.length, due, confidence: due === '' ? 0.6 : 0.8 })
      if (found.length >= mostCommitments) return found
    }
  }
  return found
}

const binding =
  /\b(?:pledged|undertook|undertakes?|committed|agreed to|shall meet|s['’]engage|engagée?s?|convenue?s de|ont convenu)\b|(?:تعهد|يتعهد|التزم|يلتزم|اتفق)/iu

const lastDay = (edtf: string): string => edtf.split('/').at(-1)?.replace('..', '9999') ?? edtf
