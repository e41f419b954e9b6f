import { nowhere } from './pdf-align.ts'
import { directionOf, hasLetterFromRight, isMostlyFromRight } from './pdf-letters.ts'
import type { PdfItem, Piece } from './pdf-lines.ts'
import { placeText, type PlacedText } from './pdf-place.ts'

/** A hit in our text of a page (UTF-16), with its place among all hits of the document. */
export interface PageHit {
  readonly start: number
  readonly end: number
  readonly index: number
}

/** A rectangle in parts of the page's width and height, turned clockwise about its own upper left corner by `angle` radians. */
export interface MarkBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly angle: number
}

export interface Mark {
  readonly index: number
  /** One for each stretch of a line that the hit runs over. */
  readonly boxes: readonly MarkBox[]
}

export interface PageMarks {
  readonly marks: readonly Mark[]
  /** How many hits have no place on the page. */
  readonly unplaced: number
}

export interface Measures {
  /** How wide a text is when it is set in the font with this name, in hundredths of the letter size. */
  readonly width: (text: string, fontName: string) => number
  /** Whether that is the page's own font; otherwise only the proportions count. */
  readonly isExact: (fontName: string) => boolean
}

export interface ShownPage {
  readonly items: readonly PdfItem[]
  /** Maps the page to what is shown of it, in points. */
  readonly view: readonly number[]
  readonly width: number
  readonly height: number
}

/** So much of a hit must be found for it to be marked. */
const leastShare = 0.6
// In parts of the letter size.
const ascent = 0.88
const descent = 0.26
/** Stretches of one line that are no further apart are one box: the space between two words of a phrase. */
const joinedGap = 0.8

const narrowestSpace = 0.12
const widestSpace = 0.9
const spaces = /\s/gu

interface Stretch {
  readonly piece: Piece
  /** Along the baseline from the start of the piece. */
  readonly from: number
  readonly to: number
}

const run = /[\p{L}\p{M}]+(?:[^\p{L}\p{Nd}]+[\p{L}\p{M}]+)*|[\p{Nd}.,/:%-]*\p{Nd}|[^\p{L}\p{Nd}]+/gu

/** The parts of a piece in which all signs run one way, from left to right as they are painted. */
function paintedRuns(text: string): { at: number; text: string; isFromRight: boolean }[] {
  const isFromRight = isMostlyFromRight(text)
  const runs = Array.from(text.matchAll(isFromRight ? run : /[^]+/gu), ({ 0: part, index }) => {
    const direction = directionOf(part)
    return { at: index, text: part, isFromRight: direction === 'left' || (direction === 'neutral' && isFromRight) }
  })
  return isFromRight ? runs.reverse() : runs
}

/**
 * How wide parts of a piece are, in points. Letters are as wide as their font has them, and what is left of the piece is its spaces:
 * a line may have been stretched, and a font need not have a space. Where that cannot be, all is in proportion.
 */
function widthsIn(piece: Piece, measures: Measures): (part: string) => number {
  const measure = (part: string): number => (part === '' ? 0 : measures.width(part, piece.fontName))
  const lettersOnly = (part: string): number => (measure(part.replace(spaces, '')) * piece.height) / 100
  const spaceCount = (part: string): number => part.match(spaces)?.length ?? 0
  const space = (piece.width - lettersOnly(piece.text)) / spaceCount(piece.text)
  const isLikely = space > piece.height * narrowestSpace && space < piece.height * widestSpace
  if (isLikely && measures.isExact(piece.fontName) && !hasLetterFromRight(piece.text))
    return (part) => lettersOnly(part) + spaceCount(part) * space
  const scale = piece.width / Math.max(measure(piece.text), 0.001)
  return (part) => measure(part) * scale
}

/** Where the signs from `start` to `end` of a piece are painted: each run by its own width, and back from its end in Arabic. */
function stretchesOf(piece: Piece, start: number, end: number, measures: Measures): Stretch[] {
  const width = widthsIn(piece, measures)
  const stretches: Stretch[] = []
  let left = 0
  for (const { at, text, isFromRight } of paintedRuns(piece.text)) {
    const total = width(text)
    const [first, last] = [Math.max(start - at, 0), Math.min(end - at, text.length)]
    if (first < last) {
      const [before, upTo] = [width(text.slice(0, first)), width(text.slice(0, last))]
      const [from, to] = isFromRight ? [total - upTo, total - before] : [before, upTo]
      stretches.push({ piece, from: left + from, to: left + to })
    }
    left += total
  }
  return stretches
}

/** Where the sign at a place ends, its vowel signs and accents with it. */
function endOfSign(text: string, at: number): number {
  const sign = /^[^]\p{M}*/u.exec(text.slice(at, at + 16))
  return at + (sign?.[0].length ?? 1)
}

/** The letters of a hit that were found on the page, in its own order; undefined when too few were. */
function foundLetters({ places, partners }: PlacedText, { start, end }: PageHit): number[] | undefined {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < start) low = middle + 1
    else high = middle
  }
  const found: number[] = []
  let letters = 0
  for (let at = low; at < places.length && (places[at] ?? 0) < end; at++, letters++) {
    const partner = partners[at] ?? nowhere
    if (partner !== nowhere) found.push(partner)
  }
  return letters > 0 && found.length >= letters * leastShare ? found : undefined
}

/** The stretches of a hit, line by line. */
function stretchesOfHit({ painted }: PlacedText, letters: readonly number[], measures: Measures): Stretch[][] {
  const signs = new Map<number, { start: number; end: number }>()
  for (const letter of letters) {
    const number = painted.pieceOf[letter] ?? 0
    const at = painted.signAt[letter] ?? 0
    const end = endOfSign(painted.pieces[number]?.text ?? '', at)
    const known = signs.get(number)
    signs.set(number, { start: Math.min(at, known?.start ?? at), end: Math.max(end, known?.end ?? end) })
  }
  const lines = new Map<number, Stretch[]>()
  for (const [number, { start, end }] of signs) {
    const piece = painted.pieces[number]
    if (piece === undefined) continue
    const line = painted.lineOfPiece[number] ?? 0
    lines.set(line, [...(lines.get(line) ?? []), ...stretchesOf(piece, start, end, measures)])
  }
  return [...lines.values()]
}

/** One stretch for all that are close together on their line. */
function joined(stretches: readonly Stretch[]): { piece: Piece; from: number; to: number }[] {
  const groups: { piece: Piece; from: number; to: number }[] = []
  const leftOf = ({ piece, from }: Stretch): number => piece.x + from
  for (const stretch of [...stretches].sort((a, b) => leftOf(a) - leftOf(b))) {
    const last = groups.at(-1)
    const shift = last === undefined ? 0 : stretch.piece.x - last.piece.x
    const gap = last === undefined ? Infinity : stretch.from + shift - last.to
    if (last !== undefined && gap <= stretch.piece.height * joinedGap) last.to = Math.max(last.to, stretch.to + shift)
    else groups.push({ ...stretch })
  }
  return groups
}

function boxOf({ piece, from, to }: Stretch, page: ShownPage): MarkBox {
  const [along, down] = [Math.cos(piece.angle), Math.sin(piece.angle)]
  const up = piece.height * ascent
  return {
    left: (piece.x + along * from + down * up) / page.width,
    top: (piece.y + down * from - along * up) / page.height,
    width: (to - from) / page.width,
    height: (piece.height * (ascent + descent)) / page.height,
    angle: piece.angle,
  }
}

/**
 * Where the hits in our text of a page are to be marked on the page itself. Whatever cannot be found there is counted, not guessed.
 * Never throws.
 */
export function marksOnPage(text: string, hits: readonly PageHit[], page: ShownPage, measures: Measures): PageMarks {
  const placed = placeText(text, page.items, page.view)
  const marks = hits.flatMap((hit) => {
    const letters = foundLetters(placed, hit)
    if (letters === undefined) return []
    const boxes = stretchesOfHit(placed, letters, measures)
      .flatMap(joined)
      .map((stretch) => boxOf(stretch, page))
    return [{ index: hit.index, boxes }]
  })
  return { marks, unplaced: hits.length - marks.length }
}
