import lunr from 'lunr'
import type { ReadingContents, ReadingFiles } from '../../electron/contract/reading-copy.ts'
import { type AskedWord, readQuestion } from '../../electron/engine/language/reading-terms.ts'
import { forget, load } from './archive.ts'

/** What a question finds: documents with all of its words, or, where there is none, with some. */
export interface Found {
  /** Documents by their place in the package with what they score, the best first. */
  readonly documents: ReadonlyMap<number, number>
  readonly words: readonly AskedWord[]
  readonly hasAllWords: boolean
  /** What must stand word for word: the index knows no order, so the texts have to be looked at. */
  readonly phrases: readonly (readonly AskedWord[])[]
}

const indexes: lunr.Index[] = []
let forms: ReadingFiles['forms'] = {}
const formsOf = (stem: string): string[] => (Object.hasOwn(forms, stem) ? (forms[stem]?.split(' ') ?? []) : [])

/** Loads the index file by file, so that the page stays at hand meanwhile. `onProgress` gets the share that is loaded, 0 to 1. */
export async function loadIndex(
  { documents, indexedInFile }: ReadingContents,
  onProgress: (share: number) => void,
): Promise<void> {
  forms = await load('forms', 0)
  forget('forms', 0)
  const files = Math.ceil(documents / indexedInFile)
  for (let number = indexes.length; number < files; number++) {
    indexes[number] = lunr.Index.load(await load('index', number))
    // Lunr has made its own of it.
    forget('index', number)
    onProgress((number + 1) / files)
  }
}

const shortestBeginning = 3

/** What each document scores for one word, in whichever form it has it. */
function scoresOf(index: lunr.Index, { exact, terms }: AskedWord, isBeingTyped: boolean): Map<number, number> {
  const results = index.query((query) => {
    for (const term of terms) query.term(term, { usePipeline: false })
    if (isBeingTyped && exact.length >= shortestBeginning)
      query.term(exact, { usePipeline: false, boost: 0.5, wildcard: lunr.Query.wildcard.TRAILING })
  })
  return new Map(results.map(({ ref, score }) => [Number(ref), score]))
}

function sumUp(scores: readonly ReadonlyMap<number, number>[]): Map<number, { score: number; words: number }> {
  const sums = new Map<number, { score: number; words: number }>()
  for (const ofWord of scores)
    for (const [document, score] of ofWord) {
      const sum = sums.get(document) ?? { score: 0, words: 0 }
      sums.set(document, { score: sum.score + score, words: sum.words + 1 })
    }
  return sums
}

/** Asks every part of the index that is loaded. A question without a word finds `undefined`: everything. */
export function search(question: string): Found | undefined {
  const { words, phrases, without } = readQuestion(question, formsOf)
  if (words.length === 0) return undefined
  const isTyping = !/[\s"]$/u.test(question)
  const sums = new Map(
    indexes.flatMap((index) => [
      ...sumUp(words.map((word, at) => scoresOf(index, word, isTyping && at === words.length - 1))),
    ]),
  )
  for (const index of indexes)
    for (const word of without) for (const document of scoresOf(index, word, false).keys()) sums.delete(document)
  const most = Math.max(0, ...[...sums.values()].map((sum) => sum.words))
  const wanted = Math.min(most, words.length)
  const ranked = [...sums].filter(([, sum]) => sum.words === wanted).sort((a, b) => b[1].score - a[1].score)
  return {
    documents: new Map(ranked.map(([document, { score }]) => [document, score])),
    words,
    hasAllWords: wanted === words.length,
    phrases,
  }
}
