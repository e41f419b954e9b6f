import type { ImportId, ImportProgress } from '../../contract/schemas.ts'
import type { OpenArchive } from '../open-archive.ts'

/** Waits for an import to end; `onProgress` hears of it a few times a second. Answers how it ended. */
export async function waitForImport(
  archive: OpenArchive,
  id: ImportId,
  onProgress: (progress: ImportProgress) => void = () => undefined,
): Promise<ImportProgress> {
  const ended = new Promise<ImportProgress>((resolve) => {
    const unsubscribe = archive.subscribe((event) => {
      if (event.type !== 'imports.progress' || event.progress.id !== id) return
      onProgress(event.progress)
      if (event.progress.state === 'running') return
      unsubscribe()
      resolve(event.progress)
    })
  })
  // It may have ended before anybody listened.
  const now = await archive.call('imports.get', { id })
  return now.state === 'running' ? ended : now
}
