import type { DocumentId, HistoryEvent } from '../../contract/schemas.ts'
import type { ReadDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import type { EventRow } from '../preservation/history.store.ts'
import { allEarlierEvents } from './earlier-events.store.ts'
import type { EventLine } from './record-lines.ts'

/** The documents that each import took in, of those that are asked for. */
function documentsByImport(db: ReadDb, wanted: ReadonlySet<string>): Map<string, DocumentId[]> {
  const rows = db
    .prepare<[], { import: string; document: DocumentId }>(
      'SELECT import.id AS import, document.id AS document FROM document JOIN import ON import.number = document.import',
    )
    .iterate()
  const found = new Map<string, DocumentId[]>()
  for (const { import: id, document } of rows) {
    if (!wanted.has(document)) continue
    const known = found.get(id)
    if (known === undefined) found.set(id, [document])
    else known.push(document)
  }
  return found
}

/** Fields of changes that name what they are about; `documents` and `places` hold several. */
const others = ['collection', 'name', 'path', 'from', 'to'] as const
type AnyChange = Partial<
  Readonly<Record<(typeof others)[number] | 'document' | 'first' | 'second' | 'import', string>>
> & {
  readonly documents?: readonly string[]
  readonly places?: readonly { readonly document: string }[]
}

/** What changes are about: documents, and collections, names and tags. */
function subjectsOf(
  changes: string,
  ofImport: ReadonlyMap<string, readonly string[]>,
): { readonly documents: readonly string[]; readonly others: readonly string[] } {
  const all = JSON.parse(changes) as AnyChange[]
  const documents = all.flatMap((change) => [
    ...(change.import === undefined ? [] : (ofImport.get(change.import) ?? [])),
    ...(['document', 'first', 'second'] as const).flatMap((field) => change[field] ?? []),
    ...(change.documents ?? []),
    ...(change.places ?? []).map((place) => place.document),
  ])
  return { documents, others: all.flatMap((change) => others.flatMap((field) => change[field] ?? [])) }
}

/** Facts that may name a document by its title or its words, or say why something was done to it. */
const namingFacts = ['title', 'words', 'first', 'second', 'reason'] as const

/** What is told of an act that was about something else, too: nothing of that may come along. */
function withoutOthers(facts: HistoryEvent['facts']): HistoryEvent['facts'] {
  return Object.fromEntries(
    Object.entries(facts).filter(([name]) => !(namingFacts as readonly string[]).includes(name)),
  )
}

/**
 * What was done to documents, collections, names and tags (by id or path), here and in the archives that they came from, the oldest
 * first; each event with those of them that it was about.
 */
export function* eventsOfRecords(
  db: ReadDb,
  archive: EventLine['archive'],
  wanted: ReadonlySet<string>,
): Generator<EventLine> {
  const only = (ids: ReadonlySet<string>): string[] => [...ids].filter((id) => wanted.has(id))
  const told = (facts: HistoryEvent['facts'], ids: ReadonlySet<string>, about: readonly string[]) =>
    about.length === ids.size ? facts : withoutOthers(facts)
  for (const event of allEarlierEvents(db)) {
    const ids = new Set(event.about)
    const about = only(ids)
    if (about.length > 0) yield { ...event, about, facts: told(event.facts, ids, about) }
  }
  const ofImport = documentsByImport(db, wanted)
  for (let after = 0; ;) {
    const rows = statement<[number], EventRow>(
      db,
      'SELECT * FROM event WHERE sequence > ? ORDER BY sequence LIMIT 200',
    ).all(after)
    if (rows.length === 0) return
    for (const { sequence, id, at, act, facts, changes, undone, hash } of rows) {
      after = sequence
      const subjects = subjectsOf(changes, ofImport)
      const ids = new Set([...subjects.documents, ...subjects.others])
      const about = only(ids)
      // What was done to documents that are not told of is nobody's affair, whatever collection or tag it was about.
      const isOfOthers = subjects.documents.length > 0 && !subjects.documents.some((id) => wanted.has(id))
      if (about.length === 0 || isOfOthers) continue
      yield {
        ...{ type: 'event', id, at, act, hash, undone: undone === 1, archive, about },
        facts: told(JSON.parse(facts) as HistoryEvent['facts'], ids, about),
      }
    }
  }
}
