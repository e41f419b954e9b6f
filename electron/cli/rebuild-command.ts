import path from 'node:path'
import { waitForImport } from '../engine/importing/wait-for-import.ts'
import type { OpenArchive } from '../engine/open-archive.ts'
import { rebuildCatalogue } from '../engine/sidecars/rebuild-catalogue.ts'
import { type ExitCode, exitCodes, printJson, printNote, printProgress } from './terminal.ts'
import { type ProgramFiles, withArchive } from './with-archive.ts'

/** So many originals are imported as one act. */
const inImport = 500

async function importUnclaimed(archive: OpenArchive, paths: readonly string[]): Promise<number> {
  let imported = 0
  for (let from = 0; from < paths.length; from += inImport) {
    const { id } = await archive.call('imports.start', { paths: paths.slice(from, from + inImport), tags: [] })
    const ended = await waitForImport(archive, id, (progress) =>
      printProgress(`${from + progress.imported} of ${paths.length} originals without a record`),
    )
    imported += ended.imported
  }
  printProgress('')
  return imported
}

/**
 * `chancery rebuild`: makes the catalogue again from what lies in the archive's folder, and imports the originals that no record
 * names. Exit 1 where a record could not be read.
 */
export async function runRebuild(
  files: ProgramFiles,
  archivePath: string,
  { json }: { readonly json?: boolean },
): Promise<ExitCode> {
  const root = path.resolve(archivePath)
  const { unclaimed, ...rebuilt } = await rebuildCatalogue(root, new Date(), new AbortController().signal)
  const imported = await withArchive({ path: root, files }, (archive) => importUnclaimed(archive, unclaimed))
  if (json === true) printJson({ ...rebuilt, unclaimed: unclaimed.length, imported })
  else {
    for (const where of rebuilt.unread) printNote(`chancery: ${where}: the record cannot be read.`)
    printNote(
      `${rebuilt.documents} documents from their records, ${imported} from originals without one; what was there before: ${rebuilt.replaced ?? 'nothing'}`,
    )
  }
  return rebuilt.unread.length > 0 ? exitCodes.someRefused : exitCodes.done
}
