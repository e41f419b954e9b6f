import { ByteReader } from '../language/bytes.ts'
import { entriesOf, piecesOf } from '../word-index/word-index.store.ts'
import type { Matching } from './field-tests.ts'
import type { Scope } from './query-tree.ts'
import { type Form, formOf } from './word-forms.ts'

/** BM25's constants (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009): see `ranking.ts`. */
const lengthWeight = 0.75
const titleWeight = 2

/** Documents that answer a part of a query, in no order, each with how often, weighed by field and evened out by length. */
export interface Matched {
  readonly documents: Int32Array
  readonly frequencies: Float32Array
}

/** Places in texts are told from places in titles by this much. */
const textOffset = 1 << 20

/** Finds documents by the words of the index. Made for one question: it keeps room for one number a document. */
export class WordMatcher {
  readonly #source: Matching
  readonly #sums: Float32Array
  #touched: number[] = []

  constructor(source: Matching) {
    this.#source = source
    this.#sums = new Float32Array(source.memory.largest + 1)
  }

  #add(document: number, frequency: number): void {
    if (this.#sums[document] === 0) this.#touched.push(document)
    this.#sums[document] = (this.#sums[document] ?? 0) + frequency
  }

  #take(): Matched {
    const documents = Int32Array.from(this.#touched)
    const frequencies = new Float32Array(documents.length)
    documents.forEach((document, at) => {
      frequencies[at] = this.#sums[document] ?? 0
      this.#sums[document] = 0
    })
    this.#touched = []
    return { documents, frequencies }
  }

  /** How much one occurrence in the text counts: less in a text that is longer than most. */
  evennessOf(document: number): number {
    const { entries } = this.#source.memory
    return 1 / (1 - lengthWeight + lengthWeight * ((entries.length[document] ?? 0) / entries.averageLength))
  }

  #titleEvennessOf(document: number): number {
    const { entries } = this.#source.memory
    const relative = (entries.titleLength[document] ?? 0) / entries.averageTitleLength
    return titleWeight / (1 - lengthWeight + lengthWeight * relative)
  }

  #addForm(form: Form, scope: Scope | undefined): void {
    const { db, memory } = this.#source
    const { documentOf, length, titleLength, averageLength, averageTitleLength } = memory.entries
    const base = 1 - lengthWeight
    const perWord = lengthWeight / averageLength
    const perTitleWord = lengthWeight / averageTitleLength
    for (const [first, entries] of entriesOf(db, form.word)) {
      const reader = new ByteReader(entries)
      for (let entry = first; !reader.isAtEnd;) {
        entry += reader.number()
        const count = reader.number()
        const document = documentOf[entry] ?? 0
        if (document === 0 || !memory.isPresent(document)) continue
        const inTitle = scope === 'text' ? 0 : count & 3
        const inText = scope === 'title' ? 0 : count >>> 2
        if (inTitle + inText === 0) continue
        const frequency =
          inText / (base + perWord * (length[document] ?? 0)) +
          (inTitle === 0 ? 0 : (titleWeight * inTitle) / (base + perTitleWord * (titleLength[document] ?? 0)))
        this.#add(document, frequency * form.weight)
      }
    }
  }

  /** Documents that have any of these forms. */
  anyOf(forms: readonly Form[], scope?: Scope): Matched {
    for (const form of forms) this.#addForm(form, scope)
    return this.#take()
  }

  /** Where the forms stand in those documents that `wanted` marks, in ascending order. */
  placesOf(forms: readonly Form[], wanted: Uint8Array, scope?: Scope): Map<number, number[]> {
    const found = new Map<number, number[]>()
    for (const form of forms) this.#collectPlaces(form.word, wanted, scope, found)
    if (forms.length > 1) for (const places of found.values()) places.sort((a, b) => a - b)
    return found
  }

  #collectPlaces(word: string, wanted: Uint8Array, scope: Scope | undefined, into: Map<number, number[]>): void {
    const { documentOf } = this.#source.memory.entries
    for (const piece of piecesOf(this.#source.db, word)) {
      const entries = new ByteReader(piece.entries)
      const reader = new ByteReader(piece.places)
      // Places of documents in between are passed over in one go.
      let between = 0
      for (let entry = piece.first; !entries.isAtEnd;) {
        entry += entries.number()
        const count = entries.number()
        const document = documentOf[entry] ?? 0
        if (document === 0 || wanted[document] !== 1) {
          between += (count >>> 2) + (count & 3)
          continue
        }
        reader.skip(between)
        between = 0
        let places = into.get(document)
        if (places === undefined) into.set(document, (places = []))
        readPlaces(reader, count & 3, scope === 'text' ? undefined : places, 0)
        readPlaces(reader, count >>> 2, scope === 'title' ? undefined : places, textOffset)
      }
    }
  }

  /** Documents that have these words one after another, or with `within` near each other in any order. */
  phrase(words: readonly string[], within: number | undefined, scope?: Scope): Matched {
    const different = [...new Set(words)]
    const order = words.map((word) => different.indexOf(word))
    const wanted = this.#documentsWithAll(different)
    const places = different.map((word) => this.placesOf([formOf(word, 'word')], wanted, scope))
    for (const document of places[0]?.keys() ?? []) {
      const ofWords = places.map((each) => each.get(document) ?? [])
      const { inTitle, inText } = within === undefined ? countRuns(ofWords, order) : countNear(ofWords, order, within)
      if (inTitle + inText > 0)
        this.#add(document, inTitle * this.#titleEvennessOf(document) + inText * this.evennessOf(document))
    }
    return this.#take()
  }

  #documentsWithAll(different: readonly string[]): Uint8Array {
    const { memory } = this.#source
    const marks = new Uint8Array(memory.largest + 1)
    different.forEach((word, index) => {
      for (const document of this.anyOf([formOf(word, 'word')]).documents)
        if (marks[document] === index) marks[document] = index + 1
    })
    return marks.map((mark) => (mark === different.length ? 1 : 0))
  }
}

function readPlaces(reader: ByteReader, count: number, into: number[] | undefined, offset: number): void {
  if (into === undefined) {
    reader.skip(count)
    return
  }
  let place = offset
  for (let left = count; left > 0; left--) into.push((place += reader.number()))
}

interface Occurrences {
  readonly inTitle: number
  readonly inText: number
}

/** How often the words, by their place in `places`, stand one after another in this order. */
function countRuns(places: readonly (readonly number[])[], order: readonly number[]): Occurrences {
  const [first = 0, ...rest] = order
  const sets = places.map((each) => new Set(each))
  let inTitle = 0
  let inText = 0
  for (const place of places[first] ?? []) {
    if (!rest.every((word, index) => sets[word]?.has(place + index + 1))) continue
    if (place < textOffset) inTitle++
    else inText++
  }
  return { inTitle, inText }
}

/**
 * Stretches that hold all the words, each as often as it was asked for, with at most `within` others between them. Stretches that
 * are counted do not overlap.
 */
function countNear(places: readonly (readonly number[])[], order: readonly number[], within: number): Occurrences {
  const inOrder = places
    .flatMap((each, word) => each.map((place) => ({ place, word })))
    .sort((a, b) => a.place - b.place)
  const longest = order.length + within
  // How many more of each word the stretch needs; below 0 where it has some to spare.
  const needed = places.map((_, word) => order.filter((each) => each === word).length)
  let missing = order.length
  let inTitle = 0
  let inText = 0
  let from = 0
  const release = (): void => {
    const word = inOrder[from++]?.word ?? 0
    if ((needed[word] = (needed[word] ?? 0) + 1) > 0) missing++
  }
  for (const [at, { place, word }] of inOrder.entries()) {
    if ((needed[word] = (needed[word] ?? 0) - 1) >= 0) missing--
    while (place - (inOrder[from]?.place ?? place) >= longest) release()
    if (missing > 0) continue
    if (place < textOffset) inTitle++
    else inText++
    while (from <= at) release()
  }
  return { inTitle, inText }
}
