import { rmSync } from 'node:fs'
import type { EventId } from '../../contract/schemas.ts'
import type { WriteContext } from '../context.ts'
import { inTransaction } from '../database/statement.ts'
import { announceChanged } from '../documents/documents.store.ts'
import { makeUlid } from '../ids.ts'
import { recordsPlace } from '../sidecars/archive-records.ts'
import { type FixityCheck, keepChecks } from './fixity.store.ts'
import { appendEvent } from './history.store.ts'

/** Records in the folder that are missing or not what was written. */
export interface UnsoundRecords {
  readonly documents: readonly number[]
  readonly ofArchive: boolean
}

const none: UnsoundRecords = { documents: [], ofArchive: false }

/**
 * Keeps what checks of originals found, and tells the history of them as one event. Records in the folder that are unsound are
 * written again, by whoever follows the changes of documents: the catalogue has all that they tell.
 */
export function recordChecks(
  { db, folder, ports, emit }: Pick<WriteContext, 'db' | 'folder' | 'ports' | 'emit'>,
  checks: readonly FixityCheck[],
  { documents, ofArchive } = none,
): void {
  inTransaction(db, () => {
    keepChecks(db, checks)
    const facts = { checked: checks.length, unsound: checks.filter(({ outcome }) => outcome !== 'sound').length }
    const at = ports.now()
    appendEvent(db, { id: makeUlid(at) as EventId, at, act: 'archive.verify', facts, changes: [] })
    announceChanged(db, documents)
  })
  if (ofArchive) rmSync(recordsPlace(folder), { force: true })
  emit({ type: 'archive.changed', subjects: ['archive', 'history'] })
}
