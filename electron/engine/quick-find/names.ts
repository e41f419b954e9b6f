import type { Suggestion } from '../../contract/schemas.ts'
import { documentKinds } from '../../contract/vocabulary.ts'
import { allCollections } from '../collections/collections.store.ts'
import type { ReadDb } from '../database/connection.ts'
import { allSearches } from '../saved-searches/saved-searches.store.ts'
import { allTags } from '../tags/tags.store.ts'

/** Something that is found by its name. */
export type Named = Omit<Suggestion, 'score'>

/** Everything in an archive that has a name and is no document. */
export function namesOf(db: ReadDb): Named[] {
  return [
    ...allTags(db).map(({ path }): Named => ({ type: 'tag', id: path, title: path, detail: '' })),
    ...allCollections(db).map(({ id, name }): Named => ({ type: 'collection', id, title: name, detail: '' })),
    ...allSearches(db).map(({ id, name, text }): Named => ({ type: 'search', id, title: name, detail: text })),
    ...documentKinds.map((kind): Named => ({ type: 'kind', id: kind, title: kind, detail: '' })),
  ]
}
