import type { Language } from '../../contract/vocabulary.ts'
import { analyseText } from './analyse.ts'
import { bitOf } from './lexicon.ts'
import { segmentWords } from './segment.ts'
import { stemOf, stemWord } from './stem.ts'

/** The terms of a text for an exported index: stems in the language of each paragraph, without function words, halves of a pair joined too. */
export function termsOfText(text: string, language: Language): string[] {
  const terms: string[] = []
  for (const { start, end, language: own } of analyseText(text, language).passages)
    for (const { lexeme, joined } of segmentWords(text.slice(start, end))) {
      if ((lexeme.stopIn & bitOf(own)) === 0) terms.push(stemOf(lexeme, own))
      if (joined !== undefined) terms.push(stemWord(joined, own))
    }
  return terms
}

/** A word that is asked for: every term under which a text in one of the languages has it. */
export interface AskedWord {
  readonly exact: string
  readonly terms: readonly string[]
}

const askedLanguages: readonly Language[] = ['en', 'fr', 'ar']

/** The words of a question; function words only where there is nothing else. A hyphenated pair is asked for as one word. */
export function askedWords(question: string): AskedWord[] {
  const words = segmentWords(question)
  const whole = words.filter((_, at) => words[at + 1]?.joined === undefined)
  const telling = whole.filter(({ lexeme }) => lexeme.stopIn === 0)
  return (telling.length === 0 ? whole : telling).map(({ exact, joined = exact }) => ({
    exact: joined,
    terms: [...new Set([joined, ...askedLanguages.map((language) => stemWord(joined, language))])],
  }))
}
