import type { Matching } from './field-tests.ts'
import { type DocumentSet, QueryEvaluation, keepOnly } from './query-evaluation.ts'
import { type QueryNode, asksForWords, partsOf } from './query-tree.ts'
import { isQuestion } from './query-words.ts'
import type { Question } from './question.ts'
import { addBonus, addScores, mostWithBonus } from './ranking.ts'
import { addCatalogueScore } from './catalogue-score.ts'
import { highestScored } from './order.ts'

export interface QueryMatch {
  /** Numbers of the documents that have everything, ascending. */
  readonly all: readonly number[]
  /** Numbers of the documents that have some of the words: where few have all, or the query is a question. */
  readonly others: readonly number[]
  /** How well each document answers, by its number. */
  readonly scores: Float32Array
  /** Whether both kinds make one list, the best first. */
  readonly isQuestion: boolean
}

/** Below this many documents with all words, the best of the rest are looked for too. */
const fewMatches = 100

function listOf(set: DocumentSet): number[] {
  const documents: number[] = []
  for (let document = 1; document < set.length; document++) if (set[document] === 1) documents.push(document)
  return documents
}

/** Whether words decide about this part, and nothing else: no field, nothing negated. */
function isOnlyWords(node: QueryNode): boolean {
  if (asksForWords(node) || node.type === 'concept') return true
  return (node.type === 'and' || node.type === 'or') && node.children.every(isOnlyWords)
}

/** Gives the best documents their bonus for words that stand together. */
function addNearness(evaluation: QueryEvaluation, candidates: readonly number[], scores: Float32Array): void {
  const leaves = evaluation.leaves
  if (leaves.length < 2 || leaves.length > 40) return
  const best = highestScored(candidates, scores, mostWithBonus, (a, b) => a - b)
  addBonus(leaves, evaluation.matcher, best, scores)
}

function matchParts(matching: Matching, question: Question): QueryMatch {
  const { query, analysis, widened } = question
  const evaluation = new QueryEvaluation(matching, question)
  const scores = new Float32Array(matching.memory.largest + 1)
  const parts = partsOf(widened.root)
  const allowed: DocumentSet = matching.memory.presentSet()
  for (const part of parts) if (!isOnlyWords(part)) keepOnly(allowed, evaluation.find(part) ?? allowed)
  const wanted = allowed.slice()
  for (const part of parts) if (isOnlyWords(part)) keepOnly(wanted, evaluation.find(part) ?? wanted)
  const { leaves } = evaluation
  for (const leaf of leaves) addScores(leaf, scores)
  const all = listOf(wanted)
  const isOneList = isQuestion(query.text, widened.plain, analysis)
  const others = leaves.length > 1 && (isOneList || all.length < fewMatches) ? othersOf(allowed, wanted, scores) : []
  const candidates = isOneList ? [...all, ...others] : all.length > 0 ? all : others
  addNearness(evaluation, candidates, scores)
  addCatalogueScore(matching.db, candidates, leaves, scores)
  return { all, others, scores, isQuestion: isOneList }
}

function othersOf(allowed: DocumentSet, found: DocumentSet, scores: Float32Array): number[] {
  const others: number[] = []
  for (let document = 1; document < scores.length; document++)
    if ((scores[document] ?? 0) > 0 && allowed[document] === 1 && found[document] !== 1) others.push(document)
  return others
}

/**
 * Finds the documents of a query. Words are ranked as `ranking.ts` tells; fields and negated parts only filter. A query without words
 * finds everything that its fields allow, unranked. An empty query finds every document; one of which nothing could be understood
 * finds none.
 */
export function matchQuery(matching: Matching, question: Question): QueryMatch {
  const { text } = question.query
  if (question.widened.root !== undefined) return matchParts(matching, question)
  const all = text.trim() === '' ? listOf(matching.memory.presentSet()) : []
  return { all, others: [], scores: new Float32Array(0), isQuestion: false }
}
