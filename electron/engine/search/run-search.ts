import type { CallOutput, CheckedInput } from '../../contract/calls.ts'
import type { Coverage, QueryChip, SearchHit } from '../../contract/schemas.ts'
import type { ReadContext } from '../context.ts'
import { statement } from '../database/statement.ts'
import { getSummary } from '../documents/documents.store.ts'
import { countFacets } from './facets.ts'
import { hitPatterns } from './hits.ts'
import { type Matches, type QueryMatch, analysisOf, matchQuery } from './match-query.ts'
import { firstInOrder } from './order.ts'
import { parseQuery } from './parse-query.ts'
import { type QueryNode, printQuery } from './query-tree.ts'
import { snippetsOf } from './snippets.ts'
import { countQueued } from './text-index.ts'

type SearchInput = CheckedInput<'search.run'>

interface Found {
  readonly number: number
  readonly score: number
  readonly group: SearchHit['group']
}

function toFound(matches: Matches, group: SearchHit['group']): Found[] {
  return matches.numbers.map((number, index) => ({ number, score: matches.scores[index] ?? 0, group }))
}

type Compare = (a: Found, b: Found) => number

/** Newest first; documents without a date after all others. */
const byDate =
  ({ memory }: ReadContext): Compare =>
  (a, b) =>
    memory.issuedFrom(b.number) - memory.issuedFrom(a.number) || b.number - a.number

function comparison(context: ReadContext, sort: SearchInput['sort'], found: readonly Found[]): Compare {
  switch (sort) {
    case 'relevance':
      return (a, b) => b.score - a.score || byDate(context)(a, b)
    case 'date':
      return byDate(context)
    case 'imported':
      return (a, b) => context.memory.importedAt(b.number) - context.memory.importedAt(a.number) || b.number - a.number
    case 'title': {
      const titleOf = statement<[number], { title: string }>(context.db, 'SELECT title FROM document WHERE number = ?')
      const titles = new Map(found.map(({ number }) => [number, titleOf.get(number)?.title ?? '']))
      const { compare } = new Intl.Collator(['en', 'fr', 'ar'], { numeric: true })
      return (a, b) => compare(titles.get(a.number) ?? '', titles.get(b.number) ?? '') || a.number - b.number
    }
  }
}

/** The found documents of one page of the list: those with all words first, whatever the order inside each group. */
function pageOf(
  context: ReadContext,
  match: QueryMatch,
  input: Pick<SearchInput, 'sort' | 'offset' | 'limit'>,
): Found[] {
  const { offset, limit, sort } = input
  const first = toFound(match.all, 'all')
  const second = toFound(match.others, 'others')
  const all = firstInOrder(first, offset + limit, comparison(context, sort, first)).slice(offset)
  if (all.length >= limit || second.length === 0) return all
  const rest = limit - all.length
  const from = Math.max(0, offset - first.length)
  return [...all, ...firstInOrder(second, from + rest, comparison(context, sort, second)).slice(from)]
}

const chipTypes = { word: 'word', phrase: 'phrase', prefix: 'prefix', and: 'group', or: 'group' } as const

function chipOf(node: QueryNode): QueryChip {
  const inner = node.type === 'not' ? node.child : node
  const type = inner.type === 'field' ? inner.field : inner.type === 'not' ? 'group' : chipTypes[inner.type]
  const text = inner.type === 'field' ? inner.value : printQuery(inner)
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
  const query = parseQuery(input.text)
  const match = matchQuery(context, query)
  const patterns = hitPatterns(query, analysisOf(query, memory))
  const hits = pageOf(context, match, input).map(({ number, score, group }): SearchHit => {
    const snippets = input.snippets ? snippetsOf(db, number, patterns) : []
    return { ...getSummary(db, number), score: Math.round(score * 10_000) / 10_000, group, snippets }
  })
  const parts = query.root === undefined ? [] : query.root.type === 'and' ? query.root.children : [query.root]
  return {
    query: {
      text: input.text,
      understood: query.root === undefined ? '' : printQuery(query.root),
      chips: parts.map(chipOf),
      notices: [...query.notices],
    },
    total: match.all.numbers.length,
    others: match.others.numbers.length,
    hits,
    ...(input.facets ? { facets: countFacets(memory, match.all.numbers) } : {}),
    coverage: coverageOf(context),
    milliseconds: Math.round((performance.now() - started) * 100) / 100,
  }
}
