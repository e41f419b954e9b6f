import { stat } from 'node:fs/promises'
import { ArchiveError } from '../../contract/errors.ts'
import type { VerifyProblem, VerifyReport } from '../../contract/schemas.ts'
import { type ArchiveFolder, findArchiveFolder, isArchive } from '../archive-folder.ts'
import { openToRead } from '../database/readable-catalogue.ts'
import { openFolderBag, openZipBag } from './bag-source.ts'
import { fixityCsv } from './fixity-csv.ts'
import { type FixityCheck, reportOfChecks } from './fixity.store.ts'
import { checkSeal } from './seal.ts'
import { verifyArchive } from './verify-archive.ts'
import { verifyBag } from './verify-bag.ts'

/** What is left to say of an archive whose catalogue cannot be read. */
const unreadable = (problems: VerifyProblem[]): VerifyReport => ({
  ...{ what: 'archive', valid: false, filesChecked: 0, bytesChecked: 0, eventsChecked: 0 },
  ...{ problems, warnings: [] },
})

const asProblem = (subject: string, error: unknown): VerifyProblem => ({
  ...{ code: 'catalogue-damaged', subject },
  message: error instanceof Error ? error.message : String(error),
})

/** Takes a line of CSV for each original of an archive: what this check found. */
export type TakeReport = (csv: string) => void

async function verifyCatalogue(
  folder: ArchiveFolder,
  signal: AbortSignal,
  takeReport: TakeReport | undefined,
): Promise<{ report: VerifyReport; csv: string }> {
  const opened = openToRead(folder)
  const checks = new Map<number, FixityCheck>()
  try {
    const onCheck = (check: FixityCheck): void => void checks.set(check.file, check)
    const report = await verifyArchive(opened.db, folder, signal, { isAtRest: true, onCheck })
    return { report, csv: takeReport === undefined ? '' : fixityCsv(reportOfChecks(opened.db, checks), true) }
  } finally {
    opened.close()
  }
}

/** A damaged archive is a report, not a failure: whoever checks it wants to know what is wrong with it. */
async function verifyFolder(
  target: string,
  signal: AbortSignal,
  takeReport: TakeReport | undefined,
): Promise<VerifyReport> {
  let folder: ArchiveFolder
  try {
    folder = findArchiveFolder(target)
  } catch (error) {
    if (error instanceof ArchiveError && error.code === 'archive-damaged')
      return unreadable([asProblem('archive.json', error)])
    throw error
  }
  let verified: Awaited<ReturnType<typeof verifyCatalogue>>
  try {
    verified = await verifyCatalogue(folder, signal, takeReport)
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof ArchiveError && error.code === 'archive-too-new') throw error
    const { problems } = await checkSeal(folder, signal)
    return unreadable([...problems, asProblem('catalogue.sqlite', error)])
  }
  takeReport?.(verified.csv)
  return verified.report
}

/**
 * Checks whatever lies at a path: an archive, a bag in a folder, or a bag in a zip file. What is wrong with it is in the report.
 * Throws `path-not-found` where there is nothing, and `archive-damaged` for a file that is no zip file. `takeReport` is given the
 * report on the originals of an archive; bags have none.
 */
export async function verifyPath(target: string, signal: AbortSignal, takeReport?: TakeReport): Promise<VerifyReport> {
  const status = await stat(target).catch((error: unknown) => {
    throw new ArchiveError('path-not-found', `There is nothing at ${target}.`, { path: target }, error)
  })
  if (status.isDirectory() && isArchive(target)) return verifyFolder(target, signal, takeReport)
  const source = status.isDirectory() ? await openFolderBag(target) : await openZipBag(target)
  try {
    return await verifyBag(source, signal)
  } finally {
    source.close()
  }
}
