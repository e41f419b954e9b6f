import { type Matching, fieldTest } from './field-tests.ts'
import { type Matched, WordMatcher } from './match-words.ts'
import { type ParsedQuery, type QueryNode, type WordsNode, asksForWords } from './query-tree.ts'
import { type Analysis, type QueryWord, foldedWords, queryWords } from './query-words.ts'
import { type Leaf, rarity } from './ranking.ts'
import { type Form, formOf, inflectedForms, misspeltForms, prefixForms } from './word-forms.ts'

/** One byte a document: 1 for those that are in the set. */
export type DocumentSet = Uint8Array

/** What a part of the query finds. No set: it asks for nothing that documents could lack (function words). */
interface Part {
  readonly set: DocumentSet | undefined
}

/** Finds which documents answer the parts of a query, and keeps what each positive word found, for ranking. */
export class QueryEvaluation {
  readonly matcher: WordMatcher
  readonly #matching: Matching
  readonly #analysis: Analysis
  readonly #leaves = new Map<string, Leaf>()
  #place = 0

  constructor(matching: Matching, analysis: Analysis) {
    this.#matching = matching
    this.#analysis = analysis
    this.matcher = new WordMatcher({ db: matching.db, memory: matching.memory })
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

  #keep(key: string, forms: readonly Form[], matched: Matched): void {
    const { documents } = this.#matching.memory.entries
    const known = this.#leaves.get(key)
    if (known !== undefined) this.#leaves.set(key, { ...known, times: known.times + 1 })
    else {
      const leaf = { forms, matched, times: 1, place: this.#place, rarity: rarity(documents, matched.documents.length) }
      this.#leaves.set(key, leaf)
    }
  }

  /** The documents that answer a part of the query; `undefined` when it asks for nothing. */
  find(node: QueryNode, isWanted = true): DocumentSet | undefined {
    return this.#part(node, isWanted).set
  }

  #part(node: QueryNode, isWanted: boolean): Part {
    if (asksForWords(node)) return { set: this.#words(node, isWanted) }
    switch (node.type) {
      case 'field': {
        const test = fieldTest(this.#matching, node)
        const set = this.#emptySet()
        for (let document = 1; document < set.length; document++)
          if (this.#matching.memory.isPresent(document) && test(document)) set[document] = 1
        return { set }
      }
      case 'not': {
        const inner = this.#part(node.child, false).set
        return { set: inner === undefined ? undefined : this.#complement(inner) }
      }
      case 'and':
        return { set: intersect(node.children.map((child) => this.#part(child, isWanted).set)) }
      case 'or':
        return { set: unite(node.children.map((child) => this.#part(child, isWanted).set)) }
    }
  }

  #complement(set: DocumentSet): DocumentSet {
    const { memory } = this.#matching
    return set.map((mark, document) => (mark === 0 && memory.isPresent(document) ? 1 : 0))
  }

  #words(node: WordsNode, isWanted: boolean): DocumentSet | undefined {
    if (node.type === 'word') return this.#plainWords(node, isWanted)
    if (node.type === 'phrase') {
      const words = foldedWords(node.text)
      this.#place += words.length
      const matched = this.matcher.phrase(words, node.within, node.scope)
      const forms = words.map((word) => formOf(word, 'word'))
      if (isWanted) this.#keep(`"${words.join(' ')}"${node.within ?? ''}${node.scope ?? ''}`, forms, matched)
      return this.#setOf(matched.documents)
    }
    return intersect(foldedWords(node.text).map((word) => this.#specialWord(node, word, isWanted)))
  }

  #specialWord(node: WordsNode, word: string, isWanted: boolean): DocumentSet {
    this.#place++
    const forms = this.#specialForms(node, word)
    const matched = this.matcher.anyOf(forms, node.scope)
    if (isWanted) this.#keep(`${node.type}:${word}:${node.scope ?? ''}`, forms, matched)
    return this.#setOf(matched.documents)
  }

  #specialForms(node: WordsNode, word: string): readonly Form[] {
    const { db } = this.#matching
    if (node.type === 'prefix') return prefixForms(db, word)
    return node.type === 'fuzzy' ? misspeltForms(db, word, node.edits) : [formOf(word, 'word')]
  }

  #plainWords(node: WordsNode, isWanted: boolean): DocumentSet | undefined {
    const sets: (DocumentSet | undefined)[] = []
    for (const word of queryWords(node.text, this.#analysis)) {
      this.#place++
      if (word.isStopWord) continue
      const own = this.#plainWord(word, node, isWanted)
      if (word.joined === undefined) sets.push(own)
      // Halves of a hyphenated pair: both, or the pair written as one word.
      else sets.push(unite([intersect([sets.pop(), own]), this.#joinedWord(word.joined, node)]))
    }
    return intersect(sets)
  }

  #plainWord(word: QueryWord, node: WordsNode, isWanted: boolean): DocumentSet {
    const { db } = this.#matching
    const forms = [...inflectedForms(db, word.exact, this.#analysis.languages)]
    if (word.joined !== undefined) forms.push(...inflectedForms(db, word.joined, this.#analysis.languages))
    const matched = this.matcher.anyOf(forms, node.scope)
    if (isWanted) this.#keep(`${word.exact}:${node.scope ?? ''}`, forms, matched)
    return this.#setOf(matched.documents)
  }

  #joinedWord(joined: string, node: WordsNode): DocumentSet {
    const forms = inflectedForms(this.#matching.db, joined, this.#analysis.languages)
    return this.#setOf(this.matcher.anyOf(forms, node.scope).documents)
  }
}

/** What is in all of the sets; `undefined` when none says anything. */
function intersect(sets: readonly (DocumentSet | undefined)[]): DocumentSet | undefined {
  let all: DocumentSet | undefined
  for (const set of sets) {
    if (set === undefined) continue
    if (all === undefined) all = set
    else
      for (let document = 0; document < all.length; document++)
        all[document] = (all[document] ?? 0) & (set[document] ?? 0)
  }
  return all
}

/** What is in any of the sets; `undefined` when none says anything. */
function unite(sets: readonly (DocumentSet | undefined)[]): DocumentSet | undefined {
  let any: DocumentSet | undefined
  for (const set of sets) {
    if (set === undefined) continue
    if (any === undefined) any = set
    else
      for (let document = 0; document < any.length; document++)
        any[document] = (any[document] ?? 0) | (set[document] ?? 0)
  }
  return any
}

export const queryParts = ({ root }: ParsedQuery): readonly QueryNode[] =>
  root === undefined ? [] : root.type === 'and' ? root.children : [root]
