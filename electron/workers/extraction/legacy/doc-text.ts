import iconv from 'iconv-lite'
import { type ExtractedText, Refusal } from '../extracted.ts'
import { damaged, emptyFile, encrypted } from '../refusals.ts'
import { pagesOf } from '../text-cleanup.ts'
import { type OleFile, openOle } from './ole-file.ts'
import { summaryMetadata } from './ole-properties.ts'

/** The part of the file information block that says where the text is ([MS-DOC] 2.5). */
interface Head {
  readonly version: number
  readonly flags: number
  readonly language: number
  /** Characters of the main text, footnotes, headers, macros, annotations, endnotes and text boxes, in this order. */
  readonly lengths: readonly number[]
}

const lengthsAt = [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64]
const wordSignature = 0xa5ec
const isEncrypted = 0x0100
const usesSecondTable = 0x0200
/** Word 97; documents before it have no table of pieces. */
const firstVersionWithPieces = 0xc1

function readHead(word: Buffer): Head {
  if (word.length < 0x1aa || word.readUInt16LE(0) !== wordSignature) {
    throw new Refusal(
      'unknown-type',
      'This is a Word document of a kind older than Word 95. Save it as .docx and import that.',
    )
  }
  return {
    version: word.readUInt16LE(2),
    flags: word.readUInt16LE(10),
    language: word.readUInt16LE(6),
    lengths: lengthsAt.map((at) => Math.min(word.readUInt32LE(at), word.length * 2)),
  }
}

interface Piece {
  readonly start: number
  readonly end: number
  readonly text: () => string
}

/** The pieces of the table, each with the characters that it stands for and where those are ([MS-DOC] 2.8.35). */
function piecesOf(word: Buffer, table: Buffer): Piece[] {
  let at = word.readUInt32LE(0x1a2)
  const end = Math.min(table.length, at + word.readUInt32LE(0x1a6))
  while (at + 3 <= end && table.readUInt8(at) === 1) at += 3 + table.readUInt16LE(at + 1)
  if (at + 5 > end || table.readUInt8(at) !== 2) return []
  const plc = table.subarray(at + 5, Math.min(end, at + 5 + table.readUInt32LE(at + 1)))
  const count = Math.floor((plc.length - 4) / 12)
  return Array.from({ length: Math.max(0, count) }, (_, place): Piece => {
    const [start, stop] = [plc.readUInt32LE(place * 4), plc.readUInt32LE(place * 4 + 4)]
    const position = plc.readUInt32LE((count + 1) * 4 + place * 8 + 2)
    const length = Math.max(0, stop - start)
    const isNarrow = (position & 0x40000000) !== 0
    const from = isNarrow ? (position & 0x3fffffff) >>> 1 : position
    const text = (): string =>
      isNarrow
        ? iconv.decode(word.subarray(from, from + length), 'windows-1252')
        : word.toString('utf16le', from, Math.min(word.length, from + length * 2))
    return { start, end: stop, text }
  })
}

/** The text of the old single range, in the code page of the document's language. */
function plainRange(word: Buffer, { language }: Head): string {
  const codePages: Readonly<Record<number, string>> = {
    0x01: 'windows-1256',
    0x19: 'windows-1251',
    0x08: 'windows-1253',
  }
  const range = word.subarray(word.readUInt32LE(0x18), word.readUInt32LE(0x1c))
  return iconv.decode(range, codePages[language & 0xff] ?? 'windows-1252')
}

/** Takes out the instructions of fields and keeps their results; they may lie in one another. */
function withoutInstructions(text: string): string {
  const kept: string[] = []
  const fields: boolean[] = []
  for (const part of text.split(/([\u0013-\u0015])/)) {
    if (part === '\u0013') fields.push(true)
    else if (part === '\u0014') fields[fields.length - 1] = false
    else if (part === '\u0015') fields.pop()
    else if (!fields.includes(true)) kept.push(part)
  }
  return kept.join('')
}

/** Marks of Word in the text as what they stand for: rows of cells, paragraphs, lines, pages, hyphens. */
function plain(text: string): string {
  return withoutInstructions(text)
    .replace(/\u0007\u0007/g, '\n')
    .replace(/\u0007/g, '\t')
    .replace(/\r/g, '\n\n')
    .replace(/\u000b/g, '\n')
    .replace(/\u001e/g, '-')
    .replace(/[\u0001-\u0006\u0008\u000e-\u001d\u001f]/g, '')
}

/** The main text, then foot- and endnotes and text boxes; headers, footers and annotations only where there is nothing else. */
function textOf(ole: OleFile): string {
  const content = ole.read('WordDocument')
  if (content === undefined) throw damaged('Word document')
  const word = Buffer.from(content)
  const head = readHead(word)
  if ((head.flags & isEncrypted) !== 0) throw encrypted('Word document')
  if (head.version < firstVersionWithPieces) return plain(plainRange(word, head))
  const table = ole.read((head.flags & usesSecondTable) === 0 ? '0Table' : '1Table') ?? ole.read('1Table')
  if (table === undefined) throw damaged('Word document')
  const whole = piecesOf(word, Buffer.from(table))
    .map((piece) => piece.text())
    .join('')
  const ends = head.lengths.map((_, place) => head.lengths.slice(0, place + 1).reduce((sum, length) => sum + length, 0))
  const part = (place: number): string => whole.slice(ends[place - 1] ?? 0, ends[place])
  const joined = (places: readonly number[]): string =>
    places
      .map((place) => plain(part(place)))
      .filter((each) => each.trim() !== '')
      .join('\n\n')
  const text = joined([0, 1, 5, 6])
  return text === '' ? joined([2, 4]) : text
}

/** Reads a Word document of the kind before .docx. Throws a Refusal when it is locked, damaged or empty. */
export function extractDoc(bytes: Uint8Array): ExtractedText {
  const ole = openOle(bytes)
  const pages = pagesOf(textOf(ole))
  if (pages.every((page) => page.text === '')) throw emptyFile()
  return { mediaType: 'application/msword', extension: 'doc', pages, metadata: summaryMetadata(ole, 'doc') }
}
