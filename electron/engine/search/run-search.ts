import type { CallOutput, CheckedInput } from '../../contract/calls.ts'
import type { Coverage, QueryChip, SearchHit } from '../../contract/schemas.ts'
import type { ReadContext } from '../context.ts'
import { statement } from '../database/statement.ts'
import { summariesOf } from '../documents/documents.store.ts'
import { fingerprintOf } from '../preservation/fingerprint.ts'
import { collectionOrder } from './collection-order.ts'
import { countFacets } from './facets.ts'
import { countOverTime } from './histogram.ts'
import { hitPatterns } from './hits.ts'
import { type QueryMatch, matchQuery } from './match-query.ts'
import { firstInOrder, highestScored } from './order.ts'
import { Question } from './question.ts'
import { type QueryNode, asksForWords, partsOf, printQuery } from './query-tree.ts'
import { explainHits } from './snippets.ts'
import { countQueued } from './text-index.ts'

type SearchInput = CheckedInput<'search.run'>
type Compare = (a: number, b: number) => number

/** Newest first; documents without a date after all others. */
const byDate =
  ({ memory }: ReadContext): Compare =>
  (a, b) =>
    memory.issuedFrom(b) - memory.issuedFrom(a) || b - a

function byTitle({ db }: ReadContext, found: readonly number[]): Compare {
  const titleOf = statement<[number], string>(db, 'SELECT title FROM document WHERE number = ?').pluck()
  const titles = new Map(found.map((number) => [number, titleOf.get(number) ?? '']))
  const { compare } = new Intl.Collator(['en', 'fr', 'ar'], { numeric: true })
  return (a, b) => compare(titles.get(a) ?? '', titles.get(b) ?? '') || a - b
}

function comparison(
  context: ReadContext,
  sort: Exclude<SearchInput['sort'], 'relevance'>,
  found: readonly number[],
  question: Question,
): Compare {
  const { memory } = context
  switch (sort) {
    case 'date':
      return byDate(context)
    case 'imported':
      return (a, b) => memory.importedAt(b) - memory.importedAt(a) || b - a
    case 'title':
      return byTitle(context, found)
    case 'collection':
      return collectionOrder(context, question.query.root) ?? byDate(context)
  }
}

interface Found {
  readonly number: number
  readonly group: SearchHit['group']
}

/**
 * The found documents of one page of the list: those with all words first, whatever the order inside each group. The answers to a
 * question are one list.
 */
function pageOf(
  context: ReadContext,
  match: QueryMatch,
  question: Question,
  { offset, limit, sort }: Pick<SearchInput, 'sort' | 'offset' | 'limit'>,
): Found[] {
  const sorted = (found: readonly number[], count: number): number[] =>
    sort === 'relevance'
      ? highestScored(found, match.scores, count, byDate(context))
      : firstInOrder(found, count, comparison(context, sort, found, question))
  if (match.isQuestion) {
    const all = new Set(match.all)
    return sorted([...match.all, ...match.others], offset + limit)
      .slice(offset)
      .map((number) => ({ number, group: all.has(number) ? 'all' : 'others' }))
  }
  const first = sorted(match.all, offset + limit).slice(offset)
  const rest = limit - first.length
  const from = Math.max(0, offset - match.all.length)
  const second = rest === 0 ? [] : sorted(match.others, from + rest).slice(from)
  return [
    ...first.map((number): Found => ({ number, group: 'all' })),
    ...second.map((number): Found => ({ number, group: 'others' })),
  ]
}

function chipOf(node: QueryNode): QueryChip {
  const inner = node.type === 'not' ? node.child : node
  const type = asksForWords(inner) ? (inner.scope ?? inner.type) : inner.type === 'field' ? inner.field : 'group'
  const text = inner.type === 'field' ? inner.value : printQuery(inner, { scopes: false })
  return { type, text, negated: node.type === 'not', start: node.start, end: node.end }
}

/** How much of the archive can be searched now. */
export function coverageOf({ db, memory }: ReadContext): Coverage {
  const { documents, withoutText, picturePages, pictureDocuments } = memory
  return { documents, notYetSearchable: countQueued(db), withoutText, picturePages, pictureDocuments }
}

/**
 * Answers a search: exact counts, one page of hits, the query as it was understood. Never throws for what is typed. Limit 0 asks
 * for counts alone.
 */
export function runSearch(context: ReadContext, input: SearchInput): CallOutput<'search.run'> {
  const started = performance.now()
  const { db, memory } = context
  memory.refresh()
  const question = new Question(context, input.text)
  const { query, widened } = question
  const match = matchQuery(context, question)
  const patterns = hitPatterns(question)
  const page = pageOf(context, match, question, input)
  const summaries = summariesOf(
    db,
    page.map(({ number }) => number),
  )
  const titles = new Map(Array.from(summaries, ([number, { title }]) => [number, title]))
  const explained = input.snippets ? explainHits(db, titles, patterns) : undefined
  const hits = page.flatMap(({ number, group }): SearchHit[] => {
    const summary = summaries.get(number)
    if (summary === undefined) return []
    const score = Math.round((match.scores[number] ?? 0) * 10_000) / 10_000
    return [{ ...summary, score, group, ...(explained?.get(number) ?? { snippets: [], because: [] }) }]
  })
  return {
    query: {
      text: input.text,
      understood: query.root === undefined ? '' : printQuery(query.root),
      chips: partsOf(query.root).map(chipOf),
      // In one list with the rest: whoever reads it is told.
      notices: [...query.notices, ...(match.isQuestion ? [{ code: 'read-as-question' as const, text: '' }] : [])],
      widenings: [...widened.widenings],
    },
    total: match.all.length,
    others: match.others.length,
    hits,
    ...(input.facets ? { facets: countFacets(memory, match.all), histogram: countOverTime(memory, match.all) } : {}),
    coverage: coverageOf(context),
    milliseconds: Math.round((performance.now() - started) * 100) / 100,
    at: Date.now(),
    fingerprint: fingerprintOf(context),
  }
}
