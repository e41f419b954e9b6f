import type { QueryClient } from '@tanstack/react-query'
import type { CallName } from '../../../electron/contract/calls.ts'
import type { Subject } from '../../../electron/contract/events.ts'

const callsOfSubject: Readonly<Record<Subject, readonly CallName[]>> = {
  access: ['access.list', 'redactions.list', 'documents.get', 'exports.preview'],
  collections: ['collections.list', 'search.run', 'search.suggest'],
  searches: ['searches.list', 'searches.count', 'search.run', 'search.suggest'],
  thesaurus: ['thesaurus.list', 'search.run', 'documents.hits'],
  archive: ['archive.summary', 'archives.list', 'archive.fixity', 'archives.copies'],
  documents: [
    'search.run',
    'search.suggest',
    'documents.get',
    'documents.hits',
    'exports.preview',
    'searches.count',
    'collections.list',
    'agreements.list',
    'agreements.get',
    'names.list',
    'names.get',
    'commitments.list',
    'happenings.list',
    'cataloguing.next',
    'cataloguing.preview',
    'rules.preview',
    'archive.summary',
    'tags.list',
    'editions.of',
    'editions.list',
    'editions.compare',
  ],
  history: ['history.list', 'documents.removed'],
  imports: ['imports.list', 'imports.get', 'imports.files', 'imports.ledger'],
  ocr: ['ocr.status'],
  rules: ['rules.list'],
  tags: ['tags.list', 'search.run', 'search.suggest', 'documents.get'],
  watches: ['watches.list'],
}

/** While an import runs, changes come by the dozen a second; people need to see them about twice a second. */
const pauseMs = 400

/** Gathers changed subjects and asks again for what depends on them, at most once in a while and at once for the first. */
export function createInvalidator(queries: QueryClient): (subjects: readonly Subject[]) => void {
  const waiting = new Set<Subject>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = (): void => {
    const names = new Set<unknown>([...waiting].flatMap((subject) => callsOfSubject[subject]))
    waiting.clear()
    void queries.invalidateQueries({ predicate: ({ queryKey }) => names.has(queryKey[0]) })
  }
  const rest = (): void => {
    timer = undefined
    if (waiting.size === 0) return
    flush()
    timer = setTimeout(rest, pauseMs)
  }
  return (subjects) => {
    for (const subject of subjects) waiting.add(subject)
    timer ??= (flush(), setTimeout(rest, pauseMs))
  }
}
