import type { Selection } from '../../contract/schemas.ts'
import type { ReadContext } from '../context.ts'
import { getDocumentNumbers } from '../documents/documents.store.ts'
import { matchQuery } from './match-query.ts'
import { Question } from './question.ts'

/**
 * Numbers of the documents of a selection, in ascending order, each once. A query selects what its `total` counts, never the
 * `others`: an act on "all results" touches what was counted. Throws `document-not-found` for ids that are unknown or removed.
 */
export function selectDocuments(context: ReadContext, selection: Selection): number[] {
  if ('ids' in selection) return [...new Set(getDocumentNumbers(context.db, selection.ids))].sort((a, b) => a - b)
  context.memory.refresh()
  return [...matchQuery(context, new Question(context, selection.query)).all]
}
