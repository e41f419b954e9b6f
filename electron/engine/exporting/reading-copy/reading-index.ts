import lunr from 'lunr'
import { readingFields } from '../../../contract/reading-copy.ts'
import type { Language } from '../../../contract/vocabulary.ts'
import { eachTerm } from '../../language/reading-terms.ts'

// The constants of Lunr's ranking (BM25), as its builder has them when nobody sets others.
const b = 0.75
const k1 = 1.2

/** A field of a document: where in the pool its terms stand, in the order of their numbers, each followed there by how often. */
interface FieldVector {
  readonly reference: string
  readonly field: number
  readonly from: number
  readonly to: number
  readonly length: number
}

/** As long an array as is asked for, with what this one holds. */
function lengthened(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  if (length <= array.length) return array
  const longer = new Int32Array(Math.max(length, array.length * 2))
  longer.set(array)
  return longer
}

const scores: string[] = []

/** A score as Lunr writes it: three decimal places at most. */
function scoreText(score: number): string {
  const thousandths = Math.round(score * 1000)
  return (scores[thousandths] ??= String(thousandths / 1000))
}

/**
 * A Lunr index over some documents, in the form in which Lunr serialises its own. Written without Lunr's builder, which takes ten
 * times as long over the same terms; a test holds the two together.
 */
export class ReadingIndex {
  readonly #first: number
  readonly #numbers = new Map<string, number>()
  /** For each term and field, the documents that have it there. */
  readonly #holders: string[][] = []
  readonly #vectors: FieldVector[] = []
  readonly #lengths = readingFields.map(() => 0)
  #counts = new Int32Array(1 << 12)
  // One for all: an array for each field of each document would keep the collector of garbage busy.
  #pool = new Int32Array(1 << 14)
  #pooled = 0
  #documents = 0

  /** References of the documents count from `first`. */
  constructor(first: number) {
    this.#first = first
  }

  get size(): number {
    return this.#documents
  }

  /** Every different term so far. */
  terms(): IterableIterator<string> {
    return this.#numbers.keys()
  }

  add(fields: { readonly title: string; readonly text: string }, language: Language): void {
    const reference = String(this.#first + this.#documents++)
    for (const [field, { name }] of readingFields.entries())
      this.#addField(reference, field, (take) => eachTerm(fields[name], language, take))
  }

  #numberOf(term: string): number {
    const known = this.#numbers.get(term)
    if (known !== undefined) return known
    const number = this.#numbers.size
    this.#numbers.set(term, number)
    this.#counts = lengthened(this.#counts, number + 1)
    return number
  }

  #addField(reference: string, field: number, each: (take: (term: string) => void) => void): void {
    const from = this.#pooled
    let different = 0
    let length = 0
    each((term) => {
      const number = this.#numberOf(term)
      length++
      const before = this.#counts[number] ?? 0
      this.#counts[number] = before + 1
      if (before > 0) return
      this.#pool = lengthened(this.#pool, from + 2 * (different + 1))
      this.#pool[from + different++] = number
    })
    const terms = this.#pool.subarray(from, from + different).sort()
    // From the end, so that a pair never covers a term that is still to be moved.
    for (let at = different - 1; at >= 0; at--) {
      const number = terms[at] ?? 0
      this.#pool[from + 2 * at + 1] = this.#counts[number] ?? 0
      this.#pool[from + 2 * at] = number
      this.#counts[number] = 0
    }
    this.#pooled = from + 2 * different
    for (let at = from; at < this.#pooled; at += 2) this.#hold(this.#pool[at] ?? 0, field, reference)
    this.#lengths[field] = (this.#lengths[field] ?? 0) + length
    this.#vectors.push({ reference, field, from, to: this.#pooled, length })
  }

  #hold(number: number, field: number, reference: string): void {
    const place = number * readingFields.length + field
    const holders = this.#holders[place]
    if (holders === undefined) this.#holders[place] = [reference]
    else holders.push(reference)
  }

  #holdersOf(number: number, field: number): readonly string[] {
    return this.#holders[number * readingFields.length + field] ?? []
  }

  /** How rare each term is, by its number. */
  #rarities(): Float64Array {
    return Float64Array.from({ length: this.#numbers.size }, (_, number) => {
      const holders = readingFields.reduce((sum, _field, field) => sum + this.#holdersOf(number, field).length, 0)
      return Math.log(1 + Math.abs((this.#documents - holders + 0.5) / (holders + 0.5)))
    })
  }

  #vectorText({ reference, field, from, to, length }: FieldVector, rarities: Float64Array): string {
    const { name, boost } = readingFields[field] ?? readingFields[0]
    const average = (this.#lengths[field] ?? 0) / this.#documents
    const weight = k1 * (1 - b + b * (length / average))
    const parts: string[] = []
    for (let at = from; at < to; at += 2) {
      const number = this.#pool[at] ?? 0
      const count = this.#pool[at + 1] ?? 0
      const score = (((rarities[number] ?? 0) * ((k1 + 1) * count)) / (weight + count)) * boost
      parts.push(`${number},${scoreText(score)}`)
    }
    return `["${name}/${reference}",[${parts.join(',')}]]`
  }

  #postingText(term: string, number: number): string {
    const fields = readingFields.map(({ name }, field) => {
      const holders = this.#holdersOf(number, field)
      return holders.length === 0 ? `"${name}":{}` : `"${name}":{"${holders.join('":{},"')}":{}}`
    })
    return `[${JSON.stringify(term)},{"_index":${number},${fields.join(',')}}]`
  }

  /** The index as JSON. */
  toJson(): string {
    const rarities = this.#rarities()
    const vectors = this.#vectors.map((vector) => this.#vectorText(vector, rarities))
    const terms = [...this.#numbers.keys()].sort()
    const postings = terms.map((term) => this.#postingText(term, this.#numbers.get(term) ?? 0))
    const fields = JSON.stringify(readingFields.map(({ name }) => name))
    return `{"version":${JSON.stringify(lunr.version)},"fields":${fields},"fieldVectors":[${vectors.join(',')}],"invertedIndex":[${postings.join(',')}],"pipeline":[]}`
  }
}
