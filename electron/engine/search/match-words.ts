import { ByteReader } from '../language/bytes.ts'
import { FormsCursor } from '../word-index/forms-cursor.ts'
import { PostingCursor, isInTitle } from '../word-index/posting-cursor.ts'
import { entriesOf } from '../word-index/word-index.store.ts'
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

/** Finds documents by the words of the index. Made for one question: it keeps room for two numbers a document. */
export class WordMatcher {
  readonly #source: Matching
  readonly #sums: Float32Array
  readonly #touched: Int32Array
  #count = 0

  constructor(source: Matching) {
    this.#source = source
    this.#sums = new Float32Array(source.memory.largest + 1)
    this.#touched = new Int32Array(source.memory.largest + 1)
  }

  #add(document: number, frequency: number): void {
    const before = this.#sums[document] ?? 0
    if (before === 0) this.#touched[this.#count++] = document
    this.#sums[document] = before + frequency
  }

  #take(): Matched {
    const documents = this.#touched.slice(0, this.#count)
    const frequencies = new Float32Array(documents.length)
    for (let at = 0; at < documents.length; at++) {
      const document = documents[at] ?? 0
      frequencies[at] = this.#sums[document] ?? 0
      this.#sums[document] = 0
    }
    this.#count = 0
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

  #kept(key: string, match: () => Matched): Matched {
    return this.#source.memory.matches.get(key, match)
  }

  /** Documents that have any of these forms. */
  anyOf(forms: readonly Form[], scope?: Scope): Matched {
    return this.#kept(keyOf([forms], scope), () => {
      for (const form of forms) this.#addForm(form, scope)
      return this.#take()
    })
  }

  /**
   * Documents that have any of these terms: one word in any of its forms, or several in their order, with no more than two others
   * between two of them.
   */
  anyTerm(terms: readonly (readonly (readonly Form[])[])[], scope?: Scope): Matched {
    return this.#kept(`terms ${terms.map((words) => keyOf(words, scope)).join(' | ')}`, () => {
      for (const words of terms) {
        if (words.length === 1) for (const form of words[0] ?? []) this.#addForm(form, scope)
        else this.#addTogether(words, { gap: termGap }, scope)
      }
      return this.#take()
    })
  }

  /** Where the forms stand in those documents that `wanted` marks, in ascending order. Meant for a few hundred documents. */
  placesOf(forms: readonly Form[], wanted: readonly number[]): Map<number, number[]> {
    const { entries } = this.#source.memory
    const found = new Map<number, number[]>()
    const asked = wanted.map((document) => entries.entryOf[document] ?? 0).sort((a, b) => a - b)
    const isAsked = new Set(asked)
    for (const { word } of forms) {
      const cursor = PostingCursor.over(this.#source.db, word, asked)
      while (cursor.next()) {
        if (!isAsked.has(cursor.entry)) continue
        const document = entries.documentOf[cursor.entry] ?? 0
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
    const forms = words.map((word) => [formOf(word, 'word')])
    return this.#together(forms, within === undefined ? { gap: 1 } : { within }, scope)
  }

  /** Documents in which words stand together, each in any of its forms. */
  #together(words: readonly (readonly Form[])[], how: Togetherness, scope: Scope | undefined): Matched {
    return this.#kept(`${keyOf(words, scope)} ${JSON.stringify(how)}`, () => {
      this.#addTogether(words, how, scope)
      return this.#take()
    })
  }

  #addTogether(words: readonly (readonly Form[])[], how: Togetherness, scope: Scope | undefined): void {
    const { db, memory } = this.#source
    const different = [...new Map(words.map((forms) => [keyOf([forms]), forms])).values()]
    const keys = different.map((forms) => keyOf([forms]))
    const order = words.map((forms) => keys.indexOf(keyOf([forms])))
    const weight = words[0]?.[0]?.weight ?? 1
    const cursors = different.map(
      (forms) =>
        new FormsCursor(
          db,
          forms.map(({ word }) => word),
        ),
    )
    const places = cursors.map((): number[] => [])
    for (let entry = 1; meet(cursors, entry); entry++) {
      entry = cursors[0]?.entry ?? 0
      const document = memory.entries.documentOf[entry] ?? 0
      if (document === 0 || !memory.isPresent(document)) continue
      cursors.forEach((cursor, at) => {
        const ofWord = places[at] ?? []
        ofWord.length = 0
        cursor.readPlaces(ofWord, scope)
      })
      const { inTitle, inText } =
        'within' in how ? countNear(places, order, how.within) : countRuns(places, order, how.gap)
      if (inTitle + inText === 0) continue
      const frequency = inTitle * this.#titleEvennessOf(document) + inText * this.evennessOf(document)
      this.#add(document, frequency * weight)
    }
  }
}

/** In this order, each at most `gap` places behind the one before; or in any order, with so many others between them. */
type Togetherness = { readonly gap: number } | { readonly within: number }

/** Words of one term stand no further apart than this: `ministère de la défense`. */
export const termGap = 3

const keyOf = (words: readonly (readonly Form[])[], scope?: Scope): string =>
  `${scope ?? ''}:${words.map((forms) => forms.map(({ word, weight }) => `${word}${weight}`).join(',')).join(' ')}`

/** Brings the cursors to the first entry from this one on that all of them have. Answers false when there is none. */
function meet(cursors: readonly FormsCursor[], from: number): boolean {
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

/** How often the words, by their place in `places`, stand in this order, each at most `gap` places behind the one before. */
function countRuns(places: readonly (readonly number[])[], order: readonly number[], gap: number): Occurrences {
  const [first = 0, ...rest] = order
  let inTitle = 0
  let inText = 0
  for (const place of places[first] ?? []) {
    let at: number | undefined = place
    for (const word of rest) {
      const last: number = at
      at = places[word]?.find((each) => each > last && each <= last + gap)
      if (at === undefined) break
    }
    if (at === undefined) continue
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
