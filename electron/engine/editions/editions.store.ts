import type { EditionDecision } from '../../contract/vocabulary.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'

export interface SignatureRow {
  readonly document: number
  readonly text_hash: string
  readonly words: number
  readonly shingles: Uint8Array
  readonly figures: string
  readonly name: string
}

const signatureColumns =
  'signature.document, text_hash, words, shingles, figures, file.name FROM signature JOIN file ON file.document = signature.document'

/** Every signature with the name of the document's file, removed documents included. */
export function allSignatures(db: ReadDb): IterableIterator<SignatureRow> {
  return db.prepare<[], SignatureRow>(`SELECT ${signatureColumns}`).iterate()
}

/** The signatures of documents that changed after an entry of the change feed. */
export function signaturesChangedAfter(db: ReadDb, sequence: number): SignatureRow[] {
  return statement<[number], SignatureRow>(
    db,
    `SELECT ${signatureColumns} WHERE signature.document IN (SELECT document FROM change_feed WHERE sequence > ?)`,
  ).all(sequence)
}

/** The newest entry of the change feed, 0 where nothing has happened yet. */
export function newestChange(db: ReadDb): number {
  return statement<[], { n: number | null }>(db, 'SELECT max(sequence) AS n FROM change_feed').get()?.n ?? 0
}

export interface Decision {
  readonly first: number
  readonly second: number
  readonly relation: EditionDecision
}

/** What was decided of two documents, in whatever order they are named. */
export function findDecision(db: ReadDb, one: number, other: number): EditionDecision | null {
  const row = statement<[number, number], { relation: EditionDecision }>(
    db,
    'SELECT relation FROM edition WHERE first = ? AND second = ?',
  ).get(Math.min(one, other), Math.max(one, other))
  return row?.relation ?? null
}

/** What was decided of a document and others, by the others' numbers. */
export function decisionsOf(db: ReadDb, document: number): Map<number, EditionDecision> {
  const rows = statement<[number, number], { other: number; relation: EditionDecision }>(
    db,
    `SELECT second AS other, relation FROM edition WHERE first = ?
     UNION ALL SELECT first AS other, relation FROM edition WHERE second = ?`,
  ).all(document, document)
  return new Map(rows.map(({ other, relation }) => [other, relation]))
}

/** Every decision, the lower number first. */
export function allDecisions(db: ReadDb): Decision[] {
  return statement<[], Decision>(db, 'SELECT first, second, relation FROM edition ORDER BY first, second').all()
}

/** Writes a decision in place of the one that is there; `null` takes it away. */
export function setDecision(db: WriteDb, one: number, other: number, relation: EditionDecision | null): void {
  const first = Math.min(one, other)
  const second = Math.max(one, other)
  if (relation === null)
    statement<[number, number]>(db, 'DELETE FROM edition WHERE first = ? AND second = ?').run(first, second)
  else
    statement<[number, number, EditionDecision]>(
      db,
      'INSERT INTO edition (first, second, relation) VALUES (?, ?, ?) ON CONFLICT (first, second) DO UPDATE SET relation = excluded.relation',
    ).run(first, second, relation)
}
