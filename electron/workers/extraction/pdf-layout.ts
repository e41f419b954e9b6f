import { columnGap, inRows, isPaintedAgain, wordGap } from '../../contract/page-rows.ts'
import { isRightToLeft } from './pdf-direction.ts'
import type { TextPiece } from './pdf-items.ts'
import { withMarksOnLetters } from './pdf-marks.ts'

/** A run of pieces on one baseline without a wide gap, from left to right, with a piece for every space between words. */
export interface Segment {
  readonly pieces: readonly TextPiece[]
  readonly left: number
  readonly right: number
  readonly y: number
  readonly height: number
}

/** Segments on one baseline, from left to right. */
export interface Row {
  readonly segments: readonly Segment[]
  readonly y: number
  readonly height: number
}

const rightEdge = (piece: TextPiece): number => piece.x + piece.width

/** A blank that lies on a letter parts nothing: programs step back to paint a sign over a letter and forward again. */
function isCovered(blank: TextPiece, last: TextPiece | undefined, next: TextPiece | undefined): boolean {
  if (blank.text.trim() !== '') return false
  const isUnderNext = next !== undefined && next.text.trim() !== '' && next.x < blank.x + blank.width * 0.4
  return isUnderNext || (last !== undefined && rightEdge(last) > blank.x + blank.width * 0.6)
}

function segmentsOf(row: readonly TextPiece[]): Segment[] {
  const segments: TextPiece[][] = []
  let last: TextPiece | undefined
  for (const [at, piece] of row.entries()) {
    if (isPaintedAgain(piece, last) || isCovered(piece, last, row[at + 1])) continue
    const current = segments.at(-1)
    const isBlank = piece.text.trim() === ''
    const gap = last === undefined ? 0 : piece.x - rightEdge(last)
    const size = Math.max(piece.height, last?.height ?? 0)
    if (isBlank) {
      if (current !== undefined && piece.width < size * columnGap && !current.at(-1)?.text.endsWith(' '))
        current.push({ ...piece, text: ' ' })
      continue
    }
    if (current === undefined || gap > size * columnGap) segments.push([piece])
    else {
      const isParted = /\s$/.test(current.at(-1)?.text ?? '') || /^\s/.test(piece.text)
      if (gap > size * wordGap && !isParted)
        current.push({ ...piece, text: ' ', x: rightEdge(last ?? piece), width: gap })
      current.push(piece)
    }
    last = piece
  }
  return segments.map(toSegment)
}

function toSegment(pieces: readonly TextPiece[]): Segment {
  const height = Math.max(...pieces.map((piece) => piece.height))
  const y = pieces.find((piece) => piece.height === height)?.y ?? 0
  const left = Math.min(...pieces.map((piece) => piece.x))
  const right = Math.max(...pieces.map(rightEdge))
  return { pieces, left, right, y, height }
}

function toRow(segments: readonly Segment[]): Row {
  const height = Math.max(...segments.map((segment) => segment.height))
  return { segments, height, y: segments.find((segment) => segment.height === height)?.y ?? 0 }
}

/** The rows of a page from top to bottom. */
export function rowsOf(pieces: readonly TextPiece[]): Row[] {
  return inRows(withMarksOnLetters(pieces), (a, b) => a.order - b.order)
    .map(segmentsOf)
    .filter((segments) => segments.length > 0)
    .map(toRow)
}

const textOf = (segments: readonly Segment[]): string =>
  segments.map((segment) => segment.pieces.map((piece) => piece.text).join('')).join(' ')

/** Where a column may begin: a place at which several segments start or, in columns from the right, end. */
function gutterCandidates(rows: readonly Row[]): number[] {
  const counts = new Map<number, number>()
  const leftmost = Math.min(...rows.flatMap((row) => row.segments.map((segment) => segment.left)))
  const rightmost = Math.max(...rows.flatMap((row) => row.segments.map((segment) => segment.right)))
  for (const { left, right } of rows.flatMap((row) => row.segments)) {
    for (const place of [left - 3, right + 3]) {
      if (place < leftmost + 40 || place > rightmost - 40) continue
      const rounded = Math.round(place / 4) * 4
      counts.set(rounded, (counts.get(rounded) ?? 0) + 1)
    }
  }
  const places = [...counts].filter(([, count]) => count >= 4).sort((a, b) => b[1] - a[1])
  return places.slice(0, 6).map(([place]) => place)
}

const crosses = (row: Row, gutter: number): boolean =>
  row.segments.some((segment) => segment.left < gutter && segment.right > gutter)

// Columns of running text hold lines of some length; the cells of a table do not.
const columnLine = 18
const columnRows = 4

function splitAt(rows: readonly Row[], gutter: number): Row[][] | undefined {
  const side = (isLeft: boolean): Row[] =>
    rows
      .map((row) => row.segments.filter((segment) => segment.left < gutter === isLeft))
      .filter((segments) => segments.length > 0)
      .map(toRow)
  const sides = [side(true), side(false)]
  const isColumn = (column: readonly Row[]): boolean => {
    const length = column.reduce((sum, row) => sum + textOf(row.segments).length, 0)
    return column.length >= columnRows && length / column.length >= columnLine
  }
  if (!sides.every(isColumn)) return undefined
  const isFromRight = sides.every((column) => isRightToLeft(textOf(column.flatMap((row) => row.segments))))
  return isFromRight ? sides.reverse() : sides
}

function blocksAt(rows: readonly Row[], gutter: number): Row[][] | undefined {
  const blocks: Row[][] = []
  let isSplit = false
  let start = 0
  for (let end = 0; end <= rows.length; end++) {
    const row = rows[end]
    if (row !== undefined && crosses(row, gutter) === crosses(rows[start] ?? row, gutter)) continue
    const band = rows.slice(start, end)
    const columns = band[0] !== undefined && !crosses(band[0], gutter) ? splitAt(band, gutter) : undefined
    if (columns !== undefined) isSplit = true
    blocks.push(...(columns ?? [band]))
    start = end
  }
  return isSplit ? blocks : undefined
}

/** Parts the rows of a page into blocks in the order of reading: columns one after the other, the rest from top to bottom. */
export function readingBlocks(rows: readonly Row[], depth = 0): Row[][] {
  if (rows.length < columnRows || depth > 4) return [[...rows]]
  for (const gutter of gutterCandidates(rows)) {
    const blocks = blocksAt(rows, gutter)
    if (blocks !== undefined)
      return blocks.flatMap((block) => (block.length === 0 ? [] : readingBlocks(block, depth + 1)))
  }
  return [[...rows]]
}
