import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { VerifyProblem, VerifyReport } from '../../contract/schemas.ts'
import { type ArchiveFolder, originalPath } from '../archive-folder.ts'
import type { ReadDb } from '../database/connection.ts'
import { checkBackups } from './check-backups.ts'
import { checkOriginal, problemOf } from './check-original.ts'
import { type FixityCheck, allOriginals } from './fixity.store.ts'
import { checkChain } from './history.store.ts'
import type { UnsoundRecords } from './record-checks.ts'
import { Turns } from '../turns.ts'
import { checkSeal } from './seal.ts'
import { checkSidecars } from '../sidecars/check-sidecars.ts'
import { isSidecarName } from '../sidecars/sidecar-path.ts'

async function* filesBelow(folder: string): AsyncGenerator<string> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const where = path.join(folder, entry.name)
    if (entry.isDirectory()) {
      if (entry.name !== '.incoming') yield* filesBelow(where)
    } else yield where
  }
}

/** Files among the originals that no row names: harmless remains of an interrupted import, or something put there by hand. */
async function findUnnamed(folder: ArchiveFolder, named: ReadonlySet<string>): Promise<VerifyProblem[]> {
  const unnamed: VerifyProblem[] = []
  for await (const where of filesBelow(folder.originals)) {
    if (named.has(where)) continue
    const subject = path.relative(folder.root, where)
    unnamed.push(
      isSidecarName(path.basename(where))
        ? {
            code: 'sidecar-unnamed',
            subject,
            message: 'This record is of a document that the catalogue does not have.',
          }
        : { code: 'original-unnamed', subject, message: 'No document names this file.' },
    )
  }
  return unnamed
}

function checkCatalogue(db: ReadDb): VerifyProblem[] {
  const result = db.pragma('integrity_check(1)', { simple: true })
  const problems: VerifyProblem[] = []
  if (result !== 'ok')
    problems.push({ code: 'catalogue-damaged', subject: 'catalogue.sqlite', message: String(result) })
  const references = db.pragma('foreign_key_check') as unknown[]
  if (references.length > 0)
    problems.push({
      code: 'catalogue-references',
      subject: 'catalogue.sqlite',
      message: `${references.length} rows name what is not there.`,
    })
  return problems
}

interface VerifyOptions {
  /** Whether nobody has it open: then its seal is checked, too. */
  readonly isAtRest?: boolean
  /** Told of each original. */
  readonly onCheck?: ((check: FixityCheck) => void) | undefined
  /** Told of the records in the folder that are to be written again. */
  readonly onRecords?: (unsound: UnsoundRecords) => void
}

/**
 * Checks an archive: the catalogue's structure, the history's chain, every original against the SHA-256 under which it was
 * imported, copies of the catalogue against theirs, and, of an archive at rest, the catalogue itself against its seal. Changes
 * nothing.
 */
export async function verifyArchive(
  db: ReadDb,
  folder: ArchiveFolder,
  signal: AbortSignal,
  { isAtRest = false, onCheck, onRecords }: VerifyOptions = {},
): Promise<VerifyReport> {
  const sealed = isAtRest ? await checkSeal(folder, signal) : { problems: [], warnings: [] }
  const backups = await checkBackups(folder.backups, signal)
  const problems = [...sealed.problems, ...backups.problems, ...checkCatalogue(db)]
  const { checked, brokenAt } = checkChain(db)
  if (brokenAt !== undefined)
    problems.push({
      code: 'history-broken',
      subject: `event ${brokenAt}`,
      message: 'The history was changed from here on.',
    })
  const rows = allOriginals(db)
  let bytesChecked = 0
  const turns = new Turns()
  for (const row of rows) {
    await turns.pass()
    const outcome = await checkOriginal(folder, row, signal)
    onCheck?.({ file: row.number, at: Date.now(), outcome })
    const problem = problemOf(folder, row, outcome)
    if (problem === undefined) bytesChecked += row.bytes
    else problems.push(problem)
  }
  const sidecars = await checkSidecars(db, folder, signal, { isAtRest })
  onRecords?.({ documents: sidecars.toWrite, ofArchive: sidecars.isRecordsUnsound })
  problems.push(...sidecars.problems)
  const named = new Set([...rows.map((row) => originalPath(folder, row.sha256, row.extension)), ...sidecars.named])
  const unnamed = await findUnnamed(folder, named)
  const warnings = [...sealed.warnings, ...backups.warnings, ...sidecars.warnings, ...unnamed]
  return {
    what: 'archive',
    valid: problems.length === 0,
    filesChecked: rows.length,
    bytesChecked,
    eventsChecked: checked,
    problems,
    warnings,
  }
}
