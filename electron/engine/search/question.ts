import type { ReadDb } from '../database/connection.ts'
import type { Matching } from './field-tests.ts'
import { parseQuery } from './parse-query.ts'
import type { ParsedQuery, WordsNode } from './query-tree.ts'
import { type Analysis, analysisOf, foldedWords, queryWords } from './query-words.ts'
import { type Form, formOf, inflectedForms, misspeltForms, prefixForms } from './word-forms.ts'

/** A word of the query with every word of the index that answers it. */
export interface WantedWord {
  /** Tells it from other words of the query. */
  readonly key: string
  readonly forms: readonly Form[]
  /** For the second half of a hyphenated pair: forms of both halves written as one. They answer the whole pair, and are among `forms`. */
  readonly joined?: readonly Form[]
  /** How many words of its part stand before it. */
  readonly offset: number
}

type PlainNode = Exclude<WordsNode, { type: 'phrase' }>

/**
 * A query as it is asked of one archive: read, analysed in the archive's languages, its words looked up in the index. Each word is
 * looked up once, whoever wants to know: what finds documents, and what marks hits in them.
 */
export class Question {
  readonly query: ParsedQuery
  readonly analysis: Analysis
  readonly #db: ReadDb
  readonly #known = new Map<string, readonly Form[]>()

  /** The memory must be up to date. */
  constructor({ db, memory }: Matching, text: string) {
    this.query = parseQuery(text)
    this.analysis = analysisOf(this.query.root, memory.archiveLanguages)
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
        key: word + sign,
        forms: this.#formsOf(node, word),
        offset,
      }))
    return queryWords(node.text, this.analysis).flatMap(({ exact, isStopWord, joined }, offset): WantedWord[] => {
      if (isStopWord) return []
      const forms = this.#formsOf(node, exact)
      if (joined === undefined) return [{ key: exact, forms, offset }]
      const asOne = this.#inflected(joined)
      return [{ key: `${exact}-${joined}`, forms: [...forms, ...asOne], joined: asOne, offset }]
    })
  }
}
