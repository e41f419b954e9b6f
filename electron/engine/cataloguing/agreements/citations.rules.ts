import type { AgreementParty } from '../../../contract/schemas.ts'
import type { Language } from '../../../contract/vocabulary.ts'
import type { Passage } from '../../language/analyse.ts'
import type { FoundMention } from '../mention.ts'
import { type AgreementReading, type TextWithMentions, datesBetween } from './agreement-reading.ts'
import { type CitationPattern, arabic, english, french } from './citation-patterns.ts'
import { mentionedBetween } from './parties.rules.ts'

const patternOf = { en: english, fr: french, ar: arabic, und: english } as const

/** A citation says when and between whom within so many characters behind its noun. */
const reach = 200
/** More citations than this of one text are one list of agreements; the first of them stand for it. */
const mostCitations = 60

const sentenceEnd = /[.!?؟](?=\s+(?:\p{Lu}|\p{Script=Arabic})|\s*$)|\n\s*\n|[;؛]/u

/** What follows a noun in its sentence. */
function tailOf(text: string, end: number): string {
  const tail = text.slice(end, end + reach)
  const stop = sentenceEnd.exec(tail)
  return stop === null ? tail : tail.slice(0, stop.index)
}

/** The date that belongs to a citation: behind `signed`, or written onto the noun: `the 2025 agreement`, `l'accord de 2025`. */
function signedDate(
  { signed }: CitationPattern,
  mentions: readonly FoundMention[],
  span: { readonly start: number; readonly noun: number; readonly end: number },
  tail: string,
): FoundMention | undefined {
  const [within] = datesBetween(mentions, span.start, span.noun)
  const sign = signed.exec(tail)
  if (sign !== null) {
    const from = span.end + sign.index
    const [behind] = datesBetween(mentions, from, from + 110)
    if (behind !== undefined) return behind
  }
  const [next] = datesBetween(mentions, span.end, span.end + tail.length)
  const gap = next === undefined ? '' : tail.slice(0, next.start - span.end)
  // Nothing but the subject and a preposition may stand between: `l'accord de coopération militaire de 2025`.
  const belongs =
    next !== undefined &&
    gap.length < 60 &&
    !/[,،:(]/u.test(gap) &&
    /(?:\s(?:of|de|du|dated)|لسنة|لعام|سنة|عام|بتاريخ)\s*$/iu.test(gap)
  return within ?? (belongs ? next : undefined)
}

const idle =
  /^(?:an?|the|this|that|said|aforementioned|above-mentioned|their|its|existing|bilateral|new|no|any|such|each|every|some|\d{4}|january|february|march|april|may|june|july|august|september|october|november|december)$/iu

const mostWordsAhead = 6

/** Words before an English noun that say what it is about: `military cooperation` of `a military cooperation agreement`. */
function subjectBefore(before: string): string {
  const words = before.trim().split(/\s+/u)
  const kept: string[] = []
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at] ?? ''
    if (
      word === '' ||
      idle.test(word) ||
      /^(?:of|to|on|in|by|with|and|or|for|under|into|from|which|is|was)$/iu.test(word)
    )
      break
    kept.unshift(word)
    if (kept.length === mostWordsAhead) break
  }
  return kept.join(' ')
}

/** So many characters before a noun may belong to it. */
const reachBefore = 90

interface Citation {
  /** The instrument and its subject, as a title of it. */
  readonly title: string
  readonly subject: string
  readonly parties: readonly AgreementParty[]
  readonly date: FoundMention | undefined
  readonly start: number
  readonly end: number
}

function citationAt(
  pattern: CitationPattern,
  noun: string,
  nounStart: number,
  { text, mentions }: TextWithMentions,
): Citation | undefined {
  const end = nounStart + noun.length
  const before = text.slice(Math.max(0, nounStart - reachBefore), nounStart)
  const ahead = pattern === english ? subjectBefore(before.slice(before.lastIndexOf('\n') + 1)) : ''
  const bare = before.slice(0, before.trimEnd().length - ahead.length)
  const article = pattern.before.exec(ahead === '' ? before : bare)?.[0] ?? ''
  const start = nounStart - (ahead === '' ? 0 : before.length - bare.length) - article.length
  const tail = tailOf(text, end)
  const date = signedDate(pattern, mentions, { start, noun: nounStart, end }, tail)
  const parties = mentionedBetween(tail, end, mentions)
  const behind = pattern.subject.exec(tail)?.groups?.['subject'] ?? ''
  const subject = ahead === '' ? behind : ahead
  // What has neither day nor parties is an agreement in general, or the same one again; so is what has a year and no subject.
  if (
    date === undefined
      ? parties.length < 2 || subject === ''
      : subject === '' && parties.length < 2 && date.value.length < 7
  )
    return undefined
  const last = Math.max(end, date?.end ?? 0, end + (behind === '' ? 0 : tail.indexOf(behind) + behind.length))
  const endOfSubject = behind === '' ? end : end + tail.indexOf(behind) + behind.length
  return {
    title: titleOf(ahead === '' ? text.slice(nounStart, endOfSubject) : `${ahead} ${noun}`),
    subject: subject.trim(),
    parties,
    date,
    ...{ start, end: last },
  }
}

/** The words as a title has them: one line, with a capital, without the article that Arabic words of a sentence have. */
function titleOf(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim()
  return line.charAt(0).toLocaleUpperCase() + line.slice(1)
}

function toReading({ title, subject, parties, date, start, end }: Citation, language: Language): AgreementReading {
  return {
    ...{ role: 'cites', title: title.slice(0, 200), subject, language, parties, signed: date?.value ?? '', place: '' },
    ...{ start, end, confidence: date !== undefined && subject !== '' ? 0.85 : 0.7, clauses: [] },
  }
}

/** What the title of a text says that its agreement is about: `the agreement signed today` of a release is the one of its headline. */
function subjectOfTitle(pattern: CitationPattern, title: string): string {
  for (const { 0: noun, index } of title.matchAll(pattern.noun)) {
    const end = index + noun.length
    const ahead = pattern === english ? subjectBefore(title.slice(0, index)) : ''
    const behind = pattern.subject.exec(title.slice(end))?.groups?.['subject'] ?? ''
    if (ahead !== '' || behind !== '') return ahead === '' ? behind.trim() : ahead
  }
  return ''
}

/** A citation that says nothing but the day of issue is of what the title tells. */
function completed(
  reading: AgreementReading,
  pattern: CitationPattern,
  title: string,
  issued: string,
): AgreementReading {
  if (reading.subject !== '' || reading.signed === '' || reading.signed !== issued) return reading
  const subject = subjectOfTitle(pattern, title)
  return subject === '' ? reading : { ...reading, subject }
}

/** The agreements that a text, issued on a day, cites with their day or their parties, in the order in which it first does. */
export function readCitations(
  read: TextWithMentions,
  passages: readonly Passage[],
  issued: string,
): AgreementReading[] {
  const readings: AgreementReading[] = []
  for (const { start, end, language } of passages) {
    const pattern = patternOf[language]
    for (const match of read.text.slice(start, end).matchAll(pattern.noun)) {
      const noun = match.groups?.['noun'] ?? ''
      const citation = citationAt(pattern, noun, start + match.index + match[0].length - noun.length, read)
      if (citation !== undefined) readings.push(completed(toReading(citation, language), pattern, read.title, issued))
      if (readings.length >= mostCitations) return readings
    }
  }
  return readings
}
