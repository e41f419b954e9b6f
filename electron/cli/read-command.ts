import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { ReadingOutcome } from '../engine/ports.ts'
import { readDocument } from '../workers/read-document.ts'
import { type ExitCode, exitCodes, printJson, printNote } from './terminal.ts'

const BatchLine = z.object({
  id: z.string(),
  text: z.string(),
  issued: z.string().optional(),
  language: z.string().optional(),
})

type Analysed = Extract<ReadingOutcome, { ok: true }>['document']

/** The record of a document outside an archive: as `show` prints it, without what only an archive can know. */
function toRecord(id: string, file: { name: string; content: Uint8Array }, document: Analysed): object {
  const { evidence, ...description } = document.description
  return {
    id,
    file: {
      name: file.name,
      bytes: file.content.byteLength,
      sha256: createHash('sha256').update(file.content).digest('hex'),
      mediaType: document.mediaType,
    },
    ...description,
    tags: [],
    pages: document.pages.map((page, index) => ({ number: index + 1, ...page })),
    mentions: [],
    agreements: [],
    commitments: [],
    evidence,
  }
}

async function readOne(
  id: string,
  name: string,
  content: Uint8Array,
  known: { issued?: string | undefined } = {},
): Promise<boolean> {
  const outcome = await readDocument({ name, content })
  if (!outcome.ok) {
    printNote(`refused  ${name}: ${outcome.reason} (${outcome.detail})`)
    return false
  }
  const record = toRecord(id, { name, content }, outcome.document)
  printJson(known.issued === undefined ? record : { ...record, issued: known.issued })
  return true
}

async function readBatch(batchPath: string): Promise<boolean> {
  let allRead = true
  for (const line of (await readFile(batchPath, 'utf8')).split('\n')) {
    if (line.trim() === '') continue
    const { id, text, issued } = BatchLine.parse(JSON.parse(line))
    const content = new TextEncoder().encode(text)
    if (text.trim() === '') printJson({ id, pages: [], mentions: [] })
    else allRead = (await readOne(id, `${id}.txt`, content, { issued })) && allRead
  }
  return allRead
}

/** `chancery read`: what the program reads in files or in lines of `{id, text}`, without an archive. */
export async function runRead(files: readonly string[], options: { readonly batch?: string }): Promise<ExitCode> {
  let allRead = options.batch === undefined ? true : await readBatch(options.batch)
  for (const file of files) allRead = (await readOne(file, path.basename(file), await readFile(file))) && allRead
  return allRead ? exitCodes.done : exitCodes.someRefused
}
