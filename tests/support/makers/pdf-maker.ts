import { createHash } from 'node:crypto'

interface PdfOptions {
  readonly title?: string
  /** Locks the file with this password, which is needed to open it. */
  readonly password?: string
  /** What the codes of the second font, /F2, stand for. */
  readonly characters?: ReadonlyMap<number, string>
}

const padding = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex')
const fileId = Buffer.from('00112233445566778899aabbccddeeff', 'hex')

function rc4(key: Uint8Array, content: Uint8Array): Buffer {
  const state = Array.from({ length: 256 }, (_, at) => at)
  const swap = (a: number, b: number): void => {
    ;[state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0]
  }
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) % 256
    swap(i, j)
  }
  let i = 0
  let j = 0
  const turned = content.map((byte) => {
    i = (i + 1) % 256
    j = (j + (state[i] ?? 0)) % 256
    swap(i, j)
    return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) % 256] ?? 0)
  })
  return Buffer.from(turned)
}

const md5 = (...parts: Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest()

interface Encryption {
  readonly dictionary: string
  readonly key: Uint8Array
}

/** The standard security handler, revision 2 with 40 bits (ISO 32000-1, 7.6.3). */
function encryption(password: string): Encryption {
  const padded = Buffer.concat([Buffer.from(password), padding]).subarray(0, 32)
  const owner = rc4(md5(padded).subarray(0, 5), padded)
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff])
  const key = md5(padded, owner, permissions, fileId).subarray(0, 5)
  const user = rc4(key, padding)
  const entries = `/O <${owner.toString('hex')}> /U <${user.toString('hex')}> /P -4`
  return { dictionary: `<< /Filter /Standard /V 1 /R 2 ${entries} >>`, key }
}

/** An object with the content of its stream encrypted; strings outside of streams stay as they are. */
function encrypted(object: string, number: number, key: Uint8Array): string {
  const opening = '\nstream\n'
  const start = object.indexOf(opening) + opening.length
  if (start < opening.length) return object
  const end = object.lastIndexOf('\nendstream')
  const ownKey = md5(key, Buffer.from([number & 0xff, number >> 8, 0, 0, 0])).subarray(0, 10)
  const content = rc4(ownKey, Buffer.from(object.slice(start, end), 'latin1')).toString('latin1')
  return object.slice(0, start) + content + object.slice(end)
}

const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')

function toUnicode(characters: ReadonlyMap<number, string>): string {
  const pairs = [...characters].map(([code, text]) => `<${code.toString(16).padStart(2, '0')}> <${hex(text)}>`)
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def',
    '1 begincodespacerange <00> <ff> endcodespacerange',
    `${pairs.length} beginbfchar ${pairs.join(' ')} endbfchar`,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')
}

const stream = (dictionary: string, content: string): string =>
  `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`

/** The objects of the file in order; the first is number 1. */
function objectsOf(contents: readonly string[], options: PdfOptions): string[] {
  const widths = Array.from({ length: 256 }, () => 600).join(' ')
  const simple = '/Type /Font /Subtype /Type1 /BaseFont /Courier'
  const firstPage = 7
  const kids = contents.map((_, at) => `${firstPage + at * 2} 0 R`).join(' ')
  const resources = '<< /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /Im1 6 0 R >> >>'
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    `<< ${simple} /Encoding /WinAnsiEncoding >>`,
    `<< ${simple} /FirstChar 0 /LastChar 255 /Widths [${widths}] /ToUnicode 5 0 R >>`,
    stream('', toUnicode(options.characters ?? new Map([[0x20, ' ']]))),
    stream(
      '/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray',
      '\x00\xff\xff\x00',
    ),
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources ${resources} /Contents ${firstPage + at * 2 + 1} 0 R >>`,
      stream('', content),
    ]),
  ]
}

/** A PDF with one A4 page for each content stream. Streams may use /F1 (Courier), /F2 (see `characters`) and the picture /Im1. */
export function makePdf(contents: readonly string[], options: PdfOptions = {}): Uint8Array {
  const objects = objectsOf(contents, options)
  const trailer = ['/Root 1 0 R', `/ID [<${fileId.toString('hex')}> <${fileId.toString('hex')}>]`]
  const add = (key: string, object: string): void => {
    objects.push(object)
    trailer.push(`/${key} ${objects.length} 0 R`)
  }
  if (options.title !== undefined) add('Info', `<< /Title <feff${hex(options.title)}> >>`)
  if (options.password !== undefined) {
    const { dictionary, key } = encryption(options.password)
    objects.splice(0, Infinity, ...objects.map((object, at) => encrypted(object, at + 1, key)))
    add('Encrypt', dictionary)
  }
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  const end = `trailer\n<< /Size ${objects.length + 1} ${trailer.join(' ')} >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(file + table + end, 'latin1')
}

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&')

/** A piece of content that writes `text` in 12 points with its baseline `y` points above the foot of the page. */
export function textAt(x: number, y: number, text: string): string {
  return `BT /F1 12 Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`
}

/** Content that writes these lines under each other, 14 points apart; an empty line leaves a gap. */
export function linesOfText(lines: readonly string[], { x = 72, top = 760 } = {}): string {
  return lines.map((line, at) => (line === '' ? '' : textAt(x, top - at * 14, line))).join('\n')
}

/** A page that holds nothing but a picture. */
export const picturePage = 'q 400 0 0 600 90 120 cm /Im1 Do Q'

/**
 * A PDF whose lines are painted glyph by glyph from left to right, as browsers write Arabic: `lines` are in the order in which
 * the eye meets the signs from the left, in the shapes that are seen.
 */
export function makeVisualPdf(lines: readonly string[]): Uint8Array {
  const codes = new Map<string, number>()
  for (const sign of lines.join('')) if (!codes.has(sign)) codes.set(sign, 0x21 + codes.size)
  const content = lines.flatMap((line, row) =>
    Array.from(line, (sign, at) => {
      const code = (codes.get(sign) ?? 0).toString(16).padStart(2, '0')
      return sign === ' ' ? '' : `BT /F2 12 Tf 1 0 0 1 ${72 + at * 7.2} ${760 - row * 14} Tm <${code}> Tj ET`
    }),
  )
  return makePdf([content.join('\n')], { characters: new Map([...codes].map(([sign, code]) => [code, sign])) })
}
