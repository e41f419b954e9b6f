import { fileTypeFromBuffer } from 'file-type'
import { decodeText, encodingOfMark, utf16ByZeros } from './character-encoding.ts'
import type { FileInput } from './extracted.ts'
import { openOle } from './legacy/ole-file.ts'
import { emptyFile, encrypted, unsupported } from './refusals.ts'
import { textKind } from './text-kind.ts'
import { openZip, type ZipMembers } from './zip-members.ts'

export type FileKind =
  | { readonly kind: 'plain' | 'markdown' | 'html' | 'eml' | 'mbox' | 'pdf' | 'rtf' | 'zip' | 'doc' | 'msg' }
  | { readonly kind: 'docx' | 'odt' | 'odp' | 'ods' | 'pptx' | 'xlsx' | 'epub'; readonly zip: ZipMembers }

const sampleBytes = 65_536

function asLatin1(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, length)).toString('latin1')
}

async function zipKind(bytes: Uint8Array): Promise<FileKind> {
  const zip = await openZip(bytes)
  const names = new Set(zip.names)
  const has = (start: string): boolean => zip.names.some((name) => name.startsWith(start))
  if (names.has('[Content_Types].xml')) {
    if (has('word/')) return { kind: 'docx', zip }
    if (has('xl/')) return { kind: 'xlsx', zip }
    if (has('ppt/')) return { kind: 'pptx', zip }
  }
  const mediaType = names.has('mimetype') ? Buffer.from((await zip.read('mimetype')) ?? []).toString('latin1') : ''
  if (mediaType.includes('epub')) return { kind: 'epub', zip }
  if (mediaType.includes('opendocument.spreadsheet')) return { kind: 'ods', zip }
  if (mediaType.includes('opendocument.presentation')) return { kind: 'odp', zip }
  if (mediaType.includes('opendocument.graphics')) throw unsupported('an OpenDocument drawing')
  if (names.has('content.xml')) return { kind: 'odt', zip }
  return { kind: 'zip' }
}

/** The older Office formats share one container; the names of its streams tell them apart. What it embeds lies in storages of its own. */
function oleKind(bytes: Uint8Array): FileKind {
  const names = new Set(openOle(bytes).paths)
  if (names.has('EncryptedPackage')) throw encrypted('document')
  if (names.has('WordDocument')) return { kind: 'doc' }
  if (names.has('__properties_version1.0') || [...names].some((name) => name.startsWith('__substg1.0_'))) {
    return { kind: 'msg' }
  }
  if (names.has('Workbook') || names.has('Book')) {
    throw unsupported('an Excel workbook of the older kind (.xls): save it as .xlsx and import that')
  }
  if (names.has('PowerPoint Document')) {
    throw unsupported('a PowerPoint presentation of the older kind (.ppt): save it as .pptx and import that')
  }
  throw unsupported('a file of an older Office program')
}

const isNamedPdf = (name: string): boolean => /\.pdf$/i.test(name)

/** Whether the head of a PDF stands anywhere in the bytes: after whatever a mail or a web server put before it. */
function holdsPdfHead(bytes: Uint8Array): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = content.indexOf('%PDF-'); at !== -1; at = content.indexOf('%PDF-', at + 5)) {
    if (/\d/.test(content.toString('latin1', at + 5, at + 6))) return true
  }
  return false
}

/** Whether the bytes hold objects as a PDF numbers them, though its head is lost. */
function holdsPdfObjects(bytes: Uint8Array): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = content.indexOf(' obj'); at !== -1; at = content.indexOf(' obj', at + 4)) {
    if (/(^|\D)\d{1,10} \d{1,5}$/.test(content.toString('latin1', Math.max(at - 17, 0), at))) return true
  }
  return false
}

/** Tells a file that is no text. What its first bytes say counts for more than a PDF that lies somewhere in it. */
async function binaryKind(bytes: Uint8Array): Promise<FileKind> {
  // The parsers of media containers may throw on what only resembles them.
  const type = await fileTypeFromBuffer(bytes.subarray(0, sampleBytes)).catch(() => undefined)
  if (type === undefined && holdsPdfHead(bytes)) return { kind: 'pdf' }
  if (type === undefined) throw unsupported('a file of an unknown kind')
  const [family = ''] = type.mime.split('/')
  if (family === 'image') throw unsupported(`a picture (${type.ext.toUpperCase()})`)
  if (family === 'audio') throw unsupported(`a sound recording (${type.ext.toUpperCase()})`)
  if (family === 'video') throw unsupported(`a film (${type.ext.toUpperCase()})`)
  if (family === 'font') throw unsupported('a font')
  if (['exe', 'elf', 'macho'].includes(type.ext)) throw unsupported('a program')
  if (['7z', 'rar', 'gz', 'tar', 'xz', 'bz2', 'zst'].includes(type.ext))
    throw unsupported(`a compressed archive (.${type.ext})`)
  throw unsupported(`a file of the kind .${type.ext}`)
}

/** Whether bytes without a mark are text: no control characters but those of a printer, and NULs only by accident. */
function looksLikeText(bytes: Uint8Array): boolean {
  if (encodingOfMark(bytes) !== undefined) return true
  const sample = bytes.subarray(0, sampleBytes)
  const wide = utf16ByZeros(sample)
  const text = wide === undefined ? undefined : decodeText(sample).text
  if (text !== undefined) {
    const odd = text.match(/[\u0000-\u0008\u000e-\u001f\u0080-\u009f\uFFFD\uE000-\uF8FF]|\p{Cs}|\p{Cn}/gu)?.length ?? 0
    return odd * 50 <= text.length
  }
  let controls = 0
  // An index is several times as fast as the iterator of an array of bytes, and every file passes here.
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at] ?? 0
    if (byte < 0x20 && byte !== 0x1b && byte !== 0x1a && (byte < 0x08 || byte > 0x0d)) controls++
  }
  return controls <= Math.max(2, sample.length / 200)
}

/**
 * Tells what a file is by its content. Its name only decides between kinds that look the same: plain text, Markdown, and a mail
 * without technical headers. Throws a Refusal for every kind that is not read, in words that say which it is.
 */
export async function detectKind({ bytes, name }: FileInput): Promise<FileKind> {
  if (bytes.length === 0) throw emptyFile()
  const head = asLatin1(bytes, 2048)
  if (/^PK(\x03\x04|\x05\x06)/.test(head)) return zipKind(bytes)
  if (head.startsWith('\xd0\xcf\x11\xe0')) return oleKind(bytes)
  if (/^[\s\S]{0,1024}%PDF-\d/.test(head)) return { kind: 'pdf' }
  if (/^(\xef\xbb\xbf)?\s*\{\\rtf/.test(head)) return { kind: 'rtf' }
  if (isNamedPdf(name) && (holdsPdfHead(bytes) || holdsPdfObjects(bytes))) return { kind: 'pdf' }
  if (!looksLikeText(bytes)) return binaryKind(bytes)
  const { text } = decodeText(bytes.subarray(0, sampleBytes))
  const unread = text.match(/[\uFFFD\u0080-\u009f]/g)?.length ?? 0
  if (unread * 30 > text.length) throw unsupported('a file of an unknown kind, or a text in an unknown encoding')
  return { kind: textKind(text, name) }
}
