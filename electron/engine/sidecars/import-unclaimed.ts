import type { DocumentId, ImportId } from '../../contract/schemas.ts'
import { waitForImport } from '../importing/wait-for-import.ts'
import type { OpenArchive } from '../open-archive.ts'
import type { RebuiltCatalogue } from './rebuild-catalogue.ts'

/** So many originals are imported as one act. */
const inImport = 500
const filesAtOnce = 1000

/** English, like every reason that a person did not write; whoever looks at the document decides and writes another. */
const reason = 'Its record was lost; access is to be decided anew.'

async function documentsOf(archive: OpenArchive, id: ImportId): Promise<DocumentId[]> {
  const found: DocumentId[] = []
  for (let offset = 0; ; offset += filesAtOnce) {
    const page = await archive.call('imports.files', { id, states: ['catalogued'], offset, limit: filesAtOnce })
    found.push(...page.files.flatMap(({ documentId }) => documentId ?? []))
    if (offset + filesAtOnce >= page.total) return found
  }
}

/**
 * Imports the originals that no record names after a rebuild. Where access to one of them may have been restricted, all of them are,
 * until somebody decides: what was secret is not given away because its record was lost. Answers how many documents came of them.
 */
export async function importUnclaimed(
  archive: OpenArchive,
  { unclaimed, mayBeRestricted }: Pick<RebuiltCatalogue, 'unclaimed' | 'mayBeRestricted'>,
  onProgress: (imported: number) => void = () => undefined,
): Promise<number> {
  let imported = 0
  for (let from = 0; from < unclaimed.length; from += inImport) {
    const order = { paths: unclaimed.slice(from, from + inImport), tags: [] }
    const { id } = await archive.call('imports.start', order)
    const before = imported
    const ended = await waitForImport(archive, id, (progress) => onProgress(before + progress.imported))
    imported += ended.imported
    const ids = mayBeRestricted ? await documentsOf(archive, id) : []
    if (ids.length > 0) await archive.call('access.set', { selection: { ids }, condition: { reason, review: '' } })
  }
  return imported
}
