import type { Language } from '../../contract/vocabulary.ts'
import { detectLanguage } from './detect.ts'
import { type Word, segmentWords } from './segment.ts'
import { bitOf } from './lexicon.ts'

/** The words of a text for the index. */
export interface AnalysedText {
  /** Every folded word in order, apart by one space. */
  readonly exact: string
  /** Each different folded word with its places: how many words stand before it. */
  readonly places: ReadonlyMap<string, readonly number[]>
  /** Words that are no function words where they stand. */
  readonly length: number
  /** The words' hashes in order. */
  readonly hashes: readonly number[]
  /** Letters of each language, so that a document's language is that of most of its text. */
  readonly lettersByLanguage: ReadonlyMap<Language, number>
  /** Every paragraph with its language, in order. */
  readonly passages: readonly Passage[]
}

/** A paragraph of a text, as UTF-16 offsets, and the language it is written in. */
export interface Passage {
  readonly start: number
  readonly end: number
  readonly language: Language
}

/** A passage shorter than this is analysed as the text around it: a heading says too little about its language. */
const shortPassage = 60

/** A text longer than this is cut, so that one file of a gigabyte cannot stop an import; the rest stays readable. */
export const longestAnalysedText = 20_000_000

/** The paragraphs of a text with the place where each begins. */
function passagesOf(text: string): { readonly start: number; readonly passage: string }[] {
  const passages: { start: number; passage: string }[] = []
  let start = 0
  for (const gap of text.matchAll(/\n\s*\n/g)) {
    passages.push({ start, passage: text.slice(start, gap.index) })
    start = gap.index + gap[0].length
  }
  passages.push({ start, passage: text.slice(start) })
  return passages
}

/** So many characters show the language of a text. */
const headLength = 1000

/** The words of the first passages. */
function segmentHead(passages: readonly { readonly passage: string }[]): Word[][] {
  const head: Word[][] = []
  for (let length = 0; length < headLength && head.length < passages.length;) {
    const passage = passages[head.length]?.passage ?? ''
    head.push(segmentWords(passage))
    length += passage.length
  }
  return head
}

class WordCollector {
  readonly places = new Map<string, number[]>()
  readonly hashes: number[] = []
  readonly exact: string[] = []
  length = 0

  #put(word: string, place: number): void {
    const known = this.places.get(word)
    if (known === undefined) this.places.set(word, [place])
    else known.push(place)
  }

  /** Takes the words of a passage. Halves of a hyphenated pair are also one word, which stands in the places of both. */
  take(words: readonly Word[], language: Language): void {
    const stopBit = bitOf(language)
    for (const word of words) {
      const place = this.hashes.length
      this.#put(word.exact, place)
      this.hashes.push(word.lexeme.hash)
      this.exact.push(word.exact)
      if ((word.lexeme.stopIn & stopBit) === 0) this.length++
      if (word.joined === undefined) continue
      this.length++
      this.#put(word.joined, place - 1)
      this.#put(word.joined, place)
    }
  }
}

/**
 * Analyses a text paragraph by paragraph, each in its own language. The same folding serves queries: what is written here is found
 * there. `fallback` is the language of a text that does not show its own.
 */
export function analyseText(text: string, fallback: Language = 'und'): AnalysedText {
  const collector = new WordCollector()
  const lettersByLanguage = new Map<Language, number>()
  const found = passagesOf(text.slice(0, longestAnalysedText))
  const passages: Passage[] = []
  const head = segmentHead(found)
  let around = fallback === 'und' ? detectLanguage(text, head.flat()) : fallback
  for (const [place, { start, passage }] of found.entries()) {
    const words = head[place] ?? segmentWords(passage)
    const language = passage.length < shortPassage ? around : detectLanguage(passage, words, around)
    if (passage.length >= shortPassage && language !== 'und') around = language
    lettersByLanguage.set(language, (lettersByLanguage.get(language) ?? 0) + passage.length)
    passages.push({ start, end: start + passage.length, language })
    collector.take(words, language)
  }
  const { places, hashes, length, exact } = collector
  return { exact: exact.join(' '), places, length, hashes, lettersByLanguage, passages }
}

/** The language in which most of a text is written. */
export function mainLanguage(analysed: AnalysedText): Language {
  const ranked = [...analysed.lettersByLanguage].sort((a, b) => b[1] - a[1])
  return ranked.find(([language]) => language !== 'und')?.[0] ?? 'und'
}
