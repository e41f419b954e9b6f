import { ArchiveError } from '../../contract/errors.ts'
import type { NameId } from '../../contract/schemas.ts'
import type { NameType } from '../../contract/vocabulary.ts'
import { nameKey } from '../cataloguing/names/same-name.rules.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import { makeUlid } from '../ids.ts'
import { segmentWords } from '../language/segment.ts'

/** An authority record: how a person, body, place or country is called. */
export interface NameRow {
  readonly number: number
  readonly id: NameId
  readonly type: NameType
  readonly preferred: string
  readonly folded: string
  readonly key: string
  readonly country: string
  readonly note: string
  /** The record whose other name this is. */
  readonly merged_into: number | null
}

/** A name as it is compared: its words folded, apart by spaces. */
export const foldName = (name: string): string =>
  segmentWords(name)
    .map((word) => word.exact)
    .join(' ')

export interface NameToKeep {
  readonly type: NameType
  readonly preferred: string
  readonly country: string
}

/** The number of the name of this form, whose record is made where there is none; `undefined` for a name without a word. */
export function keepName(db: WriteDb, { type, preferred, country }: NameToKeep, now: number): number | undefined {
  const folded = foldName(preferred)
  if (folded === '') return undefined
  const known = findNameNumber(db, type, folded)
  if (known !== undefined) return known
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO name (id, type, preferred, folded, key, country) VALUES (@id, @type, @preferred, @folded, @key, @country)`,
  ).run({ id: makeUlid(now), type, preferred: preferred.slice(0, 300), folded, key: nameKey(preferred), country })
  return Number(lastInsertRowid)
}

/** The number of the record of this form of a name. */
export function findNameNumber(db: ReadDb, type: NameType, folded: string): number | undefined {
  return statement<[string, string], number>(db, 'SELECT number FROM name WHERE type = ? AND folded = ?')
    .pluck()
    .get(type, folded)
}

/** Takes in a record as another archive had it; its id and its form must be new here. */
export function insertName(db: WriteDb, row: Omit<NameRow, 'number' | 'merged_into'>): void {
  statement(
    db,
    `INSERT INTO name (id, type, preferred, folded, key, country, note)
     VALUES (@id, @type, @preferred, @folded, @key, @country, @note)`,
  ).run(row)
}

/** Every record. */
export function allNames(db: ReadDb): NameRow[] {
  return statement<[], NameRow>(db, 'SELECT * FROM name ORDER BY number').all()
}

/** The records that were made after this one, oldest first. */
export function namesAfter(db: ReadDb, number: number): NameRow[] {
  return statement<[number], NameRow>(db, 'SELECT * FROM name WHERE number > ? ORDER BY number').all(number)
}

export function findName(db: ReadDb, id: string): NameRow | undefined {
  return statement<[string], NameRow>(db, 'SELECT * FROM name WHERE id = ?').get(id)
}

/** Throws `name-not-found`. */
export function getName(db: ReadDb, id: string): NameRow {
  const found = findName(db, id)
  if (found === undefined) throw new ArchiveError('name-not-found', `No name has the id ${id}.`, { id })
  return found
}

export function getNameByNumber(db: ReadDb, number: number): NameRow {
  const found = statement<[number], NameRow>(db, 'SELECT * FROM name WHERE number = ?').get(number)
  if (found === undefined) throw new ArchiveError('archive-damaged', `There is no name ${number}.`, { number })
  return found
}

/** Says whose other name a name is, or that it stands for itself. */
export function setMergedInto(db: WriteDb, number: number, into: number | null): void {
  statement<[number | null, number]>(db, 'UPDATE name SET merged_into = ? WHERE number = ?').run(into, number)
}

export interface NameColumns {
  readonly preferred: string
  readonly country: string
  readonly note: string
}

/** Writes what people say of a name. Its folded form stays: texts name it so. */
export function updateName(db: WriteDb, id: string, { preferred, country, note }: NameColumns): void {
  const { changes } = statement(
    db,
    'UPDATE name SET preferred = @preferred, country = @country, note = @note WHERE id = @id',
  ).run({ id, preferred, country, note })
  if (changes !== 1) throw new ArchiveError('name-not-found', `No name has the id ${id}.`, { id })
}
