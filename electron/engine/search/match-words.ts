import type { ReadDb } from '../database/connection.ts'
import { ByteReader } from '../language/bytes.ts'
import type { EntryMemory } from '../word-index/entry-memory.ts'
import { entriesOf, piecesOf } from '../word-index/word-index.store.ts'
import type { Scope } from './query-tree.ts'
import type { Form } from './word-forms.ts'

/** BM25's constants (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009): see `ranking.ts`. */
const lengthWeight = 0.75
const titleWeight = 2

/** Documents that answer a part of a query, in no order, each with how often, weighed by field and evened out by length. */
export interface Matched {
  readonly documents: Int32Array
  readonly frequencies: Float32Array
}

/** What matching needs of an archive. */
export interface MatchSource {
  readonly db: ReadDb
  readonly memory: {
    readonly entries: EntryMemory
    readonly largest: number
    isPresent(document: number): boolean
  }
}

/** Places in texts are told from places in titles by this much. */
const textOffset = 1 << 20

/** Finds documents by the words of the index. Made for one question: it keeps room for one number a document. */
export class WordMatcher {
  readonly #source: MatchSource
  readonly #sums: Float32Array
  #touched: number[] = []

  constructor(source: MatchSource) {
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
    const wanted = this.#documentsWithAll(words)
    const exact = words.map((word): readonly Form[] => [{ word, weight: 1, reason: 'word' }])
    const places = exact.map((forms) => this.placesOf(forms, wanted, scope))
    for (const document of places[0]?.keys() ?? []) {
      const ofWords = places.map((each) => each.get(document) ?? [])
      const found = within === undefined ? countRuns(ofWords) : countNear(ofWords, within)
      if (found.inTitle + found.inText === 0) continue
      const { inTitle, inText } = found
      this.#add(document, inTitle * this.#titleEvennessOf(document) + inText * this.evennessOf(document))
    }
    return this.#take()
  }

  #documentsWithAll(words: readonly string[]): Uint8Array {
    const { memory } = this.#source
    const marks = new Uint8Array(memory.largest + 1)
    const different = [...new Set(words)]
    different.forEach((word, index) => {
      for (const document of this.anyOf([{ word, weight: 1, reason: 'word' }]).documents)
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

function countRuns(places: readonly (readonly number[])[]): Occurrences {
  const rest = places.slice(1).map((each) => new Set(each))
  let inTitle = 0
  let inText = 0
  for (const place of places[0] ?? []) {
    if (!rest.every((each, index) => each.has(place + index + 1))) continue
    if (place < textOffset) inTitle++
    else inText++
  }
  return { inTitle, inText }
}

/**
 * Stretches that hold all the words, each as often as it was asked for, with at most `within` others between them. Stretches that
 * are counted do not overlap.
 */
function countNear(places: readonly (readonly number[])[], within: number): Occurrences {
  const inOrder = places
    .flatMap((each, word) => each.map((place) => ({ place, word })))
    .sort((a, b) => a.place - b.place)
  const longest = places.length + within
  const held = places.map(() => 0)
  let missing = places.length
  let inTitle = 0
  let inText = 0
  let from = 0
  for (const { place, word } of inOrder) {
    held[word] = (held[word] ?? 0) + 1
    if (held[word] === 1) missing--
    for (; place - (inOrder[from]?.place ?? place) >= longest; from++)
      missing += release(held, inOrder[from]?.word ?? 0)
    if (missing > 0) continue
    if (place < textOffset) inTitle++
    else inText++
    for (; from < inOrder.length && (inOrder[from]?.place ?? place + 1) <= place; from++)
      missing += release(held, inOrder[from]?.word ?? 0)
  }
  return { inTitle, inText }
}

function release(held: number[], word: number): 0 | 1 {
  held[word] = (held[word] ?? 0) - 1
  return held[word] === 0 ? 1 : 0
}
