import { ArchiveError } from '../../contract/errors.ts'
import type { Redaction, RedactionId, RedactionValues } from '../../contract/schemas.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import { segmentWords } from '../language/segment.ts'

const folded = (words: string): string =>
  segmentWords(words)
    .map(({ exact }) => exact)
    .join(' ')

/** Every redaction, the oldest first. */
export function allRedactions(db: ReadDb): Redaction[] {
  return statement<[], Redaction>(db, 'SELECT id, words, reason FROM redaction ORDER BY id').all()
}

export function findRedaction(db: ReadDb, id: string): Redaction | undefined {
  return statement<[string], Redaction>(db, 'SELECT id, words, reason FROM redaction WHERE id = ?').get(id)
}

/** The redaction of the same words, however they are written. */
export function findSameWords(db: ReadDb, words: string): Redaction | undefined {
  return statement<[string], Redaction>(db, 'SELECT id, words, reason FROM redaction WHERE folded = ?').get(
    folded(words),
  )
}

/** Marks words, or takes the mark away. Throws `undo-conflict` when the same words are marked already. */
export function setRedaction(db: WriteDb, id: RedactionId, values: RedactionValues | undefined): void {
  if (values === undefined) {
    statement<[string]>(db, 'DELETE FROM redaction WHERE id = ?').run(id)
    return
  }
  const same = findSameWords(db, values.words)
  if (same !== undefined && same.id !== id)
    throw new ArchiveError('undo-conflict', 'These words have been marked again since.', { id: same.id })
  statement<[string, string, string, string]>(
    db,
    'INSERT OR REPLACE INTO redaction (id, words, folded, reason) VALUES (?, ?, ?, ?)',
  ).run(id, values.words, folded(values.words), values.reason)
}
