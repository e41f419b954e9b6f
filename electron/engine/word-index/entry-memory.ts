import type { ReadDb } from '../database/connection.ts'
import { entriesFrom, nextEntry } from './word-index.store.ts'

type Numbers = Int32Array<ArrayBuffer>

function roomFor(array: Numbers, index: number): Numbers {
  if (index < array.length) return array
  const grown = new Int32Array(Math.max(1024, index + 1, array.length * 2))
  grown.set(array)
  return grown
}

/** Which document stands behind an entry of the index, and how long its text and title are: 16 bytes a document. */
export class EntryMemory {
  readonly #db: ReadDb
  #next = 0
  #documentOf = new Int32Array(0)
  #entryOf = new Int32Array(0)
  #length = new Int32Array(0)
  #titleLength = new Int32Array(0)
  #documents = 0
  #lengths = 0
  #titleLengths = 0

  constructor(db: ReadDb) {
    this.#db = db
  }

  /** Brings the memory up to what is committed. Answers whether anything had changed. */
  refresh(): boolean {
    const next = nextEntry(this.#db)
    if (next === this.#next) return false
    for (const row of entriesFrom(this.#db, this.#next)) this.#put(...row)
    this.#next = next
    return true
  }

  #put(document: number, entry: number, length: number, titleLength: number): void {
    this.#documentOf = roomFor(this.#documentOf, entry)
    this.#entryOf = roomFor(this.#entryOf, document)
    this.#length = roomFor(this.#length, document)
    this.#titleLength = roomFor(this.#titleLength, document)
    const before = this.#entryOf[document] ?? 0
    if (before === 0) this.#documents++
    else this.#documentOf[before] = 0
    this.#lengths += length - (this.#length[document] ?? 0)
    this.#titleLengths += titleLength - (this.#titleLength[document] ?? 0)
    this.#documentOf[entry] = document
    this.#entryOf[document] = entry
    this.#length[document] = length
    this.#titleLength[document] = titleLength
  }

  /** Documents by their entry; 0 for entries that were replaced. May be shorter than there are entries. */
  get documentOf(): Int32Array {
    return this.#documentOf
  }

  /** The entry of each document; 0 for one that is not indexed. May be shorter than there are documents. */
  get entryOf(): Int32Array {
    return this.#entryOf
  }

  /** Words in the text of each document. */
  get length(): Int32Array {
    return this.#length
  }

  get titleLength(): Int32Array {
    return this.#titleLength
  }

  get documents(): number {
    return this.#documents
  }

  /** Words in a text, on average; never 0. */
  get averageLength(): number {
    return Math.max(1, this.#lengths / Math.max(1, this.#documents))
  }

  get averageTitleLength(): number {
    return Math.max(1, this.#titleLengths / Math.max(1, this.#documents))
  }
}
