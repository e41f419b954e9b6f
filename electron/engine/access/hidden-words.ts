import { inflateRawSync, inflateSync } from 'node:zlib'
import type { Redactor } from './redactor.rules.ts'

/** So much of one file is unpacked and looked at at most; whatever is longer counts as holding marked words. */
const mostBytes = 256 << 20
const deepest = 4

const latinEntities =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  )
const entities = new Map([
  ...latinEntities.map((name, at) => [name, String.fromCharCode(0xa0 + at)] as const),
  ...([
    ['amp', '&'],
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
    ['apos', "'"],
    ['oelig', 'œ'],
    ['OElig', 'Œ'],
  ] as const),
])

const fromCode = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : ' ')

function withoutEntities(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});/gi, (_all, code: string) => fromCode(parseInt(code, 16)))
    .replace(/&#(\d{1,7});/g, (_all, code: string) => fromCode(Number(code)))
    .replace(/&([a-z0-9]{2,8});/gi, (all, name: string) => entities.get(name) ?? all)
}

const percent = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'))

const quotedPrintable = (text: string): string =>
  text
    .replace(/=\r?\n/g, '')
    .replace(/(?:=[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'))

const encodedWords = (text: string): string =>
  text.replace(/=\?[\w-]+\?([bq])\?([^?\s]*)\?=\s*/gi, (_all, how: string, body: string) =>
    how.toLowerCase() === 'b'
      ? Buffer.from(body, 'base64').toString('utf8')
      : quotedPrintable(body.replaceAll('_', ' ')),
  )

/** Spellings of a text in which markup, e-mail and addresses may hide its words. */
function* spellings(text: string): Generator<string> {
  yield text
  const plain = withoutEntities(percent(encodedWords(text)))
  if (plain !== text) yield plain
  if (text.includes('<')) {
    // With and without a space: tags stand between words, and inside them.
    yield plain.replace(/<[^>]*>/g, '')
    yield plain.replace(/<[^>]*>/g, ' ')
  }
  if (/=[0-9A-F]{2}|=\r?\n/.test(text)) yield quotedPrintable(text)
}

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))
const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 1024).includes('%PDF-')
const isOle = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))

/** Every entry that stands in a zip file, found by its own header, so that none can be hidden from its directory. */
function* zipEntries(bytes: Buffer): Generator<{ readonly name: string; readonly bytes: Buffer }> {
  for (
    let at = bytes.indexOf('PK\u0003\u0004', 0, 'latin1');
    at >= 0;
    at = bytes.indexOf('PK\u0003\u0004', at + 4, 'latin1')
  ) {
    if (at + 30 > bytes.length) return
    const [method, nameLength, extraLength] = [
      bytes.readUInt16LE(at + 8),
      bytes.readUInt16LE(at + 26),
      bytes.readUInt16LE(at + 28),
    ]
    const begin = at + 30 + nameLength + extraLength
    const name = bytes.toString('utf8', at + 30, at + 30 + nameLength)
    if (method === 8) yield { name, bytes: inflateRawSync(bytes.subarray(begin), { maxOutputLength: mostBytes }) }
    else if (method === 0) {
      const next = bytes.indexOf('PK', begin, 'latin1')
      yield { name, bytes: bytes.subarray(begin, next < 0 ? undefined : next) }
    } else throw new Error(`An entry is packed by method ${method}, which cannot be undone here.`)
  }
}

function* pdfStreams(bytes: Buffer): Generator<Buffer> {
  for (let at = bytes.indexOf('stream', 0, 'latin1'); at >= 0; at = bytes.indexOf('stream', at + 6, 'latin1')) {
    const begin = at + 6 + (bytes[at + 6] === 13 ? 2 : 1)
    if (bytes[begin] !== 0x78) continue
    try {
      yield inflateSync(bytes.subarray(begin), { maxOutputLength: mostBytes })
    } catch {
      // Not deflated, or not whole: what stands in it was seen as it is.
    }
  }
}

function* pdfTexts(bytes: Buffer): Generator<string> {
  const text = bytes.toString('latin1')
  yield text
  // Strings of UTF-16, as their bytes and as hexadecimal digits.
  if (text.includes('þÿ'))
    for (const shift of [0, 1])
      yield Buffer.from(bytes.subarray(shift, bytes.length - ((bytes.length - shift) % 2)))
        .swap16()
        .toString('utf16le')
  for (const [, digits = ''] of text.matchAll(/<([0-9a-f\s]{8,})>/gi)) {
    const own = Buffer.from(digits.replace(/\s/g, ''), 'hex')
    if (own[0] === 0xfe && own[1] === 0xff)
      yield own
        .subarray(0, own.length - (own.length % 2))
        .swap16()
        .toString('utf16le')
    else yield own.toString('latin1')
  }
}

const longRun = /(?:[A-Za-z0-9+/]{40,}={0,2}\r?\n?)+(?:[A-Za-z0-9+/]+={0,2})?/g

function* textsOf(bytes: Buffer, depth: number): Generator<string> {
  if (isZip(bytes)) {
    for (const entry of zipEntries(bytes)) {
      yield entry.name
      if (depth < deepest) yield* textsOf(entry.bytes, depth + 1)
    }
    return
  }
  if (isPdf(bytes)) {
    yield* pdfTexts(bytes)
    for (const stream of pdfStreams(bytes)) yield* pdfTexts(stream)
    return
  }
  if (isOle(bytes)) {
    yield bytes.toString('latin1')
    for (const shift of [0, 1]) yield bytes.subarray(shift).toString('utf16le')
    return
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || bytes.subarray(0, 200).filter((byte) => byte === 0).length > 50)
    yield bytes.toString('utf16le')
  const text = bytes.toString('utf8')
  yield* spellings(text)
  if (text.includes('\ufffd')) yield* spellings(bytes.toString('latin1'))
  if (depth < deepest) for (const [run] of text.matchAll(longRun)) yield* textsOf(Buffer.from(run, 'base64'), depth + 1)
}

/**
 * Whether a file holds marked words anywhere that this program can look, also where its text was not read: properties, comments and
 * deletions of office files, annotations of a PDF, comments and attributes of a page, other bodies and attachments of an e-mail,
 * members of containers. What cannot be unpacked counts as holding them.
 */
export function holdsHidden(redactor: Redactor, bytes: Buffer): boolean {
  if (bytes.length > mostBytes) return true
  try {
    for (const text of textsOf(bytes, 0)) if (redactor.holds(text)) return true
    return false
  } catch {
    return true
  }
}
