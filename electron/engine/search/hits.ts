import type { Page, Span } from '../../contract/schemas.ts'
import type { Language } from '../../contract/vocabulary.ts'
import type { ReadContext } from '../context.ts'
import { type Word, segmentWords } from '../language/segment.ts'
import { stemWord } from '../language/stem.ts'
import type { Analysis } from './full-text-expression.ts'
import { analysisOf } from './match-query.ts'
import { parseQuery } from './parse-query.ts'
import type { ParsedQuery, QueryNode } from './query-tree.ts'
import { queryWords } from './query-words.ts'

/** What makes a word of a text a hit. `key` tells the hits of different parts of the query apart. */
interface WordPattern {
  readonly key: string
  readonly stems: ReadonlySet<string>
  readonly prefix?: string
}

export interface HitPatterns {
  readonly languages: readonly Language[]
  readonly words: readonly WordPattern[]
  /** Folded words that stand one after another. */
  readonly phrases: readonly (readonly string[])[]
  /** What was found out about words that occurred before: texts repeat theirs, and there are fifty texts to a page of results. */
  readonly known: Map<string, string | undefined>
}

export interface Hit extends Span {
  readonly key: string
}

function collect(
  node: QueryNode | undefined,
  analysis: Analysis,
  into: { words: WordPattern[]; phrases: string[][] },
): void {
  if (node === undefined) return
  switch (node.type) {
    case 'and':
    case 'or':
      for (const child of node.children) collect(child, analysis, into)
      return
    case 'word':
      for (const word of queryWords(node.text, analysis.languages, analysis.stopWords))
        if (!word.isStopWord)
          into.words.push({ key: word.exact, stems: new Set([word.exact, ...word.stems, ...word.joinedStems]) })
      return
    case 'prefix':
      into.words.push({ key: `${node.text}*`, stems: new Set(), prefix: segmentWords(node.text)[0]?.exact ?? '' })
      return
    case 'phrase':
      into.phrases.push(segmentWords(node.text).map((word) => word.exact))
      return
    case 'field':
      if (node.field === 'title') collect({ ...node, type: 'word', text: node.value }, analysis, into)
      return
    case 'not':
      return
  }
}

/** What to mark in texts for a query; nothing for its negated parts and its filters. */
export function hitPatterns(query: ParsedQuery, analysis: Analysis): HitPatterns {
  const collected: { words: WordPattern[]; phrases: string[][] } = { words: [], phrases: [] }
  collect(query.root, analysis, collected)
  return { languages: analysis.languages, ...collected, known: new Map() }
}

export function hasPatterns(patterns: HitPatterns): boolean {
  return patterns.words.length + patterns.phrases.length > 0
}

function keyOf(word: Word, patterns: HitPatterns): string | undefined {
  // A joined pair hangs on the word before it, so only words by themselves are remembered.
  if (word.joined !== undefined) return findKey(word, patterns)
  if (!patterns.known.has(word.exact)) patterns.known.set(word.exact, findKey(word, patterns))
  return patterns.known.get(word.exact)
}

function findKey(word: Word, patterns: HitPatterns): string | undefined {
  for (const pattern of patterns.words) {
    if (pattern.prefix !== undefined && pattern.prefix !== '') {
      const { prefix } = pattern
      if (
        word.exact.startsWith(prefix) ||
        patterns.languages.some((language) => stemWord(word.exact, language).startsWith(prefix))
      )
        return pattern.key
    }
    if (
      pattern.stems.has(word.exact) ||
      patterns.languages.some((language) => pattern.stems.has(stemWord(word.exact, language)))
    )
      return pattern.key
    if (word.joined !== undefined && pattern.stems.has(stemWord(word.joined, patterns.languages[0] ?? 'en')))
      return pattern.key
  }
  return undefined
}

/** Hits among the words of a text, in order. */
export function findHits(words: readonly Word[], patterns: HitPatterns): Hit[] {
  const hits: Hit[] = []
  words.forEach((word, index) => {
    const phrase = patterns.phrases.find(
      (each) => each.length > 0 && each.every((part, offset) => words[index + offset]?.exact === part),
    )
    if (phrase !== undefined) {
      const last = words[index + phrase.length - 1] ?? word
      hits.push({ start: word.start, end: last.end, key: phrase.join(' ') })
      return
    }
    const before = hits.at(-1)
    if (before !== undefined && before.end > word.start) return
    const key = keyOf(word, patterns)
    if (key !== undefined) hits.push({ start: word.start, end: word.end, key })
  })
  return hits
}

const mostHits = 5000

/** Where the words of a query stand in the pages of a document, in reading order; the first 5,000. */
export function markHits({ memory }: ReadContext, text: string, pages: readonly Page[]): (Span & { page: number })[] {
  memory.refresh()
  const query = parseQuery(text)
  const patterns = hitPatterns(query, analysisOf(query, memory))
  if (!hasPatterns(patterns)) return []
  const marked: (Span & { page: number })[] = []
  for (const page of pages) {
    for (const { start, end } of findHits(segmentWords(page.text), patterns))
      marked.push({ page: page.number, start, end })
    if (marked.length >= mostHits) break
  }
  return marked.slice(0, mostHits)
}
