import type { Page, Span } from '../../contract/schemas.ts'
import type { ReadContext } from '../context.ts'
import { type Word, segmentWords } from '../language/segment.ts'
import { type QueryNode, asksForWords } from './query-tree.ts'
import { foldedWords } from './query-words.ts'
import { Question } from './question.ts'

/** What to mark in texts for a query. `key` tells the hits of different words of the query apart. */
export interface HitPatterns {
  /** Folded words of texts with the word of the query that they answer. */
  readonly words: ReadonlyMap<string, string>
  /** Folded words that stand one after another, or with `within` near each other, by the first of them. */
  readonly phrases: ReadonlyMap<string, readonly PhrasePattern[]>
}

interface PhrasePattern {
  readonly words: readonly string[]
  readonly within: number | undefined
}

export interface Hit extends Span {
  readonly key: string
}

class PatternCollector {
  readonly words = new Map<string, string>()
  readonly phrases = new Map<string, PhrasePattern[]>()
  readonly #question: Question

  constructor(question: Question) {
    this.#question = question
    this.#take(question.query.root)
  }

  #take(node: QueryNode | undefined): void {
    if (node === undefined || node.type === 'not' || node.type === 'field') return
    if (!asksForWords(node)) for (const child of node.children) this.#take(child)
    else if (node.type === 'phrase') this.#putPhrase({ words: foldedWords(node.text), within: node.within })
    else
      for (const { key, forms } of this.#question.wordsOf(node))
        for (const { word } of forms) if (!this.words.has(word)) this.words.set(word, key)
  }

  #putPhrase(phrase: PhrasePattern): void {
    const { words, within } = phrase
    for (const first of within === undefined ? words.slice(0, 1) : new Set(words))
      this.phrases.set(first, [...(this.phrases.get(first) ?? []), phrase])
  }
}

/** What to mark in texts for a query; nothing for its negated parts and its filters. */
export function hitPatterns(question: Question): HitPatterns {
  return new PatternCollector(question)
}

export function hasPatterns(patterns: HitPatterns): boolean {
  return patterns.words.size + patterns.phrases.size > 0
}

/** How many words from here on make up the phrase; 0 when it does not stand here. */
function lengthOfPhrase(words: readonly Word[], at: number, { words: wanted, within }: PhrasePattern): number {
  if (within === undefined)
    return wanted.every((part, offset) => words[at + offset]?.exact === part) ? wanted.length : 0
  const missing = [...wanted]
  for (let length = 1; length <= wanted.length + within; length++) {
    const found = missing.indexOf(words[at + length - 1]?.exact ?? '')
    if (found >= 0) missing.splice(found, 1)
    if (missing.length === 0) return length
  }
  return 0
}

/** Hits among the words of a text, in order. */
export function findHits(words: readonly Word[], patterns: HitPatterns): Hit[] {
  const hits: Hit[] = []
  let end = 0
  words.forEach((word, index) => {
    if (word.start < end) return
    for (const phrase of patterns.phrases.get(word.exact) ?? []) {
      const length = lengthOfPhrase(words, index, phrase)
      if (length === 0) continue
      end = words[index + length - 1]?.end ?? word.end
      hits.push({ start: word.start, end, key: phrase.words.join(' ') })
      return
    }
    const key =
      patterns.words.get(word.exact) ?? (word.joined === undefined ? undefined : patterns.words.get(word.joined))
    if (key === undefined) return
    end = word.end
    hits.push({ start: word.start, end, key })
  })
  return hits
}

const mostHits = 5000

/** Where the words of a query stand in the pages of a document, in reading order; the first 5,000. */
export function markHits(context: ReadContext, text: string, pages: readonly Page[]): (Span & { page: number })[] {
  context.memory.refresh()
  const patterns = hitPatterns(new Question(context, text))
  if (!hasPatterns(patterns)) return []
  const marked: (Span & { page: number })[] = []
  for (const page of pages) {
    for (const { start, end } of findHits(segmentWords(page.text), patterns))
      marked.push({ page: page.number, start, end })
    if (marked.length >= mostHits) break
  }
  return marked.slice(0, mostHits)
}
