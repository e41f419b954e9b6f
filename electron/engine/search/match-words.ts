import { ByteReader } from '../language/bytes.ts'
import { PostingCursor, isInTitle } from '../word-index/posting-cursor.ts'
import { entriesOf } from '../word-index/word-index.store.ts'
import type { Matching } from './field-tests.ts'
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
  placesOf(forms: readonly Form[], wanted: Uint8Array): Map<number, number[]> {
    const { documentOf } = this.#source.memory.entries
    const found = new Map<number, number[]>()
    for (const { word } of forms) {
      const cursor = new PostingCursor(this.#source.db, word)
      while (cursor.next()) {
        const document = documentOf[cursor.entry] ?? 0
        if (wanted[document] !== 1) continue
        let places = found.get(document)
        if (places === undefined) found.set(document, (places = []))
        cursor.readPlaces(places, undefined)
      }
    }
    if (forms.length > 1) for (const places of found.values()) places.sort((a, b) => a - b)
    return found
  }

  /** Documents that have these words one after another, or with `within` near each other in any order. */
  phrase(words: readonly string[], within: number | undefined, scope?: Scope): Matched {
    const { db, memory } = this.#source
    const different = [...new Set(words)]
    const order = words.map((word) => different.indexOf(word))
    const cursors = different.map((word) => new PostingCursor(db, word))
    for (let entry = 1; meet(cursors, entry); entry++) {
      entry = cursors[0]?.entry ?? 0
      const document = memory.entries.documentOf[entry] ?? 0
      if (document === 0 || !memory.isPresent(document)) continue
      const places = cursors.map((cursor) => {
        const ofWord: number[] = []
        cursor.readPlaces(ofWord, scope)
        return ofWord
      })
      const { inTitle, inText } = within === undefined ? countRuns(places, order) : countNear(places, order, within)
      if (inTitle + inText > 0)
        this.#add(document, inTitle * this.#titleEvennessOf(document) + inText * this.evennessOf(document))
    }
    return this.#take()
  }
}

/** Brings the cursors to the first entry from this one on that all of them have. Answers false when there is none. */
function meet(cursors: readonly PostingCursor[], from: number): boolean {
  let entry = from
  for (let agreed = 0; agreed < cursors.length;) {
    agreed = 0
    for (const cursor of cursors) {
      if (!cursor.nextFrom(entry)) return false
      if (cursor.entry === entry) agreed++
      else {
        entry = cursor.entry
        break
      }
    }
  }
  return cursors.length > 0
}

interface Occurrences {
  readonly inTitle: number
  readonly inText: number
}

/** How often the words, by their place in `places`, stand one after another in this order. */
function countRuns(places: readonly (readonly number[])[], order: readonly number[]): Occurrences {
  const [first = 0, ...rest] = order
  let inTitle = 0
  let inText = 0
  for (const place of places[first] ?? []) {
    if (!rest.every((word, index) => places[word]?.includes(place + index + 1))) continue
    if (isInTitle(place)) inTitle++
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
    if (isInTitle(place)) inTitle++
    else inText++
    while (from <= at) release()
  }
  return { inTitle, inText }
}
