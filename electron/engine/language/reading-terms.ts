import type { Language } from '../../contract/vocabulary.ts'
import { bitOf } from './lexicon.ts'
import { segmentWords } from './segment.ts'
import { stemName, stemOfName } from './stem.ts'

/** Takes the words of a text for an exported index: as they are written, folded, without the function words of its language, halves of a pair joined too. */
export function eachTerm(text: string, language: Language, take: (term: string) => void): void {
  const stopBit = bitOf(language)
  for (const { lexeme, joined } of segmentWords(text)) {
    if ((lexeme.stopIn & stopBit) === 0) take(lexeme.exact)
    if (joined !== undefined) take(joined)
  }
}

/** A word that is asked for: every term under which a text in one of the languages has it. */
export interface AskedWord {
  readonly exact: string
  readonly terms: readonly string[]
}

const askedLanguages: readonly Language[] = ['en', 'fr', 'ar']

/** The words that share a stem with this one in one of the languages; `formsOf` tells which words of the index have a stem. */
function termsFor(word: string, formsOf: (stem: string) => readonly string[]): string[] {
  const names = askedLanguages.flatMap((language) => stemName(word, language) ?? [])
  return [...new Set([word, ...names.flatMap((name) => [stemOfName(name), ...formsOf(name)])])]
}

/**
 * The words of a question; function words only where there is nothing else. A hyphenated pair is asked for as one word. `formsOf`
 * answers the words of the index that have a stem, by its name (`stemName`); a word that is its own stem need not be among them.
 */
export function askedWords(question: string, formsOf: (stem: string) => readonly string[]): AskedWord[] {
  const words = segmentWords(question)
  const whole = words.filter((_, at) => words[at + 1]?.joined === undefined)
  const telling = whole.filter(({ lexeme }) => lexeme.stopIn === 0)
  return (telling.length === 0 ? whole : telling).map(({ exact, joined = exact }) => ({
    exact: joined,
    terms: termsFor(joined, formsOf),
  }))
}

/** A question to an exported index: its words, the phrases that must stand word for word, and words that must not be there. */
export interface ReadQuestion {
  readonly words: readonly AskedWord[]
  readonly phrases: readonly (readonly AskedWord[])[]
  readonly without: readonly AskedWord[]
}

const quoted = /["«“„‟”]\s*([^"«»“”„‟]*?)\s*["»”“‟]/gu
const excluded = /(?<=^|\s)[-−](?=[\p{L}\p{N}])(\S+)/gu

/** Reads a question as people type it: words, "words in a row", -without. Never fails; a quotation mark alone is none. */
export function readQuestion(question: string, formsOf: (stem: string) => readonly string[]): ReadQuestion {
  const phrases: (readonly AskedWord[])[] = []
  const without: AskedWord[] = []
  const plain = question
    .replace(quoted, (_all, inside: string) => {
      const row = segmentWords(inside).map(({ exact }) => ({ exact, terms: termsFor(exact, formsOf) }))
      if (row.length > 1) phrases.push(row)
      return ` ${inside} `
    })
    .replace(excluded, (_all, word: string) => {
      without.push(...askedWords(word, formsOf))
      return ' '
    })
  return { words: askedWords(plain, formsOf), phrases, without }
}

/** Whether a text has the words of a phrase one after another, each in any of its forms. */
export function hasPhrase(text: string, phrase: readonly AskedWord[]): boolean {
  const words = segmentWords(text)
  const sets = phrase.map(({ terms }) => new Set(terms))
  return words.some((_, at) => sets.every((terms, step) => terms.has(words[at + step]?.exact ?? '')))
}
