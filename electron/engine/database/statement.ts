import type { Statement } from 'better-sqlite3'
import type { ReadDb, WriteDb } from './connection.ts'

const prepared = new WeakMap<ReadDb, Map<string, Statement>>()

/** The prepared statement for a constant text of SQL, prepared once for each connection. Never pass text that holds values. */
export function statement<Parameters extends unknown[], Row = unknown>(
  db: ReadDb,
  sql: string,
): Statement<Parameters, Row> {
  let ofConnection = prepared.get(db)
  if (ofConnection === undefined) prepared.set(db, (ofConnection = new Map<string, Statement>()))
  let found = ofConnection.get(sql)
  if (found === undefined) ofConnection.set(sql, (found = db.prepare(sql)))
  return found as unknown as Statement<Parameters, Row>
}

/** Runs `work` in one transaction that takes the write lock at once; rolled back when it throws. `work` must not be async. */
export function inTransaction<T>(db: WriteDb, work: () => T): T {
  return db.transaction(work).immediate()
}

/**
 * Like `inTransaction`, for work that is done again should a power cut undo it: the commit is whole or not there, but does not wait
 * for the disk. The next ordinary transaction brings it to the disk with its own.
 */
export function inRepeatableTransaction<T>(db: WriteDb, work: () => T): T {
  db.pragma('synchronous = NORMAL')
  try {
    return db.transaction(work).immediate()
  } finally {
    db.pragma('synchronous = FULL')
  }
}
