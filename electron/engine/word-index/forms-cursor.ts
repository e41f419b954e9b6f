import type { ReadDb } from '../database/connection.ts'
import { PostingCursor } from './posting-cursor.ts'

/** Goes through the entries that have any of several words, in ascending order, as if these were one word. */
export class FormsCursor {
  readonly #cursors: PostingCursor[]
  /** The entry where the cursor stands; 0 before the first `nextFrom`. */
  entry = 0

  constructor(db: ReadDb, words: readonly string[]) {
    this.#cursors = words.map((word) => new PostingCursor(db, word))
  }

  /** Goes on to the first entry from this one on. Answers false when there is none. */
  nextFrom(entry: number): boolean {
    if (this.entry >= entry) return true
    let least = Infinity
    for (let at = this.#cursors.length - 1; at >= 0; at--) {
      const cursor = this.#cursors[at]
      if (cursor?.nextFrom(entry) !== true) this.#cursors.splice(at, 1)
      else if (cursor.entry < least) least = cursor.entry
    }
    if (least === Infinity) return false
    this.entry = least
    return true
  }

  /** Adds the places of this entry to a list, in ascending order. Once for each entry. */
  readPlaces(into: number[], scope: 'title' | 'text' | undefined): void {
    let readers = 0
    for (const cursor of this.#cursors) {
      if (cursor.entry !== this.entry) continue
      cursor.readPlaces(into, scope)
      readers++
    }
    if (readers > 1) into.sort((a, b) => a - b)
  }
}
