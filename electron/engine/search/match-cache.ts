import type { Matched } from './match-words.ts'

/** Bytes of answers that are kept. */
const mostBytes = 24 << 20

/**
 * What words of the last questions matched: who refines a question, turns its pages or counts its facets asks the same words again.
 * The oldest are let go; all are when the archive changes.
 */
export class MatchCache {
  readonly #kept = new Map<string, Matched>()
  #bytes = 0

  /** The answer that is kept, else the one that `match` finds. Whoever gets it must not change it. */
  get(key: string, match: () => Matched): Matched {
    const known = this.#kept.get(key)
    if (known !== undefined) {
      // Put at the end: the first of the map is the one that was not asked for longest.
      this.#kept.delete(key)
      this.#kept.set(key, known)
      return known
    }
    const matched = match()
    this.#kept.set(key, matched)
    this.#bytes += matched.documents.byteLength * 2
    for (const [oldest, { documents }] of this.#kept) {
      if (this.#bytes <= mostBytes) break
      this.#kept.delete(oldest)
      this.#bytes -= documents.byteLength * 2
    }
    return matched
  }

  clear(): void {
    this.#kept.clear()
    this.#bytes = 0
  }
}
