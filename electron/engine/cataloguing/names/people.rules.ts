import { countryNames } from './countries.rules.ts'
import { type Draft, type Reading, draftOf, sliceOf } from './draft.ts'
import { organisations, places } from './known-names.ts'
import { role } from './latin-words.ts'
import { type Title, officeAfter } from './titles.rules.ts'
import { type Token, continues, gap, is, isCapital, shape } from './tokens.ts'

const mostNameWords = 8

const notInNames =
  role.stop |
  role.common |
  role.head |
  role.office |
  role.portfolio |
  role.plainHead |
  role.frenchHead |
  role.compass |
  role.acronym |
  role.speech

/** Whether a word can be part of a name. What is a word of the language too is so only as a given name, or joined to one. */
function isNameWord(token: Token | undefined): token is Token {
  if (token === undefined || token.shape === shape.digits || !isCapital(token)) return false
  return is(token, role.firstName | role.lonePerson) || !is(token, notInNames)
}

/** Whether the word belongs to the name before it by a hyphen, an apostrophe or the point of an initial. */
function isAttached(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (token.gap === gap.apostrophe) return token.word !== 's'
  return token.gap === gap.hyphen
}

function follows(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (token.gap === gap.apostrophe) return token.word !== 's'
  return continues(token) || (token.gap === gap.point && tokens[at - 1]?.shape === shape.initial)
}

/** A particle counts where a name follows: `bin Salman`, `de Mistura`; but `Mohammed VI du Maroc` is followed by his country. */
function particlesEnd(tokens: readonly Token[], at: number): number {
  if (is(tokens[at - 1], role.suffix) && countryAfter(tokens, at) !== undefined) return at
  let end = at
  while (end < at + 3 && is(tokens[end], role.particle) && follows(tokens, end + 1)) end++
  return end > at && isNameWord(tokens[end]) ? end : at
}

/** The place after the name that begins here; `from` itself where none does. */
export function nameEnd(tokens: readonly Token[], from: number): number {
  let end = from
  for (let at = from; at < from + mostNameWords;) {
    if (at > from && !follows(tokens, at)) break
    const token = tokens[at]
    const isSuffix = at > from && is(token, role.suffix) && isCapital(token)
    const afterParticles = particlesEnd(tokens, at)
    if (afterParticles > at) end = at = afterParticles + 1
    else if (isSuffix || isNameWord(token) || (at > from && isAttached(tokens, at) && isCapital(token))) end = ++at
    else break
  }
  return end
}

/** A name with its surname in capitals, or all in capitals, in its usual case: `Abdeltif LOUDYI` is Abdeltif Loudyi. */
export function inUsualCase(name: string): string {
  return name.replaceAll(/\p{Lu}[\p{Lu}\p{M}]+/gu, (word) =>
    /^(?:[IVX]+|JR|SR)$/.test(word) ? word : word.charAt(0) + word.slice(1).toLowerCase(),
  )
}

/** `Mohammed VI of Morocco`, `Mohammed VI du Maroc`: the country after a sovereign's name. */
function countryAfter(tokens: readonly Token[], at: number): string | undefined {
  const joint = tokens[at]?.word
  if (joint !== 'of' && joint !== 'du' && joint !== 'de' && joint !== 'd') return undefined
  const article = tokens[at + 1]?.word
  return countryNames.at(tokens, article === 'the' || article === 'la' || article === 'l' ? at + 2 : at + 1)?.entry
}

/** A person of the name between two places, with what the titles before and after say. */
export function personOf(
  reading: Reading,
  from: number,
  to: number,
  before: Title | undefined,
  rest: { readonly rule: string; readonly confidence: number },
): Draft {
  const after = officeAfter(reading, to)
  const office = before?.office ?? after?.office
  const country = before?.country ?? after?.country ?? countryAfter(reading.tokens, to)
  return draftOf(reading, 'person', from, to, {
    ...rest,
    name: inUsualCase(sliceOf(reading, from, to)),
    ...(before?.rank !== undefined && { rank: before.rank }),
    ...(office !== undefined && { office }),
    ...(country !== undefined && { country }),
  })
}

/** Whether the words between two places are known to be something else than a person. */
export function isKnownOtherwise(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const found = countryNames.at(tokens, at) ?? places.at(tokens, at) ?? organisations.at(tokens, at)
    if (found !== undefined && found.end > from + 1 && found.end >= to) return true
    if (at === from && found !== undefined && !is(tokens[at], role.firstName)) return true
  }
  return false
}

/** How sure a run of capitals without a title is a person, with the rule that says so; undefined where nothing does. */
export function judgeName(
  reading: Reading,
  from: number,
  to: number,
): { rule: string; confidence: number } | undefined {
  const { tokens } = reading
  const first = tokens[from]
  const length = to - from
  if (first === undefined) return undefined
  if (length === 1) return is(first, role.lonePerson) ? { rule: 'person:well-known', confidence: 0.8 } : undefined
  if (is(first, role.firstName) && first.gap !== gap.hyphen) return { rule: 'person:given-name', confidence: 0.9 }
  if (officeAfter(reading, to) !== undefined) return { rule: 'person:office-after', confidence: 0.85 }
  if (hasUpperSurname(tokens, from, to)) return { rule: 'person:surname-in-capitals', confidence: 0.8 }
  if (hasParticle(tokens, from, to)) return { rule: 'person:particle', confidence: 0.6 }
  const isInitial = first.shape === shape.initial || reading.text.charAt(first.start + 1) === '.'
  if (is(tokens[to - 1], role.firstName) || isInitial) return { rule: 'person:name-parts', confidence: 0.6 }
  if (continues(tokens[to]) && is(tokens[to], role.speech)) return { rule: 'person:speaks', confidence: 0.6 }
  return undefined
}

function hasUpperSurname(tokens: readonly Token[], from: number, to: number): boolean {
  let uppers = 0
  let others = 0
  for (let at = from; at < to; at++) {
    if (tokens[at]?.shape === shape.upper && !tokens[at]?.shouted && (tokens[at]?.word.length ?? 0) > 3) uppers++
    else if (tokens[at]?.shape === shape.capital) others++
  }
  // A headline may begin with an acronym: `BOURITA Nasser` is two words, and otherwise the surname stands last.
  return uppers > 0 && others > 0 && (to - from === 2 || tokens[to - 1]?.shape === shape.upper)
}

function hasParticle(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from + 1; at < to - 1; at++) if (is(tokens[at], role.particle)) return true
  return false
}
