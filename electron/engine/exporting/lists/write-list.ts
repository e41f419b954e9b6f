import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import type { ReadContext } from '../../context.ts'
import type { ExportResult } from '../../../contract/schemas.ts'
import type { Audience, ExportFormat } from '../../../contract/vocabulary.ts'
import { itemsCsv } from '../items-csv.ts'
import { flush, gather, requireFree } from '../package-writer.ts'
import { Release } from '../release.ts'
import { refuseFound, searchFile, searchPackage } from '../search-package.ts'
import { docx } from './docx.ts'
import type { ListFormat, ListHead } from './list-format.ts'
import { print } from './print.ts'
import { bibtexReference, cslReference, risReference } from './references.ts'
import { searchCluster } from './search-cluster.ts'
import { xlsx } from './xlsx.ts'

export type ListName = Exclude<ExportFormat, 'bag' | 'bag-zip'>

const nothing = (): string => ''

const lists: Readonly<Record<ListName, ListFormat>> = {
  csv: {
    begin: () => itemsCsv.header(),
    item: (record) => itemsCsv.row({ record, pages: record.pages.length, original: '', text: '' }),
    end: '',
  },
  xlsx,
  docx,
  html: print,
  'csl-json': {
    begin: () => '[',
    item: (record, number, { archive }) =>
      `${number === 1 ? '' : ','}\n${JSON.stringify(cslReference(record, archive))}`,
    end: '\n]\n',
  },
  ris: { begin: nothing, item: (record, _number, { archive }) => risReference(record, archive), end: '' },
  bibtex: { begin: nothing, item: (record, _number, { archive }) => bibtexReference(record, archive), end: '' },
  'search-cluster': searchCluster,
}

export interface ListOrder {
  readonly name: ListName
  readonly title: string
  readonly date: Date
  readonly documents: readonly number[]
  readonly audience: Audience
  /** CSV alone: without the mark by which spreadsheets know UTF-8. */
  readonly withoutMark?: boolean
  readonly signal: AbortSignal
}

const recordsAtOnce = 200

function* batches(release: Release, { documents, signal }: ListOrder) {
  for (let from = 0; from < documents.length; from += recordsAtOnce) {
    signal.throwIfAborted()
    yield { from, records: release.documents(documents.slice(from, from + recordsAtOnce)).map(({ record }) => record) }
  }
}

function headOf({ folder: { card } }: ReadContext, release: Release, order: ListOrder): ListHead {
  const needsContents = order.name === 'docx' || order.name === 'html'
  const documents = needsContents
    ? [...batches(release, order)].flatMap(({ records }) =>
        records.map(({ id, title, issued }) => ({ id, title, issued })),
      )
    : []
  const clean = (text: string): string => release.redactor.clean(text)
  return { title: clean(order.title), archive: clean(card.title), archiveId: card.id, date: order.date, documents }
}

function* textOf(list: ListFormat, head: ListHead, release: Release, order: ListOrder): Generator<string> {
  const begin = list.begin(head)
  yield order.withoutMark === true ? begin.replace(/^\ufeff/, '') : begin
  for (const { from, records } of batches(release, order))
    for (const [at, record] of records.entries()) yield list.item(record, from + at + 1, head)
  yield list.end
}

async function writeZip(target: string, list: ListFormat, text: Iterable<string>, head: ListHead): Promise<void> {
  const zip = new yazl.ZipFile()
  const options = { mtime: head.date, mode: 0o100644, compress: true }
  for (const [name, content] of list.entries?.others(head) ?? []) zip.addBuffer(Buffer.from(content), name, options)
  const main = Readable.from(gather(text))
  const written = pipeline(zip.outputStream as unknown as Readable, createWriteStream(target))
  const failed = new Promise<never>((_, reject) => main.once('error', reject))
  zip.addReadStream(main, list.entries?.name ?? 'list', options)
  zip.end()
  await Promise.race([written, failed])
}

/** Looks in the finished list for what must not be there, before it has its name. Throws `redaction-failed`. */
async function prove(
  partial: string,
  list: ListFormat,
  release: Release,
  order: ListOrder,
): Promise<ExportResult['withheld']> {
  const marks = release.redactor.size
  const restricted = release.countRestricted(order.documents)
  if (marks === 0 && restricted === 0) return undefined
  const nothingSearched = { filesSearched: 0, notText: 0, found: [] }
  const search = list.entries === undefined ? searchFile : searchPackage
  const result = marks === 0 ? nothingSearched : await search(partial, release.redactor, order.signal)
  refuseFound(result)
  return { restricted, redacted: 0, marks, filesSearched: result.filesSearched, judgedByText: 0 }
}

/**
 * Writes a list of documents as one file, complete or not at all, and searched for marked words first. Throws `target-exists` or
 * `redaction-failed`. Answers its size in bytes, and what the audience may not have.
 */
export async function writeList(
  target: string,
  context: ReadContext,
  order: ListOrder,
): Promise<Pick<ExportResult, 'bytes' | 'withheld'>> {
  await requireFree(target)
  await mkdir(path.dirname(target), { recursive: true })
  const partial = `${target}.partial`
  let withheld: ExportResult['withheld']
  try {
    const list = lists[order.name]
    const release = new Release(context.db, order.audience)
    const head = headOf(context, release, order)
    const text = textOf(list, head, release, order)
    if (list.entries === undefined) await pipeline(Readable.from(gather(text)), createWriteStream(partial))
    else await writeZip(partial, list, text, head)
    await flush(partial)
    withheld = await prove(partial, list, release, order)
    await rename(partial, target)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
  const { size: bytes } = await stat(target)
  return withheld === undefined ? { bytes } : { bytes, withheld }
}
