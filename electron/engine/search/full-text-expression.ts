import type { Language } from '../../contract/vocabulary.ts'
import { stopWordsOf } from '../language/stop-words.ts'
import { segmentWords } from '../language/segment.ts'
import type { QueryNode } from './query-tree.ts'
import { type QueryWord, queryWords } from './query-words.ts'

/** How a query is to be analysed. */
export interface Analysis {
  readonly languages: readonly Language[]
  readonly stopWords: ReadonlySet<string>
}

/** Folded words hold letters and digits only, so quoting them is all that FTS5 needs; the doubling guards what cannot happen. */
const quote = (term: string): string => `"${term.replaceAll('"', '""')}"`

const anyOf = (parts: readonly string[]): string => (parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' OR ')})`)
const allOf = (parts: readonly string[]): string => (parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' AND ')})`)

/**
 * A word of the query in FTS5: its stems in title and text. A word that is a function word somewhere has no stem in that
 * language's texts, so it is looked for as it is written too.
 */
function wordExpression(word: QueryWord, languages: readonly Language[]): string {
  const stems = `{title body} : ${anyOf(word.stems.map(quote))}`
  const isStopWordSomewhere = languages.some((language) => stopWordsOf(language).has(word.exact))
  return isStopWordSomewhere ? `((${stems}) OR (exact : ${quote(word.exact)}))` : `(${stems})`
}

/** Words written as one: all of them, or the halves of a hyphenated pair as one word. */
function groupExpression(words: readonly QueryWord[], languages: readonly Language[]): string {
  const parts: string[] = []
  words.forEach((word, index) => {
    const own = wordExpression(word, languages)
    const before = parts.at(-1)
    if (word.joinedStems.length === 0 || index === 0 || before === undefined) parts.push(own)
    else parts.splice(-1, 1, `(${allOf([before, own])} OR ({title body} : ${anyOf(word.joinedStems.map(quote))}))`)
  })
  return allOf(parts)
}

function phraseExpression(text: string, column: 'exact' | 'title'): string {
  const words = segmentWords(text).map((word) => word.exact)
  return `(${column} : "${words.join(' ')}")`
}

/**
 * The FTS5 expression that finds what a query part asks for; `undefined` when it asks for nothing that words could decide (a
 * field, or function words beside real ones). User text reaches FTS5 only as folded words in quotes.
 */
export function fullTextExpression(node: QueryNode, analysis: Analysis): string | undefined {
  switch (node.type) {
    case 'word': {
      const words = queryWords(node.text, analysis.languages, analysis.stopWords).filter((word) => !word.isStopWord)
      return words.length === 0 ? undefined : groupExpression(words, analysis.languages)
    }
    case 'phrase':
      return phraseExpression(node.text, 'exact')
    case 'prefix': {
      const [word] = segmentWords(node.text)
      return word === undefined ? undefined : `({title body exact} : ${quote(word.exact)} *)`
    }
    case 'field':
      return node.field === 'title' ? titleExpression(node.value, analysis) : undefined
    case 'and':
    case 'or':
      return joinExpressions(node.type, node.children, analysis)
    case 'not':
      return undefined
  }
}

function titleExpression(value: string, analysis: Analysis): string | undefined {
  const words = queryWords(value, analysis.languages, analysis.stopWords).filter((word) => !word.isStopWord)
  return words.length === 0 ? undefined : allOf(words.map((word) => `(title : ${anyOf(word.stems.map(quote))})`))
}

function joinExpressions(type: 'and' | 'or', children: readonly QueryNode[], analysis: Analysis): string | undefined {
  const parts = children.flatMap((child) => fullTextExpression(child, analysis) ?? [])
  if (parts.length === 0) return undefined
  return type === 'and' ? allOf(parts) : anyOf(parts)
}

/** Whether words alone decide about this part: it holds no field but `title:` and nothing negated. */
export function isText(node: QueryNode): boolean {
  switch (node.type) {
    case 'word':
    case 'phrase':
    case 'prefix':
      return true
    case 'field':
      return node.field === 'title'
    case 'not':
      return false
    case 'and':
    case 'or':
      return node.children.every(isText)
  }
}

/** Every positive word of a query, alone, for the best matches among documents that lack some of them. Repeated words count twice. */
export function looseExpressions(node: QueryNode | undefined, analysis: Analysis): string[] {
  if (node === undefined || node.type === 'not') return []
  if (node.type === 'and' || node.type === 'or')
    return node.children.flatMap((child) => looseExpressions(child, analysis))
  if (node.type === 'field' && node.field !== 'title') return []
  if (node.type !== 'word') return [fullTextExpression(node, analysis) ?? []].flat()
  return queryWords(node.text, analysis.languages, analysis.stopWords)
    .filter((word) => !word.isStopWord)
    .map((word) => `({title body} : ${anyOf([...word.stems, ...word.joinedStems].map(quote))})`)
}
