import { groupedBy } from './grouping.ts'
import { plainLetters, type TextPiece } from './pdf-items.ts'

const markOnly = /^\s*[\p{M}\uFE70-\uFE7F\uFC5E-\uFC63\uFBB2-\uFBC1]+\s*$/u

/** Whether a piece is nothing but vowel signs or accents, which pdf.js parts from their letter with a space. */
export function isMark(piece: TextPiece): boolean {
  return markOnly.test(piece.text) && piece.text.trim() !== '\u0640'
}

/** How far a mark is from a letter: sideways first, for a sign stands over or under its letter. */
function distance(mark: TextPiece, letter: TextPiece): number {
  const middle = mark.x + mark.width / 2
  const aside = Math.max(letter.x - middle, middle - letter.x - letter.width, 0)
  return aside * 3 + Math.abs(mark.y - letter.y)
}

/** The letter's text with the mark after the one of its letters that stands under it. */
function carrying(letter: TextPiece, mark: TextPiece): string {
  const letters = letter.text.match(/\P{M}\p{M}*/gu) ?? [letter.text]
  const isFromRight = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/.test(letter.text)
  const share = (mark.x + mark.width / 2 - letter.x) / Math.max(letter.width, 0.01)
  const place = Math.floor((isFromRight ? 1 - share : share) * letters.length)
  const at = Math.min(Math.max(place, 0), letters.length - 1)
  const signs = plainLetters(mark.text).replace(/[\s\u0640]/g, '')
  return letters.map((text, index) => (index === at ? text + signs : text)).join('')
}

/** Gives every mark that was painted by itself to the letter over or under which it stands; a mark far from any stays alone. */
export function withMarksOnLetters(pieces: readonly TextPiece[]): TextPiece[] {
  const marks = pieces.filter(isMark)
  if (marks.length === 0) return [...pieces]
  const others = pieces.filter((piece) => !isMark(piece))
  // Letters by height on the page, so that each mark is compared with few of them.
  const bands = groupedBy(
    others.filter((piece) => piece.text.trim() !== ''),
    (piece) => Math.floor(piece.y / 20),
  )
  const changed = new Map<TextPiece, TextPiece>()
  const alone: TextPiece[] = []
  for (const mark of marks) {
    const band = Math.floor(mark.y / 20)
    const near = [band - 1, band, band + 1].flatMap((at) => bands.get(at) ?? [])
    let bearer: TextPiece | undefined
    for (const letter of near) {
      if (bearer === undefined || distance(mark, letter) < distance(mark, bearer)) bearer = letter
    }
    if (bearer === undefined || distance(mark, bearer) > Math.max(bearer.height, mark.height) * 1.5) alone.push(mark)
    else
      changed.set(bearer, { ...(changed.get(bearer) ?? bearer), text: carrying(changed.get(bearer) ?? bearer, mark) })
  }
  return [...others.map((piece) => changed.get(piece) ?? piece), ...alone]
}
