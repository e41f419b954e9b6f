import { stat } from 'node:fs/promises'
import { ArchiveError } from '../../contract/errors.ts'
import type { VerifyReport } from '../../contract/schemas.ts'
import { findArchiveFolder, isArchive } from '../archive-folder.ts'
import { openForReading } from '../database/connection.ts'
import { openFolderBag, openZipBag } from './bag-source.ts'
import { verifyArchive } from './verify-archive.ts'
import { verifyBag } from './verify-bag.ts'

/**
 * Checks whatever lies at a path: an archive, a bag in a folder, or a bag in a zip file. Throws `path-not-found`, and what
 * opening an archive throws.
 */
export async function verifyPath(target: string, signal: AbortSignal): Promise<VerifyReport> {
  const status = await stat(target).catch((error: unknown) => {
    throw new ArchiveError('path-not-found', `There is nothing at ${target}.`, { path: target }, error)
  })
  if (status.isDirectory() && isArchive(target)) {
    const folder = findArchiveFolder(target)
    const db = openForReading(folder.catalogue)
    try {
      return await verifyArchive(db, folder, signal)
    } finally {
      db.close()
    }
  }
  const source = status.isDirectory() ? await openFolderBag(target) : await openZipBag(target)
  try {
    return await verifyBag(source, signal)
  } finally {
    source.close()
  }
}
