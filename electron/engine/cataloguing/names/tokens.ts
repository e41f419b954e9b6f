import { eachRun } from '../../language/runs.ts'
import { tablesOf } from './first-words.ts'
import { rolesOf } from './latin-words.ts'

/** How a word is written. Arabic has no capitals. */
export const shape = { plain: 0, capital: 1, upper: 2, initial: 3, digits: 4, arabic: 5 } as const
export type Shape = (typeof shape)[keyof typeof shape]

/** What stands between a word and the one before it. `wrap` is the end of a line inside a paragraph, `stop` ends a sentence. */
export const gap = {
  space: 0,
  hyphen: 1,
  apostrophe: 2,
  point: 3,
  wrap: 4,
  comma: 5,
  stop: 6,
  other: 7,
  line: 8,
} as const
export type Gap = (typeof gap)[keyof typeof gap]

/** A word of a text with all that the rules ask of it. */
export interface Token {
  readonly start: number
  readonly end: number
  /** The word folded; see `foldWord`. */
  readonly word: string
  /** What the word can be in a name; see `role`. */
  readonly roles: number
  /** The tables of names that know one that begins with the word; see `tablesOf`. */
  readonly tables: number
  readonly shape: Shape
  readonly gap: Gap
  /** Whether a capital here may be owed to the beginning of a sentence. */
  readonly opens: boolean
  /** Stands in a line that is all in capitals, where capitals say nothing. */
  shouted: boolean
}

/** A line shorter than this was ended by its author; a longer one may have been broken by a page's width. */
const wrappedLine = 55

const upperLetter = /\p{Lu}/u
const lowerLetter = /\p{Ll}/u

function isUpperAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit < 128 ? unit >= 65 && unit <= 90 : upperLetter.test(text.charAt(at))
}

function isLowerAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit < 128 ? unit >= 97 && unit <= 122 : lowerLetter.test(text.charAt(at))
}

function shapeAt(text: string, start: number, end: number, word: string): Shape {
  const letter = word.charCodeAt(0)
  if (letter >= 0x600 && letter <= 0x6ff) return shape.arabic
  const first = text.charCodeAt(start)
  if (first >= 48 && first <= 57) return shape.digits
  if (!isUpperAt(text, start)) return shape.plain
  if (end - start === 1) return shape.initial
  for (let at = start + 1; at < end; at++) if (isLowerAt(text, at)) return shape.capital
  return shape.upper
}

/** Each character of a gap weighs as much as its kind; the weightiest decides. */
const weightOf: Readonly<Record<string, Gap>> = {
  ' ': gap.space,
  '\u00a0': gap.space,
  '\u202f': gap.space,
  '\t': gap.space,
  '-': gap.hyphen,
  '\u2010': gap.hyphen,
  '\u2011': gap.hyphen,
  '\u00ad': gap.hyphen,
  "'": gap.apostrophe,
  '’': gap.apostrophe,
  '‘': gap.apostrophe,
  ʼ: gap.apostrophe,
  '.': gap.point,
  ',': gap.comma,
  '،': gap.comma,
  '!': gap.stop,
  '?': gap.stop,
  '؟': gap.stop,
  ':': gap.stop,
  ';': gap.stop,
  '؛': gap.stop,
}
const weights = new Map(Object.entries(weightOf))

function lineGap(text: string, from: number, to: number, lineStart: number): Gap {
  const between = text.slice(from, to)
  const first = between.indexOf('\n')
  const isParagraph = between.includes('\n', first + 1)
  const isWrapped = !isParagraph && from + first - lineStart >= wrappedLine && between.trim() === ''
  return isWrapped ? gap.wrap : gap.line
}

function gapBetween(text: string, from: number, to: number, lineStart: number): Gap {
  if (to - from === 1) {
    const unit = text.charCodeAt(from)
    if (unit === 32) return gap.space
  }
  let heaviest: Gap = gap.space
  let spaces = 0
  for (let at = from; at < to; at++) {
    const character = text.charAt(at)
    if (character === '\n' || character === '\r') return lineGap(text, from, to, lineStart)
    const weight = weights.get(character) ?? gap.other
    if (weight === gap.space) spaces++
    if (weight > heaviest) heaviest = weight
  }
  // `Name - text` has a dash, `' text` a mark of quotation; `al- Hilla` is a hyphen all the same.
  if (spaces === 0 || (heaviest !== gap.hyphen && heaviest !== gap.apostrophe)) return heaviest
  return heaviest === gap.hyphen && to - from === 2 && text.charAt(from) === '-' ? gap.hyphen : gap.other
}

function markShouted(line: readonly Token[]): void {
  const lettered = line.filter((token) => token.shape === shape.capital || token.shape === shape.plain).length
  const uppers = line.filter((token) => token.shape === shape.upper).length
  if (uppers >= 3 && lettered * 4 <= uppers) for (const token of line) token.shouted = true
}

/** The words of a part of a text in order, with offsets into the whole. */
export function readTokens(text: string, from: number, to: number): Token[] {
  const tokens: Token[] = []
  const part = from === 0 && to === text.length ? text : text.slice(from, to)
  let before = 0
  let lineStart = 0
  let line: Token[] = []
  eachRun(part, (start, end, lexeme) => {
    if (lexeme.exact === '') return
    const between = tokens.length === 0 ? gap.line : gapBetween(part, before, start, lineStart)
    if (between === gap.line || between === gap.wrap) {
      lineStart = part.lastIndexOf('\n', start) + 1
      markShouted(line)
      line = []
    }
    const token: Token = {
      start: from + start,
      end: from + end,
      word: lexeme.exact,
      roles: rolesOf(lexeme.exact),
      tables: tablesOf(lexeme.exact),
      shape: shapeAt(part, start, end, lexeme.exact),
      gap: between,
      opens: between === gap.line || between === gap.point || between >= gap.stop,
      shouted: false,
    }
    tokens.push(token)
    line.push(token)
    before = end
  })
  markShouted(line)
  return tokens
}

/** Whether a word goes on where the one before it ended, with nothing between them but what may stand inside a name. */
export function continues(token: Token | undefined): boolean {
  return token !== undefined && (token.gap <= gap.apostrophe || token.gap === gap.wrap)
}

/** Whether a word has at least one of the roles in a mask. */
export const is = (token: Token | undefined, roles: number): boolean =>
  token !== undefined && (token.roles & roles) !== 0

/** Whether a word begins with a capital. */
export function isCapital(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.shape === shape.capital || token.shape === shape.upper || token.shape === shape.initial)
  )
}
