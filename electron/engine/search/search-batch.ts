import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { ArchiveError } from '../../contract/errors.ts'
import type { BatchRow } from '../../contract/schemas.ts'
import type { ReadContext } from '../context.ts'
import { runSearch } from './run-search.ts'

interface BatchQuery {
  readonly id: string
  readonly text: string
}

const mostQueries = 1000
const longestQuery = 10_000
/** Names of the column that holds the queries, in the three languages. */
const queryNames = new Set(['query', 'queries', 'text', 'requête', 'requete', 'recherche', 'استعلام', 'بحث'])
const idNames = new Set(['id', 'number', 'no', 'numéro', 'رقم'])

const refuse = (message: string): ArchiveError => new ArchiveError('invalid-input', message, { field: 'csv' })

function rowsOf(csv: string): string[][] {
  const options = {
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  } as const
  try {
    const rows = parse(csv, { ...options, delimiter: [',', ';', '\t'] })
    return rows.filter((row) => row.some((cell) => cell !== ''))
  } catch {
    // Queries have quotation marks of their own: what is no table is a list with a query on each line.
    return csv.split(/\r?\n/u).flatMap((line) => (line.trim() === '' ? [] : [[line.trim()]]))
  }
}

/**
 * The queries in a table: from the column that is called `query` (or so in French or Arabic), else from the last of one or two
 * columns. `id` names them where there is such a column, else they are numbered. Throws `invalid-input` when there is none, when
 * there are more than 1,000 or when one is too long.
 */
export function queriesOfCsv(csv: string): BatchQuery[] {
  const rows = rowsOf(csv)
  const names = (rows[0] ?? []).map((name) => name.toLowerCase())
  const named = names.findIndex((name) => queryNames.has(name))
  const idColumn = names.findIndex((name) => idNames.has(name))
  const hasHeader = named >= 0
  const column = hasHeader ? named : Math.max(0, Math.min(1, names.length - 1))
  const queries = rows.slice(hasHeader ? 1 : 0).map((row, at): BatchQuery => {
    const ownId = hasHeader ? (idColumn < 0 ? '' : row[idColumn]) : column === 1 ? row[0] : ''
    return { id: (ownId ?? '').slice(0, 200) || String(at + 1), text: row[column] ?? '' }
  })
  if (queries.length === 0) throw refuse('The table holds no query.')
  if (queries.length > mostQueries) throw refuse(`The table holds more than ${mostQueries} queries.`)
  const tooLong = queries.find(({ text }) => text.length > longestQuery)
  if (tooLong !== undefined) throw refuse(`The query ${tooLong.id} is longer than ${longestQuery} characters.`)
  return queries
}

/** Answers one query of a batch just as a search by itself would. */
export function answerOfBatch(context: ReadContext, query: BatchQuery, limit: number): BatchRow {
  const { text } = query
  const input = { text, sort: 'relevance', offset: 0, limit, facets: false, snippets: false } as const
  const reply = runSearch(context, input)
  const { total, others, milliseconds } = reply
  const hits = reply.hits.map(({ id, file, title, issued, score, group }) => ({
    id,
    file,
    title,
    issued,
    score,
    group,
  }))
  return { ...query, understood: reply.query.understood, total, others, milliseconds, hits }
}

const header = ['query', 'text', 'total', 'others', 'rank', 'document', 'title', 'issued', 'file', 'group']

/** The rows of a batch as a table (RFC 4180): one line for each hit. What a spreadsheet would take for a formula is made harmless. */
export function batchCsv(rows: readonly BatchRow[]): string {
  const lines = rows.flatMap(({ id, text, total, others, hits }) => {
    const query = [id, text, String(total), String(others)]
    if (hits.length === 0) return [[...query, '', '', '', '', '', '']]
    return hits.map((hit, at) => [...query, String(at + 1), hit.id, hit.title, hit.issued, hit.file, hit.group])
  })
  return stringify([header, ...lines], { escape_formulas: true, record_delimiter: 'windows' })
}
