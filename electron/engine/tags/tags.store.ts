import { ArchiveError } from '../../contract/errors.ts'
import type { TagRow } from '../../contract/schemas.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import { foldTag, isAtOrBelow, pathAndAncestors } from './tags.rules.ts'

export interface StoredTag {
  readonly number: number
  readonly path: string
  readonly folded: string
}

export function findTag(db: ReadDb, path: string): StoredTag | undefined {
  return statement<[string], StoredTag>(db, 'SELECT * FROM tag WHERE folded = ?').get(foldTag(path))
}

/** Throws `tag-not-found`. */
export function getTag(db: ReadDb, path: string): StoredTag {
  const tag = findTag(db, path)
  if (tag === undefined) throw new ArchiveError('tag-not-found', `There is no tag ${path}.`, { path })
  return tag
}

export function allTags(db: ReadDb): StoredTag[] {
  return statement<[], StoredTag>(db, 'SELECT * FROM tag ORDER BY path').all()
}

/** The tags at and below a path, in the order of their paths. */
export function tagsAtOrBelow(db: ReadDb, path: string): StoredTag[] {
  const folded = foldTag(path)
  return allTags(db).filter((tag) => isAtOrBelow(tag.folded, folded))
}

/** Throws `tag-exists` when a tag with this path, in whatever case, is there. */
export function insertTag(db: WriteDb, path: string): void {
  if (findTag(db, path) !== undefined) throw new ArchiveError('tag-exists', `There is a tag ${path} already.`, { path })
  statement<[string, string]>(db, 'INSERT INTO tag (path, folded) VALUES (?, ?)').run(path, foldTag(path))
}

/** Deletes a tag that no document carries. Throws `undo-conflict` when one does, `tag-not-found` when it is not there. */
export function deleteTag(db: WriteDb, path: string): void {
  const tag = getTag(db, path)
  const used = statement<[number]>(db, 'SELECT 1 FROM document_tag WHERE tag = ? LIMIT 1').get(tag.number)
  if (used !== undefined) throw new ArchiveError('undo-conflict', `The tag ${path} is in use.`, { path })
  statement<[number]>(db, 'DELETE FROM tag WHERE number = ?').run(tag.number)
}

/** Throws `tag-not-found`, or `tag-exists` when another tag has the new path. */
export function updateTagPath(db: WriteDb, from: string, to: string): void {
  const tag = getTag(db, from)
  const other = findTag(db, to)
  if (other !== undefined && other.number !== tag.number)
    throw new ArchiveError('tag-exists', `There is a tag ${to} already.`, { path: to })
  statement<[string, string, number]>(db, 'UPDATE tag SET path = ?, folded = ? WHERE number = ?').run(
    to,
    foldTag(to),
    tag.number,
  )
}

export function assignTag(db: WriteDb, tag: number, document: number): boolean {
  return (
    statement<[number, number]>(db, 'INSERT OR IGNORE INTO document_tag (tag, document) VALUES (?, ?)').run(
      tag,
      document,
    ).changes === 1
  )
}

export function unassignTag(db: WriteDb, tag: number, document: number): boolean {
  return (
    statement<[number, number]>(db, 'DELETE FROM document_tag WHERE tag = ? AND document = ?').run(tag, document)
      .changes === 1
  )
}

/** Numbers of all documents, removed ones included, that carry this very tag. */
export function documentsWithTag(db: ReadDb, tag: number): number[] {
  return statement<[number], { document: number }>(
    db,
    'SELECT document FROM document_tag WHERE tag = ? ORDER BY document',
  )
    .all(tag)
    .map((row) => row.document)
}

/**
 * Every tag and every path above one, with counts of present documents; a document that carries two tags below a path is
 * counted once in the path's `total`.
 */
export function countTags(db: ReadDb): { tags: TagRow[]; untagged: number } {
  const direct = new Map<string, number>()
  const totals = new Map<string, Set<number>>()
  for (const tag of allTags(db)) {
    direct.set(tag.path, 0)
    for (const path of pathAndAncestors(tag.path)) if (!totals.has(path)) totals.set(path, new Set())
  }
  const rows = statement<[], { path: string; document: number }>(
    db,
    `SELECT tag.path, document_tag.document FROM document_tag
     JOIN tag ON tag.number = document_tag.tag JOIN document ON document.number = document_tag.document AND document.removed = 0`,
  ).all()
  const tagged = new Set<number>()
  for (const { path, document } of rows) {
    tagged.add(document)
    direct.set(path, (direct.get(path) ?? 0) + 1)
    for (const above of pathAndAncestors(path)) totals.get(above)?.add(document)
  }
  const documents =
    statement<[], { n: number }>(db, 'SELECT count(*) AS n FROM document WHERE removed = 0').get()?.n ?? 0
  const tags = [...totals].map(([path, set]) => ({ path, documents: direct.get(path) ?? 0, total: set.size }))
  tags.sort((a, b) => a.path.localeCompare(b.path))
  return { tags, untagged: documents - tagged.size }
}
