/**
 * How pieces of text on a page make rows and words, in parts of the letter size. Who reads a PDF and who marks words on its page
 * must part them alike.
 */
export const wordGap = 0.17
/** Pieces further apart than this belong to different columns or cells. */
export const columnGap = 1.2
const sameBaseline = 0.4

interface Placed {
  readonly x: number
  /** The baseline, from the top of the page. */
  readonly y: number
  readonly height: number
}

/** Rows from top to bottom, each from left to right; `order` decides between pieces that begin at one place. */
export function inRows<T extends Placed>(pieces: readonly T[], order: (a: T, b: T) => number = () => 0): T[][] {
  const rows: { y: number; height: number; pieces: T[] }[] = []
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1)
    const size = row === undefined ? 0 : Math.max(row.height, piece.height)
    if (row !== undefined && piece.y - row.y <= size * sameBaseline) {
      row.pieces.push(piece)
      // The largest letters carry the baseline; a raised sign must not.
      if (piece.height > row.height) Object.assign(row, { y: piece.y, height: piece.height })
    } else rows.push({ y: piece.y, height: piece.height, pieces: [piece] })
  }
  return rows.map((row) => row.pieces.sort((a, b) => a.x - b.x || order(a, b)))
}

/** Bold letters are sometimes painted twice, a hair apart. */
export function isPaintedAgain<T extends Placed & { readonly text: string }>(piece: T, last: T | undefined): boolean {
  return last?.text === piece.text && piece.x - last.x < piece.height * 0.1 && piece.text.trim() !== ''
}
