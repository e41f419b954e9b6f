import type { Page, Span } from '../../contract/schemas.ts'
import type { ReadDb } from '../database/connection.ts'
import type { ReadContext } from '../context.ts'
import { type Word, segmentWords } from '../language/segment.ts'
import { parseQuery } from './parse-query.ts'
import { type QueryNode, type WordsNode, asksForWords } from './query-tree.ts'
import { type Analysis, analysisOf, foldedWords, queryWords } from './query-words.ts'
import { type Form, inflectedForms, misspeltForms, prefixForms } from './word-forms.ts'

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
  readonly #db: ReadDb
  readonly #analysis: Analysis

  constructor(db: ReadDb, analysis: Analysis) {
    this.#db = db
    this.#analysis = analysis
  }

  #put(key: string, forms: readonly Form[]): void {
    for (const { word } of forms) if (!this.words.has(word)) this.words.set(word, key)
  }

  #putPhrase(node: Extract<WordsNode, { type: 'phrase' }>): void {
    const words = foldedWords(node.text)
    const [first] = words
    if (first === undefined) return
    const firsts = node.within === undefined ? [first] : new Set(words)
    for (const each of firsts)
      this.phrases.set(each, [...(this.phrases.get(each) ?? []), { words, within: node.within }])
  }

  take(node: QueryNode | undefined): void {
    if (node === undefined || node.type === 'not' || node.type === 'field') return
    if (node.type === 'and' || node.type === 'or') node.children.forEach((child) => this.take(child))
    else if (asksForWords(node)) this.#takeWords(node)
  }

  #takeWords(node: WordsNode): void {
    const { languages } = this.#analysis
    switch (node.type) {
      case 'phrase':
        this.#putPhrase(node)
        return
      case 'word':
        for (const word of queryWords(node.text, this.#analysis)) {
          if (word.isStopWord) continue
          this.#put(word.exact, inflectedForms(this.#db, word.exact, languages))
          if (word.joined !== undefined) this.#put(word.exact, inflectedForms(this.#db, word.joined, languages))
        }
        return
      case 'exact':
        for (const word of foldedWords(node.text)) this.words.set(word, word)
        return
      case 'prefix':
        for (const word of foldedWords(node.text)) this.#put(`${word}*`, prefixForms(this.#db, word))
        return
      case 'fuzzy':
        for (const word of foldedWords(node.text)) this.#put(`${word}~`, misspeltForms(this.#db, word, node.edits))
    }
  }
}

/** What to mark in texts for a query; nothing for its negated parts and its filters. */
export function hitPatterns(db: ReadDb, root: QueryNode | undefined, analysis: Analysis): HitPatterns {
  const collector = new PatternCollector(db, analysis)
  collector.take(root)
  return collector
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
export function markHits(
  { db, memory }: ReadContext,
  text: string,
  pages: readonly Page[],
): (Span & { page: number })[] {
  memory.refresh()
  const { root } = parseQuery(text)
  const patterns = hitPatterns(db, root, analysisOf(root, memory.archiveLanguages))
  if (!hasPatterns(patterns)) return []
  const marked: (Span & { page: number })[] = []
  for (const page of pages) {
    for (const { start, end } of findHits(segmentWords(page.text), patterns))
      marked.push({ page: page.number, start, end })
    if (marked.length >= mostHits) break
  }
  return marked.slice(0, mostHits)
}
