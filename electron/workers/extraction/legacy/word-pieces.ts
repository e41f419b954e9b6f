import iconv from 'iconv-lite'
import { damaged } from '../refusals.ts'
import type { ByteView } from './byte-view.ts'

/** A stretch of a Word text by the numbers of its characters, and where in the stream it is kept. */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly place: number
  readonly isWide: boolean
}

/** A part of the text: the body, the footnotes and so on follow each other as one row of characters. */
export interface Story {
  readonly from: number
  readonly to: number
}

const isCompressed = 0x40000000

/** The table that says where the pieces of the text are kept. Throws a Refusal when it is damaged. */
export function pieceTable(table: ByteView, isOlder: boolean): Piece[] {
  let at = 0
  while (at < table.length && table.byte(at) === 1) at += 3 + table.word(at + 1)
  if (table.byte(at) !== 2) throw damaged('Word document')
  const list = table.part(at + 5, table.long(at + 1))
  const count = Math.floor((list.length - 4) / 12)
  const pieces: Piece[] = []
  for (let index = 0; index < count; index++) {
    const [from, to] = [list.long(index * 4), list.long(index * 4 + 4)]
    const stored = list.long((count + 1) * 4 + index * 8 + 2)
    if (to < from) throw damaged('Word document')
    const isWide = !isOlder && (stored & isCompressed) === 0
    const place = isOlder ? stored : isWide ? stored : (stored & (isCompressed - 1)) >>> 1
    pieces.push({ from, to, place, isWide })
  }
  return pieces
}

/** The characters of a story, piece by piece, each piece with the place of its first one. */
export function* storyText(
  stream: ByteView,
  pieces: readonly Piece[],
  story: Story,
  codePage: string,
): Generator<{ readonly text: string; readonly place: number; readonly width: number; readonly from: number }> {
  // Honest pieces never overlap, so that a text is never longer than the stream that holds it.
  if (story.to - story.from > stream.length) throw damaged('Word document')
  for (const piece of pieces) {
    const from = Math.max(piece.from, story.from)
    const to = Math.min(piece.to, story.to)
    if (from >= to) continue
    const width = piece.isWide ? 2 : 1
    const place = piece.place + (from - piece.from) * width
    const { bytes } = stream.part(place, (to - from) * width)
    const text = piece.isWide ? bytes.toString('utf16le') : iconv.decode(bytes, codePage)
    yield { text, place, width, from }
  }
}
