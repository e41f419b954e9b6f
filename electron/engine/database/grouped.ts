import type { ReadDb } from './connection.ts'
import { statement } from './statement.ts'

/**
 * Rows by their owner, for many owners in one question. `sql` takes the owners' numbers as one JSON list, reads it with `json_each`
 * and answers rows with a column `owner`.
 */
export function grouped<Row>(
  db: ReadDb,
  sql: string,
  owners: readonly number[],
): (owner: number) => readonly Omit<Row, 'owner'>[] {
  const groups = new Map<number, Omit<Row, 'owner'>[]>()
  for (const { owner, ...row } of statement<[string], Row & { readonly owner: number }>(db, sql).all(
    JSON.stringify(owners),
  )) {
    const group = groups.get(owner)
    if (group === undefined) groups.set(owner, [row])
    else group.push(row)
  }
  return (owner) => groups.get(owner) ?? []
}
