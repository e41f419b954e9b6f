import type { ReadDb } from '../database/connection.ts'
import { type SignatureRow, allSignatures, newestChange, signaturesChangedAfter } from './editions.store.ts'
import { isComparable, keptFigures, nameWithoutLanguage, sketchFigures } from './likeness.rules.ts'
import { mix, sketchSize } from './signature.rules.ts'

function hashText(text: string): number {
  let hash = text.length
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash, 31) + text.charCodeAt(at)
  return mix(hash)
}

/** So many hexadecimal digits of a hash fit into a number exactly. */
const keyDigits = 13

/**
 * The signatures of all documents in arrays indexed by the document's number: 400 bytes a document, so that one document can be
 * held against all others in some milliseconds. Follows the change feed. It is made at the first question about editions.
 */
export class EditionMemory {
  readonly #db: ReadDb
  #version = -1
  #capacity = 0
  /** Sketches one after another; that of document n begins at n times the size of a sketch. */
  sketches = new Uint32Array(0)
  #words = new Uint32Array(0)
  #textKeys = new Float64Array(0)
  #figures = new Uint32Array(0)
  #figureCounts = new Uint8Array(0)
  #nameKeys = new Uint32Array(0)
  #namesLanguage = new Uint8Array(0)

  constructor(db: ReadDb) {
    this.#db = db
  }

  /** Brings the memory up to what is committed. Call it at the beginning of every question. `largest`: of all numbers there are. */
  refresh(largest: number): void {
    const newest = newestChange(this.#db)
    this.#reserve(largest)
    if (newest === this.#version) return
    const rows = this.#version === -1 ? allSignatures(this.#db) : signaturesChangedAfter(this.#db, this.#version)
    for (const row of rows) this.#put(row)
    this.#version = newest
  }

  #reserve(largest: number): void {
    if (largest < this.#capacity) return
    // A quarter more than is needed: an import adds documents by the dozen, and every growth copies all.
    this.#capacity = Math.ceil((largest + 1) * 1.25)
    const grown = <T extends Uint8Array | Uint32Array | Float64Array>(old: T, made: T): T => {
      made.set(old)
      return made
    }
    this.sketches = grown(this.sketches, new Uint32Array(this.#capacity * sketchSize))
    this.#words = grown(this.#words, new Uint32Array(this.#capacity))
    this.#textKeys = grown(this.#textKeys, new Float64Array(this.#capacity))
    this.#figures = grown(this.#figures, new Uint32Array(this.#capacity * keptFigures))
    this.#figureCounts = grown(this.#figureCounts, new Uint8Array(this.#capacity))
    this.#nameKeys = grown(this.#nameKeys, new Uint32Array(this.#capacity))
    this.#namesLanguage = grown(this.#namesLanguage, new Uint8Array(this.#capacity))
  }

  #put(row: SignatureRow): void {
    const { document, shingles } = row
    this.#reserve(document)
    const isWhole = shingles.byteLength === sketchSize * Uint32Array.BYTES_PER_ELEMENT
    this.#words[document] = isWhole && isComparable(row.words) ? row.words : 0
    if (isWhole) new Uint8Array(this.sketches.buffer).set(shingles, document * shingles.byteLength)
    this.#textKeys[document] = row.text_hash === '' ? 0 : Number.parseInt(row.text_hash.slice(0, keyDigits), 16)
    const figures = row.figures === '[]' ? [] : sketchFigures(JSON.parse(row.figures) as string[])
    this.#figures.set(figures, document * keptFigures)
    this.#figureCounts[document] = figures.length
    const { stem, namesLanguage } = nameWithoutLanguage(row.name)
    this.#nameKeys[document] = hashText(stem)
    this.#namesLanguage[document] = namesLanguage ? 1 : 0
  }

  /** Changes whenever a document did. */
  get version(): number {
    return this.#version
  }

  /** Words of a document; 0 for one whose text is too short to be compared. */
  wordsOf(number: number): number {
    return this.#words[number] ?? 0
  }

  /** The same number for the same words in the same order; 0 where there are too few. */
  textKeyOf(number: number): number {
    return this.#textKeys[number] ?? 0
  }

  figuresOf(number: number): Uint32Array {
    const from = number * keptFigures
    return this.#figures.subarray(from, from + (this.#figureCounts[number] ?? 0))
  }

  /** The same number for file names that are the same but for a language. */
  nameKeyOf(number: number): number {
    return this.#nameKeys[number] ?? 0
  }

  /** Whether the names of two files are the same but for the language that at least one of them names. */
  areNamesAlike(first: number, second: number): boolean {
    return (
      this.#nameKeys[first] === this.#nameKeys[second] &&
      (this.#namesLanguage[first] === 1 || this.#namesLanguage[second] === 1)
    )
  }
}

const memories = new WeakMap<ReadDb, EditionMemory>()

/** The memory of a connection; made when it is first asked for, since most sessions never ask. */
export function editionMemoryOf(db: ReadDb): EditionMemory {
  let memory = memories.get(db)
  if (memory === undefined) memories.set(db, (memory = new EditionMemory(db)))
  return memory
}
