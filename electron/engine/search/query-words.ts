import type { Language } from '../../contract/vocabulary.ts'
import { type Word, segmentWords } from '../language/segment.ts'
import { stemWord } from '../language/stem.ts'
import { stopWordsOf } from '../language/stop-words.ts'
import type { QueryNode } from './query-tree.ts'

/** A word of a query with every form under which the index may hold it; any of them will do. */
export interface QueryWord {
  readonly exact: string
  readonly stems: readonly string[]
  /** Says nothing about what a document is about: it need not be there, unless there is nothing else to go by. */
  readonly isStopWord: boolean
  /** Both halves of a hyphenated word as one, for the second half. */
  readonly joinedStems: readonly string[]
}

const stemsIn = (exact: string, languages: readonly Language[]): string[] => [
  ...new Set(languages.map((language) => stemWord(exact, language))),
]

function collectWords(node: QueryNode | undefined, into: Word[]): void {
  if (node === undefined) return
  if (node.type === 'word') into.push(...segmentWords(node.text))
  else if (node.type === 'and' || node.type === 'or') for (const child of node.children) collectWords(child, into)
}

/**
 * Which language's function words count in a query: that which has most of them in it. A single language's list is applied, so
 * that `son` in an English question and `an` in a French one are told apart.
 */
export function stopWordsOfQuery(root: QueryNode | undefined, languages: readonly Language[]): ReadonlySet<string> {
  const words: Word[] = []
  collectWords(root, words)
  let best: ReadonlySet<string> = new Set()
  let most = 0
  for (const language of languages) {
    const list = stopWordsOf(language)
    const count = words.filter((word) => list.has(word.exact)).length
    if (count > most) [best, most] = [list, count]
  }
  // A query of function words alone asks for just these.
  return most === words.length ? new Set() : best
}

/** The words of a piece of query text, analysed as the index is, in every language that the archive holds. */
export function queryWords(text: string, languages: readonly Language[], stopWords: ReadonlySet<string>): QueryWord[] {
  return segmentWords(text).map((word) => ({
    exact: word.exact,
    stems: stemsIn(word.exact, languages),
    isStopWord: stopWords.has(word.exact),
    joinedStems: word.joined === undefined ? [] : stemsIn(word.joined, languages),
  }))
}
