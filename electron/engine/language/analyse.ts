import type { Language } from '../../contract/vocabulary.ts'
import { detectLanguage } from './detect.ts'
import { segmentWords } from './segment.ts'
import { stemWord } from './stem.ts'
import { stopWordsOf } from './stop-words.ts'

/** A text as the full-text index takes it: words apart by one space. `exact` keeps every word, `stems` leaves function words out. */
export interface AnalysedText {
  readonly exact: string
  readonly stems: string
  /** Letters of each language, so that a document's language is that of most of its text. */
  readonly lettersByLanguage: ReadonlyMap<Language, number>
}

/** A passage shorter than this is analysed as the text around it: a heading says too little about its language. */
const shortPassage = 60

/** A text longer than this is cut, so that one file of a gigabyte cannot stop an import; the rest stays readable. */
export const longestAnalysedText = 20_000_000

function passagesOf(text: string): string[] {
  return text.split(/\n\s*\n/)
}

/**
 * Analyses a text paragraph by paragraph, each in its own language, for the index. The same folding and stemming serve queries:
 * what is written here is found there. `fallback` is the language of a text that does not show its own.
 */
export function analyseText(text: string, fallback: Language = 'und'): AnalysedText {
  const exact: string[] = []
  const stems: string[] = []
  const lettersByLanguage = new Map<Language, number>()
  let around = fallback === 'und' ? detectLanguage(text) : fallback
  for (const passage of passagesOf(text.slice(0, longestAnalysedText))) {
    const words = segmentWords(passage)
    const language = passage.length < shortPassage ? around : detectLanguage(passage, words)
    if (passage.length >= shortPassage && language !== 'und') around = language
    lettersByLanguage.set(language, (lettersByLanguage.get(language) ?? 0) + passage.length)
    const stopWords = stopWordsOf(language)
    for (const word of words) {
      exact.push(word.exact)
      if (!stopWords.has(word.exact)) stems.push(stemWord(word.exact, language))
      if (word.joined !== undefined) stems.push(stemWord(word.joined, language))
    }
  }
  return { exact: exact.join(' '), stems: stems.join(' '), lettersByLanguage }
}

/** The language in which most of a text is written. */
export function mainLanguage(analysed: AnalysedText): Language {
  const ranked = [...analysed.lettersByLanguage].sort((a, b) => b[1] - a[1])
  return ranked.find(([language]) => language !== 'und')?.[0] ?? 'und'
}
