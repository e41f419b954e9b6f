import { columnGap, inRows, isPaintedAgain, wordGap } from '../../../electron/contract/page-rows.ts'
import { directionOf, isMostlyFromRight } from './pdf-letters.ts'

/** What pdf.js says of a piece of text, as far as it is used here. */
export interface PdfItem {
  readonly str: string
  readonly width: number
  readonly height: number
  readonly transform: readonly number[]
  readonly fontName: string
}

/** One piece of text on the page as it is shown, in points from its top left corner. */
export interface Piece {
  /** In the order of reading. */
  readonly text: string
  /** The start of the baseline: its left end in upright text. */
  readonly x: number
  readonly y: number
  /** Along the baseline. */
  readonly width: number
  /** The size of the letters. */
  readonly height: number
  /** By how much the baseline is turned clockwise, in radians. */
  readonly angle: number
  readonly fontName: string
}

/** Pieces that touch on one baseline, in the order of reading. */
export type Line = readonly Piece[]

const controlSigns = /[\u0000-\u0008\u000e-\u001f]/gu
const marksOnly = /^[\s\p{M}]*\p{M}[\s\p{M}]*$/u
const firstLetterFromRight = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u

/** The signs of a text in reverse. */
export function backwards(text: string): string {
  return Array.from(text).reverse().join('')
}

function pieceOf(item: PdfItem, view: readonly number[]): Piece | undefined {
  const str = item.str.replace(controlSigns, '')
  // pdf.js parts a vowel sign from its letter with a space that takes no room.
  if (str === '' || marksOnly.test(str) || (item.width < 0.05 && str.trim() === '')) return undefined
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view
  const [g = 1, h = 0, , , k = 0, l = 0] = item.transform
  const [along, down] = [a * g + c * h, b * g + d * h]
  const [x, y] = [a * k + c * l + e, b * k + d * l + f]
  const height = item.height > 0 ? item.height : Math.hypot(along, down)
  const shared = { y, width: item.width, height, fontName: item.fontName }
  if (Math.abs(down) > Math.abs(along) * 0.1) return { ...shared, text: str, x, angle: Math.atan2(down, along) }
  // What is painted leftwards lies before its start, and where it is Arabic pdf.js has turned it round for nothing.
  const isLeftwards = along < 0
  const text = isLeftwards && firstLetterFromRight.test(str) ? backwards(str) : str
  return { ...shared, text, x: isLeftwards ? x - item.width : x, angle: 0 }
}

const isBlank = (piece: Piece): boolean => piece.text.trim() === ''

/** A row, from left to right, cut where a gap is wider than any between words. */
function cutAtGaps(row: readonly Piece[]): Piece[][] {
  const parts: Piece[][] = []
  let last: Piece | undefined
  for (const piece of row) {
    if (isBlank(piece)) {
      parts.at(-1)?.push(piece)
      continue
    }
    if (isPaintedAgain(piece, last)) continue
    const gap = last === undefined ? Infinity : piece.x - last.x - last.width
    if (gap > Math.max(piece.height, last?.height ?? 0) * columnGap) parts.push([piece])
    else parts.at(-1)?.push(piece)
    last = piece
  }
  return parts
}

/** Whether each piece is read from the right. Signs follow their neighbours where both agree, else the line; so do gaps between numbers. */
function readFromRight(pieces: readonly Piece[], isLineFromRight: boolean): boolean[] {
  const directions = pieces.map(({ text }) => directionOf(text))
  const decided = (from: number, step: number): boolean => {
    for (let at = from + step; at >= 0 && at < directions.length; at += step) {
      if (directions[at] !== 'neutral') return directions[at] === 'left'
    }
    return isLineFromRight
  }
  return directions.map((direction, at) => {
    if (direction !== 'neutral') return direction === 'left'
    const [before, after] = [decided(at, -1), decided(at, 1)]
    const isGap = pieces[at]?.text.trim() === '' && !before && !after
    return before !== after || (isGap && directions[at - 1] === 'number') ? isLineFromRight : before
  })
}

/** Puts pieces that stand side by side into the order of reading. */
function inReadingOrder(pieces: readonly Piece[], isPageFromRight: boolean): Piece[] {
  const text = pieces.map((piece) => piece.text).join('')
  // A line with a long foreign name follows the page that it stands on, if it has a letter of the page's script at all.
  const isLineFromRight = isMostlyFromRight(text) || (isPageFromRight && directionOf(text) === 'left')
  const fromRight = readFromRight(pieces, isLineFromRight)
  const runs: { isFromRight: boolean; pieces: Piece[] }[] = []
  pieces.forEach((piece, at) => {
    const isFromRight = fromRight[at] ?? false
    const last = runs.at(-1)
    const before = pieces[at - 1]
    const isParted = before !== undefined && piece.x - before.x - before.width > piece.height * wordGap
    // In a line from the right, a gap parts two numbers, and the right one is read first.
    const isNewNumber = isParted && isLineFromRight && directionOf(piece.text) === 'number'
    if (last?.isFromRight === isFromRight && !isNewNumber) last.pieces.push(piece)
    else runs.push({ isFromRight, pieces: [piece] })
  })
  for (const run of runs) if (run.isFromRight) run.pieces.reverse()
  return (isLineFromRight ? runs.reverse() : runs).flatMap((run) => run.pieces)
}

/**
 * The lines of a page from top to bottom, each cut at wide gaps, then what stands or lies slantwise, as it was painted. `view` maps
 * the page to what is shown of it, in points.
 */
export function linesOf(items: readonly PdfItem[], view: readonly number[]): Line[] {
  const pieces = items.flatMap((item) => pieceOf(item, view) ?? [])
  const rows = inRows(pieces.filter(({ angle }) => angle === 0))
  const isPageFromRight = isMostlyFromRight(pieces.map(({ text }) => text).join(''))
  const upright = rows.flatMap((row) => {
    const parts = cutAtGaps(row).map((part) => inReadingOrder(part, isPageFromRight))
    return isPageFromRight ? parts.reverse() : parts
  })
  return [...upright, ...pieces.filter(({ angle }) => angle !== 0).map((piece) => [piece])]
}
