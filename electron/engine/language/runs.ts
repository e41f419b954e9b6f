import { type Lexeme, hashNext, hashStart, lexemeAt, lexemeOf } from './lexicon.ts'

type OnRun = (start: number, end: number, lexeme: Lexeme) => void

/**
 * Scripts written without spaces are cut into single characters; `U.N.` is one word; `2,500` is one number; everything else is
 * a run of letters, digits and marks. Tatweel (U+0640) belongs to the word that it stretches.
 */
const wordPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?<![\p{L}\p{N}])\p{Lu}\.(?:\p{Lu}\.)+|\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640\u200c\u200d]*/gu

// The same two special cases, tried where a run begins.
const abbreviation = /\p{Lu}\.(?:\p{Lu}\.)+/uy
const groupedNumber = /\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?![\p{L}\p{N}])/uy

/** What a character can do: nothing, go on in a run, or begin one too; unknown ones lie outside the table. */
const goesOn = 1
const begins = 2
const capital = 3
const digit = 4
const unknown = 5

/** Latin, Greek, Cyrillic, Hebrew and Arabic letters, and general punctuation with what follows it. */
const tabled: readonly (readonly [number, number])[] = [
  [0, 0x6ff],
  [0x2000, 0x22ff],
]
const tableLength = 0x2300
const table = new Uint8Array(tableLength).fill(unknown)
for (const [from, to] of tabled)
  for (let unit = from; unit <= to; unit++) {
    const character = String.fromCharCode(unit)
    if (/[0-9]/.test(character)) table[unit] = digit
    else if (/\p{Lu}/u.test(character)) table[unit] = capital
    else if (/[\p{L}\p{N}]/u.test(character)) table[unit] = begins
    else table[unit] = /[\p{M}\u0640\u200c\u200d]/u.test(character) ? goesOn : 0
  }

const kindAt = (text: string, at: number): number => {
  const unit = text.charCodeAt(at)
  return unit < tableLength ? (table[unit] ?? unknown) : unknown
}

/** Any text, by the pattern. */
function eachRunByPattern(text: string, onRun: OnRun): void {
  for (const match of text.matchAll(wordPattern)) onRun(match.index, match.index + match[0].length, lexemeOf(match[0]))
}

/** The end of an abbreviation or a grouped number that begins here, or 0. */
function endOfSpecial(text: string, at: number, kind: number): number {
  if (kind === capital ? text.charAt(at + 1) !== '.' : kind !== digit) return 0
  const pattern = kind === capital ? abbreviation : groupedNumber
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : 0
}

function isTabled(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (kindAt(text, at) === unknown) return false
  return true
}

/** Texts in the scripts of the table are read character by character, which takes a third of the pattern's time; both give the same. */
function readRuns(text: string, onRun: OnRun): void {
  if (!isTabled(text)) {
    eachRunByPattern(text, onRun)
    return
  }
  for (let at = 0; at < text.length;) {
    const kind = kindAt(text, at)
    if (kind < begins) {
      at++
      continue
    }
    const start = at
    const special = endOfSpecial(text, at, kind)
    if (special > 0) {
      at = special
      onRun(start, at, lexemeOf(text.slice(start, at)))
      continue
    }
    let hash = hashStart
    do hash = hashNext(hash, text.charCodeAt(at++))
    while (at < text.length && kindAt(text, at) >= goesOn)
    onRun(start, at, lexemeAt(text, start, at, hash >>> 0))
  }
}

/** The runs of a text, one after another: where each begins and ends. */
interface Runs {
  readonly places: readonly number[]
  readonly lexemes: readonly Lexeme[]
}

/**
 * The paragraphs that were read last. Each is gone through for its language, its words, its dates and its names: finding the words
 * costs more than finding the paragraph here. Short texts are not worth it, and long ones would push out all others.
 */
const remembered = new Map<string, Runs>()
const shortestRemembered = 40
const longestRemembered = 8000
const mostRemembered = 40_000
let lengthRemembered = 0

function runsOf(text: string): Runs {
  const known = remembered.get(text)
  if (known !== undefined) return known
  const places: number[] = []
  const lexemes: Lexeme[] = []
  readRuns(text, (start, end, lexeme) => {
    places.push(start, end)
    lexemes.push(lexeme)
  })
  if (lengthRemembered + text.length > mostRemembered) {
    remembered.clear()
    lengthRemembered = 0
  }
  const runs = { places, lexemes }
  remembered.set(text, runs)
  lengthRemembered += text.length
  return runs
}

/** Calls `onRun` for everything in a text that may be a word, in order, with its UTF-16 offsets. */
export function eachRun(text: string, onRun: OnRun): void {
  if (text.length < shortestRemembered || text.length > longestRemembered) {
    readRuns(text, onRun)
    return
  }
  const { places, lexemes } = runsOf(text)
  for (let at = 0; at < lexemes.length; at++) {
    const lexeme = lexemes[at]
    if (lexeme !== undefined) onRun(places[at * 2] ?? 0, places[at * 2 + 1] ?? 0, lexeme)
  }
}
