import Database from 'better-sqlite3'
import { ArchiveError } from '../../contract/errors.ts'

/** Held until `release`, or until the process ends, however it ends: the operating system owns it, not a file's existence. */
export interface WriterLock {
  release(): void
}

/**
 * Takes the archive's one place for a writer, by the file lock that SQLite takes for an exclusive transaction: it works on
 * every system that SQLite does and is never left behind. Throws `archive-in-use` when another program has it.
 */
export function takeWriterLock(lockPath: string): WriterLock {
  let db: Database.Database | undefined
  try {
    db = new Database(lockPath, { timeout: 0 })
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db?.close()
    const code = (error as { code?: string }).code ?? ''
    if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
      throw new ArchiveError('archive-in-use', 'Another program has this archive open.', { lockPath }, error)
    throw error
  }
  const held = db
  return { release: () => void held.close() }
}
