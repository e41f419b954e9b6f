import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { VerifyProblem } from '../../contract/schemas.ts'
import type { ArchiveFolder } from '../archive-folder.ts'
import type { ReadDb } from '../database/connection.ts'
import { catalogueVersion } from '../database/migrate.ts'
import { archiveRecordsName, areRecordsPresent, checkArchiveRecords } from './archive-records.ts'
import { sidecarPath } from './sidecar-path.ts'
import { isSoundSidecar } from './sidecar-text.ts'
import { allPlaces, countBehind } from './sidecars.store.ts'

/** The version of the catalogue since which there are sidecars. */
const sidecarsSince = 9

interface Found {
  readonly problems: VerifyProblem[]
  readonly warnings: VerifyProblem[]
  /** Every file that is named by a document. */
  readonly named: ReadonlySet<string>
}

const missing = (subject: string): VerifyProblem => ({
  ...{ code: 'sidecar-missing', subject },
  message: 'The record of the document is not beside its original.',
})
const changed = (subject: string): VerifyProblem => ({
  ...{ code: 'sidecar-changed', subject },
  message: 'The record beside the original was changed since it was written.',
})

async function checkRecords(
  db: ReadDb,
  folder: ArchiveFolder,
  signal: AbortSignal,
  isAtRest: boolean,
): Promise<Omit<Found, 'named'>> {
  const areSound = await checkArchiveRecords(folder, signal)
  const subject = archiveRecordsName
  if (areSound === false)
    return {
      problems: [{ code: 'records-changed', subject, message: 'It was changed since it was written.' }],
      warnings: [],
    }
  const isOld = isAtRest && (areSound === undefined || !areRecordsPresent(db, folder))
  const message = 'It does not hold what was done last: that is written when the archive is closed.'
  return { problems: [], warnings: isOld ? [{ code: 'records-behind', subject, message }] : [] }
}

/**
 * Checks what the catalogue could be made of anew: the sidecar of every document, and the archive's own records. While an archive is
 * open they are a few moments behind, which is nothing to tell of.
 */
export async function checkSidecars(
  db: ReadDb,
  folder: ArchiveFolder,
  signal: AbortSignal,
  { isAtRest }: { readonly isAtRest: boolean },
): Promise<Found> {
  // A catalogue of an older program has none until it is opened for writing.
  if (catalogueVersion(db) < sidecarsSince) return { problems: [], warnings: [], named: new Set() }
  const { problems, warnings } = await checkRecords(db, folder, signal, isAtRest)
  const behind = countBehind(db)
  if (isAtRest && behind > 0)
    warnings.push({
      ...{ code: 'sidecars-behind', subject: 'originals' },
      message: `${behind} documents were changed since their records were written beside their originals.`,
    })
  const named = new Set<string>()
  for (const place of [...allPlaces(db)]) {
    signal.throwIfAborted()
    const where = sidecarPath(folder, place)
    named.add(where)
    const bytes = await readFile(where).catch(() => undefined)
    const subject = path.relative(folder.root, where)
    if (bytes === undefined) {
      if (behind === 0) warnings.push(missing(subject))
    } else if (!isSoundSidecar(bytes)) problems.push(changed(subject))
  }
  return { problems, warnings, named }
}
