import { existsSync } from 'node:fs'
import path from 'node:path'
import type { CallOutput } from '../../contract/calls.ts'
import { ArchiveError } from '../../contract/errors.ts'
import { findArchiveFolder } from '../archive-folder.ts'
import { listCopies } from '../preservation/list-copies.ts'
import { restoreCatalogue } from '../preservation/restore-catalogue.ts'
import { archiveRecordsName } from '../sidecars/archive-records.ts'
import { rebuildCatalogue } from '../sidecars/rebuild-catalogue.ts'

/** What there is to mend a catalogue with. */
export function meansOfRepair(root: string): CallOutput<'archives.copies'> {
  const { backups } = findArchiveFolder(root)
  const copies = existsSync(backups) ? listCopies(backups) : []
  return { copies, hasRecords: existsSync(path.join(root, archiveRecordsName)) }
}

/** Puts a copy in the place of a catalogue. Throws as `restoreCatalogue`, and `path-not-found` for a name that no copy has. */
export async function restoreCopy(root: string, copy: string, at: Date): Promise<void> {
  const { backups } = findArchiveFolder(root)
  if (!listCopies(backups).some(({ name }) => name === copy))
    throw new ArchiveError('path-not-found', `There is no copy ${copy}.`, { path: copy })
  await restoreCatalogue(root, path.join(backups, copy), at)
}

export const rebuild = (root: string, at: Date): ReturnType<typeof rebuildCatalogue> =>
  rebuildCatalogue(root, at, new AbortController().signal)

/** The title of an archive whose catalogue may be damaged; undefined where not even that can be read. */
export function titleOf(root: string): string | undefined {
  try {
    return findArchiveFolder(root).card.title
  } catch {
    return undefined
  }
}
