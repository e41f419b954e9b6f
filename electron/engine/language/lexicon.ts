import type { Language } from '../../contract/vocabulary.ts'
import { foldWord } from './fold.ts'
import { stopWordsOf } from './stop-words.ts'

/**
 * What is known of a written word once and for all. Texts repeat their words: it is worked out at the first sight, and whoever
 * analyses a text asks once for each word.
 */
export interface Lexeme {
  /** The folded word; empty for what folds to nothing. */
  readonly exact: string
  /** A hash of 32 bits, the same in every program: signatures are kept. */
  readonly hash: number
  /** One bit for each language that has it as a function word; see `bitOf`. */
  readonly stopIn: number
  /** Stems by the place of the language, filled as they are asked for. */
  readonly stems: (string | undefined)[]
  /** The candidates for which it votes when a language is detected, filled when it is first asked. */
  votes: readonly number[] | undefined
}

const places: Readonly<Record<Language, number>> = { en: 0, fr: 1, ar: 2, und: 3 }

export const placeOf = (language: Language): number => places[language]
export const bitOf = (language: Language): number => 1 << places[language]

const byExact = new Map<string, Lexeme>()
/** Enough for the words of every language here; a hostile text of a million different ones only starts it anew. */
const mostLexemes = 1 << 17

/** Where a hash over the UTF-16 units of a word begins and how it takes in the next (FNV-1a, 32 bits). */
export const hashStart = 0x811c9dc5
export const hashNext = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)

function hashWord(word: string): number {
  let hash = hashStart
  for (let at = 0; at < word.length; at++) hash = hashNext(hash, word.charCodeAt(at))
  return hash >>> 0
}

/** The lexeme of a word that is folded already. */
export function lexemeOfFolded(exact: string): Lexeme {
  const known = byExact.get(exact)
  if (known !== undefined) return known
  let stopIn = 0
  for (const language of Object.keys(places) as Language[])
    if (stopWordsOf(language).has(exact)) stopIn |= bitOf(language)
  const stems = [undefined, undefined, undefined, undefined]
  const lexeme: Lexeme = { exact, hash: hashWord(exact), stopIn, stems, votes: undefined }
  if (byExact.size >= mostLexemes) byExact.clear()
  byExact.set(exact, lexeme)
  return lexeme
}

/** Lets go of all that was learnt of words: tens of megabytes after a hundred thousand texts, and soon learnt again. */
export function forgetWords(): void {
  byExact.clear()
  slots = new Array<Written | undefined>(slotCount)
  slotsUsed = 0
}

interface Written {
  readonly raw: string
  readonly lexeme: Lexeme
}

/**
 * Written words by their hash, with open addressing: a word of a text is looked up where it stands, without being cut out, which
 * is most of the cost of analysing a text.
 */
const slotCount = mostLexemes * 2
let slots = new Array<Written | undefined>(slotCount)
/** The hash of the word in each slot, so that a slot with another word is passed by without looking at that. */
const hashes = new Uint32Array(slotCount)
let slotsUsed = 0

function placeAt(slot: number, hash: number, raw: string): Lexeme {
  const lexeme = lexemeOfFolded(foldWord(raw))
  if (slotsUsed >= mostLexemes) {
    slots = new Array<Written | undefined>(slotCount)
    slotsUsed = 0
  }
  slots[slot] = { raw, lexeme }
  hashes[slot] = hash
  slotsUsed++
  return lexeme
}

function standsAt(raw: string, text: string, start: number, end: number): boolean {
  if (raw.length !== end - start) return false
  for (let at = 0; at < raw.length; at++) if (raw.charCodeAt(at) !== text.charCodeAt(start + at)) return false
  return true
}

/** The lexeme of the word that stands in a text from `start` to `end`. `hash` is that of its UTF-16 units. */
export function lexemeAt(text: string, start: number, end: number, hash: number): Lexeme {
  let slot = (hash ^ (hash >>> 15)) & (slotCount - 1)
  for (;;) {
    const written = slots[slot]
    if (written === undefined) return placeAt(slot, hash, text.slice(start, end))
    if (hashes[slot] === hash && standsAt(written.raw, text, start, end)) return written.lexeme
    slot = (slot + 1) & (slotCount - 1)
  }
}

/** The lexeme of a word as it is written. */
export function lexemeOf(raw: string): Lexeme {
  return lexemeAt(raw, 0, raw.length, hashWord(raw))
}
