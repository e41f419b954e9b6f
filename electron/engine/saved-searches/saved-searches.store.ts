import { ArchiveError } from '../../contract/errors.ts'
import type { SavedSearch, SavedSearchId, SavedSearchValues } from '../../contract/schemas.ts'
import type { Sort } from '../../contract/vocabulary.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import { foldTag } from '../tags/tags.rules.ts'

interface SearchRow {
  readonly id: SavedSearchId
  readonly name: string
  readonly text: string
  readonly sort: Sort
  readonly pinned: 0 | 1
  readonly looked_at: number | null
}

const columns = 'id, name, text, sort, pinned, looked_at'

const toSearch = ({ looked_at: lookedAt, pinned, ...rest }: SearchRow): SavedSearch => ({
  ...rest,
  pinned: pinned === 1,
  ...(lookedAt === null ? {} : { lookedAt }),
})

/** Every saved search, pinned ones first, then by name. */
export function allSearches(db: ReadDb): SavedSearch[] {
  return statement<[], SearchRow>(db, `SELECT ${columns} FROM saved_search ORDER BY pinned DESC, folded`)
    .all()
    .map(toSearch)
}

export function findSearch(db: ReadDb, id: string): SavedSearch | undefined {
  const row = statement<[string], SearchRow>(db, `SELECT ${columns} FROM saved_search WHERE id = ?`).get(id)
  return row === undefined ? undefined : toSearch(row)
}

/** Throws `search-not-found`. */
export function getSearch(db: ReadDb, id: string): SavedSearch {
  const found = findSearch(db, id)
  if (found === undefined) throw new ArchiveError('search-not-found', `No saved search has the id ${id}.`, { id })
  return found
}

/** The saved search of this name, in whatever letter case it is written. */
export function findSearchByName(db: ReadDb, name: string): SavedSearch | undefined {
  const row = statement<[string], SearchRow>(db, `SELECT ${columns} FROM saved_search WHERE folded = ?`).get(
    foldTag(name),
  )
  return row === undefined ? undefined : toSearch(row)
}

/** Makes, changes or removes a saved search. Throws `search-exists` when another has the name. */
export function setSearch(db: WriteDb, id: SavedSearchId, values: SavedSearchValues | undefined): void {
  if (values === undefined) {
    statement<[string]>(db, 'DELETE FROM saved_search WHERE id = ?').run(id)
    return
  }
  const other = findSearchByName(db, values.name)
  if (other !== undefined && other.id !== id)
    throw new ArchiveError('search-exists', `There is a saved search ${values.name} already.`, { name: values.name })
  statement(
    db,
    `INSERT INTO saved_search (id, name, folded, text, sort, pinned) VALUES (@id, @name, @folded, @text, @sort, @pinned)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, folded = excluded.folded, text = excluded.text,
       sort = excluded.sort, pinned = excluded.pinned`,
  ).run({ ...values, id, folded: foldTag(values.name), pinned: values.pinned ? 1 : 0 })
}

/** A bit for each document number that a search had found when somebody last looked; nothing when nobody has. */
export function seenBySearch(db: ReadDb, id: string): Uint8Array | undefined {
  const seen = statement<[string], Uint8Array | null>(db, 'SELECT seen FROM saved_search WHERE id = ?').pluck().get(id)
  return seen ?? undefined
}

export function markSeen(db: WriteDb, id: string, seen: Uint8Array, at: number): void {
  statement<[Uint8Array, number, string]>(db, 'UPDATE saved_search SET seen = ?, looked_at = ? WHERE id = ?').run(
    seen,
    at,
    id,
  )
}
