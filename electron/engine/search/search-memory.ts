import { type DocumentKind, type Language, documentKinds, languages } from '../../contract/vocabulary.ts'
import type { ReadDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import { foldTag, isAtOrBelow } from '../tags/tags.rules.ts'
import { type StoredTag, allTags } from '../tags/tags.store.ts'
import { MatchCache } from './match-cache.ts'
import { linksOf, linksOfAll, titlesOfAll } from '../agreements/agreements.store.ts'
import { mentionedBy, mentionedByAll, numbersOf } from '../names/mentions.store.ts'
import { NameMemory } from './name-memory.ts'
import { PackedLists } from './packed-lists.ts'
import { EntryMemory } from '../word-index/entry-memory.ts'

interface MemoryRow {
  readonly number: number
  readonly kind: DocumentKind
  readonly language: Language
  readonly issued_from: number | null
  readonly issued_to: number | null
  readonly imported_at: number
  readonly has_text: 0 | 1
  readonly removed: number
  readonly catalogued: 0 | 1
}

const columns = 'number, kind, language, issued_from, issued_to, imported_at, has_text, removed, catalogued'
const noTags: readonly number[] = []

/**
 * What filters, facets and sorting need to know of every document, in arrays indexed by the document's number: 50 bytes a
 * document, so that a question costs one pass over the words' documents and none over the catalogue. Follows the change feed.
 */
export class SearchMemory {
  readonly #db: ReadDb
  #lastChange = -1
  #capacity = 0
  #largest = 0
  #present = new Uint8Array(0)
  #hasText = new Uint8Array(0)
  #catalogued = new Uint8Array(0)
  #kind = new Uint8Array(0)
  #language = new Uint8Array(0)
  #issuedFrom = new Int32Array(0)
  #issuedTo = new Int32Array(0)
  #importedAt = new Float64Array(0)
  readonly #tags: (readonly number[] | undefined)[] = []
  /** What the word index knows of each document. */
  readonly entries: EntryMemory
  /** The names that each document mentions, and the first and last days of its dates, pair by pair. */
  readonly names = new PackedLists()
  readonly dates = new PackedLists()
  readonly authorities: NameMemory
  /** Numbers of the agreements that each document carries or cites, each once. */
  readonly agreements = new PackedLists()
  /** What words of the last questions matched. */
  readonly matches = new MatchCache()
  /** How many pages are pictures, of the present documents that have any. */
  readonly #pictures = new Map<number, number>()
  #picturePages = 0
  #documents = 0
  #withoutText = 0
  readonly #ofLanguage = new Map<Language, number>()

  constructor(db: ReadDb) {
    this.#db = db
    this.entries = new EntryMemory(db)
    this.authorities = new NameMemory(db)
  }

  /** Changes with every change that is taken up: of documents, and of what people did to tags and names. */
  get revision(): string {
    return `${this.#lastChange} ${this.authorities.newestEvent}`
  }

  /** Brings the memory up to what is committed. Call it at the beginning of every question. */
  refresh(): void {
    if (this.entries.refresh()) this.matches.clear()
    const newest =
      statement<[], { n: number | null }>(this.#db, 'SELECT max(sequence) AS n FROM change_feed').get()?.n ?? 0
    this.authorities.refresh()
    if (newest === this.#lastChange) return
    this.matches.clear()
    if (this.#lastChange === -1) this.#loadAll()
    else this.#loadChanged()
    this.#lastChange = newest
    this.authorities.refresh()
  }

  #loadAll(): void {
    for (const row of this.#db.prepare<[], MemoryRow>(`SELECT ${columns} FROM document`).iterate()) this.#put(row)
    const pictures = this.#db.prepare<[], { document: number; pages: number }>(
      "SELECT document, count(*) AS pages FROM page WHERE grade = 'image' GROUP BY document",
    )
    for (const { document, pages } of pictures.iterate()) this.#putPictures(document, pages)
    for (const [document, agreements] of linksOfAll(this.#db)) this.agreements.put(document, agreements)
    for (const { document, names, dates } of mentionedByAll(this.#db)) this.#putMentioned(document, names, dates)
    const pairs = this.#db
      .prepare<[], [number, number]>('SELECT document, tag FROM document_tag ORDER BY document')
      .raw()
    let current: { document: number; tags: number[] } | undefined
    for (const [document, tag] of pairs.iterate()) {
      if (current?.document !== document) this.#tags[document] = (current = { document, tags: [] }).tags
      current.tags.push(tag)
    }
  }

  #loadChanged(): void {
    const rows = statement<[number], MemoryRow>(
      this.#db,
      `SELECT ${columns} FROM document WHERE number IN (SELECT document FROM change_feed WHERE sequence > ?)`,
    ).all(this.#lastChange)
    const tagsOf = statement<[number], { tag: number }>(this.#db, 'SELECT tag FROM document_tag WHERE document = ?')
    const picturesOf = statement<[number], { pages: number }>(
      this.#db,
      "SELECT count(*) AS pages FROM page WHERE document = ? AND grade = 'image'",
    )
    for (const row of rows) {
      this.#put(row)
      const mentioned = mentionedBy(this.#db, row.number)
      this.agreements.put(row.number, linksOf(this.#db, row.number))
      if (mentioned !== undefined) this.#putMentioned(row.number, mentioned.names, mentioned.dates)
      this.#putPictures(row.number, picturesOf.get(row.number)?.pages ?? 0)
      const tags = tagsOf.all(row.number).map((each) => each.tag)
      this.#tags[row.number] = tags.length === 0 ? undefined : tags
    }
  }

  #putMentioned(document: number, names: Uint8Array, dates: Uint8Array): void {
    this.names.put(document, numbersOf(names))
    this.dates.put(document, numbersOf(dates))
  }

  #grow(number: number): void {
    if (number < this.#capacity) return
    this.#capacity = Math.max(1024, number + 1, this.#capacity * 2)
    const grown = <T extends Uint8Array | Int32Array | Float64Array>(old: T, made: T): T => {
      made.set(old)
      return made
    }
    this.#present = grown(this.#present, new Uint8Array(this.#capacity))
    this.#hasText = grown(this.#hasText, new Uint8Array(this.#capacity))
    this.#catalogued = grown(this.#catalogued, new Uint8Array(this.#capacity))
    this.#kind = grown(this.#kind, new Uint8Array(this.#capacity))
    this.#language = grown(this.#language, new Uint8Array(this.#capacity))
    this.#issuedFrom = grown(this.#issuedFrom, new Int32Array(this.#capacity))
    this.#issuedTo = grown(this.#issuedTo, new Int32Array(this.#capacity))
    this.#importedAt = grown(this.#importedAt, new Float64Array(this.#capacity))
  }

  #countOne(number: number, step: 1 | -1): void {
    if (this.#present[number] !== 1) return
    const language = this.languageOf(number)
    this.#documents += step
    this.#withoutText += this.#hasText[number] === 1 ? 0 : step
    this.#ofLanguage.set(language, (this.#ofLanguage.get(language) ?? 0) + step)
  }

  #put(row: MemoryRow): void {
    this.#grow(row.number)
    this.#largest = Math.max(this.#largest, row.number)
    this.#countOne(row.number, -1)
    this.#present[row.number] = row.removed === 0 ? 1 : 0
    this.#hasText[row.number] = row.has_text
    this.#catalogued[row.number] = row.catalogued
    this.#kind[row.number] = documentKinds.indexOf(row.kind)
    this.#language[row.number] = languages.indexOf(row.language)
    this.#issuedFrom[row.number] = row.issued_from ?? 0
    this.#issuedTo[row.number] = row.issued_to ?? 0
    this.#importedAt[row.number] = row.imported_at
    this.#countOne(row.number, 1)
  }

  #putPictures(document: number, pages: number): void {
    this.#picturePages -= this.#pictures.get(document) ?? 0
    this.#pictures.delete(document)
    if (pages === 0 || !this.isPresent(document)) return
    this.#pictures.set(document, pages)
    this.#picturePages += pages
  }

  get documents(): number {
    return this.#documents
  }

  get withoutText(): number {
    return this.#withoutText
  }

  /** Pages that are pictures. */
  get picturePages(): number {
    return this.#picturePages
  }

  /** Documents that have such pages. */
  get pictureDocuments(): number {
    return this.#pictures.size
  }

  /** The largest number that a document has. */
  get largest(): number {
    return this.#largest
  }

  /** The languages that at least one document in a hundred is written in, commonest first; `en` in an empty archive. */
  get archiveLanguages(): readonly Language[] {
    const held = [...this.#ofLanguage].filter(([, count]) => count > 0 && count * 100 >= this.#documents)
    return held.length === 0 ? ['en'] : held.sort((a, b) => b[1] - a[1]).map(([language]) => language)
  }

  isPresent(number: number): boolean {
    return this.#present[number] === 1
  }

  /** What is counted, by document number: places in the lists of kinds and languages, first and last day of issue. Not to be changed. */
  get columns(): {
    readonly kind: Uint8Array
    readonly language: Uint8Array
    readonly issuedFrom: Int32Array
    readonly issuedTo: Int32Array
  } {
    return { kind: this.#kind, language: this.#language, issuedFrom: this.#issuedFrom, issuedTo: this.#issuedTo }
  }

  /** A byte for each document number: 1 for those that are present. A copy. */
  presentSet(): Uint8Array {
    return this.#present.slice(0, this.#largest + 1)
  }

  kindOf(number: number): DocumentKind {
    return documentKinds[this.#kind[number] ?? 0] ?? 'other'
  }

  languageOf(number: number): Language {
    return languages[this.#language[number] ?? 0] ?? 'und'
  }

  /** The first day that the date of issue may mean (20260118); 0 when it is not known. */
  issuedFrom(number: number): number {
    return this.#issuedFrom[number] ?? 0
  }

  issuedTo(number: number): number {
    return this.#issuedTo[number] ?? 0
  }

  importedAt(number: number): number {
    return this.#importedAt[number] ?? 0
  }

  tagsOf(number: number): readonly number[] {
    return this.#tags[number] ?? noTags
  }

  hasText(number: number): boolean {
    return this.#hasText[number] === 1
  }

  /** Whether a person has gone through it. */
  isCatalogued(number: number): boolean {
    return this.#catalogued[number] === 1
  }

  /** Whether pages of it are pictures. */
  hasPictures(number: number): boolean {
    return this.#pictures.has(number)
  }

  /** Titles of the agreements of the register by number, now. */
  agreementTitles(): ReadonlyMap<number, string> {
    return titlesOfAll(this.#db)
  }

  /** Every tag that there is, now. */
  tags(): readonly StoredTag[] {
    return allTags(this.#db)
  }

  /** Numbers of the tags at and below a path, in whatever letter case it is written. */
  tagNumbers(path: string): ReadonlySet<number> {
    const folded = foldTag(path)
    return new Set(this.tags().flatMap((tag) => (isAtOrBelow(tag.folded, folded) ? tag.number : [])))
  }
}
