import { edtfBounds } from '../../contract/edtf.ts'
import type { ReadDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import { type Analysis, fullTextExpression, isText, looseExpressions } from './full-text-expression.ts'
import type { ParsedQuery, QueryNode } from './query-tree.ts'
import { stopWordsOfQuery } from './query-words.ts'
import type { SearchMemory } from './search-memory.ts'

/** Documents that a query finds, by number, each with its score: the larger, the better. */
export interface Matches {
  readonly numbers: readonly number[]
  readonly scores: readonly number[]
}

export interface QueryMatch {
  /** Documents that have everything. */
  readonly all: Matches
  /** Documents that have some of the words, where few have all. */
  readonly others: Matches
}

export interface Matching {
  readonly db: ReadDb
  readonly memory: SearchMemory
}

type Test = (document: number) => boolean

/** Below this many documents with all words, the best of the rest are looked for too. */
export const fewMatches = 100
const titleWeight = 2
/** FTS5 evaluates deeply joined expressions by recursion and refuses more than this many terms in one. */
const mostLooseTerms = 200

/** How the words of a query are analysed in this archive. */
export function analysisOf(query: ParsedQuery, memory: SearchMemory): Analysis {
  const languages = memory.archiveLanguages
  return { languages, stopWords: stopWordsOfQuery(query.root, languages) }
}

function rank({ db, memory }: Matching, expression: string, keep: Test): Matches {
  const sql = `SELECT rowid, bm25(text_index, ${titleWeight}, 1.0, 1.0) FROM text_index WHERE text_index MATCH ?`
  const numbers: number[] = []
  const scores: number[] = []
  for (const [number, score] of statement<[string], [number, number]>(db, sql).raw().all(expression)) {
    if (!memory.isPresent(number) || !keep(number)) continue
    numbers.push(number)
    scores.push(-score)
  }
  return { numbers, scores }
}

function documentsWith({ db }: Matching, expression: string): Set<number> {
  const rows = statement<[string], [number]>(db, 'SELECT rowid FROM text_index WHERE text_index MATCH ?')
    .raw()
    .all(expression)
  return new Set(rows.map(([number]) => number))
}

function issuedTest(value: string, memory: SearchMemory): Test {
  if (value === 'none') return (document) => memory.issuedFrom(document) === 0
  const bounds = edtfBounds(value)
  if (bounds === undefined) return () => false
  // A document of June 2025 may have been issued on any of its days: it is found by each of them.
  return (document) => {
    const from = memory.issuedFrom(document)
    return from !== 0 && from <= bounds.to && memory.issuedTo(document) >= bounds.from
  }
}

function fileTest({ db }: Matching, value: string): Test {
  const rows = statement<[string, string], { document: number }>(
    db,
    'SELECT document FROM file WHERE instr(lower(name), lower(?)) > 0 OR instr(lower(source), lower(?)) > 0',
  ).all(value, value)
  const found = new Set(rows.map((row) => row.document))
  return (document) => found.has(document)
}

function fieldTest(matching: Matching, node: Extract<QueryNode, { type: 'field' }>, analysis: Analysis): Test {
  const { memory } = matching
  switch (node.field) {
    case 'kind':
      return (document) => memory.kindOf(document) === node.value
    case 'lang':
      return (document) => memory.languageOf(document) === node.value
    case 'issued':
      return issuedTest(node.value, memory)
    case 'file':
      return fileTest(matching, node.value)
    case 'tag': {
      if (node.value === 'none') return (document) => memory.tagsOf(document).length === 0
      const tags = memory.tagNumbers(node.value)
      return (document) => memory.tagsOf(document).some((tag) => tags.has(tag))
    }
    case 'title':
      return textTest(matching, node, analysis)
  }
}

function textTest(matching: Matching, node: QueryNode, analysis: Analysis): Test {
  const expression = fullTextExpression(node, analysis)
  if (expression === undefined) return () => true
  const found = documentsWith(matching, expression)
  return (document) => found.has(document)
}

/** Whether a document has what a part of the query asks for, however the part mixes words, fields and negation. */
function testOf(matching: Matching, node: QueryNode, analysis: Analysis): Test {
  if (isText(node)) return textTest(matching, node, analysis)
  switch (node.type) {
    case 'not': {
      const test = testOf(matching, node.child, analysis)
      return (document) => !test(document)
    }
    case 'and': {
      const tests = node.children.map((child) => testOf(matching, child, analysis))
      return (document) => tests.every((test) => test(document))
    }
    case 'or': {
      const tests = node.children.map((child) => testOf(matching, child, analysis))
      return (document) => tests.some((test) => test(document))
    }
    case 'field':
      return fieldTest(matching, node, analysis)
    case 'word':
    case 'phrase':
    case 'prefix':
      return () => true
  }
}

function everything(memory: SearchMemory, keep: Test): Matches {
  const numbers: number[] = []
  for (let number = 1; number <= memory.largest; number++)
    if (memory.isPresent(number) && keep(number)) numbers.push(number)
  return { numbers, scores: numbers.map(() => 0) }
}

const none: Matches = { numbers: [], scores: [] }

/** Scores of the positive words for documents that other parts of the query have chosen. */
function scored(matching: Matching, chosen: Matches, expressions: readonly string[]): Matches {
  if (expressions.length === 0) return chosen
  const ranked = rank(matching, expressions.slice(0, mostLooseTerms).join(' OR '), () => true)
  const scoreOf = new Map(ranked.numbers.map((number, index) => [number, ranked.scores[index] ?? 0]))
  return { numbers: chosen.numbers, scores: chosen.numbers.map((number) => scoreOf.get(number) ?? 0) }
}

function findOthers(matching: Matching, loose: readonly string[], all: Matches, keep: Test): Matches {
  if (all.numbers.length >= fewMatches || new Set(loose).size < 2) return none
  const found = new Set(all.numbers)
  return rank(
    matching,
    loose.slice(0, mostLooseTerms).join(' OR '),
    (document) => !found.has(document) && keep(document),
  )
}

/**
 * Finds the documents of a query. Words of the top level are one full-text question, ranked by BM25 over title (twice the
 * weight) and text; fields and negated parts filter its answer. A query without words finds everything that its fields allow,
 * unranked. An empty query finds every document.
 */
export function matchQuery(matching: Matching, query: ParsedQuery): QueryMatch {
  const { root } = query
  const { memory } = matching
  if (root === undefined) return { all: query.text.trim() === '' ? everything(memory, () => true) : none, others: none }
  const analysis = analysisOf(query, memory)
  const parts = root.type === 'and' ? root.children : [root]
  const texts = parts.filter(isText)
  const tests = parts.filter((part) => !isText(part)).map((part) => testOf(matching, part, analysis))
  const keep: Test = (document) => tests.every((test) => test(document))
  const expressions = texts.flatMap((part) => fullTextExpression(part, analysis) ?? [])
  if (expressions.length === 0) {
    const chosen = everything(memory, keep)
    return { all: scored(matching, chosen, looseExpressions(root, analysis)), others: none }
  }
  const all = rank(matching, expressions.join(' AND '), keep)
  const joined: QueryNode = { type: 'and', children: texts, start: 0, end: 0 }
  return { all, others: findOthers(matching, looseExpressions(joined, analysis), all, keep) }
}
