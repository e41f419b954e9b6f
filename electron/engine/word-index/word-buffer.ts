import type { WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import { ByteReader, ByteWriter } from '../language/bytes.ts'
import type { IndexedWords } from '../language/indexed-words.ts'
import { stemsToKeep } from '../language/stem.ts'
import { type Piece, lastPiece, putEntry, putForm, putPiece, takeEntries } from './word-index.store.ts'

/** Pieces are added to until they have so many bytes: a page of the database, so that adding to one rewrites little. */
const fullPiece = 2048
/** The buffer is to be written when it holds so many documents or bytes. A word that many have is written once for all of them. */
const mostDocuments = 1000
const mostBytes = 8 << 20

/** Where the places of a word stand in the packed words of each document that has it: entry, begin, end; one after another. */
type Occurrences = number[]

function occurrencesOf(documents: readonly IndexedWords[], firstEntry: number): Map<string, Occurrences> {
  const found = new Map<string, Occurrences>()
  documents.forEach(({ words, places }, index) => {
    if (words === '') return
    const reader = new ByteReader(places)
    for (const word of words.split(' ')) {
      const start = reader.at
      const count = reader.number()
      reader.skip((count >>> 2) + (count & 3))
      const known = found.get(word)
      if (known === undefined) found.set(word, [firstEntry + index, start, reader.at])
      else known.push(firstEntry + index, start, reader.at)
    }
  })
  return found
}

function extend(
  tail: Piece | undefined,
  occurrences: Occurrences,
  documents: readonly IndexedWords[],
  firstEntry: number,
): Piece {
  const added = tail !== undefined && tail.entries.length + tail.places.length < fullPiece ? tail : undefined
  const entries = new ByteWriter((added?.entries.length ?? 0) + occurrences.length)
  const places = new ByteWriter((added?.places.length ?? 0) + occurrences.length * 2)
  if (added !== undefined) {
    entries.putBytes(added.entries)
    places.putBytes(added.places)
  }
  const first = added?.first ?? occurrences[0] ?? 0
  let last = added?.last ?? first
  for (let at = 0; at < occurrences.length; at += 3) {
    const entry = occurrences[at] ?? 0
    const packed = documents[entry - firstEntry]?.places ?? new Uint8Array()
    const reader = new ByteReader(packed, occurrences[at + 1])
    entries.putNumber(entry - last)
    entries.putNumber(reader.number())
    places.putBytes(packed, reader.at, occurrences[at + 2])
    last = entry
  }
  return { first, last, entries: entries.toBytes(), places: places.toBytes() }
}

/**
 * Words of documents that wait to be written into the index together. Whoever adds a document puts it in the queue of the index
 * in the same transaction, so that a program that ends before `write` finds out what is missing.
 */
export class WordBuffer {
  readonly #waiting = new Map<number, IndexedWords>()
  #bytes = 0

  add(document: number, words: IndexedWords): void {
    this.#waiting.set(document, words)
    this.#bytes += words.places.length + words.words.length
  }

  has(document: number): boolean {
    return this.#waiting.has(document)
  }

  /** Documents that wait. */
  get size(): number {
    return this.#waiting.size
  }

  get isFull(): boolean {
    return this.#waiting.size >= mostDocuments || this.#bytes >= mostBytes
  }

  /**
   * Writes what waits and takes it out of the queue. A document that is no longer in the queue was removed, or indexed anew as it is
   * now: the words in here are not its words any more. Runs in a transaction; call `clear` when that has ended.
   */
  write(db: WriteDb): void {
    const settle = statement<[number]>(db, 'DELETE FROM index_queue WHERE document = ?')
    writeWords(db, new Map([...this.#waiting].filter(([document]) => settle.run(document).changes > 0)))
  }

  clear(): void {
    this.#waiting.clear()
    this.#bytes = 0
  }
}

/** Writes the words of documents into the index, in place of those that they had. Runs in a transaction. */
export function writeWords(db: WriteDb, words: ReadonlyMap<number, IndexedWords>): void {
  if (words.size === 0) return
  const documents = [...words.values()]
  const firstEntry = takeEntries(db, documents.length)
  const occurrences = occurrencesOf(documents, firstEntry)
  // In the order of the table, so that neighbours are written one after another.
  for (const word of [...occurrences.keys()].sort()) {
    const tail = lastPiece(db, word)
    if (tail === undefined) for (const stem of stemsToKeep(word)) putForm(db, stem, word)
    putPiece(db, word, extend(tail, occurrences.get(word) ?? [], documents, firstEntry))
  }
  let entry = firstEntry
  for (const [document, { length, titleLength }] of words)
    putEntry(db, { document, entry: entry++, length, titleLength })
}
