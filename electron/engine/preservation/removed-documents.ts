import type { DocumentId, RemovedDocument } from '../../contract/schemas.ts'
import type { ReadDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'

interface Removal {
  readonly at: number
  readonly reason: string
}

type Row = Pick<RemovedDocument, 'id' | 'title' | 'name'>

interface EventRow {
  readonly at: number
  readonly facts: string
  readonly changes: string
}

/** When and why documents were removed, the last removal of each. */
function removalsOf(db: ReadDb): Map<DocumentId, Removal> {
  const events = db
    .prepare<[], EventRow>(
      "SELECT at, facts, changes FROM event WHERE act = 'documents.remove' AND undone = 0 ORDER BY sequence",
    )
    .iterate()
  const found = new Map<DocumentId, Removal>()
  for (const { at, facts, changes } of events) {
    const { reason = '' } = JSON.parse(facts) as { reason?: string }
    for (const { documents = [] } of JSON.parse(changes) as { documents?: DocumentId[] }[])
      for (const document of documents) {
        // In the order of the last removal.
        found.delete(document)
        found.set(document, { at, reason })
      }
  }
  return found
}

/** Documents that were removed by themselves, not with their import, the last one first. */
export function removedDocuments(
  db: ReadDb,
  offset: number,
  limit: number,
): { readonly total: number; readonly documents: RemovedDocument[] } {
  const rows = statement<[], Row>(
    db,
    `SELECT document.id AS id, document.title AS title,
       coalesce((SELECT name FROM file WHERE file.document = document.number ORDER BY number LIMIT 1), '') AS name
     FROM document WHERE removed = 1 ORDER BY document.number DESC`,
  ).all()
  const removals = removalsOf(db)
  const places = new Map([...removals.keys()].map((id, place) => [id, place]))
  const inOrder = rows.sort((a, b) => (places.get(b.id) ?? -1) - (places.get(a.id) ?? -1))
  const documents = inOrder.slice(offset, offset + limit).map((row): RemovedDocument => {
    const removal = removals.get(row.id)
    return { ...row, reason: removal?.reason ?? '', ...(removal === undefined ? {} : { at: removal.at }) }
  })
  return { total: rows.length, documents }
}
