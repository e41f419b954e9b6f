import { rm } from 'node:fs/promises'
import { originalPath } from '../archive-folder.ts'
import { digestFile } from '../preservation/fixity.ts'
import { inTransaction, statement } from '../database/statement.ts'
import type { ImportWork } from './import-work.ts'
import { type Afterwards, updateImport } from './imports.store.ts'

interface Taken {
  readonly path: string
  readonly sha256: string
  readonly extension: string
}

/**
 * Removes the sources of files that are in the archive, for a person who asked to move and not to copy. Each original is read back
 * from disk first, and each source once more: only where both still have the hash of the catalogue is the source removed. What
 * cannot be removed stays, and the next import finds it unchanged.
 */
export async function removeSources(work: ImportWork, afterwards: Afterwards): Promise<void> {
  if (afterwards === 'keep') return
  const { db, folder } = work.context
  // The steps of an import do not wait for the disk. What is removed below must be named there first, whatever happens to the power.
  inTransaction(db, () => updateImport(db, work.importNumber, work.counter.progress))
  const taken = statement<[number], Taken>(
    db,
    `SELECT import_file.path, file.sha256, file.extension FROM import_file JOIN file ON file.document = import_file.document
     WHERE import_file.import = ? AND import_file.container IS NULL AND import_file.state IN ('catalogued', 'duplicate', 'unchanged')`,
  ).all(work.importNumber)
  for (const { path: source, sha256, extension } of taken) {
    work.signal.throwIfAborted()
    const isSame = async (where: string): Promise<boolean> =>
      (await digestFile(where, ['sha256'], work.signal)).digests.sha256 === sha256
    try {
      if ((await isSame(originalPath(folder, sha256, extension))) && (await isSame(source))) await rm(source)
    } catch {
      work.signal.throwIfAborted()
    }
  }
}
