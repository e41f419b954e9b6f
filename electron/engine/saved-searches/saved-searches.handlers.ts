import type { SavedSearch, SavedSearchId, SavedSearchValues } from '../../contract/schemas.ts'
import { commitAct } from '../act.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'
import { inTransaction } from '../database/statement.ts'
import { makeUlid } from '../ids.ts'
import { selectDocuments } from '../search/select-documents.ts'
import { holdsNumber, packNumbers } from './saved-searches.rules.ts'
import { allSearches, getSearch, markSeen, seenBySearch } from './saved-searches.store.ts'

const valuesOf = ({ name, text, sort, pinned }: SavedSearch): SavedSearchValues => ({ name, text, sort, pinned })

export const savedSearchReadHandlers: ReadHandlers<'searches.list' | 'searches.count'> = {
  'searches.list': ({ db }) => ({ searches: allSearches(db) }),
  'searches.count': (context, { id }) => {
    const found = selectDocuments(context, { query: getSearch(context.db, id).text })
    const seen = seenBySearch(context.db, id)
    const fresh = seen === undefined ? 0 : found.filter((number) => !holdsNumber(seen, number)).length
    return { total: found.length, fresh }
  },
}

type WriteCalls = 'searches.save' | 'searches.change' | 'searches.remove' | 'searches.look'

export const savedSearchWriteHandlers: WriteHandlers<WriteCalls> = {
  'searches.save': (context, values) => {
    const id = makeUlid(context.ports.now()) as SavedSearchId
    const facts = { name: values.name, query: values.text.slice(0, 300) }
    const act = { name: 'searches.save', facts, changes: [{ type: 'search.set', search: id, after: values }] } as const
    const done = commitAct(context, act)
    // Whoever saves a search has its results before them: new is what comes later.
    const found = selectDocuments(context, { query: values.text })
    inTransaction(context.db, () => markSeen(context.db, id, packNumbers(found), context.ports.now()))
    return { id, ...done }
  },
  'searches.change': (context, { id, changes }) => {
    const before = valuesOf(getSearch(context.db, id))
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
    const after: SavedSearchValues = { ...before, ...given }
    if (JSON.stringify(after) === JSON.stringify(before)) return { changed: 0 }
    return commitAct(context, {
      name: 'searches.change',
      facts: { name: after.name },
      changes: [{ type: 'search.set', search: id, before, after }],
    })
  },
  'searches.remove': (context, { id }) => {
    const search = getSearch(context.db, id)
    return commitAct(context, {
      name: 'searches.remove',
      facts: { name: search.name },
      changes: [{ type: 'search.set', search: id, before: valuesOf(search) }],
    })
  },
  'searches.look': (context, { id }) => {
    const found = selectDocuments(context, { query: getSearch(context.db, id).text })
    inTransaction(context.db, () => markSeen(context.db, id, packNumbers(found), context.ports.now()))
    context.emit({ type: 'archive.changed', subjects: ['searches'] })
    return { total: found.length }
  },
}
