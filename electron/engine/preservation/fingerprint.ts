import { createHash } from 'node:crypto'
import type { ReadContext } from '../context.ts'
import { statement } from '../database/statement.ts'

/**
 * Names the state that an archive is in: the SHA-256 of its id and of the newest hash of its history, which covers every act so far.
 * Two answers with the same fingerprint were given by the same records.
 */
export function fingerprintOf({ db, folder }: Pick<ReadContext, 'db' | 'folder'>): string {
  const newest = statement<[], string>(db, 'SELECT hash FROM event ORDER BY sequence DESC LIMIT 1').pluck().get() ?? ''
  return createHash('sha256').update(`${folder.card.id}\n${newest}`).digest('hex')
}
