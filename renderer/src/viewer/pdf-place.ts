import { alignLetters, type LinesOfLetters, nowhere } from './pdf-align.ts'
import { hasLetterFromRight, isMostlyFromRight, lettersOf } from './pdf-letters.ts'
import { backwards, type Line, linesOf, type PdfItem, type Piece } from './pdf-lines.ts'

/** The letters of a page as it paints them, each with its piece and its place in it. */
interface PaintedLetters extends LinesOfLetters {
  readonly pieces: readonly Piece[]
  /** For each piece the number of its line. */
  readonly lineOfPiece: readonly number[]
  /** For each unit the number of its piece. */
  readonly pieceOf: Int32Array
  /** For each unit the place of its sign in the text of its piece. */
  readonly signAt: Int32Array
}

/** Where the letters of our text of a page are painted on it. */
export interface PlacedText {
  readonly painted: PaintedLetters
  /** The places in our text of the letters that `partners` speaks of. */
  readonly places: Int32Array
  /** For each letter of our text the one on the page, or `nowhere`. */
  readonly partners: Int32Array
}

const number = /[\d\u0660-\u0669\u06f0-\u06f9][\d\u0660-\u0669\u06f0-\u06f9.,]*/gu

/** The same line read from its other end, letter by letter, numbers excepted. */
function turnedRound(line: Line): Piece[] {
  if (!hasLetterFromRight(line.map(({ text }) => text).join(''))) return [...line]
  return line.map((piece) => ({ ...piece, text: backwards(piece.text).replace(number, backwards) })).reverse()
}

function paintedLetters(lines: readonly Line[]): PaintedLetters {
  const units: string[] = []
  const starts: number[] = []
  const pieceOf: number[] = []
  const signAt: number[] = []
  const lineOfPiece: number[] = []
  const pieces = lines.flat()
  let next = 0
  lines.forEach((line, lineNumber) => {
    starts.push(pieceOf.length)
    for (const { text } of line) {
      const letters = lettersOf(text)
      units.push(letters.units)
      for (const place of letters.places) {
        pieceOf.push(next)
        signAt.push(place)
      }
      lineOfPiece.push(lineNumber)
      next++
    }
  })
  return {
    units: units.join(''),
    starts,
    pieces,
    lineOfPiece,
    pieceOf: Int32Array.from(pieceOf),
    signAt: Int32Array.from(signAt),
  }
}

/** Which letters of our text come first in their line or cell. */
function startsOf(text: string, places: Int32Array): number[] {
  const starts: number[] = []
  let from = 0
  places.forEach((place, at) => {
    if (/[\n\t]/.test(text.slice(from, place))) starts.push(at)
    from = place
  })
  return starts
}

const share = ({ partners }: PlacedText): number =>
  partners.reduce((count, partner) => (partner === nowhere ? count : count + 1), 0) / Math.max(partners.length, 1)

/** Below this share of letters with a place, Arabic is tried backwards too: the text layers of some recognition programs come so. */
const poorShare = 0.5

/** Finds out where on a page our text of it is painted. `view` maps the page to what is shown of it, in points. Never throws. */
export function placeText(text: string, items: readonly PdfItem[], view: readonly number[]): PlacedText {
  const { units, places } = lettersOf(text)
  const ours = { units, starts: startsOf(text, places) }
  const placed = (lines: readonly Line[]): PlacedText => {
    const painted = paintedLetters(lines)
    return { painted, places, partners: alignLetters(ours, painted) }
  }
  const lines = linesOf(items, view)
  const plain = placed(lines)
  if (share(plain) >= poorShare || !isMostlyFromRight(text)) return plain
  const turned = placed(lines.map(turnedRound))
  return share(turned) > share(plain) ? turned : plain
}
