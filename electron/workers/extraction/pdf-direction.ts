import { backwards, plainLetters, type TextPiece } from './pdf-items.ts'

const rightToLeftLetter = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/
const leftToRightLetter = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u
const digit = /\d/

type Direction = 'left' | 'right' | 'number' | 'neutral'

function directionOf(text: string): Direction {
  // Arabic-Indic digits lie in the Arabic block, yet are written from left to right.
  if (
    /^[\s\u0660-\u0669\u06f0-\u06f9.,٫٬/-]*[\u0660-\u0669\u06f0-\u06f9][\s\u0660-\u0669\u06f0-\u06f9.,٫٬/-]*$/.test(
      text,
    )
  )
    return 'number'
  if (rightToLeftLetter.test(text)) return 'left'
  if (leftToRightLetter.test(text)) return 'right'
  return digit.test(text) ? 'number' : 'neutral'
}

/** Whether a line is read from the right: most of its letters are of such a script. */
export function isRightToLeft(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const fromRight = letters.filter((letter) => rightToLeftLetter.test(letter)).length
  return fromRight * 2 > letters.length
}

/** A line with a long foreign name follows the block that it stands in, if it has a letter of the block's script at all. */
export function isLineFromRight(line: string, isBlockFromRight: boolean): boolean {
  return isRightToLeft(line) || (isBlockFromRight && rightToLeftLetter.test(line))
}

const opposite: Readonly<Record<string, string>> = { '(': ')', ')': '(', '[': ']', ']': '[', '«': '»', '»': '«' }

function unmatched(text: string): number {
  let open = 0
  let stray = 0
  for (const sign of text) {
    if (sign === '(' || sign === '[' || sign === '«') open++
    else if (sign === ')' || sign === ']' || sign === '»') {
      if (open > 0) open--
      else stray++
    }
  }
  return open + stray
}

/** A bracket is painted as its mirror image in a line from the right; which one the file names differs between programs. */
function withBracketsPaired(text: string): string {
  const mirrored = text.replace(/[()[\]«»]/g, (sign) => opposite[sign] ?? sign)
  return unmatched(mirrored) < unmatched(text) ? mirrored : text
}

/** Neutral pieces follow their neighbours when both agree; else they follow the line. A space parts two numbers. */
function resolved(pieces: readonly TextPiece[], isLineFromRight: boolean): boolean[] {
  const directions = pieces.map((piece) => directionOf(piece.text))
  const neighbour = (from: number, step: number): Direction => {
    for (let at = from + step; at >= 0 && at < directions.length; at += step) {
      const direction = directions[at] ?? 'neutral'
      if (direction !== 'neutral') return direction
    }
    return isLineFromRight ? 'left' : 'right'
  }
  return directions.map((direction, at) => {
    if (direction !== 'neutral') return direction === 'left'
    const [before, after] = [neighbour(at, -1), neighbour(at, 1)]
    const isBetweenNumbers = before === 'number' && after === 'number' && pieces[at]?.text.trim() === ''
    if (isBetweenNumbers) return isLineFromRight
    const isBeforeFromRight = before === 'left'
    return isBeforeFromRight === (after === 'left') ? isBeforeFromRight : isLineFromRight
  })
}

export interface ReadLine {
  readonly text: string
  readonly isRightToLeft: boolean
  /** Whether the order of reading differs from the order of painting. */
  readonly isReordered: boolean
}

/**
 * Puts the pieces of a line, given from left to right with their spaces, into the order of reading. `isBlockFromRight` tells how
 * the text around it is read.
 */
export function readLine(pieces: readonly TextPiece[], isBlockFromRight: boolean): ReadLine {
  const isFromRight = isLineFromRight(pieces.map((piece) => piece.text).join(''), isBlockFromRight)
  const fromRight = resolved(pieces, isFromRight)
  const runs: { isFromRight: boolean; pieces: TextPiece[] }[] = []
  pieces.forEach((piece, at) => {
    const last = runs.at(-1)
    if (last?.isFromRight === fromRight[at]) last?.pieces.push(piece)
    else runs.push({ isFromRight: fromRight[at] ?? false, pieces: [piece] })
  })
  for (const run of runs) if (run.isFromRight) run.pieces.reverse()
  if (isFromRight) runs.reverse()
  const ordered = runs.flatMap((run) => run.pieces)
  const text = plainLetters(ordered.map((piece) => piece.text).join(''))
  const painted = ordered.filter((piece) => piece.text.trim() !== '')
  return {
    text: isFromRight ? withBracketsPaired(text) : text,
    isRightToLeft: isFromRight,
    isReordered: isFromRight && painted.some((piece, at) => at > 0 && piece.order < (painted[at - 1]?.order ?? 0)),
  }
}

const arabicWord = /[\u0621-\u065f]+/g

/**
 * Whether Arabic text stands letter by letter backwards: ta marbuta and alif maqsura only ever end a word, and the article
 * only ever begins one. Text layers of recognition programs come this way.
 */
export function isBackwards(text: string): boolean {
  let right = 0
  let wrong = 0
  for (const [word] of text.matchAll(arabicWord)) {
    if (word.length < 3) continue
    if (/^ال/.test(word)) right++
    if (/[ةى]$/.test(word)) right++
    if (/لا$/.test(word)) wrong++
    if (/^[ةى]/.test(word)) wrong++
  }
  return wrong >= 3 && wrong > right * 2
}

/** Turns round every run of Arabic in a line, numbers inside it excepted. */
export function turnedRound(line: string): string {
  return line.replace(/[\u0600-\u06ff][\u0600-\u06ff\s\d،؛.,:()-]*[\u0600-\u06ff]/g, (run) =>
    backwards(run).replace(/[\d\u0660-\u0669][\d\u0660-\u0669.,]*/g, backwards),
  )
}
