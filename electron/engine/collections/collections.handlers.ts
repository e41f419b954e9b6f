import type { CollectionId, CollectionPlace, CollectionValues } from '../../contract/schemas.ts'
import { commitAct } from '../act.ts'
import type { ReadHandlers, WriteContext, WriteHandlers } from '../context.ts'
import { getDocument, idsOfDocuments } from '../documents/documents.store.ts'
import { makeUlid } from '../ids.ts'
import type { Change } from '../preservation/changes.rules.ts'
import { selectDocuments } from '../search/select-documents.ts'
import {
  allCollections,
  type StoredCollection,
  documentsOfCollection,
  getCollection,
  placesOfCollection,
} from './collections.store.ts'

const valuesOf = ({ name, note }: StoredCollection): CollectionValues => ({ name, note })

const placed = (collection: CollectionId, places: CollectionPlace[], isPlaced: boolean): Change => ({
  ...{ type: 'collection.placed', collection, places, placed: isPlaced },
})

/** Documents of a selection that are not in the collection, each with a place behind those that are. */
function newPlaces(context: WriteContext, collection: StoredCollection, numbers: readonly number[]): CollectionPlace[] {
  const held = new Set(documentsOfCollection(context.db, collection.number))
  const last = placesOfCollection(context.db, collection.number).at(-1)?.position ?? 0
  const added = numbers.filter((number) => !held.has(number))
  return idsOfDocuments(context.db, added).map((document, at) => ({ document, position: last + at + 1 }))
}

/** Every document after `document` was moved before another one, or to the end, with consecutive places. */
function movedPlaces(
  places: readonly CollectionPlace[],
  document: string,
  before: string | undefined,
): CollectionPlace[] {
  const moved = places.filter((place) => place.document === document)
  const others = places.filter((place) => place.document !== document)
  const at = before === undefined ? others.length : others.findIndex((place) => place.document === before)
  const ordered = others.toSpliced(at < 0 ? others.length : at, 0, ...moved)
  return ordered.map((place, index) => ({ document: place.document, position: index + 1 }))
}

export const collectionReadHandlers: ReadHandlers<'collections.list'> = {
  'collections.list': ({ db }) => ({ collections: allCollections(db) }),
}

type WriteCalls =
  | 'collections.make'
  | 'collections.change'
  | 'collections.remove'
  | 'collections.put'
  | 'collections.take'
  | 'collections.move'

export const collectionWriteHandlers: WriteHandlers<WriteCalls> = {
  'collections.make': (context, values) => {
    const id = makeUlid(context.ports.now()) as CollectionId
    const changes: Change[] = [{ type: 'collection.set', collection: id, after: values }]
    return { id, ...commitAct(context, { name: 'collections.make', facts: { name: values.name }, changes }) }
  },
  'collections.change': (context, { id, changes }) => {
    const collection = getCollection(context.db, id)
    const before = valuesOf(collection)
    const after = { name: changes.name ?? before.name, note: changes.note ?? before.note }
    if (after.name === before.name && after.note === before.note) return { changed: 0 }
    return commitAct(context, {
      name: 'collections.change',
      facts: { name: after.name, from: before.name },
      changes: [{ type: 'collection.set', collection: id, before, after }],
    })
  },
  'collections.remove': (context, { id }) => {
    const collection = getCollection(context.db, id)
    const places = placesOfCollection(context.db, collection.number)
    return commitAct(context, {
      name: 'collections.remove',
      facts: { name: collection.name, count: places.length },
      changes: [
        ...(places.length === 0 ? [] : [placed(id, places, false)]),
        { type: 'collection.set', collection: id, before: valuesOf(collection) },
      ],
    })
  },
  'collections.put': (context, { id, selection }) => {
    const collection = getCollection(context.db, id)
    const places = newPlaces(context, collection, selectDocuments(context, selection))
    if (places.length === 0) return { changed: 0 }
    const facts = { name: collection.name, count: places.length }
    return commitAct(context, { name: 'collections.put', facts, changes: [placed(id, places, true)] })
  },
  'collections.take': (context, { id, selection }) => {
    const collection = getCollection(context.db, id)
    const selected = new Set<string>(idsOfDocuments(context.db, selectDocuments(context, selection)))
    const places = placesOfCollection(context.db, collection.number).filter((place) => selected.has(place.document))
    if (places.length === 0) return { changed: 0 }
    const facts = { name: collection.name, count: places.length }
    return commitAct(context, { name: 'collections.take', facts, changes: [placed(id, places, false)] })
  },
  'collections.move': (context, { id, document, before }) => {
    const collection = getCollection(context.db, id)
    const { title } = getDocument(context.db, document)
    const places = placesOfCollection(context.db, collection.number)
    const moved = movedPlaces(places, document, before)
    if (moved.every((place, at) => place.document === places[at]?.document)) return { changed: 0 }
    const facts = { name: collection.name, title: title.slice(0, 200) }
    const changes = [placed(id, places, false), placed(id, moved, true)]
    return { ...commitAct(context, { name: 'collections.move', facts, changes }), changed: 1 }
  },
}
