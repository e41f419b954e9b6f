import type { Because } from '../../contract/schemas.ts'
import type { MatchReason } from '../../contract/vocabulary.ts'
import type { Hit } from './hits.ts'

/** The better a reason, the earlier it stands: a document that has the very word was found because of that. */
const order: readonly MatchReason[] = ['word', 'stem', 'synonym', 'prefix', 'spelling']
const mostFound = 3

interface Reason {
  readonly asked: string
  reason: MatchReason
  /** Words as they stand, by their lower-case form. */
  found: Map<string, string>
}

/** Gathers why a document was found: for each word of the query, the best reason and the words that it rests on. */
export class BecauseCollector {
  readonly #reasons = new Map<string, Reason>()

  /** Takes the hits of a passage. */
  take(text: string, hits: readonly Hit[]): void {
    for (const { start, end, answer } of hits) {
      const known = this.#reasons.get(answer.key)
      const written = text.slice(start, Math.min(end, start + 100))
      if (known === undefined || order.indexOf(answer.reason) < order.indexOf(known.reason))
        this.#reasons.set(answer.key, {
          ...{ asked: answer.asked, reason: answer.reason },
          found: new Map([[written.toLowerCase(), written]]),
        })
      else if (known.reason === answer.reason && known.found.size < mostFound) {
        const lower = written.toLowerCase()
        if (!known.found.has(lower)) known.found.set(lower, written)
      }
    }
  }

  reasons(): Because[] {
    return [...this.#reasons.values()].map(({ asked, reason, found }) => ({
      asked,
      reason,
      found: [...found.values()],
    }))
  }
}
