import { copyFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import { ArchiveError } from '../../contract/errors.ts'
import { findArchiveFolder } from '../archive-folder.ts'
import { openForReading } from '../database/connection.ts'
import { checkStructure, digestSync, statedSums } from '../database/copy-catalogue.ts'
import { catalogueVersion, currentVersion } from '../database/migrate.ts'
import { checkChain } from './history.store.ts'
import { type ReplacedCatalogue, replaceCatalogue } from './replace-catalogue.ts'

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

/**
 * Puts a copy in the place of an archive's catalogue. The copy is checked first, the present catalogue is kept among the copies, and
 * the exchange is one step: a program that is killed leaves either. The restored history ends with an event of it. Originals that
 * were imported after the copy was made stay in their folder; `verify` names them. Throws `archive-in-use`, `path-not-found`,
 * `archive-damaged` or `archive-too-new`, and then nothing was changed.
 */
export function restoreCatalogue(root: string, backup: string, at: Date): Promise<ReplacedCatalogue> {
  return replaceCatalogue(findArchiveFolder(root), at, 'archive.restore', (partial) => {
    check(backup)
    copyFileSync(backup, partial)
    return Promise.resolve({ backup: path.basename(backup) })
  })
}
