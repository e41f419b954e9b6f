import { type Matching, fieldTest } from './field-tests.ts'
import { type Matched, WordMatcher } from './match-words.ts'
import { type ConceptNode, type QueryNode, type WordsNode, asksForWords } from './query-tree.ts'
import type { Question, WantedWord } from './question.ts'
import { foldedWords } from './query-words.ts'
import { type Leaf, rarity } from './ranking.ts'
import { type Form, formOf } from './word-forms.ts'

/** One byte a document: 1 for those that are in the set. */
export type DocumentSet = Uint8Array

/** Finds which documents answer the parts of a query, and keeps what each positive word found, for ranking. */
export class QueryEvaluation {
  readonly matcher: WordMatcher
  readonly #matching: Matching
  readonly #question: Question
  readonly #leaves = new Map<string, Leaf>()
  readonly #matched = new Map<string, Matched>()
  #place = 0

  constructor(matching: Matching, question: Question) {
    this.#matching = matching
    this.#question = question
    this.matcher = new WordMatcher(matching)
  }

  /** The positive words that were met so far, in the order of the query. */
  get leaves(): readonly Leaf[] {
    return [...this.#leaves.values()]
  }

  #emptySet(): DocumentSet {
    return new Uint8Array(this.#matching.memory.largest + 1)
  }

  #setOf(documents: Int32Array): DocumentSet {
    const set = this.#emptySet()
    for (const document of documents) set[document] = 1
    return set
  }

  /** Keeps what a positive word found. A word that stands in the query again counts again. */
  #keep(key: string, forms: readonly Form[], matched: Matched, place: number): void {
    const { documents } = this.#matching.memory.entries
    const known = this.#leaves.get(key)
    if (known !== undefined) this.#leaves.set(key, { ...known, times: known.times + 1 })
    else this.#leaves.set(key, { forms, matched, times: 1, place, rarity: rarity(documents, matched.documents.length) })
  }

  /** A set with more documents in it. */
  #with(set: DocumentSet | undefined, documents: Int32Array): DocumentSet {
    if (set === undefined) return this.#setOf(documents)
    for (const document of documents) set[document] = 1
    return set
  }

  #match(key: string, match: () => Matched): Matched {
    let matched = this.#matched.get(key)
    if (matched === undefined) this.#matched.set(key, (matched = match()))
    return matched
  }

  /** The documents that answer a part of the query; `undefined` when it asks for nothing that documents could lack. */
  find(node: QueryNode, isWanted = true): DocumentSet | undefined {
    if (asksForWords(node)) return this.#words(node, isWanted)
    switch (node.type) {
      case 'field': {
        if (node.field === 'widen') return undefined
        const test = fieldTest(this.#matching, node)
        const set = this.#emptySet()
        for (let document = 1; document < set.length; document++)
          if (this.#matching.memory.isPresent(document) && test(document)) set[document] = 1
        return set
      }
      case 'concept':
        return this.#concept(node, isWanted)
      case 'not': {
        const inner = this.find(node.child, false)
        return inner === undefined ? undefined : this.#complement(inner)
      }
      case 'and':
        return intersect(node.children.map((child) => this.find(child, isWanted)))
      case 'or':
        return unite(node.children.map((child) => this.find(child, isWanted)))
    }
  }

  #complement(set: DocumentSet): DocumentSet {
    const { memory } = this.#matching
    const rest = memory.presentSet()
    for (let document = 0; document < rest.length; document++) if (set[document] === 1) rest[document] = 0
    return rest
  }

  #words(node: WordsNode, isWanted: boolean): DocumentSet | undefined {
    const before = this.#place
    const words = foldedWords(node.text)
    this.#place += words.length
    const scope = node.scope ?? ''
    if (node.type === 'phrase') {
      const key = `"${words.join(' ')}"${node.within ?? ''}${scope}`
      const matched = this.#match(key, () => this.matcher.phrase(words, node.within, node.scope))
      const forms = words.map((word) => formOf(word, 'word'))
      if (isWanted) this.#keep(key, forms, matched, before)
      return this.#setOf(matched.documents)
    }
    const sets: (DocumentSet | undefined)[] = []
    for (const wanted of this.#question.wordsOf(node)) {
      const own = this.#wantedWord(wanted, node, isWanted, before + wanted.offset)
      const { joined } = wanted
      if (joined === undefined) sets.push(own)
      // Halves of a hyphenated pair: both, or the pair written as one word.
      else {
        const asOne = this.#match(`${wanted.key}+${scope}`, () => this.matcher.anyOf(joined, node.scope))
        sets.push(unite([intersect([sets.pop(), own]), this.#setOf(asOne.documents)]))
      }
    }
    return intersect(sets)
  }

  /** Documents that have the words, or a term that says the same. */
  #concept(node: ConceptNode, isWanted: boolean): DocumentSet | undefined {
    const own = intersect(node.children.map((child) => this.find(child, isWanted)))
    const place = this.#place
    const key = `concept ${node.label} ${node.scope ?? ''}`
    const matched = this.#match(key, () => this.matcher.anyTerm(this.#question.termsOf(node), node.scope))
    const either = this.#with(own, matched.documents)
    if (isWanted && matched.documents.length > 0) {
      this.#keep(key, [], matched, place)
      // A term is no rarer than what it stands for: else a word that a few texts have would outweigh the one that was asked for.
      const known = this.#leaves.get(key)
      const having = sizeOf(either)
      const most = rarity(this.#matching.memory.entries.documents, having)
      if (known !== undefined) this.#leaves.set(key, { ...known, rarity: Math.min(known.rarity, most) })
    }
    return either
  }

  #wantedWord({ key, forms }: WantedWord, { scope }: WordsNode, isWanted: boolean, place: number): DocumentSet {
    const keyInScope = `${key}:${scope ?? ''}`
    const matched = this.#match(keyInScope, () => this.matcher.anyOf(forms, scope))
    if (isWanted) this.#keep(keyInScope, forms, matched, place)
    return this.#setOf(matched.documents)
  }
}

function sizeOf(set: DocumentSet | undefined): number {
  let size = 0
  if (set !== undefined) for (let document = 0; document < set.length; document++) size += set[document] ?? 0
  return size
}

/** Takes out of a set what is not in another. */
export function keepOnly(set: DocumentSet, other: DocumentSet): void {
  for (let document = 0; document < set.length; document++)
    set[document] = (set[document] ?? 0) & (other[document] ?? 0)
}

/** What is in all of the sets; `undefined` when none says anything. Changes the first of them. */
function intersect(sets: readonly (DocumentSet | undefined)[]): DocumentSet | undefined {
  const [first, ...others] = sets.filter((set) => set !== undefined)
  if (first !== undefined) for (const other of others) keepOnly(first, other)
  return first
}

/** What is in any of the sets; `undefined` when none says anything. Changes the first of them. */
function unite(sets: readonly (DocumentSet | undefined)[]): DocumentSet | undefined {
  const [first, ...others] = sets.filter((set) => set !== undefined)
  if (first !== undefined)
    for (const other of others)
      for (let document = 0; document < first.length; document++)
        first[document] = (first[document] ?? 0) | (other[document] ?? 0)
  return first
}
