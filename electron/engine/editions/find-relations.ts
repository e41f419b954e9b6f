import type { ReadContext } from '../context.ts'
import type { ReadDb } from '../database/connection.ts'
import { pagesOf } from '../documents/documents.store.ts'
import { segmentWords } from '../language/segment.ts'
import { decisionsOf } from './editions.store.ts'
import {
  type Judgement,
  type Memories,
  canBeJudged,
  judgePair,
  likenessInMemory,
  refreshedMemories,
} from './judge-pair.ts'
import { leastEditionLikeness, leastEstimate, shareInCommon, shinglesOf } from './likeness.rules.ts'

export interface Relation extends Judgement {
  readonly number: number
  readonly decided: boolean
}

/** A person looks at a handful. */
const mostRelations = 20
/** Words that are read for exact figures in one question, some 20 ms: a pair beyond them keeps its estimate. */
const wordsToRead = 60_000

/** How alike one text is to others, exactly, as long as the words to read last. */
class ExactReader {
  readonly #db: ReadDb
  readonly #memories: Memories
  readonly #number: number
  #wordsLeft = wordsToRead
  #own: ReadonlySet<number> | undefined

  constructor(db: ReadDb, memories: Memories, number: number) {
    this.#db = db
    this.#memories = memories
    this.#number = number
  }

  #shinglesOf(number: number): ReadonlySet<number> {
    const text = pagesOf(this.#db, number)
      .map((page) => page.text)
      .join('\n\n')
    return shinglesOf(segmentWords(text).map((word) => word.lexeme.hash))
  }

  likenessTo(other: number): number | undefined {
    const { editions } = this.#memories
    const cost = editions.wordsOf(other) + (this.#own === undefined ? editions.wordsOf(this.#number) : 0)
    if (cost > this.#wordsLeft) return undefined
    this.#wordsLeft -= cost
    this.#own ??= this.#shinglesOf(this.#number)
    return shareInCommon(this.#own, this.#shinglesOf(other))
  }
}

/** Everything that memory finds worth a look, likest first. */
function candidatesOf(memories: Memories, number: number, isOpen: (other: number) => boolean): Relation[] {
  const { search } = memories
  const candidates: Relation[] = []
  if (!canBeJudged(memories, number)) return candidates
  for (let other = 1; other <= search.largest; other++) {
    if (other === number || !canBeJudged(memories, other)) continue
    const judgement = judgePair(memories, number, other, leastEstimate)
    if (judgement !== undefined && isOpen(other)) candidates.push({ number: other, ...judgement, decided: false })
  }
  return candidates.sort(byLikeness)
}

function byLikeness(a: Relation, b: Relation): number {
  return Number(b.decided) - Number(a.decided) || b.likeness - a.likeness || a.number - b.number
}

function decidedOf(memories: Memories, number: number, decisions: ReturnType<typeof decisionsOf>): Relation[] {
  return [...decisions].flatMap(([other, relation]) =>
    relation === 'unrelated' || !memories.search.isPresent(other)
      ? []
      : { number: other, relation, likeness: likenessInMemory(memories, number, other), decided: true },
  )
}

/**
 * The documents that belong to one: those that a person confirmed, then those that the rules propose, likest first, at most 20.
 * Editions are proposed by their exact likeness; only where the texts are too long to be read at once, by its estimate.
 */
export function findRelations(context: Pick<ReadContext, 'db' | 'memory'>, number: number): Relation[] {
  const memories = refreshedMemories(context)
  const decisions = decisionsOf(context.db, number)
  const candidates = candidatesOf(memories, number, (other) => !decisions.has(other))
  const exact = new ExactReader(context.db, memories, number)
  const sharpen = (relation: Relation): Relation =>
    relation.relation === 'edition' &&
    memories.search.languageOf(relation.number) === memories.search.languageOf(number)
      ? { ...relation, likeness: exact.likenessTo(relation.number) ?? relation.likeness }
      : relation
  const relations = decidedOf(memories, number, decisions).sort(byLikeness).slice(0, mostRelations).map(sharpen)
  for (const candidate of candidates) {
    if (relations.length === mostRelations) break
    const relation = sharpen(candidate)
    if (relation.relation !== 'edition' || relation.likeness >= leastEditionLikeness) relations.push(relation)
  }
  return relations.sort(byLikeness)
}
