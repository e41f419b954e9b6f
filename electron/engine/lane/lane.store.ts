import type { ReadDb, WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import type { DocumentRow } from '../documents/documents.store.ts'

/** Numbers of the present documents that nobody has gone through, in the order in which they came. */
export function uncataloguedNumbers(db: ReadDb): number[] {
  return statement<[], number>(db, 'SELECT number FROM document WHERE catalogued = 0 AND removed = 0 ORDER BY number')
    .pluck()
    .all()
}

/** Rows of documents by their numbers, one after another: there may be a hundred thousand. */
export function* rowsOf(db: ReadDb, numbers: readonly number[]): Generator<DocumentRow> {
  const byNumber = statement<[number], DocumentRow>(db, 'SELECT * FROM document WHERE number = ?')
  for (const number of numbers) {
    const row = byNumber.get(number)
    if (row !== undefined) yield row
  }
}

/** Says whether somebody has gone through a document. Answers whether that is new. */
export function setCatalogued(db: WriteDb, document: number, catalogued: boolean): boolean {
  const value = catalogued ? 1 : 0
  return (
    statement<[number, number, number]>(
      db,
      'UPDATE document SET catalogued = ? WHERE number = ? AND catalogued <> ?',
    ).run(value, document, value).changes > 0
  )
}
