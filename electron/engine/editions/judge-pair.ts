import type { DocumentKind, EditionRelation } from '../../contract/vocabulary.ts'
import type { ReadContext } from '../context.ts'
import type { SearchMemory } from '../search/search-memory.ts'
import { type EditionMemory, editionMemoryOf } from './edition-memory.ts'
import {
  areLengthsAlike,
  canBeSameDate,
  compareFigures,
  estimateLikeness,
  isSameDay,
  leastCommonFigures,
  leastCommonFiguresAcrossKinds,
  leastCommonFiguresByName,
  leastLikenessAcrossKinds,
  leastTranslationLikeness,
} from './likeness.rules.ts'
import { sketchSize } from './signature.rules.ts'

/** What is known of all documents when pairs of them are judged. */
export interface Memories {
  readonly search: SearchMemory
  readonly editions: EditionMemory
}

export interface Judgement {
  readonly relation: EditionRelation
  readonly likeness: number
}

/** Both memories of a connection, brought up to what is committed. */
export function refreshedMemories({ db, memory }: Pick<ReadContext, 'db' | 'memory'>): Memories {
  memory.refresh()
  const editions = editionMemoryOf(db)
  editions.refresh(memory.largest)
  return { search: memory, editions }
}

/** Whether a document is in the archive and has words enough to be compared with another. */
export function canBeJudged({ search, editions }: Memories, number: number): boolean {
  return search.isPresent(number) && editions.wordsOf(number) > 0
}

/** How alike two documents are by what is in memory: an estimate for texts in one language, the figures for others. */
export function likenessInMemory({ search, editions }: Memories, first: number, second: number): number {
  if (editions.wordsOf(first) === 0 || editions.wordsOf(second) === 0) return 0
  return search.languageOf(first) === search.languageOf(second)
    ? estimateLikeness(editions.sketches, editions.sketches, first * sketchSize, second * sketchSize)
    : compareFigures(editions.figuresOf(first), editions.figuresOf(second)).likeness
}

/** A translation is of the same kind; `other` says that nobody could tell. */
const areKindsApart = (first: DocumentKind, second: DocumentKind): boolean =>
  first !== second && first !== 'other' && second !== 'other'

function judgeTranslation({ search, editions }: Memories, first: number, second: number): Judgement | undefined {
  const issued = { from: search.issuedFrom(first), to: search.issuedTo(first) }
  const otherIssued = { from: search.issuedFrom(second), to: search.issuedTo(second) }
  if (!canBeSameDate(issued, otherIssued)) return undefined
  const isNamedAlike = editions.areNamesAlike(first, second)
  const areAlike = areLengthsAlike(editions.wordsOf(first), editions.wordsOf(second))
  if (!isNamedAlike && !areAlike) return undefined
  const { common, likeness } = compareFigures(editions.figuresOf(first), editions.figuresOf(second))
  const isAcrossKinds = areKindsApart(search.kindOf(first), search.kindOf(second))
  const byFigures =
    areAlike &&
    common >= (isAcrossKinds ? leastCommonFiguresAcrossKinds : leastCommonFigures) &&
    likeness >= (isAcrossKinds ? leastLikenessAcrossKinds : leastTranslationLikeness)
  const byName = isNamedAlike && (common >= leastCommonFiguresByName || isSameDay(issued, otherIssued))
  return byFigures || byName ? { relation: 'translation', likeness } : undefined
}

/**
 * What two documents that can be judged are to each other, by what is in memory, or `undefined`. `leastLikeness` is for texts in
 * one language, whose likeness is an estimate.
 */
export function judgePair(
  memories: Memories,
  first: number,
  second: number,
  leastLikeness: number,
): Judgement | undefined {
  const { search, editions } = memories
  const key = editions.textKeyOf(first)
  if (key !== 0 && key === editions.textKeyOf(second)) return { relation: 'same-text', likeness: 1 }
  if (search.languageOf(first) !== search.languageOf(second)) return judgeTranslation(memories, first, second)
  const likeness = estimateLikeness(editions.sketches, editions.sketches, first * sketchSize, second * sketchSize)
  return likeness < leastLikeness ? undefined : { relation: 'edition', likeness }
}
