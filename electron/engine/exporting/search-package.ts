import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { ArchiveError } from '../../contract/errors.ts'
import type { Redactor } from '../access/redactor.rules.ts'
import { pageFiles } from './reading-copy/page-files.ts'
import { type BagSource, openFolderBag, openZipBag } from '../preservation/bag-source.ts'

/** What a search of a finished package for marked words found. */
export interface PackageSearch {
  readonly filesSearched: number
  /** Originals in formats that hold no plain text. */
  readonly notText: number
  /** Names of the files that hold marked words, or are called by them. */
  readonly found: readonly string[]
}

const escapes: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const fromCode = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : ' ')

/** A text with the escapes of JSON, scripts, XML and addresses undone, so that no spelling hides a word. */
function decoded(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_all, code: string) => fromCode(parseInt(code, 16)))
    .replace(/\\+[nrtbf]/g, ' ')
    .replace(/\\/g, '')
    .replace(/&#x([0-9a-f]{1,6});/gi, (_all, code: string) => fromCode(parseInt(code, 16)))
    .replace(/&#(\d{1,7});/g, (_all, code: string) => fromCode(Number(code)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => escapes[name] ?? ' ')
    .replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'))
}

/** So much of a file is looked at at once, and so much of it again with the next, so that no border cuts a word. */
const pieceLength = 4_000_000
const overlap = 4_000

function holds(redactor: Redactor, text: string): boolean {
  for (let from = 0; from < text.length; from += pieceLength) {
    const piece = text.slice(Math.max(0, from - overlap), from + pieceLength)
    if (redactor.holds(piece)) return true
    const plain = decoded(piece)
    if (plain !== piece && redactor.holds(plain)) return true
  }
  return false
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

const isUtf16 = (bytes: Buffer): boolean => bytes[0] === 0xff && bytes[1] === 0xfe
const isNoText = (bytes: Buffer): boolean =>
  bytes.subarray(0, 5).toString('latin1') === '%PDF-' || (!isUtf16(bytes) && bytes.subarray(0, 8192).includes(0))

/** Everything in a file; only the beginning of one that shows there that it holds no text, however long it is. */
async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer)
    if (chunks.length === 1 && isNoText(chunk as Buffer)) break
  }
  return Buffer.concat(chunks)
}

/** The text of a file, in the encodings that texts come in; undefined for what is no text. */
function textOf(bytes: Buffer): string | undefined {
  if (isNoText(bytes)) return undefined
  if (isUtf16(bytes)) return bytes.toString('utf16le')
  try {
    return utf8.decode(bytes)
  } catch {
    return bytes.toString('latin1')
  }
}

/** The page of the reading copy is the same in every package and holds words of the program: names of countries, for one. */
const ownFiles = new Set(pageFiles.map((name) => `reading/${name}`))

async function searchSource(source: BagSource, redactor: Redactor, signal: AbortSignal): Promise<PackageSearch> {
  const found: string[] = []
  let filesSearched = 0
  let notText = 0
  for (const name of source.names) {
    if (ownFiles.has(name)) continue
    signal.throwIfAborted()
    const text = textOf(await bytesOf(await source.open(name)))
    if (text === undefined) notText++
    else filesSearched++
    if (redactor.isInName(path.posix.basename(name)) || (text !== undefined && holds(redactor, text))) found.push(name)
  }
  return { filesSearched, notText, found }
}

/** Searches one finished file of text for words that a redactor marks. */
export async function searchFile(target: string, redactor: Redactor): Promise<PackageSearch> {
  const text = textOf(await bytesOf(createReadStream(target))) ?? ''
  return { filesSearched: 1, notText: 0, found: holds(redactor, text) ? [path.basename(target)] : [] }
}

/** Throws `redaction-failed` where a search found anything; nothing is to be kept then. */
export function refuseFound({ found }: PackageSearch): void {
  if (found.length === 0) return
  throw new ArchiveError(
    'redaction-failed',
    `Marked words would have stood in the export, in ${found.slice(0, 3).join(', ')}${found.length > 3 ? ' and others' : ''}; nothing was written.`,
    { files: found.slice(0, 20) },
  )
}

/** Searches every file of a finished package, folder or zip file, for words that a redactor marks; also in its names. */
export async function searchPackage(target: string, redactor: Redactor, signal: AbortSignal): Promise<PackageSearch> {
  const isFolder = (await stat(target)).isDirectory()
  const source = isFolder ? await openFolderBag(target) : await openZipBag(target)
  try {
    return await searchSource(source, redactor, signal)
  } finally {
    source.close()
  }
}
