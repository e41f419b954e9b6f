import lunr from 'lunr'
import { readingFields } from '../../../contract/reading-copy.ts'
import type { Language } from '../../../contract/vocabulary.ts'
import { eachTerm } from '../../language/reading-terms.ts'

// The constants of Lunr's ranking (BM25), as its builder has them when nobody sets others.
const b = 0.75
const k1 = 1.2

/** Which terms a field of a document has, in the order of their numbers, and how often. */
interface FieldVector {
  readonly reference: string
  readonly field: number
  readonly terms: Int32Array
  readonly counts: Int32Array
  readonly length: number
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
    if (number >= this.#counts.length) {
      const longer = new Int32Array(number * 2)
      longer.set(this.#counts)
      this.#counts = longer
    }
    return number
  }

  #addField(reference: string, field: number, each: (take: (term: string) => void) => void): void {
    const found: number[] = []
    let length = 0
    each((term) => {
      const number = this.#numberOf(term)
      length++
      const before = this.#counts[number] ?? 0
      if (before === 0) found.push(number)
      this.#counts[number] = before + 1
    })
    const terms = Int32Array.from(found).sort()
    const counts = terms.map((number) => this.#counts[number] ?? 0)
    for (const number of terms) {
      this.#counts[number] = 0
      const place = number * readingFields.length + field
      const holders = this.#holders[place]
      if (holders === undefined) this.#holders[place] = [reference]
      else holders.push(reference)
    }
    this.#lengths[field] = (this.#lengths[field] ?? 0) + length
    this.#vectors.push({ reference, field, terms, counts, length })
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

  #vectorText({ reference, field, terms, counts, length }: FieldVector, rarities: Float64Array): string {
    const { name, boost } = readingFields[field] ?? readingFields[0]
    const average = (this.#lengths[field] ?? 0) / this.#documents
    const weight = k1 * (1 - b + b * (length / average))
    const parts: string[] = []
    for (let at = 0; at < terms.length; at++) {
      const [number = 0, count = 0] = [terms[at], counts[at]]
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
