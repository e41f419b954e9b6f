import type { Refusal } from '../../contract/schemas.ts'
import type { Facts } from '../cataloguing/read-facts.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'

/** What a person said that a document does not say. */
export function refusalsOf(db: ReadDb, document: number): Refusal[] {
  return statement<[number], Refusal>(
    db,
    'SELECT about, words FROM refusal WHERE document = ? ORDER BY about, words',
  ).all(document)
}

/** Keeps a refusal, or takes it back. Answers whether that changed anything. */
export function setRefusal(db: WriteDb, document: number, { about, words }: Refusal, refused: boolean): boolean {
  const sql = refused
    ? 'INSERT OR IGNORE INTO refusal (document, about, words) VALUES (?, ?, ?)'
    : 'DELETE FROM refusal WHERE document = ? AND about = ? AND words = ?'
  return statement<[number, string, string]>(db, sql).run(document, about, words).changes > 0
}

/** What is read in a text, without what a person refused of it: a rule never says again what a person denied. */
export function withoutRefused(facts: Facts, refusals: readonly Refusal[]): Facts {
  if (refusals.length === 0) return facts
  const refused = new Set(refusals.map(({ about, words }) => `${about} ${words}`))
  const stands = (about: Refusal['about']) => (each: { readonly text: string }) => !refused.has(`${about} ${each.text}`)
  return {
    ...facts,
    mentions: facts.mentions.filter(({ type, value }) => !refused.has(`${type} ${value}`)),
    agreements: facts.agreements.filter(stands('agreement')),
    commitments: facts.commitments.filter(stands('commitment')),
  }
}
