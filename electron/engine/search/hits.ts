import type { Page, Span } from '../../contract/schemas.ts'
import type { MatchReason } from '../../contract/vocabulary.ts'
import type { ReadContext } from '../context.ts'
import { type Word, segmentWords } from '../language/segment.ts'
import { termGap } from './match-words.ts'
import { type ConceptNode, type QueryNode, asksForWords } from './query-tree.ts'
import { foldedWords } from './query-words.ts'
import { Question } from './question.ts'

/** A word of the query that words of a text answer. `key` tells it from other words of the query. */
export interface Answer {
  readonly key: string
  /** As the reader knows it. */
  readonly asked: string
  readonly reason: MatchReason
}

/** What to mark in texts for a query. */
export interface HitPatterns {
  /** Folded words of texts with the word of the query that they answer. */
  readonly words: ReadonlyMap<string, Answer>
  /** Folded words that stand together, by the first of them. */
  readonly phrases: ReadonlyMap<string, readonly PhrasePattern[]>
  /** How many different words of the query a text can show; a term that answers for one is not counted beside it. */
  readonly answers: number
}

interface PhrasePattern {
  /** For each place, the words that may stand there. */
  readonly words: readonly ReadonlySet<string>[]
  /** In any order, with at most so many others between them. */
  readonly within?: number
  /** In this order, each at most so many places behind the one before; 1 for words that stand one after another. */
  readonly gap: number
  readonly answer: Answer
}

export interface Hit extends Span {
  readonly answer: Answer
}

class PatternCollector {
  readonly words = new Map<string, Answer>()
  readonly phrases = new Map<string, PhrasePattern[]>()
  readonly #question: Question

  constructor(question: Question) {
    this.#question = question
    this.#take(question.widened.root)
  }

  get answers(): number {
    const keys = new Set<string>()
    const take = ({ key, reason }: Answer): unknown => reason !== 'synonym' && keys.add(key)
    for (const answer of this.words.values()) take(answer)
    for (const phrases of this.phrases.values()) for (const { answer } of phrases) take(answer)
    return keys.size
  }

  #take(node: QueryNode | undefined): void {
    if (node === undefined || node.type === 'not' || node.type === 'field') return
    if (node.type === 'concept') this.#takeConcept(node)
    else if (!asksForWords(node)) for (const child of node.children) this.#take(child)
    else if (node.type === 'phrase') this.#takePhrase(foldedWords(node.text), node.text, node.within)
    else
      for (const { key, asked, forms } of this.#question.wordsOf(node))
        for (const { word, reason } of forms) this.#putWord(word, { key, asked, reason })
  }

  #putWord(word: string, answer: Answer): void {
    if (!this.words.has(word)) this.words.set(word, answer)
  }

  #takePhrase(words: readonly string[], asked: string, within: number | undefined): void {
    const answer: Answer = { key: `"${words.join(' ')}"`, asked, reason: 'word' }
    const sets = words.map((word) => new Set([word]))
    this.#putPhrase({ words: sets, gap: 1, answer, ...(within === undefined ? {} : { within }) })
  }

  #takeConcept(node: ConceptNode): void {
    for (const child of node.children) this.#take(child)
    const answer: Answer = { key: `concept ${node.label}`, asked: node.label, reason: 'synonym' }
    for (const words of this.#question.termsOf(node)) {
      const sets = words.map((forms) => new Set(forms.map(({ word }) => word)))
      if (sets.length === 1) for (const word of sets[0] ?? []) this.#putWord(word, answer)
      else this.#putPhrase({ words: sets, gap: termGap, answer })
    }
  }

  #putPhrase(phrase: PhrasePattern): void {
    const { words, within } = phrase
    const first = within === undefined ? (words[0] ?? []) : words.flatMap((set) => [...set])
    for (const word of new Set(first)) this.phrases.set(word, [...(this.phrases.get(word) ?? []), phrase])
  }
}

/** What to mark in texts for a query; nothing for its negated parts and its filters. */
export function hitPatterns(question: Question): HitPatterns {
  return new PatternCollector(question)
}

export function hasPatterns(patterns: HitPatterns): boolean {
  return patterns.words.size + patterns.phrases.size > 0
}

/** How many words from here on hold all words of the phrase, in any order; 0 when they do not stand here. */
function lengthOfNear(words: readonly Word[], at: number, wanted: PhrasePattern['words'], within: number): number {
  const missing = [...wanted]
  for (let length = 1; length <= wanted.length + within; length++) {
    const word = words[at + length - 1]?.exact ?? ''
    const found = missing.findIndex((set) => set.has(word))
    if (found >= 0) missing.splice(found, 1)
    if (missing.length === 0) return length
  }
  return 0
}

/** How many words from here on make up the phrase; 0 when it does not stand here. */
function lengthOfPhrase(words: readonly Word[], at: number, { words: wanted, within, gap }: PhrasePattern): number {
  if (within !== undefined) return lengthOfNear(words, at, wanted, within)
  let place = at
  for (const set of wanted.slice(1)) {
    const from = place
    do place++
    while (place <= from + gap && !set.has(words[place]?.exact ?? ''))
    if (place > from + gap) return 0
  }
  return wanted[0]?.has(words[at]?.exact ?? '') === true ? place - at + 1 : 0
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
      hits.push({ start: word.start, end, answer: phrase.answer })
      return
    }
    const answer =
      patterns.words.get(word.exact) ?? (word.joined === undefined ? undefined : patterns.words.get(word.joined))
    if (answer === undefined) return
    end = word.end
    hits.push({ start: word.start, end, answer })
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
