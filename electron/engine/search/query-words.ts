import type { Language } from '../../contract/vocabulary.ts'
import { segmentWords } from '../language/segment.ts'
import { stopWordsOf } from '../language/stop-words.ts'
import { type QueryNode, asksForWords } from './query-tree.ts'

/** How a query is to be analysed. */
export interface Analysis {
  readonly languages: readonly Language[]
  readonly stopWords: ReadonlySet<string>
}

/** A word of a query. */
export interface QueryWord {
  readonly exact: string
  /** Says nothing about what a document is about: it need not be there, unless there is nothing else to go by. */
  readonly isStopWord: boolean
  /** Both halves of a hyphenated pair as one word, for the second half. */
  readonly joined?: string
}

/** The plain words of a query, folded. */
function plainWords(node: QueryNode | undefined): string[] {
  if (node === undefined || node.type === 'not' || node.type === 'field') return []
  if (asksForWords(node)) return node.type === 'word' ? segmentWords(node.text).map((word) => word.exact) : []
  return node.children.flatMap(plainWords)
}

/**
 * Which language's function words count in a query: that which has most of them in it. A single language's list is applied, so
 * that `son` in an English question and `an` in a French one are told apart. None where the query is nothing but function words:
 * it asks for just these.
 */
export function analysisOf(root: QueryNode | undefined, languages: readonly Language[]): Analysis {
  const words = plainWords(root)
  let stopWords: ReadonlySet<string> = new Set()
  let most = 0
  for (const language of languages) {
    const list = stopWordsOf(language)
    const count = words.filter((word) => list.has(word)).length
    if (count > most) [stopWords, most] = [list, count]
  }
  return { languages, stopWords: most === words.length ? new Set() : stopWords }
}

/** The words of a piece of query text. */
export function queryWords(text: string, { stopWords }: Analysis): QueryWord[] {
  return segmentWords(text).map(({ exact, joined }) => ({
    ...{ exact, isStopWord: stopWords.has(exact) },
    ...(joined === undefined ? {} : { joined }),
  }))
}

/** The words of a piece of text, folded, none left out. */
export const foldedWords = (text: string): string[] => segmentWords(text).map((word) => word.exact)

const fewestOfQuestion = 3

/**
 * Whether somebody asks in a sentence instead of naming what must be there: plain words only, among them function words or a
 * question mark. Of such a query no document needs to have every word to be a good answer.
 */
export function isQuestion(text: string, root: QueryNode | undefined, { stopWords }: Analysis): boolean {
  if (root?.type !== 'and' || !root.children.every((child) => child.type === 'word' && child.scope === undefined))
    return false
  const words = plainWords(root)
  const telling = words.filter((word) => !stopWords.has(word)).length
  return telling >= fewestOfQuestion && (telling < words.length || /[?؟]/u.test(text))
}
