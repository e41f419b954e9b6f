import type { EventId } from '../../contract/schemas.ts'
import type { WriteDb } from '../database/connection.ts'
import { inTransaction } from '../database/statement.ts'
import { makeUlid } from '../ids.ts'
import { appendEvent } from '../preservation/history.store.ts'
import { unfinishedImports, updateImport } from './imports.store.ts'

/**
 * Ends, in the books, the imports that were running when the program ended: what they had committed stays, can be undone as one
 * act, and the same import started again goes on where it stopped, because it recognises what is here.
 */
export function markInterrupted(db: WriteDb, now: number): void {
  for (const { number, progress } of unfinishedImports(db)) {
    inTransaction(db, () => {
      updateImport(db, number, { ...progress, state: 'interrupted', finishedAt: now })
      appendEvent(db, {
        id: makeUlid(now) as EventId,
        at: now,
        act: 'imports.start',
        facts: {
          imported: progress.imported,
          duplicates: progress.duplicates,
          refused: progress.refused,
          unchanged: progress.unchanged,
          source: progress.sources[0] ?? '',
        },
        changes: progress.imported === 0 ? [] : [{ type: 'import.presence', import: progress.id, present: true }],
      })
    })
  }
}
