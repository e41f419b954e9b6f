import type { Language } from '../../contract/vocabulary.ts'
import { detectLanguage } from './detect.ts'
import { type Word, segmentWords } from './segment.ts'
import { bitOf } from './lexicon.ts'
import { stemOf, stemWord } from './stem.ts'

/** A text as the full-text index takes it: words apart by one space. `exact` keeps every word, `stems` leaves function words out. */
export interface AnalysedText {
  readonly exact: string
  readonly stems: string
  /** The words' hashes in order. */
  readonly hashes: readonly number[]
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

/** So many characters show the language of a text. */
const headLength = 1000

/** The words of the first passages. */
function segmentHead(passages: readonly string[]): Word[][] {
  const head: Word[][] = []
  for (let length = 0; length < headLength && head.length < passages.length;) {
    const passage = passages[head.length] ?? ''
    head.push(segmentWords(passage))
    length += passage.length
  }
  return head
}

/**
 * Analyses a text paragraph by paragraph, each in its own language, for the index. The same folding and stemming serve queries:
 * what is written here is found there. `fallback` is the language of a text that does not show its own.
 */
export function analyseText(text: string, fallback: Language = 'und'): AnalysedText {
  const exact: string[] = []
  const stems: string[] = []
  const hashes: number[] = []
  const lettersByLanguage = new Map<Language, number>()
  const passages = passagesOf(text.slice(0, longestAnalysedText))
  const head = segmentHead(passages)
  let around = fallback === 'und' ? detectLanguage(text, head.flat()) : fallback
  for (const [place, passage] of passages.entries()) {
    const words = head[place] ?? segmentWords(passage)
    const language = passage.length < shortPassage ? around : detectLanguage(passage, words, around)
    if (passage.length >= shortPassage && language !== 'und') around = language
    lettersByLanguage.set(language, (lettersByLanguage.get(language) ?? 0) + passage.length)
    const stopBit = bitOf(language)
    for (const word of words) {
      exact.push(word.exact)
      hashes.push(word.lexeme.hash)
      if ((word.lexeme.stopIn & stopBit) === 0) stems.push(stemOf(word.lexeme, language))
      if (word.joined !== undefined) stems.push(stemWord(word.joined, language))
    }
  }
  return { exact: exact.join(' '), stems: stems.join(' '), hashes, lettersByLanguage }
}

/** The language in which most of a text is written. */
export function mainLanguage(analysed: AnalysedText): Language {
  const ranked = [...analysed.lettersByLanguage].sort((a, b) => b[1] - a[1])
  return ranked.find(([language]) => language !== 'und')?.[0] ?? 'und'
}
