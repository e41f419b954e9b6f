import Database from 'better-sqlite3'
import { ArchiveError } from '../../contract/errors.ts'

declare const canRead: unique symbol
declare const canWrite: unique symbol

/** A connection that may be asked. A function that only reads takes this, so that it can run in any thread. */
export type ReadDb = Database.Database & { readonly [canRead]: true }
/** The one connection that may change the catalogue. */
export type WriteDb = ReadDb & { readonly [canWrite]: true }

/** `chnc`, so that other programs can tell what the file is. */
const applicationId = 0x63686e63
/** Kibibytes of the catalogue that a connection keeps in memory. */
const usualCache = 32 * 1024

function asError(path: string, error: unknown): ArchiveError {
  const code = (error as { code?: string }).code ?? ''
  if (code.startsWith('SQLITE_CANTOPEN'))
    return new ArchiveError('archive-not-found', `No catalogue at ${path}.`, { path }, error)
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT'))
    return new ArchiveError('archive-damaged', `The catalogue ${path} is damaged.`, { path }, error)
  return new ArchiveError('internal', `Cannot open ${path}: ${(error as Error).message}`, { path }, error)
}

function open(path: string, options: Database.Options, cache = usualCache): Database.Database {
  let db: Database.Database | undefined
  try {
    db = new Database(path, { timeout: 10_000, ...options })
    // Touches the file, so that a damaged one is found here and not at the first question.
    const found = db.pragma('application_id', { simple: true })
    if (found !== 0 && found !== applicationId)
      throw new ArchiveError('archive-damaged', `${path} is a database of another program.`, { path })
    db.pragma('foreign_keys = ON')
    db.pragma(`cache_size = -${cache}`)
    db.pragma('temp_store = MEMORY')
    return db
  } catch (error) {
    db?.close()
    throw error instanceof ArchiveError ? error : asError(path, error)
  }
}

/**
 * Opens the catalogue for reading. It must exist. `cache`: kibibytes of it that are kept in memory. Throws `archive-not-found` or
 * `archive-damaged`.
 */
export function openForReading(path: string, cache?: number): ReadDb {
  return open(path, { readonly: true, fileMustExist: true }, cache) as ReadDb
}

/**
 * Opens the catalogue for writing, and makes it when it is missing. Commits reach the disk before they return
 * (`synchronous = FULL`): what an archivist was told is done survives a power cut.
 */
export function openForWriting(path: string): WriteDb {
  const db = open(path, {}) as WriteDb
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  // Not written anew where it is there: an archive that was only looked at stays the same bytes.
  if (db.pragma('application_id', { simple: true }) !== applicationId) db.pragma(`application_id = ${applicationId}`)
  return db
}
