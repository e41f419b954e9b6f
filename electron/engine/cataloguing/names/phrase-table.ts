import { nextTableBit, noteFirstWord } from './first-words.ts'
import { type Token, continues, gap, isCapital, readTokens, shape } from './tokens.ts'

interface Phrase<Entry> {
  readonly words: readonly string[]
  readonly entry: Entry
  /** Acronyms are words of the language too (`who`, `us`): they count in capitals only. */
  readonly isAcronym: boolean
  /** Written with a capital in the table, and so in texts. */
  readonly isProper: boolean
}

export interface FoundPhrase<Entry> {
  readonly entry: Entry
  /** The place after its last word. */
  readonly end: number
}

/** Whether the words after the first stand there too. */
function standsAt(words: readonly string[], tokens: readonly Token[], at: number): boolean {
  for (let offset = 1; offset < words.length; offset++) {
    const token = tokens[at + offset]
    if (token === undefined || token.word !== words[offset]) return false
    if (!continues(token) && !(token.gap === gap.point && isAbbreviation(tokens[at + offset - 1]))) return false
  }
  return true
}

/** `St. Petersburg`, `Brig. Gen.`: the point of a short word does not end a sentence. */
function isAbbreviation(token: Token | undefined): boolean {
  return token !== undefined && token.word.length <= 5
}

function isAcronymHere(token: Token): boolean {
  if (token.shape !== shape.upper && token.shape !== shape.initial) return token.word.length > 3
  return !token.shouted || token.word.length > 3
}

/** Names of one word or several, each with what is known of it, found where they stand without trying any that begin otherwise. */
export class PhraseTable<Entry> {
  readonly #byFirst = new Map<string, Phrase<Entry>[]>()
  readonly #keys = new Set<string>()
  readonly #bit = nextTableBit()

  /** The first entry given to a name keeps it. */
  add(name: string, entry: Entry): void {
    const tokens = readTokens(name, 0, name.length)
    const first = tokens[0]
    if (first === undefined) return
    const words = tokens.map((token) => token.word)
    const isAcronym = tokens.length === 1 && /^[\p{Lu}\d.’'-]+$/u.test(name)
    // `al-Hilla` and `Al-Hilla` are one: the article's capital says nothing.
    const isProper = isCapital(first) && first.word !== 'al'
    const phrase = { words, entry, isAcronym, isProper }
    noteFirstWord(first.word, this.#bit)
    // Hundreds of long forms begin with the same word (`Kingdom of ...`): one look tells which are there already.
    const key = `${isProper ? '+' : '-'}${words.join(' ')}`
    if (this.#keys.has(key)) return
    this.#keys.add(key)
    const known = this.#byFirst.get(first.word)
    if (known === undefined) this.#byFirst.set(first.word, [phrase])
    else {
      // Longest first, so that the first that stands is the longest.
      const shorter = known.findIndex((other) => other.words.length < words.length)
      known.splice(shorter === -1 ? known.length : shorter, 0, phrase)
    }
  }

  /** Whether a folded word alone is an entry. */
  has(word: string): boolean {
    return this.#byFirst.get(word)?.some((phrase) => phrase.words.length === 1) ?? false
  }

  /** The longest name that stands at a place, written as names of its sort are. `word` is the first word in another form. */
  at(tokens: readonly Token[], at: number, word = tokens[at]?.word): FoundPhrase<Entry> | undefined {
    const first = tokens[at]
    if (first === undefined || word === undefined) return undefined
    if (word === first.word && (first.tables & this.#bit) === 0) return undefined
    const phrases = this.#byFirst.get(word)
    if (phrases === undefined) return undefined
    for (const phrase of phrases) {
      if (phrase.isProper && !isCapital(first)) continue
      if (phrase.isAcronym && !isAcronymHere(first)) continue
      if (word === 'al' && phrase.words.length > 1 && !isCapital(tokens[at + 1])) continue
      if (standsAt(phrase.words, tokens, at)) return { entry: phrase.entry, end: at + phrase.words.length }
    }
    return undefined
  }
}
