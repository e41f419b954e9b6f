import { type Lexeme, lexemeOf } from './lexicon.ts'
import { eachRun } from './runs.ts'

/** A word of a text: where it stands (UTF-16 offsets) and its folded form. `joined` is set on the last part of a hyphenated pair. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly exact: string
  readonly lexeme: Lexeme
  /** Both parts of a hyphenated pair as one word: `cooperation` for the second part of `co-operation`. */
  readonly joined?: string
}

const apostrophes = new Set(["'", '’', 'ʼ', '‘', '＇'])
const hyphens = new Set(['-', '\u2010', '\u2011', '\u00ad'])
/** French words that lose their vowel before another: what stands before the apostrophe says nothing by itself. */
const elided = new Set(['l', 'd', 'j', 'm', 't', 's', 'c', 'n', 'qu', 'jusqu', 'lorsqu', 'puisqu', 'quoiqu', 'aujourd'])

function isElision(text: string, folded: string, end: number): boolean {
  return apostrophes.has(text.charAt(end)) && elided.has(folded) && /\p{L}/u.test(text.charAt(end + 1))
}

function isPossessive(text: string, folded: string, start: number): boolean {
  return folded === 's' && apostrophes.has(text.charAt(start - 1)) && /\p{L}/u.test(text.charAt(start - 2))
}

/** `aujourd'hui` is one word although it is written like an elision. */
function isHui(text: string, start: number): boolean {
  return apostrophes.has(text.charAt(start - 1)) && text.slice(start - 8, start - 1).toLowerCase() === 'aujourd'
}

/** The words of a text in order. French elisions and the English possessive 's are left out; they are no words of their own. */
export function segmentWords(text: string): Word[] {
  const words: Word[] = []
  eachRun(text, (start, end, lexeme) => {
    const { exact } = lexeme
    if (exact === '' || isElision(text, exact, end) || isPossessive(text, exact, start)) return
    if (exact === 'hui' && isHui(text, start)) {
      words.push({ start: start - 8, end, exact: 'aujourdhui', lexeme: lexemeOf('aujourdhui') })
      return
    }
    const before = words.at(-1)
    const isPair = before?.end === start - 1 && hyphens.has(text.charAt(start - 1)) && before.joined === undefined
    words.push(isPair ? { start, end, exact, lexeme, joined: before.exact + exact } : { start, end, exact, lexeme })
  })
  return words
}
