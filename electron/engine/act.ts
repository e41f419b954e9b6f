import type { Subject } from '../contract/events.ts'
import type { EventId, HistoryEvent } from '../contract/schemas.ts'
import { applyChange } from './apply-change.ts'
import type { WriteContext } from './context.ts'
import { inTransaction } from './database/statement.ts'
import { announceChanged } from './documents/documents.store.ts'
import { makeUlid } from './ids.ts'
import { settleTexts } from './ocr/page-text.ts'
import type { Change } from './preservation/changes.rules.ts'
import { appendEvent, getEventBySequence, setUndone } from './preservation/history.store.ts'
import { reindexChanged } from './search/text-index.ts'

export interface Act {
  /** The call that is carried out: `tags.assign`. */
  readonly name: string
  readonly facts: HistoryEvent['facts']
  readonly changes: readonly Change[]
  /** The event that this act takes back, where it is an undo. */
  readonly undoes?: number
}

function applyAll(context: WriteContext, changes: readonly Change[]): Set<number> {
  const touched = new Set<number>()
  for (const change of changes) for (const document of applyChange(context.db, change)) touched.add(document)
  settleTexts(context.db, changes)
  return touched
}

const needsWords = (change: Change): boolean =>
  change.type === 'documents.presence' ||
  change.type === 'import.presence' ||
  change.type === 'page.read' ||
  change.type === 'document.refused' ||
  // Relative dates in a text are counted from its day of issue.
  (change.type === 'document.described' && ['title', 'language', 'issued'].some((field) => field in change.after))

/** An event that is undone no longer stands; if it was an undo itself, what it had taken back stands again. */
function markUndone(context: WriteContext, sequence: number): void {
  setUndone(context.db, sequence, true)
  const { undoes } = getEventBySequence(context.db, sequence)
  if (undoes !== null) setUndone(context.db, undoes, false)
}

const subjects: readonly Subject[] = [
  ...(['access', 'archive', 'collections', 'documents', 'history'] as const),
  ...(['rules', 'searches', 'tags', 'thesaurus', 'watches'] as const),
]

/**
 * Does an act: applies its changes, brings the index along and writes one history event, all in one transaction or not at all.
 * Answers how many documents it touched and the event's id.
 */
export function commitAct(context: WriteContext, act: Act): { readonly changed: number; readonly event: EventId } {
  const id = makeUlid(context.ports.now()) as EventId
  const touched = inTransaction(context.db, () => {
    const documents = applyAll(context, act.changes)
    announceChanged(context.db, documents)
    if (act.changes.some(needsWords)) reindexChanged(context.db, documents)
    appendEvent(context.db, {
      id,
      at: context.ports.now(),
      act: act.name,
      facts: act.facts,
      changes: act.changes,
      ...(act.undoes === undefined ? {} : { undoes: act.undoes }),
    })
    if (act.undoes !== undefined) markUndone(context, act.undoes)
    return documents
  })
  context.emit({ type: 'archive.changed', subjects })
  return { changed: touched.size, event: id }
}
