import { documentsOfCollection, findCollectionByName } from '../collections/collections.store.ts'
import type { Matching } from './field-tests.ts'
import { type QueryNode, partsOf } from './query-tree.ts'

/** Orders documents as the collection has them that a query names first; `undefined` when it names none. */
export function collectionOrder(
  { db }: Matching,
  root: QueryNode | undefined,
): ((a: number, b: number) => number) | undefined {
  for (const part of partsOf(root)) {
    if (part.type !== 'field' || part.field !== 'collection') continue
    const collection = findCollectionByName(db, part.value)
    if (collection === undefined) continue
    const placeOf = new Map(documentsOfCollection(db, collection.number).map((document, place) => [document, place]))
    return (a, b) => (placeOf.get(a) ?? Infinity) - (placeOf.get(b) ?? Infinity) || a - b
  }
  return undefined
}
