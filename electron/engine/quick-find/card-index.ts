import lunr from 'lunr'
import { segmentWords } from '../language/segment.ts'
import { shortestForgiven, shortestPrefix } from './vocabulary.ts'

/** What quick find knows of one thing that can be found: its names, in fields of different weight. */
export interface Card {
  readonly ref: string
  readonly title: string
  /** Reference number, kind, tags. */
  readonly facts: string
  readonly fileName: string
}

export interface CardMatch {
  readonly ref: string
  readonly score: number
}

const fields = [
  { name: 'title', boost: 10 },
  { name: 'facts', boost: 4 },
  { name: 'fileName', boost: 1 },
] as const

/**
 * Cuts text into folded words. It takes the place of Lunr's own tokenizer and pipeline, which know English only: they would
 * erase every Arabic word and tear letters with accents off French ones.
 */
function tokenize(value?: string | object | object[] | null): lunr.Token[] {
  return segmentWords(typeof value === 'string' ? value : '').map((word) => new lunr.Token(word.exact, {}))
}

/** What Lunr has and its types leave out. */
interface Inside {
  readonly invertedIndex: Readonly<Record<string, unknown>>
  tokenSet: lunr.TokenSet
  createTokenSet: () => void
}
const { fromArray } = lunr.TokenSet as unknown as { readonly fromArray: (words: readonly string[]) => lunr.TokenSet }

function askOnlyFor(builder: lunr.Builder, asked: readonly string[]): void {
  const inside = builder as unknown as Inside
  inside.createTokenSet = () => {
    inside.tokenSet = fromArray(asked.filter((word) => word in inside.invertedIndex).sort())
  }
}

/**
 * An immutable Lunr index over some cards. Where all words that will be asked for are known, and whole, the index needs no more of
 * its vocabulary than them: building the rest costs more than everything else.
 */
function buildCardIndex(cards: readonly Card[], asked?: readonly string[]): lunr.Index {
  const builder = new lunr.Builder()
  builder.pipeline.reset()
  builder.searchPipeline.reset()
  Object.assign(builder, { tokenizer: tokenize })
  if (asked !== undefined) askOnlyFor(builder, asked)
  builder.ref('ref')
  for (const { name, boost } of fields) builder.field(name, { boost })
  for (const card of cards) builder.add(card)
  return builder.build()
}

/** Cards by what Lunr says of them for these folded words and no others, each with how much it counts; the best first. */
export function scoreCards(cards: readonly Card[], words: ReadonlyMap<string, number>): CardMatch[] {
  if (cards.length === 0 || words.size === 0) return []
  return buildCardIndex(cards, [...words.keys()])
    .query((query) => {
      for (const [word, boost] of words) query.term(word, { boost })
    })
    .map(({ ref, score }) => ({ ref, score }))
}

function isAnswer(term: string, word: string): boolean {
  return term.startsWith(word) || (word.length >= shortestForgiven && Math.abs(term.length - word.length) <= 1)
}

/**
 * Cards in the order in which they match folded words that are being typed: whole words, beginnings of words, and words with one
 * letter wrong. Cards that answer more of the words come first. Text never reaches Lunr's own query language.
 */
export function rankCards(cards: readonly Card[], typed: readonly string[]): CardMatch[] {
  if (cards.length === 0 || typed.length === 0) return []
  const results = buildCardIndex(cards).query((query) => {
    for (const word of typed) {
      query.term(word, { boost: 10 })
      if (word.length >= shortestPrefix) query.term(word, { boost: 4, wildcard: lunr.Query.wildcard.TRAILING })
      if (word.length >= shortestForgiven) query.term(word, { boost: 1, editDistance: 1 })
    }
  })
  return results
    .map(({ ref, score, matchData }) => {
      const terms = Object.keys(matchData.metadata)
      const answered = typed.filter((word) => terms.some((term) => isAnswer(term, word))).length
      return { ref, score: score * (answered / typed.length) ** 3 }
    })
    .sort((a, b) => b.score - a.score)
}
