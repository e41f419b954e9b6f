import type { AgreementParty } from '../../../contract/schemas.ts'
import { foldWord } from '../../language/fold.ts'
import type { FoundMention } from '../mention.ts'
import { countryName, countryOf } from '../names/countries.rules.ts'

/** Names of states are looked for in so many words at most: `United Kingdom of Great Britain and Northern Ireland`. */
const longestName = 8

/** What stands before the name of a state and is no part of it. */
const before =
  /^(?:the|le|la|les|l|du|de|des|d|of|government|governments|gouvernement|gouvernements|حكومة|دولة|and|et|entre|between|royal)$/u

interface PlacedWord {
  readonly word: string
  readonly start: number
  readonly end: number
}

const wordsOf = (text: string): PlacedWord[] =>
  Array.from(text.matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu), ({ 0: word, index }) => ({
    ...{ word, start: index, end: index + word.length },
  }))

/** The longest name of a country that begins at a word; `undefined` where none does. */
function countryAt(
  text: string,
  words: readonly PlacedWord[],
  first: number,
): { code: string; next: number } | undefined {
  const begin = words[first]
  if (begin === undefined || before.test(foldWord(begin.word))) return undefined
  for (let length = Math.min(longestName, words.length - first); length > 0; length--) {
    const last = words[first + length - 1]
    const code = last === undefined ? undefined : countryOf(text.slice(begin.start, last.end))
    if (code !== undefined) return { code, next: first + length }
  }
  // Conjunctions and prepositions are written onto Arabic names.
  const bare = begin.word.replace(/^[وفبكل](?=\p{Script=Arabic}{3})/u, '')
  const code = bare === begin.word ? undefined : (countryOf(bare) ?? countryOf(bare.replace(/^ل/u, 'ال')))
  return code === undefined ? undefined : { code, next: first + 1 }
}

/** A state as a party, by its English short name. */
export const stateParty = (code: string): AgreementParty => ({ name: countryName(code, 'en') ?? code, country: code })

/** The countries that a stretch of text names, each once, in order. */
export function countriesIn(text: string): AgreementParty[] {
  const words = wordsOf(text)
  const codes = new Set<string>()
  for (let at = 0; at < words.length;) {
    const found = countryAt(text, words, at)
    if (found !== undefined) codes.add(found.code)
    at = found?.next ?? at + 1
  }
  return [...codes].map(stateParty)
}

/** Words that may stand between two names of a list of states. */
const betweenNames =
  /^(?:the|le|la|les|l|du|de|des|d|of|and|et|with|avec|kingdom|republic|royaume|republique|federal|federale|government|gouvernement)$/u
/** So many states in a row are those that make an instrument. */
const shortestList = 4

/** The states of the first list of four or more; a name with a capital that no country has today does not end it. */
export function countriesListedIn(text: string): AgreementParty[] {
  const words = wordsOf(text)
  let codes = new Set<string>()
  for (let at = 0; at < words.length;) {
    const found = countryAt(text, words, at)
    const word = words[at]?.word ?? ''
    if (found !== undefined) codes.add(found.code)
    else if (!betweenNames.test(foldWord(word)) && word.charAt(0) === word.charAt(0).toLowerCase()) {
      if (codes.size >= shortestList) break
      codes = new Set()
    }
    at = found?.next ?? at + 1
  }
  return codes.size >= shortestList ? [...codes].map(stateParty) : []
}

const betweenPattern =
  /(?:\bbetween\b|\bentre\b|(?<![\p{L}])بين(?![\p{L}]))(?<parties>[^.;؛\n]{3,300}?)(?=\b(?:on|for|concerning|regarding|relating|about|signed|done|sur|relatif|relative|concernant|pour|en matière|signée?)\b|(?<![\p{L}])(?:بشأن|حول|في مجال|الموقعة?|بخصوص)|[.;؛\n(]|$)/iu

/** The same for a stretch of a text whose mentions are known, from `start` on. */
export function mentionedBetween(stretch: string, start: number, mentions: readonly FoundMention[]): AgreementParty[] {
  const match = betweenPattern.exec(stretch)
  if (match === null) return []
  const from = start + match.index
  const codes = new Set<string>()
  for (const mention of mentions)
    if (mention.type === 'country' && mention.country !== undefined)
      if (mention.start >= from && mention.end <= from + match[0].length) codes.add(mention.country)
  return codes.size >= 2 ? [...codes].map(stateParty) : []
}

/** The states between which something is, where a stretch of text says so with two or more of them. */
export function partiesBetween(text: string): AgreementParty[] {
  const parties = countriesIn(betweenPattern.exec(text)?.groups?.['parties'] ?? '')
  return parties.length >= 2 ? parties : []
}
