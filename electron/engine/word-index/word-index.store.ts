import type { ReadDb, WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'

/** A piece of what is known of a word: ascending entries from `first` to `last`. */
export interface Piece {
  readonly first: number
  readonly last: number
  readonly entries: Uint8Array
  readonly places: Uint8Array
}

/** The newest piece of a word; `undefined` for a word that no document holds. */
export function lastPiece(db: ReadDb, word: string): Piece | undefined {
  return statement<[string], Piece>(
    db,
    'SELECT first, last, entries, places FROM posting WHERE word = ? ORDER BY first DESC LIMIT 1',
  ).get(word)
}

/** A piece of a word as `[first, last, entries, places]`. */
export type PieceRow = readonly [number, number, Uint8Array, Uint8Array]

/** Every piece of a word, oldest first. */
export function piecesOf(db: ReadDb, word: string): PieceRow[] {
  return statement<[string], PieceRow>(
    db,
    'SELECT first, last, entries, places FROM posting WHERE word = ? ORDER BY first',
  )
    .raw()
    .all(word)
}

/** Entries alone, as `[first, entries]`, of every piece of a word: places are several times as long. */
export function entriesOf(db: ReadDb, word: string): [number, Uint8Array][] {
  return statement<[string], [number, Uint8Array]>(
    db,
    'SELECT first, entries FROM posting WHERE word = ? ORDER BY first',
  )
    .raw()
    .all(word)
}

export function putPiece(db: WriteDb, word: string, piece: Piece): void {
  statement<[string, number, number, Uint8Array, Uint8Array]>(
    db,
    `INSERT INTO posting (word, first, last, entries, places) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (word, first) DO UPDATE SET last = excluded.last, entries = excluded.entries, places = excluded.places`,
  ).run(word, piece.first, piece.last, piece.entries, piece.places)
}

export function putForm(db: WriteDb, stem: string, word: string): void {
  statement<[string, string]>(db, 'INSERT OR IGNORE INTO form (stem, word) VALUES (?, ?)').run(stem, word)
}

/** Words of the index that have this stem and are not the stem itself. */
export function formsOf(db: ReadDb, stem: string): string[] {
  return statement<[string], string>(db, 'SELECT word FROM form WHERE stem = ?').pluck().all(stem)
}

export function hasWord(db: ReadDb, word: string): boolean {
  return statement<[string], number>(db, 'SELECT 1 FROM posting WHERE word = ? LIMIT 1').pluck().get(word) !== undefined
}

/** Words of the index that begin so, in order. */
export function wordsThatBegin(db: ReadDb, prefix: string): string[] {
  return statement<[string, string], string>(db, 'SELECT DISTINCT word FROM posting WHERE word >= ? AND word < ?')
    .pluck()
    .all(prefix, `${prefix}\u{10FFFF}`)
}

/** Takes so many entry numbers for good. Answers the first. */
export function takeEntries(db: WriteDb, count: number): number {
  const next = statement<[number], number>(
    db,
    'UPDATE index_state SET next_entry = next_entry + ? RETURNING next_entry',
  )
    .pluck()
    .get(count)
  return (next ?? 1) - count
}

/** The entry number that comes next: it grows with every change of the index. */
export function nextEntry(db: ReadDb): number {
  return statement<[], number>(db, 'SELECT next_entry FROM index_state').pluck().get() ?? 1
}

export interface Entry {
  readonly document: number
  readonly entry: number
  readonly length: number
  readonly titleLength: number
}

/** Makes this the entry of a document, in place of the one that it had. */
export function putEntry(db: WriteDb, { document, entry, length, titleLength }: Entry): void {
  statement<[number, number, number, number]>(
    db,
    'INSERT OR REPLACE INTO index_entry (document, entry, length, title_length) VALUES (?, ?, ?, ?)',
  ).run(document, entry, length, titleLength)
}

export function removeEntry(db: WriteDb, document: number): void {
  statement<[number]>(db, 'DELETE FROM index_entry WHERE document = ?').run(document)
}

/** `[document, entry, length, titleLength]` of every entry from this number on. */
export function entriesFrom(db: ReadDb, entry: number): IterableIterator<[number, number, number, number]> {
  return statement<[number], [number, number, number, number]>(
    db,
    'SELECT document, entry, length, title_length FROM index_entry WHERE entry >= ?',
  )
    .raw()
    .iterate(entry)
}

/** Takes every word out of the index. */
export function emptyIndex(db: WriteDb): void {
  db.exec('DELETE FROM posting; DELETE FROM form; DELETE FROM index_entry')
}
