import { ArchiveError } from '../../contract/errors.ts'
import type { CollectionId, CollectionPlace, CollectionRow, CollectionValues } from '../../contract/schemas.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import { foldTag } from '../tags/tags.rules.ts'

export interface StoredCollection extends CollectionValues {
  readonly number: number
  readonly id: CollectionId
}

export function findCollection(db: ReadDb, id: string): StoredCollection | undefined {
  return statement<[string], StoredCollection>(db, 'SELECT number, id, name, note FROM collection WHERE id = ?').get(id)
}

/** Throws `collection-not-found`. */
export function getCollection(db: ReadDb, id: string): StoredCollection {
  const found = findCollection(db, id)
  if (found === undefined) throw new ArchiveError('collection-not-found', `No collection has the id ${id}.`, { id })
  return found
}

/** The collection of this name, in whatever letter case it is written. */
export function findCollectionByName(db: ReadDb, name: string): StoredCollection | undefined {
  return statement<[string], StoredCollection>(
    db,
    'SELECT number, id, name, note FROM collection WHERE folded = ?',
  ).get(foldTag(name))
}

/** Every collection by name, with how many present documents it has. */
export function allCollections(db: ReadDb): CollectionRow[] {
  return statement<[], CollectionRow>(
    db,
    `SELECT collection.id, collection.name, collection.note,
       (SELECT count(*) FROM collection_document JOIN document ON document.number = collection_document.document
         WHERE collection_document.collection = collection.number AND document.removed = 0) AS documents
     FROM collection ORDER BY folded`,
  ).all()
}

/** Numbers of the documents of a collection in its order, removed ones included. */
export function documentsOfCollection(db: ReadDb, collection: number): number[] {
  return statement<[number], number>(
    db,
    'SELECT document FROM collection_document WHERE collection = ? ORDER BY position, document',
  )
    .pluck()
    .all(collection)
}

/** The documents of a collection with their places, in its order. */
export function placesOfCollection(db: ReadDb, collection: number): CollectionPlace[] {
  return statement<[number], CollectionPlace>(
    db,
    `SELECT document.id AS document, position FROM collection_document
     JOIN document ON document.number = collection_document.document WHERE collection = ? ORDER BY position, document.number`,
  ).all(collection)
}

/** Makes, changes or removes a collection. Throws `collection-exists` when another has the name. */
export function setCollection(db: WriteDb, id: CollectionId, values: CollectionValues | undefined): void {
  if (values === undefined) {
    statement<[string]>(db, 'DELETE FROM collection WHERE id = ?').run(id)
    return
  }
  const other = findCollectionByName(db, values.name)
  if (other !== undefined && other.id !== id)
    throw new ArchiveError('collection-exists', `There is a collection ${values.name} already.`, { name: values.name })
  statement<[string, string, string, string]>(
    db,
    `INSERT INTO collection (id, name, folded, note) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, folded = excluded.folded, note = excluded.note`,
  ).run(id, values.name, foldTag(values.name), values.note)
}

/** Puts a document at a place of a collection. Answers false when it is in it already. */
export function placeDocument(db: WriteDb, collection: number, document: number, position: number): boolean {
  return (
    statement<[number, number, number]>(
      db,
      'INSERT OR IGNORE INTO collection_document (collection, document, position) VALUES (?, ?, ?)',
    ).run(collection, document, position).changes === 1
  )
}

/** Takes a document out of a collection. Answers false when it is not in it. */
export function takeDocument(db: WriteDb, collection: number, document: number): boolean {
  return (
    statement<[number, number]>(db, 'DELETE FROM collection_document WHERE collection = ? AND document = ?').run(
      collection,
      document,
    ).changes === 1
  )
}
