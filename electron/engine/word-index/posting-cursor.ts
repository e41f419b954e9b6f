import type { ReadDb } from '../database/connection.ts'
import { ByteReader } from '../language/bytes.ts'
import { piecesOf } from './word-index.store.ts'

/** Places in texts are told from places in titles by this much. */
const textOffset = 1 << 20
const nothing = new Uint8Array()

export const isInTitle = (place: number): boolean => place < textOffset

/** Goes through the entries of a word in ascending order, and reads its places where somebody wants them. */
export class PostingCursor {
  readonly #pieces: readonly (readonly [number, Uint8Array, Uint8Array])[]
  #piece = 0
  #entries = new ByteReader(nothing)
  #places = new ByteReader(nothing)
  #count = 0
  /** Places that nobody wanted: they are passed over in one go before the next that somebody wants. */
  #unread = 0
  /** The entry where the cursor stands; 0 before the first `next`. */
  entry = 0

  constructor(db: ReadDb, word: string) {
    this.#pieces = piecesOf(db, word)
  }

  /** Goes to the next entry. Answers false after the last. */
  next(): boolean {
    this.#unread += (this.#count >>> 2) + (this.#count & 3)
    while (this.#entries.isAtEnd) {
      const piece = this.#pieces[this.#piece++]
      if (piece === undefined) return false
      this.entry = piece[0]
      this.#entries = new ByteReader(piece[1])
      this.#places = new ByteReader(piece[2])
      this.#unread = 0
    }
    this.entry += this.#entries.number()
    this.#count = this.#entries.number()
    return true
  }

  /** Goes on to the first entry from this one on. Answers false when there is none. */
  nextFrom(entry: number): boolean {
    while (this.entry < entry) if (!this.next()) return false
    return true
  }

  /** Adds the places of this entry to a list, in ascending order: of the title, the text, or both. Once for each entry. */
  readPlaces(into: number[], scope: 'title' | 'text' | undefined): void {
    this.#places.skip(this.#unread)
    this.#unread = 0
    this.#read(this.#count & 3, scope === 'text' ? undefined : into, 0)
    this.#read(this.#count >>> 2, scope === 'title' ? undefined : into, textOffset)
    this.#count = 0
  }

  #read(count: number, into: number[] | undefined, offset: number): void {
    if (into === undefined) {
      this.#places.skip(count)
      return
    }
    let place = offset
    for (let left = count; left > 0; left--) into.push((place += this.#places.number()))
  }
}
