import type { Suggestion } from '../../contract/schemas.ts'
import type { ReadDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import { CardCatalogue, typedWords } from './card-catalogue.ts'
import { type Card, rankCards } from './card-index.ts'
import { cardRowsAfter, cardRowsOf, toCard } from './cards.store.ts'
import { type Named, namesOf } from './names.ts'

/** Documents that are taken up at once, between two answers. */
const step = 2000
/** So many of the likeliest are put before Lunr. */
const mostRanked = 40

export interface Command {
  readonly id: string
  readonly title: string
}

const cardOfName = ({ title }: { readonly title: string }, at: number): Card => ({
  ...{ ref: String(at), title, facts: '', fileName: '' },
})

/** Things with a name, each with its place in the list as the key of its card. */
interface NameCards<T> {
  readonly key: string
  readonly named: readonly T[]
  readonly catalogue: CardCatalogue
}

function nameCards<T extends { readonly title: string }>(key: string, named: readonly T[]): NameCards<T> {
  const catalogue = new CardCatalogue()
  named.forEach((each, at) => catalogue.put(at + 1, cardOfName(each, at)))
  return { key, named, catalogue }
}

function searchNames<T extends { readonly title: string }>(
  { named, catalogue }: NameCards<T>,
  typed: readonly string[],
): (readonly [T, number])[] {
  const places = catalogue.likeliest(typed, mostRanked).map((key) => key - 1)
  const cards = places.flatMap((at) => (named[at] === undefined ? [] : cardOfName(named[at], at)))
  return rankCards(cards, typed).flatMap(({ ref, score }): (readonly [T, number])[] => {
    const each = named[Number(ref)]
    return each === undefined ? [] : [[each, score]]
  })
}

/**
 * Finds documents by their cards, and tags, kinds, collections, saved searches and commands by name, while one types. A catalogue
 * of words picks the likeliest cards of the whole archive, and Lunr judges these: its indexes cannot be changed once they are
 * built, and one over every card takes a gigabyte at a hundred thousand. What an act changed is findable at the next letter.
 */
export class QuickFind {
  readonly #db: ReadDb
  #documents = new CardCatalogue()
  #builtTo = 0
  #lastChange: number
  #names: NameCards<Named> | undefined
  #commands: NameCards<Command> | undefined

  constructor(db: ReadDb) {
    this.#db = db
    this.#lastChange = this.#newestChange()
  }

  #newestChange(): number {
    return statement<[], { n: number | null }>(this.#db, 'SELECT max(sequence) AS n FROM change_feed').get()?.n ?? 0
  }

  /** Takes up the next documents of the archive. Answers false when there are none left. */
  buildNext(): boolean {
    const rows = cardRowsAfter(this.#db, this.#builtTo, step)
    for (const row of rows) this.#documents.put(row.number, toCard(row))
    this.#builtTo = rows.at(-1)?.number ?? this.#builtTo
    return rows.length === step
  }

  /** Takes up what changed since the last question. Documents that were not built yet come with `buildNext`. */
  #follow(): void {
    const newest = this.#newestChange()
    if (newest === this.#lastChange) return
    const rows = statement<[number], { document: number }>(
      this.#db,
      'SELECT DISTINCT document FROM change_feed WHERE sequence > ?',
    ).all(this.#lastChange)
    this.#lastChange = newest
    const changed = rows.map(({ document }) => document).filter((document) => document <= this.#builtTo)
    for (const document of changed) this.#documents.remove(document)
    for (const row of cardRowsOf(this.#db, changed)) this.#documents.put(row.number, toCard(row))
    if (!this.#documents.isWorn) return
    this.#documents = new CardCatalogue()
    this.#builtTo = 0
  }

  #searchDocuments(typed: readonly string[]): Suggestion[] {
    const found = cardRowsOf(this.#db, this.#documents.likeliest(typed, mostRanked))
    const rows = new Map(found.map((row) => [String(row.number), row]))
    const ranked = rankCards(found.map(toCard), typed)
    return ranked.flatMap(({ ref, score }) => {
      const row = rows.get(ref)
      return row === undefined ? [] : { type: 'document', id: row.id, title: row.title, detail: row.issued, score }
    })
  }

  #searchNames(typed: readonly string[]): Suggestion[] {
    const named = namesOf(this.#db)
    const key = JSON.stringify(named)
    if (this.#names?.key !== key) this.#names = nameCards(key, named)
    return searchNames(this.#names, typed).map(([each, score]) => ({ ...each, score }))
  }

  #searchCommands(commands: readonly Command[], typed: readonly string[]): Suggestion[] {
    if (commands.length === 0) return []
    const key = JSON.stringify(commands)
    if (this.#commands?.key !== key) this.#commands = nameCards(key, commands)
    return searchNames(this.#commands, typed).map(([command, score]) => ({
      ...{ ...command, type: 'command', detail: '', score },
    }))
  }

  /**
   * What may be meant by a few typed letters: names first, then documents, then commands, each the likeliest first. `complete` is
   * false while parts of the archive are not taken up.
   */
  suggest(
    text: string,
    limit: number,
    commands: readonly Command[] = [],
  ): { suggestions: Suggestion[]; complete: boolean } {
    this.#follow()
    const largest =
      statement<[], { n: number | null }>(this.#db, 'SELECT max(number) AS n FROM document WHERE removed = 0').get()
        ?.n ?? 0
    const complete = this.#builtTo >= largest
    const typed = typedWords(text)
    if (typed.length === 0) return { suggestions: [], complete }
    const share = Math.max(1, Math.floor(limit / 3))
    const names = this.#searchNames(typed).slice(0, share)
    const ofCommands = this.#searchCommands(commands, typed).slice(0, Math.max(1, Math.floor(share / 2)))
    const documents = this.#searchDocuments(typed).slice(0, Math.max(0, limit - names.length - ofCommands.length))
    return { suggestions: [...names, ...documents, ...ofCommands].slice(0, limit), complete }
  }
}

const finders = new WeakMap<ReadDb, QuickFind>()

/** The quick find of a connection; there is one, and it keeps what it has built. */
export function quickFindOf(db: ReadDb): QuickFind {
  let finder = finders.get(db)
  if (finder === undefined) finders.set(db, (finder = new QuickFind(db)))
  return finder
}
