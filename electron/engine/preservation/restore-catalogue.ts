import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ArchiveError } from '../../contract/errors.ts'
import type { EventId } from '../../contract/schemas.ts'
import { type ArchiveFolder, findArchiveFolder } from '../archive-folder.ts'
import { openForReading, openForWriting } from '../database/connection.ts'
import { checkStructure, copyCatalogue, digestSync, flush, statedSums } from '../database/copy-catalogue.ts'
import { takeWriterLock } from '../database/lock.ts'
import { catalogueVersion, currentVersion, migrate } from '../database/migrate.ts'
import { inTransaction } from '../database/statement.ts'
import { makeUlid } from '../ids.ts'
import { appendEvent, checkChain } from './history.store.ts'
import { ArchiveSeal } from './seal.ts'

export interface RestoredCatalogue {
  readonly path: string
  /** Where the catalogue that was there lies now; undefined where there was none. */
  readonly replaced: string | undefined
  readonly documents: number
}

/** Throws unless a copy is whole, sound, of this kind and not too new. */
function check(backup: string): void {
  if (!existsSync(backup)) throw new ArchiveError('path-not-found', `There is nothing at ${backup}.`, { path: backup })
  const stated = statedSums(path.dirname(backup)).get(path.basename(backup))
  if (stated !== undefined && stated !== digestSync(backup))
    throw new ArchiveError('archive-damaged', 'The copy was changed since it was made.', { path: backup })
  const db = openForReading(backup)
  try {
    const version = catalogueVersion(db)
    if (version === 0) throw new ArchiveError('archive-damaged', `${backup} is no catalogue.`, { path: backup })
    if (version > currentVersion)
      throw new ArchiveError('archive-too-new', `The copy has version ${version}.`, { version })
    if (checkChain(db).brokenAt !== undefined)
      throw new ArchiveError('archive-damaged', 'The history of the copy is broken.', { path: backup })
  } finally {
    db.close()
  }
  checkStructure(backup)
}

/** Keeps the catalogue that is there, sound or not, among the copies. */
function keepPresent({ catalogue, backups }: ArchiveFolder, at: Date): string | undefined {
  if (!existsSync(catalogue)) return undefined
  mkdirSync(backups, { recursive: true })
  const stamp = at.toISOString().replace(/[-:.]/g, '').replace('T', '-').slice(0, 18)
  const kept = path.join(backups, `replaced-${stamp}.sqlite`)
  try {
    const db = openForWriting(catalogue)
    try {
      copyCatalogue(db, kept)
    } finally {
      db.close()
    }
  } catch {
    // It is damaged: kept byte for byte, with what lies beside it.
    for (const end of ['', '-wal']) if (existsSync(catalogue + end)) copyFileSync(catalogue + end, kept + end)
    flush(kept)
  }
  return kept
}

/**
 * Puts a copy in the place of an archive's catalogue. The copy is checked first, the present catalogue is kept among the copies, and
 * the exchange is one step: a program that is killed leaves either. The restored history ends with an event of it. Originals that
 * were imported after the copy was made stay in their folder; `verify` names them. Throws `archive-in-use`, `path-not-found`,
 * `archive-damaged` or `archive-too-new`, and then nothing was changed.
 */
export async function restoreCatalogue(root: string, backup: string, at: Date): Promise<RestoredCatalogue> {
  const folder = findArchiveFolder(root)
  const lock = takeWriterLock(folder.lock)
  try {
    check(backup)
    const seal = new ArchiveSeal(folder)
    seal.break()
    const partial = `${folder.catalogue}.partial`
    copyFileSync(backup, partial)
    flush(partial)
    const replaced = keepPresent(folder, at)
    // Notes of the old catalogue would be taken for those of the new one.
    for (const end of ['-wal', '-shm']) rmSync(folder.catalogue + end, { force: true })
    renameSync(partial, folder.catalogue)
    const db = openForWriting(folder.catalogue)
    try {
      migrate(db, folder.backups)
      const facts = { backup: path.basename(backup) }
      const event = {
        id: makeUlid(at.getTime()) as EventId,
        at: at.getTime(),
        act: 'archive.restore',
        facts,
        changes: [],
      }
      inTransaction(db, () => appendEvent(db, event))
      const documents = db.prepare<[], number>('SELECT count(*) FROM document WHERE removed = 0').pluck().get() ?? 0
      return { path: folder.catalogue, replaced, documents }
    } finally {
      db.close()
      await seal.make(at)
    }
  } finally {
    lock.release()
  }
}
