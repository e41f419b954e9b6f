import { stemsToKeep } from '../../language/stem.ts'

/** Gathers which words share a stem, so that the page of a reading copy finds all forms of a word that is asked for. */
export class FormCollector {
  readonly #known = new Set<string>()
  readonly #forms = new Map<string, string>()

  take(words: Iterable<string>): void {
    for (const word of words) {
      if (this.#known.has(word)) continue
      this.#known.add(word)
      for (const stem of stemsToKeep(word)) {
        const forms = this.#forms.get(stem)
        this.#forms.set(stem, forms === undefined ? word : `${forms} ${word}`)
      }
    }
  }

  /** Words by the name of their stem, apart by spaces, in the order in which they were taken. */
  byStem(): Record<string, string> {
    return Object.fromEntries(this.#forms)
  }
}
