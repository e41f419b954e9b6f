import type { Notice } from '../../contract/schemas.ts'
import { findCollectionByName } from '../collections/collections.store.ts'
import type { ReadDb } from '../database/connection.ts'
import { findSearchByName } from '../saved-searches/saved-searches.store.ts'
import { type Term, thesaurusOf } from '../thesaurus/thesaurus.ts'
import type { Matching } from './field-tests.ts'
import { parseQuery } from './parse-query.ts'
import type { ConceptNode, ParsedQuery, QueryNode, WordsNode } from './query-tree.ts'
import { type Analysis, analysisOf, foldedWords, queryWords } from './query-words.ts'
import { type WidenedQuery, widenQuery } from './widen-query.ts'
import { type Form, formOf, inflectedForms, misspeltForms, prefixForms, synonymOf } from './word-forms.ts'

/** A word of the query with every word of the index that answers it. */
export interface WantedWord {
  /** Tells it from other words of the query. */
  readonly key: string
  /** As the reader knows it. */
  readonly asked: string
  readonly forms: readonly Form[]
  /** For the second half of a hyphenated pair: forms of both halves written as one. They answer the whole pair, and are among `forms`. */
  readonly joined?: readonly Form[]
  /** How many words of its part stand before it. */
  readonly offset: number
}

type PlainNode = Exclude<WordsNode, { type: 'phrase' }>

/** Notices of names in a query that nothing in the archive has. */
function unknownNames(db: ReadDb, node: QueryNode | undefined): Notice[] {
  switch (node?.type) {
    case 'field':
      if (node.field === 'collection' && findCollectionByName(db, node.value) === undefined)
        return [{ code: 'unknown-collection', text: node.value }]
      if (node.field === 'new' && findSearchByName(db, node.value) === undefined)
        return [{ code: 'unknown-search', text: node.value }]
      return []
    case 'not':
      return unknownNames(db, node.child)
    case 'and':
    case 'or':
      return node.children.flatMap((child) => unknownNames(db, child))
    default:
      return []
  }
}

/**
 * A query as it is asked of one archive: read, analysed in the archive's languages, widened by the thesaurus, its words looked up in
 * the index. Each word is looked up once, whoever wants to know: what finds documents, and what marks hits in them.
 */
export class Question {
  readonly query: ParsedQuery
  readonly analysis: Analysis
  readonly widened: WidenedQuery
  readonly #db: ReadDb
  readonly #known = new Map<string, readonly Form[]>()

  /** The memory must be up to date. */
  constructor({ db, memory }: Matching, text: string) {
    const parsed = parseQuery(text)
    this.query = { ...parsed, notices: [...parsed.notices, ...unknownNames(db, parsed.root)] }
    this.analysis = analysisOf(parsed.root, memory.archiveLanguages)
    this.widened = widenQuery(parsed.root, thesaurusOf(db), this.analysis)
    this.#db = db
  }

  #lookUp(key: string, find: () => readonly Form[]): readonly Form[] {
    let forms = this.#known.get(key)
    if (forms === undefined) this.#known.set(key, (forms = find()))
    return forms
  }

  #inflected(word: string): readonly Form[] {
    return this.#lookUp(`${word} `, () => inflectedForms(this.#db, word, this.analysis.languages))
  }

  #formsOf(node: PlainNode, word: string): readonly Form[] {
    switch (node.type) {
      case 'prefix':
        return this.#lookUp(`${word}*`, () => prefixForms(this.#db, word))
      case 'fuzzy':
        return this.#lookUp(`${word}~${node.edits}`, () => misspeltForms(this.#db, word, node.edits))
      case 'exact':
        return [formOf(word, 'word')]
      case 'word':
        return this.#inflected(word)
    }
  }

  /** The words that a part asks for, function words left out. */
  wordsOf(node: PlainNode): WantedWord[] {
    const sign = { word: '', exact: '=', prefix: '*', fuzzy: '~' }[node.type]
    if (node.type !== 'word')
      return foldedWords(node.text).map((word, offset) => ({
        ...{ key: word + sign, asked: node.text, forms: this.#formsOf(node, word), offset },
      }))
    return queryWords(node.text, this.analysis).flatMap(({ exact, isStopWord, joined }, offset): WantedWord[] => {
      if (isStopWord) return []
      const forms = this.#formsOf(node, exact)
      const asked = node.text.slice(0, 100)
      if (joined === undefined) return [{ key: exact, asked, forms, offset }]
      const asOne = this.#inflected(joined)
      return [{ key: `${exact}-${joined}`, asked, forms: [...forms, ...asOne], joined: asOne, offset }]
    })
  }

  /** For each term of a concept, for each of its words, the words of the index that answer it. */
  termsOf({ terms }: ConceptNode): readonly (readonly Form[])[][] {
    return terms.map(({ words, language }: Term) =>
      words.map((word) =>
        this.#lookUp(`${language}:${word}`, () => inflectedForms(this.#db, word, [language]).map(synonymOf)),
      ),
    )
  }
}
