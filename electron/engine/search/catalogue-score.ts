import type { ReadDb } from '../database/connection.ts'
import { scoreCards } from '../quick-find/card-index.ts'
import { cardRowsOf, toCard } from '../quick-find/cards.store.ts'
import { highestScored } from './order.ts'
import type { Leaf } from './ranking.ts'

/** So many of the best are judged by their cards too. */
const mostJudged = 20
/** The best card adds so much of the best score. */
const share = 0.1
/** Of a long question, cards say little. */
const mostWords = 8
const mostForms = 12

/**
 * Adds what Lunr says of the catalogue cards - title, reference number, kind, tags, file name - of the best documents: those whose
 * description names what was asked for come before those that only speak of it.
 */
export function addCatalogueScore(
  db: ReadDb,
  candidates: readonly number[],
  leaves: readonly Leaf[],
  scores: Float32Array,
): void {
  if (leaves.length > mostWords || candidates.length < 2) return
  const words = new Map(
    leaves.flatMap(({ forms }) => forms.slice(0, mostForms).map(({ word, weight }) => [word, weight])),
  )
  const best = highestScored(candidates, scores, mostJudged, (a, b) => a - b)
  const ranked = scoreCards(cardRowsOf(db, best).map(toCard), words)
  const highest = ranked[0]?.score ?? 0
  const most = scores[best[0] ?? 0] ?? 0
  if (highest === 0) return
  for (const { ref, score } of ranked) {
    const document = Number(ref)
    scores[document] = (scores[document] ?? 0) + (share * most * score) / highest
  }
}
