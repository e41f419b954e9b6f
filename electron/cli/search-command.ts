import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { CallInput } from '../contract/calls.ts'
import type { SearchReply } from '../contract/schemas.ts'
import type { Sort } from '../contract/vocabulary.ts'
import type { OpenArchive } from '../engine/open-archive.ts'
import { bold, dim, printJson, printText } from './terminal.ts'

export interface SearchOptions {
  readonly limit: number
  readonly offset: number
  readonly sort: Sort
  readonly facets?: boolean
  readonly json?: boolean
  readonly batch?: string
}

const BatchLine = z.object({ id: z.string(), text: z.string() })
type BatchInput = CallInput<'search.batch'>['queries']

function printReply(reply: SearchReply): void {
  const { total, others, coverage } = reply
  printText(`${total} documents${others > 0 ? `, and ${others} that have some of the words` : ''}`)
  if (coverage.notYetSearchable > 0)
    printText(`${coverage.notYetSearchable} of ${coverage.documents} documents are not yet searchable`)
  if (coverage.picturePages > 0)
    printText(
      `${coverage.picturePages} pages of ${coverage.pictureDocuments} documents are pictures and cannot be searched`,
    )
  for (const notice of reply.query.notices) printText(dim(`note: ${notice.code}: ${notice.text}`))
  for (const { words, label, terms, isActive } of reply.query.widenings)
    if (isActive) printText(dim(`${words}: also ${terms.join(', ')} (without: -widen:"${label}")`))
  for (const hit of reply.hits) {
    printText(
      `\n${bold(hit.title)}\n${dim(`${hit.id}  ${hit.issued || 'no date'}  ${hit.kind}  ${hit.language}  ${hit.file}`)}`,
    )
    for (const snippet of hit.snippets) printText(`  p. ${snippet.page}: ${snippet.text}`)
  }
}

const batchSize = 200

async function printBatch(archive: OpenArchive, queries: BatchInput, limit: number): Promise<void> {
  const { rows } = await archive.call('search.batch', { queries, limit })
  for (const { id, total, others, milliseconds, hits } of rows)
    printJson({ id, total, others, ms: milliseconds, hits: hits.map(({ id, file, score }) => ({ id, file, score })) })
}

async function searchBatch(archive: OpenArchive, batch: string, limit: number): Promise<void> {
  const content = await readFile(batch, 'utf8')
  if (/\.[ct]sv$/i.test(batch)) return printBatch(archive, { csv: content }, limit)
  const lines = content.split('\n').filter((line) => line.trim() !== '')
  const queries = lines.map((line) => BatchLine.parse(JSON.parse(line)))
  for (let from = 0; from < queries.length; from += batchSize)
    await printBatch(archive, queries.slice(from, from + batchSize), limit)
}

/** `chancery search`. */
export async function runSearchCommand(archive: OpenArchive, text: string, options: SearchOptions): Promise<void> {
  if (options.batch !== undefined) return searchBatch(archive, options.batch, options.limit)
  const { sort, offset, limit } = options
  const reply = await archive.call('search.run', {
    text,
    sort,
    offset,
    limit,
    facets: options.facets === true,
    snippets: true,
  })
  if (options.json !== true) {
    printReply(reply)
    return
  }
  const { understood, notices, widenings } = reply.query
  const hits = reply.hits.map(({ id, file, title, issued, kind, language, score, snippets, because }) => ({
    ...{ id, file, title, issued, kind, language, score, snippets, because },
  }))
  const { total, others, facets, histogram, coverage, at, fingerprint } = reply
  printJson({
    query: { text, understood, notices, widenings },
    ...{ total, others, hits },
    ...(facets === undefined ? {} : { facets, histogram }),
    ...{ coverage, at, fingerprint },
  })
}
