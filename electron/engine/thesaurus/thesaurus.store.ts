import type { ConceptTerms } from '../../contract/schemas.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'

/** What people made of a concept: other terms, or `null` where they took it out. */
export type ChangedTerms = ConceptTerms | null

const read = (terms: string | null): ChangedTerms => (terms === null ? null : (JSON.parse(terms) as ConceptTerms))

/** Concepts that people made, changed or took out, by id. */
export function changedConcepts(db: ReadDb): Map<string, ChangedTerms> {
  const rows = statement<[], { id: string; terms: string | null }>(
    db,
    'SELECT id, terms FROM concept ORDER BY id',
  ).all()
  return new Map(rows.map(({ id, terms }) => [id, read(terms)]))
}

/** `undefined` for a concept that is as the program brings it, or that there is not. */
export function findChangedConcept(db: ReadDb, id: string): ChangedTerms | undefined {
  const row = statement<[string], { terms: string | null }>(db, 'SELECT terms FROM concept WHERE id = ?').get(id)
  return row === undefined ? undefined : read(row.terms)
}

/** Sets what people made of a concept; with `undefined` it is as the program brings it again. */
export function setChangedConcept(db: WriteDb, id: string, terms: ChangedTerms | undefined): void {
  if (terms === undefined) statement<[string]>(db, 'DELETE FROM concept WHERE id = ?').run(id)
  else
    statement<[string, string | null]>(
      db,
      `INSERT INTO concept (id, terms) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET terms = excluded.terms`,
    ).run(id, terms === null ? null : JSON.stringify(terms))
}

/** Tells one state of the concepts from another, at little cost: they are a few rows that seldom change. */
export function conceptsState(db: ReadDb): string {
  return (
    statement<[], string>(db, "SELECT coalesce(group_concat(id || coalesce(terms, '-'), ' '), '') FROM concept")
      .pluck()
      .get() ?? ''
  )
}
