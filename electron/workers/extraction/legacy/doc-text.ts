import { type ExtractedText, Refusal } from '../extracted.ts'
import { damaged, emptyFile, encrypted } from '../refusals.ts'
import { pagesOf } from '../text-cleanup.ts'
import { ByteView } from './byte-view.ts'
import { type OleFile, openOle } from './ole-file.ts'
import { summaryMetadata } from './ole-properties.ts'
import { WordFlow } from './word-flow.ts'
import { type Piece, pieceTable, type Story, storyText } from './word-pieces.ts'
import { type WordProperties, wordProperties } from './word-properties.ts'

/** The parts of a text in the order in which a document keeps them. */
interface Stories {
  readonly main: Story
  readonly footnotes: Story
  readonly headers: Story
  readonly endnotes: Story
  readonly boxes: Story
}

interface WordText {
  readonly stream: ByteView
  readonly pieces: readonly Piece[]
  readonly stories: Stories
  readonly codePage: string
  readonly properties: WordProperties
  /** The numbers of the characters that call an endnote. */
  readonly endnoteCalls: ReadonlySet<number>
}

const firstWithPieces = 0xc1
const olderMagic = 0xa5dc
const magic = 0xa5ec
const isComplex = 0x0004
const isEncrypted = 0x0100
const usesTableOne = 0x0200

const plainProperties: WordProperties = {
  knowsTables: false,
  isRemoved: () => false,
  isRowEnd: () => false,
  isInTable: () => false,
}

/** The code pages of the languages, by the low part of their number, in which Word 6 and 95 kept a text of one byte a letter. */
const codePages: Readonly<Record<number, string>> = {
  0x01: 'windows-1256',
  0x04: 'cp936',
  0x05: 'windows-1250',
  0x08: 'windows-1253',
  0x0d: 'windows-1255',
  0x0e: 'windows-1250',
  0x11: 'cp932',
  0x12: 'cp949',
  0x15: 'windows-1250',
  0x18: 'windows-1250',
  0x19: 'windows-1251',
  0x1f: 'windows-1254',
  0x20: 'windows-1256',
  0x22: 'windows-1251',
  0x29: 'windows-1256',
}

function storiesFrom(head: ByteView, at: number): Stories {
  const [main = 0, footnotes = 0, headers = 0, macros = 0, comments = 0, endnotes = 0, boxes = 0] = [
    0, 4, 8, 12, 16, 20, 24,
  ].map((offset) => head.long(at + offset))
  const story = (from: number, length: number): Story => ({ from, to: from + length })
  const endnotesFrom = main + footnotes + headers + macros + comments
  return {
    main: story(0, main),
    footnotes: story(main, footnotes),
    headers: story(main + footnotes, headers),
    endnotes: story(endnotesFrom, endnotes),
    boxes: story(endnotesFrom + endnotes, boxes),
  }
}

function readModern(stream: ByteView, ole: OleFile): WordText {
  const table = ole.read((stream.word(10) & usesTableOne) === 0 ? '0Table' : '1Table')
  if (table === undefined) throw damaged('Word document')
  const view = new ByteView(table)
  // The list of tables begins at 0x9a, with eight bytes for each of them.
  const tableNumber = (index: number): ByteView => {
    const at = 0x9a + index * 8
    return view.part(stream.long(at), stream.long(at + 4))
  }
  const calls = tableNumber(46)
  const count = Math.max(Math.floor((calls.length - 4) / 6), 0)
  return {
    stream,
    pieces: pieceTable(tableNumber(33), false),
    stories: storiesFrom(stream, 0x4c),
    codePage: 'windows-1252',
    properties: wordProperties(stream, tableNumber(12), tableNumber(13)),
    endnoteCalls: new Set(Array.from({ length: count }, (_, index) => calls.long(index * 4))),
  }
}

function tooOld(): Refusal {
  return new Refusal(
    'unknown-type',
    'This is a Word document of a kind that is not read. Open it in Word or LibreOffice, save it as .docx and import that.',
  )
}

/** Word 6 and 95 keep the text in one stretch, unless it was saved in haste. */
function readOlder(stream: ByteView): WordText {
  const [start, end] = [stream.long(0x18), stream.long(0x1c)]
  const stories = storiesFrom(stream, 0x34)
  const hasPieces = (stream.word(10) & isComplex) !== 0
  if (!hasPieces && (start >= end || end > stream.length)) {
    throw tooOld()
  }
  const pieces = hasPieces
    ? pieceTable(stream.part(stream.long(0x160), stream.long(0x164)), true)
    : [{ from: 0, to: end - start, place: start, isWide: false }]
  const codePage = codePages[stream.word(6) & 0x3ff] ?? 'windows-1252'
  return { stream, pieces, stories, codePage, properties: plainProperties, endnoteCalls: new Set() }
}

const romanDigits: readonly (readonly [number, string])[] = [
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(number: number): string {
  let [rest, written] = [Math.min(number, 1_000), '']
  for (const [value, digits] of romanDigits) {
    for (; rest >= value; rest -= value) written += digits
  }
  return written
}

type NoteMark = (character: number) => string

/** Marks the calls in the body and the notes themselves alike: numbers for footnotes, small Roman ones for endnotes. */
function noteMarks(text: WordText): { readonly [Name in keyof Stories]: NoteMark } {
  const counter = (written: (count: number) => string): NoteMark => {
    let count = 0
    return () => written(++count)
  }
  const number = (count: number): string => `[${count}]`
  const letters = (count: number): string => `[${roman(count)}]`
  const [footnoteCall, endnoteCall] = [counter(number), counter(letters)]
  return {
    main: (character) => (text.endnoteCalls.has(character) ? endnoteCall(character) : footnoteCall(character)),
    footnotes: counter(number),
    endnotes: counter(letters),
    boxes: () => '',
    headers: () => '',
  }
}

function textOfStory(text: WordText, name: keyof Stories, readsFields = true): string {
  const flow = new WordFlow(text.properties, noteMarks(text)[name], readsFields)
  for (const part of storyText(text.stream, text.pieces, text.stories[name], text.codePage)) {
    for (let at = 0; at < part.text.length; at++) {
      flow.take(part.text.charAt(at), part.from + at, part.place + at * part.width)
    }
  }
  return flow.isInsideField && readsFields ? textOfStory(text, name, false) : flow.toString()
}

function textIn(text: WordText, names: readonly (keyof Stories)[]): string {
  const parts = names.map((name) => textOfStory(text, name))
  return parts.filter((part) => part.trim() !== '').join('\n\n')
}

function readWord(ole: OleFile): WordText {
  const bytes = ole.read('WordDocument')
  if (bytes === undefined) throw damaged('Word document')
  const stream = new ByteView(bytes)
  const mark = stream.word(0)
  if (mark !== magic && mark !== olderMagic) throw tooOld()
  if ((stream.word(10) & isEncrypted) !== 0) throw encrypted('Word document')
  return stream.word(2) < firstWithPieces ? readOlder(stream) : readModern(stream, ole)
}

/**
 * Reads a Word document of the kind before .docx: body, text boxes, footnotes, endnotes; without comments, hidden text and what
 * tracked changes have deleted; headers and footers only where there is nothing else. Throws a Refusal when it is locked, damaged or
 * empty.
 */
export function extractDoc(bytes: Uint8Array): ExtractedText {
  const ole = openOle(bytes)
  const text = readWord(ole)
  const body = textIn(text, ['main', 'boxes', 'footnotes', 'endnotes'])
  const pages = pagesOf(body === '' ? textIn(text, ['headers']) : body)
  if (pages.every((page) => page.text === '')) throw emptyFile()
  return { mediaType: 'application/msword', extension: 'doc', pages, metadata: summaryMetadata(ole, 'doc') }
}
