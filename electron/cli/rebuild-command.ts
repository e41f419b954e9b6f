import path from 'node:path'
import { importUnclaimed } from '../engine/sidecars/import-unclaimed.ts'
import { rebuildCatalogue } from '../engine/sidecars/rebuild-catalogue.ts'
import { type ExitCode, exitCodes, printJson, printNote, printProgress } from './terminal.ts'
import { type ProgramFiles, withArchive } from './with-archive.ts'

/**
 * `chancery rebuild`: makes the catalogue again from what lies in the archive's folder, and imports the originals that no record
 * names. Exit 1 where a record could not be read, or there was none.
 */
export async function runRebuild(
  files: ProgramFiles,
  archivePath: string,
  { json }: { readonly json?: boolean },
): Promise<ExitCode> {
  const root = path.resolve(archivePath)
  const rebuilt = await rebuildCatalogue(root, new Date(), new AbortController().signal)
  const { unread, unclaimed, mayBeRestricted, marksMayBeLost } = rebuilt
  const imported = await withArchive({ path: root, files }, (archive) =>
    importUnclaimed(archive, rebuilt, (done) =>
      printProgress(`${done} of ${unclaimed.length} originals without a record`),
    ),
  ).finally(() => printProgress(''))
  if (json === true) printJson({ ...rebuilt, unclaimed: unclaimed.length, imported })
  else {
    for (const where of unread) printNote(`chancery: ${where}: the record cannot be read.`)
    if (imported > 0 && mayBeRestricted)
      printNote('chancery: access to what had no record is restricted until somebody decides; see: chancery restrict')
    if (marksMayBeLost) printNote('chancery: words marked for redaction may be lost; see: chancery redact')
    printNote(
      `${rebuilt.documents} documents from their records, ${imported} from originals without one; what was there before: ${rebuilt.replaced ?? 'nothing'}`,
    )
  }
  return unread.length > 0 || unclaimed.length > 0 ? exitCodes.someRefused : exitCodes.done
}
