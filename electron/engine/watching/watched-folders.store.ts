import type { WatchedFolder, WatchedFolderValues } from '../../contract/schemas.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'

interface Row {
  readonly id: WatchedFolder['id']
  readonly path: string
  readonly tags: string
  readonly afterwards: 'keep' | 'remove'
  readonly active: 0 | 1
}

const toFolder = (row: Row): Omit<WatchedFolder, 'exists'> => ({
  id: row.id,
  path: row.path,
  tags: JSON.parse(row.tags) as WatchedFolder['tags'],
  afterwards: row.afterwards,
  active: row.active === 1,
})

/** The watched folders in the order in which they were added. */
export function listWatchedFolders(db: ReadDb): Omit<WatchedFolder, 'exists'>[] {
  return statement<[], Row>(db, 'SELECT id, path, tags, afterwards, active FROM watched_folder ORDER BY number')
    .all()
    .map(toFolder)
}

export function findWatchedFolder(db: ReadDb, id: string): Omit<WatchedFolder, 'exists'> | undefined {
  const row = statement<[string], Row>(
    db,
    'SELECT id, path, tags, afterwards, active FROM watched_folder WHERE id = ?',
  ).get(id)
  return row === undefined ? undefined : toFolder(row)
}

/** What a person said of a watched folder. */
export function watchedValues({ path, tags, afterwards, active }: Omit<WatchedFolder, 'exists'>): WatchedFolderValues {
  return { path, tags, afterwards, active }
}

/** Writes what is to be known of a watched folder; `undefined` forgets it. */
export function setWatchedFolder(db: WriteDb, id: string, values: WatchedFolderValues | undefined): void {
  if (values === undefined) {
    statement<[string]>(db, 'DELETE FROM watched_folder WHERE id = ?').run(id)
    return
  }
  statement(
    db,
    `INSERT INTO watched_folder (id, path, tags, afterwards, active, added_at) VALUES (@id, @path, @tags, @afterwards, @active, unixepoch() * 1000)
     ON CONFLICT (id) DO UPDATE SET path = excluded.path, tags = excluded.tags, afterwards = excluded.afterwards, active = excluded.active`,
  ).run({
    ...{ id, path: values.path, afterwards: values.afterwards },
    tags: JSON.stringify(values.tags),
    active: values.active ? 1 : 0,
  })
}

/** Whether a file of this size and time of change, at this very place, is in the archive. */
export function isKnownFile(db: ReadDb, path: string, bytes: number, modifiedAt: number): boolean {
  const found = statement<[string, number, number], { n: number }>(
    db,
    `SELECT count(*) AS n FROM source JOIN file ON file.number = source.file
     JOIN document ON document.number = file.document AND document.removed = 0
     WHERE source.path = ? AND file.bytes = ? AND file.modified_at = ?`,
  ).get(path, bytes, modifiedAt)
  return (found?.n ?? 0) > 0
}
