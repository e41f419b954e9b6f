import { type Concept, type ConceptTerms, type TermLanguage, termLanguages } from '../../contract/schemas.ts'
import type { ReadDb } from '../database/connection.ts'
import { foldWord } from '../language/fold.ts'
import { segmentWords } from '../language/segment.ts'
import { stemWord } from '../language/stem.ts'
import { stopWordsOf } from '../language/stop-words.ts'
import { builtInConcepts, labelOf } from './concepts.ts'
import { changedConcepts, conceptsState } from './thesaurus.store.ts'

/** A term of a concept, cut into its folded words, function words left out. */
export interface Term {
  readonly text: string
  readonly language: TermLanguage
  readonly words: readonly string[]
}

export interface KnownConcept {
  readonly id: string
  readonly label: string
  readonly terms: readonly Term[]
}

/** Words of a query that name a concept: from the first to before the last. */
export interface ConceptMatch {
  readonly concept: KnownConcept
  readonly first: number
  readonly end: number
  /** Terms that the query did not use. */
  readonly others: readonly Term[]
}

const longestTerm = 6

function toTerm(text: string, language: TermLanguage): Term {
  const stopWords = stopWordsOf(language)
  const folded = segmentWords(text).map((word) => word.exact)
  const telling = folded.filter((word) => !stopWords.has(word))
  return { text, language, words: telling.length === 0 ? folded : telling }
}

const stemsOf = (words: readonly string[], language: TermLanguage): string =>
  `${language}:${words.map((word) => stemWord(word, language)).join(' ')}`

/** Finds concepts by the words that name them, in any of their forms, and in any of the three languages. */
export class Thesaurus {
  readonly #concepts: readonly KnownConcept[]
  readonly #byStems = new Map<string, KnownConcept[]>()

  constructor(concepts: ReadonlyMap<string, ConceptTerms>) {
    this.#concepts = [...concepts].map(([id, terms]) => ({
      ...{ id, label: labelOf(terms) },
      terms: termLanguages.flatMap((language) => terms[language].map((term) => toTerm(term, language))),
    }))
    for (const concept of this.#concepts)
      for (const { words, language } of concept.terms) {
        const key = stemsOf(words, language)
        const known = this.#byStems.get(key)
        if (known === undefined) this.#byStems.set(key, [concept])
        else if (!known.includes(concept)) known.push(concept)
      }
  }

  #named(words: readonly string[]): KnownConcept[] {
    const found = new Set<KnownConcept>()
    for (const language of termLanguages)
      for (const concept of this.#byStems.get(stemsOf(words, language)) ?? []) found.add(concept)
    return [...found]
  }

  /**
   * Concepts that folded words of a query name, function words left out; where a longer term stands, shorter ones in it are passed
   * over. One stretch of words may name several concepts.
   */
  matches(words: readonly string[]): ConceptMatch[] {
    const matches: ConceptMatch[] = []
    for (let first = 0; first < words.length;) {
      let end = Math.min(words.length, first + longestTerm)
      let named: KnownConcept[] = []
      for (; end > first; end--) if ((named = this.#named(words.slice(first, end))).length > 0) break
      for (const concept of named) {
        const asked = words.slice(first, end)
        const others = concept.terms.filter(
          ({ words: own, language }) => stemsOf(own, language) !== stemsOf(asked, language),
        )
        if (others.length > 0) matches.push({ concept, first, end, others })
      }
      first = Math.max(end, first + 1)
    }
    return matches
  }

  /** Whether a concept is called so, in any of its terms. */
  static isCalled(concept: KnownConcept, name: string): boolean {
    const fold = (text: string): string => text.split(/\s+/u).map(foldWord).join(' ')
    return concept.id === name || concept.terms.some(({ text }) => fold(text) === fold(name))
  }
}

/** Concepts that are in force, by id: those that the program brings, as people changed them, and those that people made. */
export function conceptsInForce(db: ReadDb): Map<string, ConceptTerms> {
  const concepts = new Map(builtInConcepts())
  for (const [id, terms] of changedConcepts(db)) {
    if (terms === null) concepts.delete(id)
    else concepts.set(id, terms)
  }
  return concepts
}

/** Every concept in force with where it comes from, by its label. */
export function listConcepts(db: ReadDb): Concept[] {
  const builtIn = builtInConcepts()
  const changed = changedConcepts(db)
  const sourceOf = (id: string): Concept['source'] =>
    !builtIn.has(id) ? 'own' : changed.has(id) ? 'changed' : 'built-in'
  return [...conceptsInForce(db)]
    .map(([id, terms]) => ({ id, terms, source: sourceOf(id) }))
    .sort((a, b) => labelOf(a.terms).localeCompare(labelOf(b.terms), 'en'))
}

const made = new WeakMap<ReadDb, { readonly state: string; readonly thesaurus: Thesaurus }>()

/** The thesaurus of a connection, as it is now. */
export function thesaurusOf(db: ReadDb): Thesaurus {
  const state = conceptsState(db)
  const known = made.get(db)
  if (known?.state === state) return known.thesaurus
  const thesaurus = new Thesaurus(conceptsInForce(db))
  made.set(db, { state, thesaurus })
  return thesaurus
}
