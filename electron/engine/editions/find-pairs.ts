import type { ReadDb } from '../database/connection.ts'
import type { ReadContext } from '../context.ts'
import { allDecisions } from './editions.store.ts'
import {
  type Judgement,
  type Memories,
  canBeJudged,
  judgePair,
  likenessInMemory,
  refreshedMemories,
} from './judge-pair.ts'
import { bandKey, bands, leastEditionLikeness } from './likeness.rules.ts'
import { mix, sketchSize } from './signature.rules.ts'

export interface Pair extends Judgement {
  /** The lower number. */
  readonly first: number
  readonly second: number
  readonly decided: boolean
}

export interface FoundPairs {
  readonly pairs: readonly Pair[]
  /** False where there were too many to find them all. */
  readonly complete: boolean
}

/** Pairs that are kept; some 10 MB. */
const mostPairs = 100_000
/** A document is held against so many that follow it in a bucket, however large that is. */
const widestWindow = 24
/** Pairs of least figures: translations of likeness 0.6 share one of eight 97 times in 100. */
const figureBands = 8
/** Keys have 30 bits and ranks 23, so that both fit into one number exactly and sort as one. */
const ranks = 2 ** 23

/** A document's least figures in two orders that belong to the band. */
function figureKey(figures: Uint32Array, band: number): number | undefined {
  if (figures.length < 2) return undefined
  let one = 0xffffffff
  let two = 0xffffffff
  for (const figure of figures) {
    one = Math.min(one, mix(figure ^ mix(2 * band + 1)))
    two = Math.min(two, mix(figure ^ mix(2 * band + 2)))
  }
  return mix(Math.imul(one, 31) ^ two) >>> 2
}

type KeyOf = (document: number) => number | undefined

/** A way to put documents that may belong together into one bucket; `isForTranslations`: it says nothing within a language. */
interface WayToMeet {
  readonly keyOf: KeyOf
  readonly isForTranslations: boolean
}

function waysToMeet({ editions }: Memories): WayToMeet[] {
  const byName: KeyOf = (document) => editions.nameKeyOf(document) >>> 2
  const byWords = Array.from(
    { length: bands },
    (_, band): KeyOf =>
      (document) =>
        bandKey(editions.sketches, document * sketchSize, band),
  )
  const byFigures = Array.from(
    { length: figureBands },
    (_, band): KeyOf =>
      (document) =>
        figureKey(editions.figuresOf(document), band),
  )
  return [
    ...byWords.map((keyOf) => ({ keyOf, isForTranslations: false })),
    ...[byName, ...byFigures].map((keyOf) => ({ keyOf, isForTranslations: true })),
  ]
}

/** Holds every document against those behind it in its bucket; `false` where a bucket was too large for that. */
function meet(documents: readonly number[], keyOf: KeyOf, judge: (first: number, second: number) => void): boolean {
  const keyed = new Float64Array(documents.length)
  let filled = 0
  for (const [rank, document] of documents.entries()) {
    const key = keyOf(document)
    if (key !== undefined) keyed[filled++] = key * ranks + rank
  }
  const sorted = keyed.subarray(0, filled).sort()
  let isWhole = true
  for (let at = 0; at < filled; at++) {
    const key = Math.floor((sorted[at] ?? 0) / ranks)
    for (let next = at + 1; next < filled; next++) {
      const other = sorted[next] ?? 0
      if (Math.floor(other / ranks) !== key) break
      if (next - at > widestWindow) {
        isWhole = false
        break
      }
      judge(documents[(sorted[at] ?? 0) % ranks] ?? 0, documents[other % ranks] ?? 0)
    }
  }
  return isWhole
}

/** The documents that can be judged, those issued at one time side by side: in a large bucket they meet first. */
function judgeable(memories: Memories): number[] {
  const documents: number[] = []
  const { search } = memories
  for (let number = 1; number <= search.largest && documents.length < ranks; number++)
    if (canBeJudged(memories, number)) documents.push(number)
  return documents.sort((a, b) => search.issuedFrom(a) - search.issuedFrom(b) || a - b)
}

const keyOfPair = (first: number, second: number): number => first * 2 ** 26 + second

function decidedPairs(db: ReadDb, memories: Memories): Map<number, Pair | undefined> {
  const decided = new Map<number, Pair | undefined>()
  for (const { first, second, relation } of allDecisions(db)) {
    const isShown = relation !== 'unrelated' && memories.search.isPresent(first) && memories.search.isPresent(second)
    const likeness = likenessInMemory(memories, first, second)
    decided.set(keyOfPair(first, second), isShown ? { first, second, relation, likeness, decided: true } : undefined)
  }
  return decided
}

function search(db: ReadDb, memories: Memories): FoundPairs {
  const documents = judgeable(memories)
  const found: Map<number, Pair | undefined> = decidedPairs(db, memories)
  let complete = true
  const judge = (one: number, other: number): void => {
    const first = Math.min(one, other)
    const second = Math.max(one, other)
    const key = keyOfPair(first, second)
    if (found.has(key)) return
    const judgement = judgePair(memories, first, second, leastEditionLikeness)
    if (judgement === undefined) return
    if (found.size >= mostPairs) complete = false
    else found.set(key, { first, second, ...judgement, decided: false })
  }
  const judgeTranslation = (one: number, other: number): void => {
    if (memories.search.languageOf(one) !== memories.search.languageOf(other)) judge(one, other)
  }
  for (const { keyOf, isForTranslations } of waysToMeet(memories))
    if (!meet(documents, keyOf, isForTranslations ? judgeTranslation : judge)) complete = false
  const pairs = [...found.values()].filter((pair) => pair !== undefined)
  pairs.sort((a, b) => b.likeness - a.likeness || a.first - b.first || a.second - b.second)
  return { pairs, complete }
}

const lastFound = new WeakMap<ReadDb, { readonly version: number; readonly found: FoundPairs }>()

/**
 * The pairs of the whole archive, likest first; likeness of texts in one language is an estimate. Documents meet in buckets by parts
 * of their sketches, least figures and file names, so that the work grows with the archive and not with its square. What was found
 * is kept until a document changes.
 */
export function findPairs(context: Pick<ReadContext, 'db' | 'memory'>): FoundPairs {
  const memories = refreshedMemories(context)
  const { version } = memories.editions
  const last = lastFound.get(context.db)
  if (last?.version === version) return last.found
  const found = search(context.db, memories)
  lastFound.set(context.db, { version, found })
  return found
}
