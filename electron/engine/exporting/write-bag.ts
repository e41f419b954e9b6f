import { accessSync, constants } from 'node:fs'
import type { ReadContext } from '../context.ts'
import type { ReadingCopyMaker } from '../ports.ts'
import { originalPath } from '../archive-folder.ts'
import { type CataloguedRecord, type StoredRecord, recordsOf } from '../documents/records.store.ts'
import { descriptions } from './metadata/descriptions.ts'
import { type PackageContents, type PackageItem, packageItem } from './metadata/package-contents.ts'
import { happeningsOf } from '../agreements/ledger.ts'
import { itemNumber, safeFileName } from './package-names.ts'
import { ReadingCopyWriter } from './reading-copy/reading-copy.ts'
import type { PackageWriter, WrittenFile } from './package-writer.ts'
import { Turns } from '../turns.ts'

export interface BagOrder {
  readonly documents: readonly number[]
  readonly title: string
  /** The day that `bag-info.txt` states. */
  readonly date: Date
  readonly readingCopy: ReadingCopyMaker
  readonly signal: AbortSignal
  onProgress(done: number): void
}

/** Manifest lines carry CR, LF and % percent-encoded (RFC 8493, 2.1.3); no name of ours has any, and this keeps it so. */
const manifestName = (name: string): string =>
  name.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const manifest = (files: readonly WrittenFile[], algorithm: 'sha256' | 'sha512'): string =>
  files.map((file) => `${file[algorithm]}  ${manifestName(file.name)}\n`).join('')

/** `bag-info.txt` has one line for a value: line breaks in titles would end it. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function bagInfo(order: BagOrder, context: ReadContext, payload: readonly WrittenFile[]): string {
  const bytes = payload.reduce((sum, file) => sum + file.bytes, 0)
  const lines = [
    ['Bagging-Date', order.date.toISOString().slice(0, 10)],
    ['External-Description', `${oneLine(order.title)} (${order.documents.length} documents)`],
    ['External-Identifier', context.folder.card.id],
    ['Internal-Sender-Description', oneLine(context.folder.card.title)],
    ['Payload-Oxum', `${bytes}.${payload.length}`],
    ['Bag-Software-Agent', 'Chancery'],
  ]
  return lines.map(([label, value]) => `${label}: ${value}\n`).join('')
}

const textOf = (record: CataloguedRecord): string => record.pages.map((page) => page.text).join('\n\f\n')

/** So many records are read from the catalogue together. */
const recordsAtOnce = 100

interface Payload {
  readonly files: WrittenFile[]
  readonly items: PackageItem[]
  readonly problems: string[]
  readonly readingCopy: ReadingCopyWriter
}

/** Undefined when the original is missing or cannot be read. Looked for first: a package cannot take back an entry that was begun. */
async function addOriginal(
  writer: PackageWriter,
  name: string,
  file: { readonly path: string; readonly bytes: number },
): Promise<WrittenFile | undefined> {
  try {
    accessSync(file.path, constants.R_OK)
  } catch {
    return undefined
  }
  return writer.add(name, file)
}

async function addDocument(
  writer: PackageWriter,
  context: ReadContext,
  { record, extension }: StoredRecord,
  number: string,
  payload: Payload,
): Promise<void> {
  const name = `${number}-${safeFileName(record.file.name)}`
  const source = originalPath(context.folder, record.file.sha256, extension)
  const original = await addOriginal(writer, `data/originals/${name}`, { path: source, bytes: record.file.bytes })
  if (original === undefined) payload.problems.push(`${record.file.name}: the original is missing`)
  else if (original.sha256 !== record.file.sha256)
    payload.problems.push(`${record.file.name}: the original was changed since it was imported`)
  const text = await writer.add(`data/text/${name}.txt`, textOf(record))
  payload.files.push(...(original === undefined ? [] : [original]), text)
  const item = packageItem(record, { original, text })
  payload.items.push(item)
  await payload.readingCopy.add(
    item,
    record.pages.map((page) => page.text),
  )
}

/**
 * Writes a bag (BagIt 1.0, RFC 8493): originals, extracted text (a form feed between pages) and descriptions in the forms of
 * larger archives, with manifests in SHA-256 and SHA-512; beside the payload `index.html`, by which people read and search it. An original that is missing or was changed is named in the answer; the rest is complete.
 * Does not finish the writer.
 */
export async function writeBag(
  writer: PackageWriter,
  context: ReadContext,
  order: BagOrder,
): Promise<{ readonly problems: string[] }> {
  const payload: Payload = {
    files: [],
    items: [],
    problems: [],
    readingCopy: new ReadingCopyWriter(writer, order.readingCopy),
  }
  const total = order.documents.length
  const turns = new Turns()
  for (let from = 0; from < total; from += recordsAtOnce)
    for (const stored of recordsOf(context.db, order.documents.slice(from, from + recordsAtOnce))) {
      order.signal.throwIfAborted()
      await addDocument(writer, context, stored, itemNumber(payload.items.length, total), payload)
      order.onProgress(payload.items.length)
      await turns.pass()
    }
  const { title: archiveTitle, id: archiveId } = context.folder.card
  const contents: PackageContents = {
    ...{ title: oneLine(order.title), date: order.date, items: payload.items },
    archive: { id: archiveId, title: oneLine(archiveTitle) },
  }
  for (const [name, write] of descriptions)
    payload.files.push(await writer.add(`data/${name}`, { pieces: write(contents) }))
  await payload.readingCopy.finish(contents, happeningsOf(context))
  const tagFiles = [
    await writer.add('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
    await writer.add('bag-info.txt', bagInfo(order, context, payload.files)),
    await writer.add('manifest-sha256.txt', manifest(payload.files, 'sha256')),
    await writer.add('manifest-sha512.txt', manifest(payload.files, 'sha512')),
    ...payload.readingCopy.files,
  ]
  await writer.add('tagmanifest-sha256.txt', manifest(tagFiles, 'sha256'))
  await writer.add('tagmanifest-sha512.txt', manifest(tagFiles, 'sha512'))
  return { problems: payload.problems }
}
