import type lunr from 'lunr'
import type { Suggestion } from '../../contract/schemas.ts'
import { documentKinds } from '../../contract/vocabulary.ts'
import type { ReadDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import { allTags } from '../tags/tags.store.ts'
import { type Card, type CardMatch, buildCardIndex, searchCards } from './card-index.ts'

interface CardRow {
  readonly number: number
  readonly id: string
  readonly title: string
  readonly reference: string
  readonly kind: string
  readonly issued: string
  readonly file_name: string
  readonly tags: string | null
}

const cardColumns = `SELECT document.number, document.id, document.title, document.reference, document.kind, document.issued,
    file.name AS file_name,
    (SELECT group_concat(tag.path, ' ') FROM document_tag JOIN tag ON tag.number = document_tag.tag
      WHERE document_tag.document = document.number) AS tags
  FROM document JOIN file ON file.document = document.number WHERE document.removed = 0`

/** Documents in one sealed shard: few enough to be built in a second, many enough that there are not too many to ask. */
const shardSize = 5000
/** Changed documents in the open shard, which is rebuilt at every change; more make a sealed one. */
const openShardSize = 500

const toCard = (row: CardRow): Card => ({
  ref: String(row.number),
  title: row.title,
  facts: `${row.reference} ${row.kind} ${row.tags ?? ''}`,
  fileName: row.file_name,
})

/**
 * Finds documents by card, and tags and kinds by name, while one types. Lunr's indexes cannot be changed, so the archive is
 * spread over sealed ones and an open one: what changed since its shard was sealed stands in the open one, and its older card
 * is passed over.
 */
export class QuickFind {
  readonly #db: ReadDb
  #sealed: { readonly index: lunr.Index; readonly upTo: number }[] = []
  #builtTo = 0
  #open: lunr.Index | undefined
  readonly #changed = new Map<number, boolean>()
  #lastChange = 0
  #names: { readonly key: string; readonly index: lunr.Index } | undefined

  constructor(db: ReadDb) {
    this.#db = db
    this.#lastChange = this.#newestChange()
  }

  #newestChange(): number {
    return statement<[], { n: number | null }>(this.#db, 'SELECT max(sequence) AS n FROM change_feed').get()?.n ?? 0
  }

  /** Builds the next shard of the archive. Answers false when there is nothing left to build. */
  buildNext(): boolean {
    const rows = statement<[number, number], CardRow>(
      this.#db,
      `${cardColumns} AND document.number > ? ORDER BY document.number LIMIT ?`,
    ).all(this.#builtTo, shardSize)
    const last = rows.at(-1)
    if (last === undefined) return false
    this.#sealed.push({ index: buildCardIndex(rows.map(toCard)), upTo: last.number })
    this.#builtTo = last.number
    return rows.length === shardSize
  }

  /** Takes up what changed since the last question. New documents beyond the sealed shards count as changed too. */
  #follow(): void {
    const newest = this.#newestChange()
    if (newest === this.#lastChange) return
    const rows = statement<[number], { document: number }>(
      this.#db,
      'SELECT DISTINCT document FROM change_feed WHERE sequence > ?',
    ).all(this.#lastChange)
    this.#lastChange = newest
    for (const { document } of rows) if (document <= this.#builtTo) this.#changed.set(document, true)
    if (this.#changed.size > openShardSize) this.#startAgain()
    else this.#rebuildOpen()
  }

  #startAgain(): void {
    this.#sealed = []
    this.#builtTo = 0
    this.#open = undefined
    this.#changed.clear()
  }

  #rebuildOpen(): void {
    const one = statement<[number], CardRow>(this.#db, `${cardColumns} AND document.number = ?`)
    const rows = [...this.#changed.keys()].flatMap((number) => one.get(number) ?? [])
    this.#open = rows.length === 0 ? undefined : buildCardIndex(rows.map(toCard))
  }

  #searchDocuments(text: string): CardMatch[] {
    const sealed = this.#sealed.flatMap(({ index }) => searchCards(index, text).slice(0, 100))
    const current = sealed.filter((match) => !this.#changed.has(Number(match.ref)))
    return [...current, ...(this.#open === undefined ? [] : searchCards(this.#open, text))]
  }

  #searchNames(text: string): Suggestion[] {
    const tags = allTags(this.#db).map((tag) => tag.path)
    const key = tags.join('\n')
    if (this.#names?.key !== key) {
      const card = (ref: string, title: string): Card => ({ ref, title, facts: '', fileName: '' })
      const cards = [
        ...tags.map((tag) => card(`tag:${tag}`, tag)),
        ...documentKinds.map((kind) => card(`kind:${kind}`, kind)),
      ]
      this.#names = { key, index: buildCardIndex(cards) }
    }
    return searchCards(this.#names.index, text).map(({ ref, score }) => {
      const colon = ref.indexOf(':')
      const id = ref.slice(colon + 1)
      return { type: ref.slice(0, colon) as 'tag' | 'kind', id, title: id, detail: '', score }
    })
  }

  #toSuggestions(matches: readonly CardMatch[]): Suggestion[] {
    const one = statement<[number], CardRow>(this.#db, `${cardColumns} AND document.number = ?`)
    return matches.flatMap(({ ref, score }) => {
      const row = one.get(Number(ref))
      return row === undefined
        ? []
        : { type: 'document' as const, id: row.id, title: row.title, detail: row.issued, score }
    })
  }

  /** What may be meant by a few typed letters, the likeliest first. `complete` is false while parts of the archive are not built. */
  suggest(text: string, limit: number): { suggestions: Suggestion[]; complete: boolean } {
    this.#follow()
    const names = this.#searchNames(text).slice(0, Math.max(1, Math.floor(limit / 3)))
    const documents = this.#searchDocuments(text).sort((a, b) => b.score - a.score)
    const suggestions = [...names, ...this.#toSuggestions(documents.slice(0, limit - names.length))]
    const largest =
      statement<[], { n: number | null }>(this.#db, 'SELECT max(number) AS n FROM document WHERE removed = 0').get()
        ?.n ?? 0
    return { suggestions, complete: this.#builtTo >= largest }
  }
}

const finders = new WeakMap<ReadDb, QuickFind>()

/** The quick find of a connection; there is one, and it keeps what it has built. */
export function quickFindOf(db: ReadDb): QuickFind {
  let finder = finders.get(db)
  if (finder === undefined) finders.set(db, (finder = new QuickFind(db)))
  return finder
}
