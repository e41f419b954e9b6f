import { analyse } from 'chardet'
import iconv from 'iconv-lite'

export interface DecodedText {
  readonly text: string
  /** The name of the encoding in the WHATWG list, in lower case. */
  readonly encoding: string
}

const sampleBytes = 256 * 1024

function withoutCopy(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'utf-8') return new TextDecoder('utf-8').decode(bytes)
  return iconv.decode(withoutCopy(bytes), encoding)
}

/** The encoding that a byte order mark announces. */
export function encodingOfMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** UTF-16 without a mark shows in its zero bytes: spaces and digits have one, always on the same side. */
export function utf16ByZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, sampleBytes)
  // Most texts have no zero byte at all; this finds that out without a step for each of them.
  if (!withoutCopy(sample).includes(0)) return undefined
  let onEven = 0
  let onOdd = 0
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] !== 0) continue
    if (at % 2 === 0) onEven++
    else onOdd++
  }
  const few = Math.max(1, sample.length * 0.02)
  if (onOdd > few && onEven * 10 < onOdd) return 'utf-16le'
  if (onEven > few && onOdd * 10 < onEven) return 'utf-16be'
  return undefined
}

function hasC1(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80 && byte <= 0x9f)
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** UTF-8 with a few bad bytes is still UTF-8; its good sequences outnumber the bad ones by far. */
function brokenUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes)
  const bad = text.split('\uFFFD').length - 1
  const good = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0
  return good > bad * 10 ? text : undefined
}

/** Whether a legacy decoding gives text: hardly any control characters and no byte without a letter. */
function isSensible(text: string): boolean {
  const odd = text.match(/[\u0080-\u009f\uFFFD]/g)?.length ?? 0
  return odd * 200 <= text.length
}

function isLetterByte(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a))
}

/** Which of the Western encodings: each has its accented letters where the others have signs that no word contains. */
function westernEncoding(bytes: Uint8Array): string {
  let mac = 0
  let windows = 0
  let latin9 = 0
  let controls = 0
  for (let at = 1; at < Math.min(bytes.length, sampleBytes); at++) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) continue
    if (byte <= 0x9f) controls++
    if (!isLetterByte(bytes[at - 1]) && !isLetterByte(bytes[at + 1])) continue
    if (byte >= 0x87 && byte <= 0x9f && ![0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x9c].includes(byte)) mac++
    else if (byte >= 0xc0) windows++
    else if (byte === 0xbd && isLetterByte(bytes[at + 1])) latin9++
  }
  if (mac > windows) return 'macintosh'
  return latin9 > 0 && controls === 0 ? 'iso-8859-15' : 'windows-1252'
}

/** In windows-1256 most vowel signs and some letters stand where ISO 8859-6 has nothing at all. */
function arabicEncoding(bytes: Uint8Array): string {
  const iso = decodeAs(bytes.subarray(0, sampleBytes), 'iso-8859-6')
  return isSensible(iso) ? 'iso-8859-6' : 'windows-1256'
}

function arabicShare(text: string): number {
  const arabic = text.match(/[\u0621-\u064a]/g)?.length ?? 0
  const high = text.match(/[^\p{ASCII}]/gu)?.length ?? 0
  return high === 0 ? 0 : arabic / high
}

function guessLegacy(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, sampleBytes)
  const [best] = analyse(sample)
  const name = best?.name.toLowerCase() ?? ''
  if (name === 'windows-1256' || name === 'iso-8859-6') return arabicEncoding(sample)
  if (name === '' || /^iso-8859-[129]$|^windows-125[024]$|^ascii$|^utf|ibm/.test(name)) return westernEncoding(sample)
  if ((best?.confidence ?? 0) < 30 || !iconv.encodingExists(name)) return westernEncoding(sample)
  return name
}

/** The names under which files declare an encoding, and the one that the web decodes them as. */
function declaredEncoding(label: string): string | undefined {
  const name = label.trim().toLowerCase().replace(/^x-/, '')
  if (/^(iso-?8859-1|latin-?1|us-ascii|ascii|cp1252)$/.test(name)) return 'windows-1252'
  if (/^(mac|macroman|mac-roman)$/.test(name)) return 'macintosh'
  if (/^(utf-?8|utf-?16.*)$/.test(name) || name === '') return undefined
  return iconv.encodingExists(name) ? name : undefined
}

/**
 * Decodes the bytes of a text file. The order is: byte order mark, UTF-16 by its zero bytes, UTF-8 without a fault, the encoding
 * that the file declares, UTF-8 with few faults, and then what the frequency of the bytes says. Never throws.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const mark = encodingOfMark(bytes)
  if (mark !== undefined) return { text: decodeAs(bytes, mark), encoding: mark }
  const wide = utf16ByZeros(bytes)
  if (wide !== undefined) return { text: decodeAs(bytes, wide), encoding: wide }
  const strict = strictUtf8(bytes)
  if (strict !== undefined) return { text: strict, encoding: 'utf-8' }
  const declaredName = declared === undefined ? undefined : declaredEncoding(declared)
  // Pages that declare ISO 8859 have the quotation marks and dashes of Windows all the same.
  const named = /^iso-?8859-?15$|^latin-?9$/.test(declaredName ?? '') && hasC1(bytes) ? 'windows-1252' : declaredName
  if (named !== undefined) {
    const text = decodeAs(bytes, named)
    const isBelievable = !named.includes('1252') || arabicShare(decodeAs(bytes, 'windows-1256')) < 0.9
    if (isSensible(text) && isBelievable) return { text, encoding: named }
  }
  const broken = brokenUtf8(bytes)
  if (broken !== undefined) return { text: broken, encoding: 'utf-8' }
  const guess = guessLegacy(bytes)
  return { text: decodeAs(bytes, guess), encoding: guess }
}
