import { eachRun } from '../../language/runs.ts'
import type { Role, Sense } from './sense.ts'
import { type Branch, type DateLanguage, vocabularies } from './vocabulary/vocabulary.ts'

/** What stands between two words. `far` is anything that a date does not run across, other words above all. */
export type Gap = 'none' | 'space' | 'comma' | 'dash' | 'slash' | 'dot' | 'quote' | 'bracket' | 'far'

/** A word or a number that may be part of a date. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly sense: Sense
  /** How many digits it is written in; 0 for a word. */
  readonly digits: number
  /** The number that the digits are. */
  readonly figure: number
  /** `18th` and `1er`, `1990s`. */
  readonly ending: '' | 'ordinal' | 'decade'
  /** What stands between the token before and this one. */
  readonly gap: Gap
  /** An Arabic `and` written onto the word. */
  readonly joinedByAnd: boolean
}

const nothing: Sense = {}
const figures = /^(\p{L}{0,12}?)(\d{1,9})(\p{L}{0,8})$/u
const ordinalEnding = /^(?:st|nd|rd|th|er|re|e|eme|nde?|o)$/
/** `18T10` in `2026-01-18T10:00Z`. */
const isoTime = /^(\d{2})t\d{2}$/
const grouping = /[,\u00a0\u202f]/
/** `2016H2`, `2016T3`. */
const yearWithPart = /^(\d{4})([a-z]\d)$/
const romanOrdinal = /^([ivx]{1,6})(?:e|eme|er)$/
const arabicPrefixes = /^[وف]?(?:لل|[بلك])?/
const isArabic = (word: string): boolean => word.charCodeAt(0) >= 0x600 && word.charCodeAt(0) < 0x700
const isDigitAt = (word: string, at: number): boolean => {
  const code = word.charCodeAt(at)
  return code >= 48 && code <= 57
}

/** The longest thing that may stand inside a date: ` (the ` has been read as a word by then. */
const longestGap = 6

/** What kind of gap lies between two places of a text. */
function gapBetween(text: string, from: number, to: number): Gap {
  if (from === to) return 'none'
  if (to - from === 1 && text.charCodeAt(from) === 32) return 'space'
  if (to - from > longestGap) return text.slice(from, to).trim() === '' && to - from < 40 ? 'space' : 'far'
  const signs = text.slice(from, to).replace(/[\s\u200e\u200f]+/gu, '')
  if (signs === '') return 'space'
  if (/^(?:\.?[,،])$/.test(signs)) return 'comma'
  if (/^\.?[-–—‐‑−~]$/.test(signs)) return 'dash'
  if (signs === '/') return 'slash'
  if (signs === '.') return 'dot'
  if (/^['’ʼ‘]$/.test(signs)) return 'quote'
  return /^[.,]?[()]$/.test(signs) ? 'bracket' : 'far'
}

function romanValue(letters: string): number {
  const values = Array.from(letters, (letter) => (letter === 'x' ? 10 : letter === 'v' ? 5 : 1))
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0)
}

interface Run {
  readonly start: number
  readonly end: number
  readonly exact: string
}

/** Cuts a passage into the tokens of one language. */
class Tokenizer {
  readonly tokens: Token[] = []
  readonly #text: string
  readonly #language: DateLanguage
  readonly #runs: Run[] = []
  #branch: Branch | undefined
  /** The longest expression read so far while a longer one is tried. */
  #best: { sense: Sense; end: number; runs: number } | undefined
  #start = 0
  /** Where the run begins to which a prefix may be written. */
  #runStart = 0
  #joinedByAnd = false
  #lastEnd = -1

  constructor(text: string, language: DateLanguage) {
    this.#text = text
    this.#language = language
  }

  read(): readonly Token[] {
    eachRun(this.#text, (start, end, { exact }) => {
      this.#take({ start, end, exact })
    })
    while (this.#branch !== undefined) this.#settle()
    return this.tokens
  }

  #take(run: Run): void {
    if (this.#branch !== undefined) {
      const next = this.#branch.following.get(run.exact)
      const gap = gapBetween(this.#text, this.#runs.at(-1)?.end ?? 0, run.start)
      if (next !== undefined && (gap === 'space' || gap === 'quote' || gap === 'dash' || gap === 'slash')) {
        this.#runs.push(run)
        this.#branch = next
        if (next.sense !== undefined) this.#best = { sense: next.sense, end: run.end, runs: this.#runs.length }
        return
      }
      this.#settle()
      this.#take(run)
    } else this.#begin(run)
  }

  /** Ends the expression that is being read; the words past its longest form are read anew. */
  #settle(): void {
    if (this.#branch === undefined) return
    const best = this.#best
    const runs = this.#runs.splice(0)
    this.#branch = undefined
    this.#best = undefined
    if (best === undefined) {
      for (const run of runs.slice(1)) this.#take(run)
      return
    }
    this.#put(this.#start, best.end, best.sense)
    for (const run of runs.slice(best.runs)) this.#take(run)
  }

  #begin(run: Run): void {
    const { exact } = run
    if (exact === '') return
    const twin = exact.length === 6 ? yearWithPart.exec(exact) : null
    if (twin !== null && run.end - run.start === 6) {
      const middle = run.start + 4
      this.#figure({ ...run, end: middle, exact: twin[1] ?? '' })
      this.#figure({ start: middle, end: run.end, exact: twin[2] ?? '' })
      return
    }
    if (isDigitAt(exact, 0) || isDigitAt(exact, exact.length - 1)) {
      this.#figure(run)
      return
    }
    if (exact === 's' && this.#endsDecade(run)) return
    if (isArabic(exact)) this.#beginArabic(run)
    else {
      const branch = vocabularies[this.#language === 'ar' ? 'en' : this.#language].get(exact)
      if (branch !== undefined) this.#open(run, branch, run.start, false)
      else if (this.#language === 'fr') this.#roman(run)
    }
  }

  /** `1970's`, `1990 s`: the letter belongs to the number before. */
  #endsDecade(run: Run): boolean {
    const last = this.tokens.at(-1)
    if (last === undefined || last.digits === 0 || last.figure % 10 !== 0) return false
    const gap = gapBetween(this.#text, last.end, run.start)
    if (gap !== 'quote' && gap !== 'space') return false
    this.tokens[this.tokens.length - 1] = { ...last, end: run.end, ending: 'decade' }
    this.#lastEnd = run.end
    return true
  }

  #roman(run: Run): void {
    const roman = run.exact.length < 9 ? romanOrdinal.exec(run.exact) : null
    this.#runStart = run.start
    if (roman !== null) this.#put(run.start, run.end, { ordinal: romanValue(roman[1] ?? ''), weak: true })
  }

  /** Tries the word as it stands, then without what is written onto its front. */
  #beginArabic(run: Run): void {
    const words = vocabularies.ar
    for (const cut of this.#cuts(run)) {
      const bare = run.exact.slice(cut)
      const found = words.get(bare) ?? (bare.startsWith('ال') && bare.length > 3 ? words.get(bare.slice(2)) : undefined)
      if (found !== undefined) {
        this.#open(run, found, run.start + cut, cut > 0 && run.exact.startsWith('و'))
        return
      }
    }
  }

  /** How many letters to leave out; `لل` keeps the article that its second letter stands for. */
  #cuts(run: Run): readonly number[] {
    const { exact } = run
    const whole = arabicPrefixes.exec(exact)?.[0] ?? ''
    if (whole === '' || exact.length < 4) return exact.startsWith('و') ? [0, 1] : [0]
    return whole.startsWith('و') || whole.startsWith('ف') ? [0, 1, whole.length] : [0, whole.length]
  }

  #open(run: Run, branch: Branch, start: number, joinedByAnd: boolean): void {
    this.#start = start
    this.#runStart = run.start
    this.#joinedByAnd = joinedByAnd
    if (branch.following.size === 0) {
      if (branch.sense !== undefined) this.#put(start, run.end, branch.sense)
      return
    }
    this.#branch = branch
    this.#runs.push(run)
    this.#best = branch.sense === undefined ? undefined : { sense: branch.sense, end: run.end, runs: 1 }
  }

  #figure(run: Run): void {
    const time = isoTime.exec(run.exact)
    const match = run.exact.length <= 16 ? figures.exec(time?.[1] ?? run.exact) : null
    if (match === null) return
    const [, before = '', digits = '', after = ''] = match
    // `2,500` and the like are quantities.
    if (grouping.test(this.#text.slice(run.start, run.end))) return
    // The written word may be longer than the folded one: `لـ2017`.
    const middle = run.start + Math.max(0, this.#text.slice(run.start, run.end).search(/\p{Nd}/u))
    this.#runStart = run.start
    const vocabulary = vocabularies[isArabic(before || after) ? 'ar' : this.#language]
    const known = (word: string): Sense | undefined => vocabulary.get(word)?.sense
    const isPrefix = before !== '' && isArabic(before) && arabicPrefixes.exec(before)?.[0] === before
    this.#joinedByAnd = isPrefix && before.startsWith('و')
    if (before !== '' && !isPrefix && !this.#lettersBefore(run, before, Number(digits), known(before))) return
    if (before !== '' && !isPrefix && this.#lastEnd === middle + digits.length) return
    const ending = ordinalEnding.test(after) ? 'ordinal' : after === 's' ? 'decade' : ''
    const unit = ending === '' && after !== '' ? known(after) : nothing
    if (unit === undefined) return
    const end = middle + digits.length
    this.#put(middle, ending === '' ? end : run.end, nothing, { digits: digits.length, figure: Number(digits), ending })
    if (unit !== nothing) this.#put(end, run.end, unit)
  }

  /** `Q3`, `H2`, `T1`, `October2`: false when the letters make the whole no date. */
  #lettersBefore(run: Run, letters: string, figure: number, sense: Sense | undefined): boolean {
    const quarter = letters === 'q' || letters === 't'
    const half = letters === 'h' || (letters === 's' && this.#language === 'fr')
    if ((quarter && figure >= 1 && figure <= 4) || (half && figure >= 1 && figure <= 2)) {
      this.#put(run.start, run.end, quarter ? { quarter: figure } : { half: figure })
      return true
    }
    if (sense?.month === undefined && sense?.roles?.includes('year-word') !== true) return false
    this.#put(run.start, run.start + letters.length, sense)
    return true
  }

  #put(start: number, end: number, sense: Sense, figure?: Pick<Token, 'digits' | 'figure' | 'ending'>): void {
    const gap =
      this.tokens.length === 0
        ? 'far'
        : gapBetween(this.#text, this.#lastEnd, Math.min(start, Math.max(this.#lastEnd, this.#runStart)))
    const written = figure ?? { digits: 0, figure: 0, ending: '' }
    this.tokens.push({ start, end, sense, ...written, gap, joinedByAnd: this.#joinedByAnd })
    this.#joinedByAnd = false
    this.#lastEnd = end
  }
}

/** The words and numbers of a passage that may be parts of dates, in order. Words of the Arabic script are always Arabic. */
export function tokensOf(text: string, language: DateLanguage): readonly Token[] {
  return new Tokenizer(text, language).read()
}

/** Whether a token has a role beside dates. */
export const plays = (token: Token | undefined, role: Role): boolean => token?.sense.roles?.includes(role) === true
