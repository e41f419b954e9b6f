import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Language, languages } from '../contract/vocabulary.ts'
import type { FileToRead, ReadingOutcome } from '../engine/ports.ts'
import { outlineOf } from '../engine/cataloguing/outline.rules.ts'
import { readDocument } from '../workers/read-document.ts'
import { type ExitCode, exitCodes, printJson, printNote } from './terminal.ts'

const BatchLine = z.object({
  id: z.string(),
  text: z.string(),
  issued: z.string().optional(),
  language: z.enum(languages).optional().catch(undefined),
})

/** What is known of a text from elsewhere. */
type Known = Pick<FileToRead, 'issued' | 'language'>

const toKnown = (issued: string | undefined, language: Language | undefined): Known => ({
  ...(issued === undefined ? {} : { issued }),
  ...(language === undefined ? {} : { language }),
})

export interface ReadOptions {
  readonly batch?: string
  readonly issued?: string
  readonly language?: Language
}

type Analysed = Extract<ReadingOutcome, { ok: true }>['document']

/** What a text mentions, the agreements that it carries or cites among it, in reading order. */
function mentionsWithAgreements({ mentions, agreements }: Analysed['facts']): object[] {
  const named = agreements.map(({ page, start, end, text, title, confidence, role }) => ({
    ...{ type: 'agreement' as const, page, start, end, text, value: title, confidence, rule: `agreement:${role}` },
  }))
  return [...mentions, ...named].sort((a, b) => a.page - b.page || a.start - b.start || b.end - a.end)
}

/** The record of a document outside an archive: as `show` prints it, without what only an archive can know. */
function toRecord(id: string, file: { name: string; content: Uint8Array }, document: Analysed): object {
  const { evidence, ...description } = document.description
  const { facts } = document
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
    mentions: mentionsWithAgreements(facts),
    agreements: facts.agreements.map(({ role, title, parties, signed, page, start, end, text }) => ({
      ...{ title, parties, signed, role },
      evidence: { page, start, end, text },
    })),
    commitments: facts.commitments,
    outline: outlineOf(document.pages, description.title, description.language),
    evidence,
  }
}

async function readOne(id: string, name: string, content: Uint8Array, known: Known = {}): Promise<boolean> {
  const outcome = await readDocument({ name, content, ...known })
  if (!outcome.ok) {
    printNote(`refused  ${name}: ${outcome.reason} (${outcome.detail})`)
    return false
  }
  const record = toRecord(id, { name, content }, outcome.document)
  printJson(known.issued === undefined ? record : { ...record, issued: known.issued })
  return true
}

async function readBatch(batchPath: string, known: Known): Promise<boolean> {
  let allRead = true
  for (const line of (await readFile(batchPath, 'utf8')).split('\n')) {
    if (line.trim() === '') continue
    const { id, text, issued = known.issued, language = known.language } = BatchLine.parse(JSON.parse(line))
    const content = new TextEncoder().encode(text)
    if (text.trim() === '') printJson({ id, pages: [], mentions: [] })
    else allRead = (await readOne(id, `${id}.txt`, content, toKnown(issued, language))) && allRead
  }
  return allRead
}

/** `chancery read`: what the program reads in files or in lines of `{id, text}`, without an archive. */
export async function runRead(files: readonly string[], options: ReadOptions): Promise<ExitCode> {
  const known = toKnown(options.issued, options.language)
  let allRead = options.batch === undefined ? true : await readBatch(options.batch, known)
  for (const file of files) allRead = (await readOne(file, path.basename(file), await readFile(file), known)) && allRead
  return allRead ? exitCodes.done : exitCodes.someRefused
}
