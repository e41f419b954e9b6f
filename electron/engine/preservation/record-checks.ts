import type { EventId } from '../../contract/schemas.ts'
import type { WriteContext } from '../context.ts'
import { makeUlid } from '../ids.ts'
import { type FixityCheck, keepChecks } from './fixity.store.ts'
import { appendEvent } from './history.store.ts'

/** Keeps what checks of originals found, and tells the history of them as one event. Runs in a transaction. */
export function recordChecks(
  { db, ports, emit }: Pick<WriteContext, 'db' | 'ports' | 'emit'>,
  checks: readonly FixityCheck[],
): void {
  keepChecks(db, checks)
  const facts = { checked: checks.length, unsound: checks.filter(({ outcome }) => outcome !== 'sound').length }
  const at = ports.now()
  appendEvent(db, { id: makeUlid(at) as EventId, at, act: 'archive.verify', facts, changes: [] })
  emit({ type: 'archive.changed', subjects: ['archive', 'history'] })
}
