import { fileTypeFromBuffer } from 'file-type'
import { decodeText, encodingOfMark, utf16ByZeros } from './character-encoding.ts'
import type { FileInput } from './extracted.ts'
import { emptyFile, encrypted, unsupported } from './refusals.ts'
import { textKind } from './text-kind.ts'
import { openZip, type ZipMembers } from './zip-members.ts'

export type FileKind =
  | { readonly kind: 'plain' | 'markdown' | 'html' | 'eml' | 'mbox' | 'pdf' | 'rtf' | 'zip' | 'doc' | 'msg' }
  | { readonly kind: 'docx' | 'odt' | 'pptx' | 'xlsx' | 'epub'; readonly zip: ZipMembers }

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
  if (mediaType.includes('opendocument.spreadsheet')) throw unsupported('an OpenDocument spreadsheet')
  if (mediaType.includes('opendocument.presentation')) throw unsupported('an OpenDocument presentation')
  if (mediaType.includes('opendocument.graphics')) throw unsupported('an OpenDocument drawing')
  if (names.has('content.xml')) return { kind: 'odt', zip }
  return { kind: 'zip' }
}

/** The older Office formats share one container; the names of its streams, in UTF-16, tell them apart. */
function oleKind(bytes: Uint8Array): FileKind {
  const container = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (name: string): boolean => container.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) throw encrypted('document')
  if (holds('__substg1.0_')) return { kind: 'msg' }
  if (holds('WordDocument')) return { kind: 'doc' }
  if (holds('Workbook') || holds('Book')) throw unsupported('an Excel workbook of the older kind (.xls)')
  if (holds('PowerPoint Document')) throw unsupported('a PowerPoint presentation of the older kind (.ppt)')
  throw unsupported('a file of an older Office program')
}

async function refuseBinary(bytes: Uint8Array): Promise<never> {
  // The parsers of media containers may throw on what only resembles them.
  const type = await fileTypeFromBuffer(bytes.subarray(0, sampleBytes)).catch(() => undefined)
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
  for (const byte of sample) {
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
  if (!looksLikeText(bytes)) return refuseBinary(bytes)
  const { text } = decodeText(bytes.subarray(0, sampleBytes))
  const unread = text.match(/[\uFFFD\u0080-\u009f]/g)?.length ?? 0
  if (unread * 30 > text.length) throw unsupported('a file of an unknown kind, or a text in an unknown encoding')
  return { kind: textKind(text, name) }
}
