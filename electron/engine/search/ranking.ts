import type { Form } from './word-forms.ts'
import type { Matched, WordMatcher } from './match-words.ts'

/**
 * How documents are ranked. A document's score is the sum, over the words of the question, of
 *
 *     times asked x rarity x f x (k + 1) / (f + k),   rarity = ln(1 + (N - n + 1/2) / (n + 1/2))
 *
 * where N documents are indexed, n have the word in any of its forms, and f is how often this one has it: occurrences in the text,
 * and twice those in the title, each divided by 1 - b + b x length / average length. That is BM25 over two fields (Robertson and
 * Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009) with all forms of a word counted as one word. The best
 * documents get a bonus for words that stand near each other as they do in the question (after Metzler and Croft, "A Markov Random
 * Field Model for Term Dependencies", 2005). Dates play no part.
 */
const saturation = 2
const nearBonus = 0.2
/** Words further apart than this have nothing to do with each other. */
const farthest = 6
/** So many of the best get the bonus; what lies deeper nobody reads. */
export const mostWithBonus = 100

export const rarity = (documents: number, having: number): number =>
  Math.log(1 + (documents - having + 0.5) / (having + 0.5))

export const saturate = (frequency: number): number => (frequency * (saturation + 1)) / (frequency + saturation)

/** A word of the question with the documents that have it. */
export interface Leaf {
  readonly forms: readonly Form[]
  readonly matched: Matched
  /** How often the question has it. */
  readonly times: number
  /** Its place among the words of the question. */
  readonly place: number
  readonly rarity: number
}

/** Adds what a word says about each document that has it. */
export function addScores(leaf: Leaf, scores: Float32Array): void {
  const { documents, frequencies } = leaf.matched
  const weight = leaf.times * leaf.rarity
  for (let at = 0; at < documents.length; at++) {
    const document = documents[at] ?? 0
    scores[document] = (scores[document] ?? 0) + weight * saturate(frequencies[at] ?? 0)
  }
}

/** How near two words come in a text, once for each place of the first: 1 where they stand as in the question, less where not. */
function nearness(first: readonly number[], second: readonly number[], asked: number): number {
  let sum = 0
  let from = 0
  for (const place of first) {
    while ((second[from] ?? Infinity) < place - farthest) from++
    let least = Infinity
    for (let at = from; (second[at] ?? Infinity) <= place + farthest; at++) {
      const distance = (second[at] ?? 0) - place
      if (distance === 0) continue
      least = Math.min(least, distance === asked ? 1 : distance < 0 ? 1 - distance : distance)
    }
    if (least < Infinity) sum += 1 / least
  }
  return sum
}

/** Adds the bonus to the wanted documents. */
export function addBonus(
  leaves: readonly Leaf[],
  matcher: WordMatcher,
  wanted: readonly number[],
  scores: Float32Array,
): void {
  const inOrder = [...leaves].sort((a, b) => a.place - b.place)
  const places = inOrder.map((leaf) => matcher.placesOf(leaf.forms, wanted))
  inOrder.slice(1).forEach((second, index) => {
    const first = inOrder[index]
    if (first === undefined) return
    const rarest = Math.min(first.rarity, second.rarity)
    for (const [document, ofFirst] of places[index] ?? []) {
      const near = nearness(ofFirst, places[index + 1]?.get(document) ?? [], second.place - first.place)
      if (near === 0) continue
      const frequency = near * matcher.evennessOf(document)
      scores[document] = (scores[document] ?? 0) + nearBonus * rarest * saturate(frequency)
    }
  })
}
