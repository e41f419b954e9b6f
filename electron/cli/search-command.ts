import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { SearchReply } from '../contract/schemas.ts'
import type { OpenArchive } from '../engine/open-archive.ts'
import { bold, dim, printJson, printText } from './terminal.ts'

export interface SearchOptions {
  readonly limit: number
  readonly offset: number
  readonly sort: 'relevance' | 'date'
  readonly facets?: boolean
  readonly json?: boolean
  readonly batch?: string
}

const BatchLine = z.object({ id: z.string(), text: z.string() })

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
  for (const hit of reply.hits) {
    printText(
      `\n${bold(hit.title)}\n${dim(`${hit.id}  ${hit.issued || 'no date'}  ${hit.kind}  ${hit.language}  ${hit.file}`)}`,
    )
    for (const snippet of hit.snippets) printText(`  p. ${snippet.page}: ${snippet.text}`)
  }
}

async function searchBatch(archive: OpenArchive, batch: string, limit: number): Promise<void> {
  for (const line of (await readFile(batch, 'utf8')).split('\n')) {
    if (line.trim() === '') continue
    const { id, text } = BatchLine.parse(JSON.parse(line))
    const input = { text, sort: 'relevance', offset: 0, limit, facets: false, snippets: false } as const
    const { total, others, milliseconds, hits } = await archive.call('search.run', input)
    printJson({
      id,
      total,
      others,
      ms: milliseconds,
      hits: hits.map((hit) => ({ id: hit.id, file: hit.file, score: hit.score })),
    })
  }
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
  const { understood, notices } = reply.query
  const hits = reply.hits.map(({ id, file, title, issued, kind, language, score, snippets }) => ({
    id,
    file,
    title,
    issued,
    kind,
    language,
    score,
    snippets,
  }))
  const { total, others, facets, coverage } = reply
  printJson({
    query: { text, understood, notices },
    total,
    others,
    hits,
    ...(facets === undefined ? {} : { facets }),
    coverage,
  })
}
