import type { Language, MatchReason } from '../../contract/vocabulary.ts'
import type { ReadDb } from '../database/connection.ts'
import { stemName, stemOfName, stemWord } from '../language/stem.ts'
import { stopWordsOf } from '../language/stop-words.ts'
import { formsOf, hasWord, wordsThatBegin } from '../word-index/word-index.store.ts'

/** A word of the index that answers a word of the query, and how much it counts. */
export interface Form {
  readonly word: string
  readonly weight: number
  readonly reason: MatchReason
}

/** The word as it is written says a little more than its other forms; a guess says less. */
const weights: Readonly<Record<MatchReason, number>> = { word: 1, stem: 0.95, prefix: 0.9, spelling: 0.6, synonym: 0.5 }

export const formOf = (word: string, reason: MatchReason): Form => ({ word, weight: weights[reason], reason })

/**
 * The word with its other forms in these languages, as far as the index holds any. Forms that are function words in one of them are
 * left out: nearly every text has them, and means something else by them.
 */
export function inflectedForms(db: ReadDb, exact: string, languages: readonly Language[]): Form[] {
  const forms = new Map<string, Form>([[exact, formOf(exact, 'word')]])
  for (const name of new Set(languages.flatMap((language) => stemName(exact, language) ?? []))) {
    const stem = stemOfName(name)
    const isItsOwnStem = languages.some(
      (language) => stemName(exact, language) === name && stemWord(stem, language) === stem,
    )
    for (const word of [...(isItsOwnStem ? [stem] : []), ...formsOf(db, name)])
      if (!forms.has(word) && !languages.some((language) => stopWordsOf(language).has(word)))
        forms.set(word, formOf(word, 'stem'))
  }
  return [...forms.values()]
}

/** The same word as an answer to another: what the thesaurus says of it. */
export const synonymOf = ({ word }: Form): Form => formOf(word, 'synonym')

/** Every word of the index that begins so. */
export function prefixForms(db: ReadDb, prefix: string): Form[] {
  return wordsThatBegin(db, prefix).map((word) => formOf(word, word === prefix ? 'word' : 'prefix'))
}

const latinAlphabet = Array.from('abcdefghijklmnopqrstuvwxyz0123456789')
const arabicAlphabet = Array.from('ءابتثجحخدذرزسشصضطظعغفقكلمنهوي0123456789')

/** Every string that one letter put in, left out, changed or swapped with its neighbour makes of a word. */
export function* oneEditAway(word: string): Generator<string> {
  const letters = Array.from(word)
  const alphabet = /\p{Script=Arabic}/u.test(word) ? arabicAlphabet : latinAlphabet
  const joined = (from: number, to: number, middle: string): string =>
    letters.slice(0, from).join('') + middle + letters.slice(to).join('')
  for (let at = 0; at <= letters.length; at++) {
    for (const letter of alphabet) {
      yield joined(at, at, letter)
      if (at < letters.length && letter !== letters[at]) yield joined(at, at + 1, letter)
    }
    if (at < letters.length && letters.length > 1) yield joined(at, at + 1, '')
    const next = letters[at + 1]
    if (next !== undefined && next !== letters[at]) yield joined(at, at + 2, next + (letters[at] ?? ''))
  }
}

/** Whether `edits` letters put in, left out, changed or swapped make one word of the other (restricted Damerau-Levenshtein). */
export function isWithin(one: string, other: string, edits: number): boolean {
  const a = Array.from(one)
  const b = Array.from(other)
  if (Math.abs(a.length - b.length) > edits) return false
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      next.push(cost)
    }
    if (Math.min(...next) > edits) return false
    before = row
    row = next
  }
  return (row[b.length] ?? edits + 1) <= edits
}

/** With two letters wrong the first two must be right: otherwise every word of the index would have to be looked at. */
const sureLetters = 2

/** Words of the index that differ from this one by so many letters at most. */
export function misspeltForms(db: ReadDb, exact: string, edits: 1 | 2): Form[] {
  const forms = new Map<string, Form>([[exact, formOf(exact, 'word')]])
  const consider = (word: string): void => {
    if (!forms.has(word) && word !== '' && hasWord(db, word)) forms.set(word, formOf(word, 'spelling'))
  }
  for (const word of oneEditAway(exact)) consider(word)
  if (edits === 2 && exact.length > sureLetters)
    for (const word of wordsThatBegin(db, exact.slice(0, sureLetters)))
      if (!forms.has(word) && isWithin(exact, word, 2)) forms.set(word, formOf(word, 'spelling'))
  return [...forms.values()]
}
