import { segmentWords } from '../language/segment.ts'
import { firstInOrder } from '../search/order.ts'
import type { Card } from './card-index.ts'
import { ChainedLists } from './chained-lists.ts'
import { Vocabulary } from './vocabulary.ts'

/** Fields of a card with what a word in them counts, as in `card-index.ts`. */
const fields = ['title', 'facts', 'fileName'] as const
const boosts = [10, 4, 1]
/** More words than this of one card are not looked at: a title of a thousand characters has no more. */
const mostWords = 200
/** So many words that are typed are looked at. */
export const mostTyped = 12

/** The folded words that are typed, each once. */
export function typedWords(text: string): string[] {
  return [...new Set(segmentWords(text).map((word) => word.exact))].slice(0, mostTyped)
}

/**
 * Which cards hold which words, in a few bytes a word, so that a hundred thousand cards are gone through in milliseconds. Picks the
 * cards that are worth Lunr's judgement. A card that changed gets a new slot and its old one is passed over, so that taking up a
 * change costs no more than the words of one card.
 */
export class CardCatalogue {
  readonly #words = new Vocabulary()
  /** By word: slots that have it, each 4 times the slot plus the field. */
  readonly #slots = new ChainedLists()
  /** The key of the card in each slot; 0 where it was replaced. */
  readonly #keys: number[] = [0]
  readonly #slotOf = new Map<number, number>()

  /** Cards in it. */
  get size(): number {
    return this.#slotOf.size
  }

  /** Whether most slots are of cards that were replaced, and it should be made anew. */
  get isWorn(): boolean {
    return this.#keys.length > 2 * this.#slotOf.size + 1000
  }

  /** Puts a card in, in place of the one with the same key, a whole number from 1. */
  put(key: number, card: Omit<Card, 'ref'>): void {
    this.remove(key)
    const slot = this.#keys.push(key) - 1
    this.#slotOf.set(key, slot)
    fields.forEach((field, place) => {
      const words = new Set(segmentWords(card[field]).map((word) => word.exact))
      for (const word of [...words].slice(0, mostWords)) this.#putWord(word, slot * 4 + place)
    })
  }

  #putWord(word: string, value: number): void {
    this.#slots.add(this.#words.numberOf(word), value)
  }

  remove(key: number): void {
    const slot = this.#slotOf.get(key)
    if (slot === undefined) return
    this.#keys[slot] = 0
    this.#slotOf.delete(key)
  }

  /** How much each slot answers one typed word: the best of its words counts. */
  #answer(typed: string, best: Float32Array): number[] {
    const touched: number[] = []
    for (const [word, weight] of this.#words.meantBy(typed)) {
      const rarity = Math.log(1 + this.#keys.length / this.#slots.lengthOf(word))
      for (let at = this.#slots.firstOf(word); at !== 0; at = this.#slots.after(at)) {
        const value = this.#slots.valueAt(at)
        const slot = value >>> 2
        if (this.#keys[slot] === 0) continue
        const score = weight * rarity * (boosts[value & 3] ?? 1)
        const before = best[slot] ?? 0
        if (before === 0) touched.push(slot)
        if (score > before) best[slot] = score
      }
    }
    return touched
  }

  /** Keys of the cards that answer most of what is typed, the likeliest first. Newer cards win where two answer alike. */
  likeliest(typed: readonly string[], count: number): number[] {
    const scores = new Float32Array(this.#keys.length)
    const answered = new Uint8Array(this.#keys.length)
    const best = new Float32Array(this.#keys.length)
    const found: number[] = []
    for (const word of typed)
      for (const slot of this.#answer(word, best)) {
        if (answered[slot] === 0) found.push(slot)
        answered[slot] = (answered[slot] ?? 0) + 1
        scores[slot] = (scores[slot] ?? 0) + (best[slot] ?? 0)
        best[slot] = 0
      }
    // A card that answers all the words comes before one that answers some of them better.
    for (const slot of found) scores[slot] = (scores[slot] ?? 0) * ((answered[slot] ?? 0) / typed.length) ** 3
    const order = (a: number, b: number): number => (scores[b] ?? 0) - (scores[a] ?? 0) || b - a
    return firstInOrder(found, count, order).map((slot) => this.#keys[slot] ?? 0)
  }
}
