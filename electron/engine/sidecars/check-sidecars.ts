import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { VerifyProblem } from '../../contract/schemas.ts'
import type { ArchiveFolder } from '../archive-folder.ts'
import type { ReadDb } from '../database/connection.ts'
import { catalogueVersion } from '../database/migrate.ts'
import { Turns } from '../turns.ts'
import { archiveRecordsName, areRecordsPresent, checkArchiveRecords } from './archive-records.ts'
import { sidecarPath } from './sidecar-path.ts'
import { isSoundSidecar, ownText, readSidecar } from './sidecar-text.ts'
import { type Written, countBehind, documentsToCheck, inPortions, isBehind, sidecarsOf } from './sidecars.store.ts'

/** The version of the catalogue since which there are sidecars. */
const sidecarsSince = 9

interface Found {
  readonly problems: VerifyProblem[]
  readonly warnings: VerifyProblem[]
  /** Every sidecar that is named by a document. */
  readonly named: ReadonlySet<string>
  /** Documents whose sidecars are to be written again. */
  readonly toWrite: readonly number[]
  /** Whether the archive's own records are to be written again. */
  readonly isRecordsUnsound: boolean
}

const missing = (subject: string): VerifyProblem => ({
  ...{ code: 'sidecar-missing', subject },
  message: 'The record of the document is not beside its original.',
})
const changed = (subject: string): VerifyProblem => ({
  ...{ code: 'sidecar-changed', subject },
  message: 'The record beside the original is not what was written there for its document.',
})
const withoutFile = (id: string): VerifyProblem => ({
  ...{ code: 'document-without-file', subject: id },
  message: 'The catalogue names no file of this document.',
})

async function checkRecords(
  db: ReadDb,
  folder: ArchiveFolder,
  signal: AbortSignal,
  isAtRest: boolean,
): Promise<Pick<Found, 'problems' | 'warnings' | 'isRecordsUnsound'>> {
  const areSound = await checkArchiveRecords(folder, signal)
  const subject = archiveRecordsName
  const unsound = { code: 'records-changed', subject, message: 'It was changed since it was written.' }
  if (areSound === false) return { problems: [unsound], warnings: [], isRecordsUnsound: true }
  const isOld = isAtRest && (areSound === undefined || !areRecordsPresent(db, folder))
  const message = 'It does not hold what was done last: that is written when the archive is closed.'
  const warnings = isOld ? [{ code: 'records-behind', subject, message }] : []
  return { problems: [], warnings, isRecordsUnsound: areSound === undefined }
}

/** What is wrong with the sidecar that lies at a place; undefined where nothing is. */
async function faultOf(db: ReadDb, where: string, subject: string, { document, sidecar }: Written) {
  const bytes = await readFile(where).catch(() => undefined)
  // What was changed meanwhile waits to be written: it is compared with itself alone.
  if (isBehind(db, document)) return bytes === undefined || isSoundSidecar(bytes) ? undefined : changed(subject)
  if (bytes === undefined) return missing(subject)
  const found = readSidecar(bytes)
  return found !== undefined && ownText(found) === ownText(sidecar) ? undefined : changed(subject)
}

/** Compares every sidecar with itself and with the catalogue. */
async function compare(
  db: ReadDb,
  folder: ArchiveFolder,
  signal: AbortSignal,
): Promise<Pick<Found, 'problems' | 'warnings' | 'named' | 'toWrite'>> {
  const found = { problems: [] as VerifyProblem[], warnings: [] as VerifyProblem[] }
  const named = new Set<string>()
  const toWrite: number[] = []
  const turns = new Turns()
  const { placed, fileless } = documentsToCheck(db)
  found.problems.push(...fileless.map(withoutFile))
  for (const portion of inPortions(db, placed))
    for (const written of sidecarsOf(db, folder.card.id, portion)) {
      signal.throwIfAborted()
      const where = sidecarPath(folder, written.place)
      named.add(where)
      const fault = await faultOf(db, where, path.relative(folder.root, where), written)
      if (fault !== undefined) {
        found[fault.code === 'sidecar-missing' ? 'warnings' : 'problems'].push(fault)
        toWrite.push(written.document)
      }
      await turns.pass()
    }
  return { ...found, named, toWrite }
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
  if (catalogueVersion(db) < sidecarsSince)
    return { problems: [], warnings: [], named: new Set(), toWrite: [], isRecordsUnsound: false }
  const records = await checkRecords(db, folder, signal, isAtRest)
  const behind = countBehind(db)
  const { problems, warnings, named, toWrite } = await compare(db, folder, signal)
  const lag: VerifyProblem = {
    ...{ code: 'sidecars-behind', subject: 'originals' },
    message: `${behind} documents were changed since their records were written beside their originals.`,
  }
  return {
    ...{ named, toWrite, isRecordsUnsound: records.isRecordsUnsound },
    problems: [...records.problems, ...problems],
    warnings: [...records.warnings, ...(isAtRest && behind > 0 ? [lag] : []), ...warnings],
  }
}
