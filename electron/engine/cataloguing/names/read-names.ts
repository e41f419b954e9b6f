import type { FoundMention, TextToRead } from '../mention.ts'
import { readArabic } from './arabic.rules.ts'
import { isArabic } from './arabic-tokens.ts'
import { countryName, fillCountries } from './countries.rules.ts'
import type { Draft, Reading } from './draft.ts'
import { joinBodies } from './join-bodies.rules.ts'
import { collectPeople, joinPeople, type People } from './join-people.rules.ts'
import { fillKnownNames } from './known-names.ts'
import { readLatin } from './latin.rules.ts'
import { isCapital, readTokens, type Token } from './tokens.ts'

function readingsOf({ text, passages }: TextToRead): Reading[] {
  return passages.map(({ start, end, language }) => ({ text, tokens: readTokens(text, start, end), language }))
}

/** A passage may name NATO in Latin letters among Arabic ones: each script is read by its own rules. */
function draftsOf(reading: Reading): Draft[] {
  let arabic = 0
  for (const token of reading.tokens) if (isArabic(token)) arabic++
  const drafts = arabic < reading.tokens.length ? readLatin(reading) : []
  return arabic === 0 ? drafts : [...drafts, ...readArabic(reading)]
}

/** The first of those that overlap stays. */
function withoutOverlaps(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = []
  let end = 0
  for (const draft of [...drafts].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (draft.from < end || draft.to <= draft.from) continue
    kept.push(draft)
    end = draft.to
  }
  return kept
}

/** People named again by the surname alone: `Nyakarundi` after `Maj. Gen. Vincent Nyakarundi`. */
function namedAgain(tokens: readonly Token[], people: People, taken: readonly Draft[]): Draft[] {
  const found: Draft[] = []
  let next = 0
  for (const token of tokens) {
    while (next < taken.length && (taken[next]?.to ?? 0) <= token.start) next++
    if ((taken[next]?.from ?? Infinity) < token.end) continue
    const person = people.get(token.word)
    if (person === undefined || !(isCapital(token) || isArabic(token))) continue
    found.push({
      type: 'person',
      from: token.start,
      to: token.end,
      name: person.name,
      confidence: 0.8,
      rule: 'person:surname',
    })
  }
  return found
}

function toMention(draft: Draft): FoundMention {
  const { type, from, to, rule, confidence, rank, office, country } = draft
  const name = type === 'country' && country !== undefined ? (countryName(country, 'en') ?? draft.name) : draft.name
  return {
    type,
    start: from,
    end: to,
    value: name,
    confidence,
    rule,
    ...(rank !== undefined && { rank }),
    ...(office !== undefined && { office }),
    ...(country !== undefined && { country }),
  }
}

/**
 * Every person, organisation, place and country that a text names in English, French or Arabic, in order and without overlaps.
 * `value` is the fullest form of the name in the text, and the English short name of a country. Never throws.
 */
export function readNames(read: TextToRead): FoundMention[] {
  // Before any text is cut into words: each word is told then which tables may know it.
  fillCountries()
  fillKnownNames()
  const readings = readingsOf(read)
  const first = withoutOverlaps(readings.flatMap(draftsOf))
  const people = collectPeople(first)
  const again = people.size === 0 ? [] : readings.flatMap(({ tokens }) => namedAgain(tokens, people, first))
  const drafts = withoutOverlaps([...first, ...again])
  return joinBodies(read.text, joinPeople(drafts, people)).map(toMention)
}
