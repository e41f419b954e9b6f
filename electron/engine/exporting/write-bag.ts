import type { Audience, PackagePart } from '../../contract/vocabulary.ts'
import { happeningsOf } from '../agreements/ledger.ts'
import type { ReadContext } from '../context.ts'
import { RecordSpool } from '../exchange/record-spool.ts'
import { documentText, recordLines } from '../exchange/write-records.ts'
import { recordsName } from '../exchange/record-lines.ts'
import type { ReadingCopyMaker } from '../ports.ts'
import { Turns } from '../turns.ts'
import { BagPayload } from './bag-payload.ts'
import { descriptions, listsOfItems } from './metadata/descriptions.ts'
import type { PackageContents } from './metadata/package-contents.ts'
import { itemNumber } from './package-names.ts'
import type { PackageWriter, WrittenFile } from './package-writer.ts'
import { ReadingCopyWriter } from './reading-copy/reading-copy.ts'
import { Release } from './release.ts'

export interface BagOrder {
  readonly documents: readonly number[]
  readonly title: string
  /** The day that `bag-info.txt` states. */
  readonly date: Date
  readonly parts: ReadonlySet<PackagePart>
  readonly audience: Audience
  readonly readingCopy: ReadingCopyMaker
  readonly signal: AbortSignal
  onProgress(done: number): void
}

export interface WrittenBag {
  readonly problems: readonly string[]
  readonly release: Release
  /** Documents that are only told of, and others that lack their original because words of it are marked. */
  readonly restricted: number
  readonly redacted: number
}

/** Manifest lines carry CR, LF and % percent-encoded (RFC 8493, 2.1.3); no name of ours has any, and this keeps it so. */
const manifestName = (name: string): string =>
  name.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const manifest = (files: readonly WrittenFile[], algorithm: 'sha256' | 'sha512'): string =>
  files.map((file) => `${file[algorithm]}  ${manifestName(file.name)}\n`).join('')

/** `bag-info.txt` has one line for a value: line breaks in titles would end it. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function bagInfo({ title, date, archive, items }: PackageContents, payload: readonly WrittenFile[]): string {
  const bytes = payload.reduce((sum, file) => sum + file.bytes, 0)
  const lines = [
    ['Bagging-Date', date.toISOString().slice(0, 10)],
    ['External-Description', `${title} (${items.length} documents)`],
    ['External-Identifier', archive.id],
    ['Internal-Sender-Description', archive.title],
    ['Payload-Oxum', `${bytes}.${payload.length}`],
    ['Bag-Software-Agent', 'Chancery'],
  ]
  return lines.map(([label, value]) => `${label}: ${value}\n`).join('')
}

/** So many records are read from the catalogue together. */
const recordsAtOnce = 50

async function addDocuments(
  payload: BagPayload,
  release: Release,
  order: BagOrder,
  spool: RecordSpool | undefined,
): Promise<void> {
  const total = order.documents.length
  const turns = new Turns()
  for (let from = 0; from < total; from += recordsAtOnce)
    for (const released of release.documents(order.documents.slice(from, from + recordsAtOnce))) {
      order.signal.throwIfAborted()
      const written = await payload.add(released, itemNumber(payload.items.length, total))
      spool?.add(documentText(written.released, written.item))
      order.onProgress(payload.items.length)
      await turns.pass()
    }
}

async function addDescriptions(
  writer: PackageWriter,
  payload: BagPayload,
  contents: PackageContents,
  order: BagOrder,
): Promise<void> {
  for (const [name, write] of order.parts.has('descriptions') ? descriptions : listsOfItems) {
    order.signal.throwIfAborted()
    payload.files.push(await writer.add(`data/${name}`, { pieces: write(contents) }))
  }
}

/** What happened, as far as documents of the package may tell of it. */
function toldHappenings(context: ReadContext, release: Release, contents: PackageContents) {
  const told = new Set<string>(
    contents.items.filter(({ withheld }) => withheld !== 'document').map(({ record }) => record.id),
  )
  return happeningsOf(context)
    .filter(({ quote }) => told.has(quote.document))
    .filter(({ quote }) => !release.redactor.holds(quote.text))
    .map((each) => ({ ...each, quote: { ...each.quote, text: release.redactor.clean(each.quote.text) } }))
}

async function addTagFiles(
  writer: PackageWriter,
  contents: PackageContents,
  files: Record<'payload' | 'copy', readonly WrittenFile[]>,
) {
  const tagFiles = [
    await writer.add('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
    await writer.add('bag-info.txt', bagInfo(contents, files.payload)),
    await writer.add('manifest-sha256.txt', manifest(files.payload, 'sha256')),
    await writer.add('manifest-sha512.txt', manifest(files.payload, 'sha512')),
    ...files.copy,
  ]
  await writer.add('tagmanifest-sha256.txt', manifest(tagFiles, 'sha256'))
  await writer.add('tagmanifest-sha512.txt', manifest(tagFiles, 'sha512'))
}

function contentsOf({ folder: { card } }: ReadContext, payload: BagPayload, release: Release, order: BagOrder) {
  const clean = (text: string): string => oneLine(release.redactor.clean(text))
  return {
    ...{ title: clean(order.title), date: order.date, items: payload.items, hasRecords: order.parts.has('records') },
    archive: { id: card.id, title: clean(card.title) },
  }
}

/**
 * Writes a bag (BagIt 1.0, RFC 8493): originals, extracted text (a form feed between pages), descriptions in the forms of larger
 * archives and records from which everything can be restored, with manifests in SHA-256 and SHA-512; beside the payload
 * `index.html`, by which people read and search it. An original that is missing or was changed is named in the answer; the rest is
 * complete. What the audience may not have stays out. Does not finish the writer.
 */
export async function writeBag(writer: PackageWriter, context: ReadContext, order: BagOrder): Promise<WrittenBag> {
  const release = new Release(context.db, order.audience)
  const copy = order.parts.has('reading-copy') ? new ReadingCopyWriter(writer, order.readingCopy) : undefined
  const payload = new BagPayload(writer, context, order.parts, release, copy)
  const spool = order.parts.has('records') ? new RecordSpool() : undefined
  try {
    await addDocuments(payload, release, order, spool)
    const contents = contentsOf(context, payload, release, order)
    await addDescriptions(writer, payload, contents, order)
    if (spool !== undefined) {
      const lines = recordLines(context, { contents, release, audience: order.audience, documents: spool.pieces() })
      payload.files.push(await writer.add(recordsName, { pieces: lines }))
    }
    await copy?.finish(contents, toldHappenings(context, release, contents))
    await addTagFiles(writer, contents, { payload: payload.files, copy: copy?.files ?? [] })
  } finally {
    spool?.close()
  }
  const count = (what: 'document' | 'original'): number =>
    payload.items.filter(({ withheld }) => withheld === what).length
  return { problems: payload.problems, release, restricted: count('document'), redacted: count('original') }
}
