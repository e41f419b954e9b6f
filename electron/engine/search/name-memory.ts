import type { NameType } from '../../contract/vocabulary.ts'
import { countryOf } from '../cataloguing/names/countries.rules.ts'
import { nameKey } from '../cataloguing/names/same-name.rules.ts'
import type { ReadDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import { type NameRow, allNames, foldName, namesAfter } from '../names/names.store.ts'

/** A name with the record that it belongs to. */
export interface KnownName extends NameRow {
  /** The number of the record whose name it is: its own, or that of the one it was merged into. */
  readonly root: number
}

/** What the authority file says of every name, for filters and facets. Follows new names, and people's changes to them. */
export class NameMemory {
  readonly #db: ReadDb
  readonly #names = new Map<number, KnownName>()
  #largest = 0
  #event = -1
  #roots = new Int32Array(1)

  constructor(db: ReadDb) {
    this.#db = db
  }

  /** Brings the memory up to what is committed. */
  refresh(): void {
    const event = this.#newestEvent()
    if (event !== this.#event && this.#namesChangedSince()) {
      this.#names.clear()
      this.#putAll(allNames(this.#db))
    } else this.#putAll(namesAfter(this.#db, this.#largest))
    this.#event = event
  }

  #newestEvent(): number {
    return statement<[], number | null>(this.#db, 'SELECT max(sequence) FROM event').pluck().get() ?? 0
  }

  #namesChangedSince(): boolean {
    const changed = statement<[number], number>(
      this.#db,
      "SELECT 1 FROM event WHERE sequence > ? AND (act LIKE 'names.%' OR act = 'history.undo') LIMIT 1",
    )
    return this.#event >= 0 && changed.get(this.#event) !== undefined
  }

  #putAll(rows: readonly NameRow[]): void {
    if (rows.length === 0) return
    for (const row of rows) {
      this.#names.set(row.number, { ...row, root: row.merged_into ?? row.number })
      this.#largest = Math.max(this.#largest, row.number)
    }
    this.#roots = new Int32Array(this.#largest + 1)
    for (const { number, root } of this.#names.values()) this.#roots[number] = root
  }

  /** The newest act that has been taken up, by its place in the history. */
  get newestEvent(): number {
    return this.#event
  }

  /** By number, the record to which each name belongs; 0 for numbers that no name has. */
  get roots(): Int32Array {
    return this.#roots
  }

  get(number: number): KnownName | undefined {
    return this.#names.get(number)
  }

  #matching(types: readonly NameType[], isIt: (name: KnownName) => boolean): Set<number> {
    const roots = new Set<number>()
    for (const name of this.#names.values()) if (types.includes(name.type) && isIt(name)) roots.add(name.root)
    const numbers = new Set<number>()
    for (const name of this.#names.values()) if (roots.has(name.root)) numbers.add(name.number)
    return numbers
  }

  /**
   * Numbers of all names of the records that are called so: by their whole name, else by their names in other scripts and spellings,
   * else by those of which these words are a part.
   */
  called(written: string, types: readonly NameType[]): Set<number> {
    const folded = foldName(written)
    if (folded === '') return new Set()
    const whole = this.#matching(types, (name) => name.folded === folded || foldName(name.preferred) === folded)
    if (whole.size > 0) return whole
    const code = types.includes('country') ? countryOf(written) : undefined
    if (code !== undefined) return this.#matching(types, (name) => name.type === 'country' && name.country === code)
    const key = nameKey(written)
    const spelt = key === '' ? whole : this.#matching(types, (name) => name.key === key)
    if (spelt.size > 0) return spelt
    const words = folded.split(' ')
    return this.#matching(types, (name) => {
      const own = new Set(name.folded.split(' '))
      return words.every((word) => own.has(word))
    })
  }
}
