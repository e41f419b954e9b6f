import type { ReadDb } from '../database/connection.ts'
import { ByteReader } from '../language/bytes.ts'
import { type PieceRow, piecesOf } from './word-index.store.ts'

/** Places in texts are told from places in titles by this much. */
const textOffset = 1 << 20
const nothing = new Uint8Array()

export const isInTitle = (place: number): boolean => place < textOffset

/** Goes through the entries of a word in ascending order, and reads its places where somebody wants them. */
export class PostingCursor {
  readonly #pieces: readonly PieceRow[]
  #piece = 0
  /** The last entry of the piece that is being read. */
  #last = 0
  #entries = new ByteReader(nothing)
  #places = new ByteReader(nothing)
  #count = 0
  /** Places that nobody wanted: they are passed over in one go before the next that somebody wants. */
  #unread = 0
  /** The entry where the cursor stands; 0 before the first `next`. */
  entry = 0

  /** Goes through all pieces of a word, or through those that are given. */
  constructor(db: ReadDb, word: string, pieces: readonly PieceRow[] = piecesOf(db, word)) {
    this.#pieces = pieces
  }

  /** A cursor that meets these ascending entries, and others beside them: it passes over pieces in which none of them stands. */
  static over(db: ReadDb, word: string, wanted: readonly number[]): PostingCursor {
    let at = 0
    const pieces = piecesOf(db, word).filter(([first, last]) => {
      while ((wanted[at] ?? Infinity) < first) at++
      return (wanted[at] ?? Infinity) <= last
    })
    return new PostingCursor(db, word, pieces)
  }

  /** Goes to the next entry. Answers false after the last. */
  next(): boolean {
    this.#unread += (this.#count >>> 2) + (this.#count & 3)
    while (this.#entries.isAtEnd) {
      const piece = this.#pieces[this.#piece++]
      if (piece === undefined) return false
      this.entry = piece[0]
      this.#last = piece[1]
      this.#entries = new ByteReader(piece[2])
      this.#places = new ByteReader(piece[3])
      this.#unread = 0
    }
    this.entry += this.#entries.number()
    this.#count = this.#entries.number()
    return true
  }

  /** Goes on to the first entry from this one on. Answers false when there is none. */
  nextFrom(entry: number): boolean {
    if (this.#last < entry) {
      // Pieces that end before it need not be read.
      while ((this.#pieces[this.#piece]?.[1] ?? Infinity) < entry) this.#piece++
      this.#entries = new ByteReader(nothing)
    }
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
