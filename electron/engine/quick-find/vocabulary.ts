import { oneEditAway } from '../search/word-forms.ts'

/** Words shorter than this are too few letters to be forgiven one. */
export const shortestForgiven = 5
/** Fewer letters than this are no beginning of a word yet. */
export const shortestPrefix = 2
/** The beginning of so many words says nothing yet; the first of them, in alphabetical order, stand for all. */
const mostExpansions = 2000

/** How much a word of a card counts for a word that was typed: in full, as its beginning (the more of it, the more), or misspelt. */
const weightOfPrefix = 0.6
const weightOfSpelling = 0.3

/** Every different word of the cards under a number of its own; words are only added. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>()
  #sorted: string[] = []
  #sortedUpTo = 0

  get size(): number {
    return this.#numbers.size
  }

  /** The number of a word, which it gets at the first sight. */
  numberOf(word: string): number {
    const known = this.#numbers.get(word)
    if (known !== undefined) return known
    this.#numbers.set(word, this.#numbers.size)
    return this.#numbers.size - 1
  }

  #inOrder(): readonly string[] {
    if (this.#sortedUpTo < this.#numbers.size) {
      // Compared by code unit, as the search for a beginning compares.
      this.#sorted = [...this.#numbers.keys()].sort()
      this.#sortedUpTo = this.#sorted.length
    }
    return this.#sorted
  }

  #thatBegin(prefix: string): string[] {
    const words = this.#inOrder()
    let low = 0
    let high = words.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((words[middle] ?? '') < prefix) low = middle + 1
      else high = middle
    }
    const found: string[] = []
    for (let at = low; found.length < mostExpansions && words[at]?.startsWith(prefix) === true; at++)
      found.push(words[at] ?? '')
    return found
  }

  /** Words of the cards that may be meant by a folded word that is being typed, by number, each with how much it counts. */
  meantBy(typed: string): Map<number, number> {
    const meant = new Map<number, number>()
    const put = (word: string, weight: number): void => {
      const number = this.#numbers.get(word)
      if (number !== undefined && !meant.has(number)) meant.set(number, weight)
    }
    put(typed, 1)
    if (typed.length >= shortestPrefix)
      for (const word of this.#thatBegin(typed)) put(word, weightOfPrefix + (0.3 * typed.length) / word.length)
    if (typed.length >= shortestForgiven) for (const word of oneEditAway(typed)) put(word, weightOfSpelling)
    return meant
  }
}
