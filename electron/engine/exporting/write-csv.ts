import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { ArchiveError } from '../../contract/errors.ts'
import type { ReadContext } from '../context.ts'
import { documentRecord } from '../documents/documents.handlers.ts'
import { idsOfDocuments } from '../documents/documents.store.ts'
import { itemsCsv } from './items-csv.ts'

/** Writes the list of the documents as one CSV file, complete or not at all. Throws `target-exists`. Answers its size in bytes. */
export async function writeCsv(
  target: string,
  context: ReadContext,
  documents: readonly number[],
  signal: AbortSignal,
): Promise<number> {
  const exists = await stat(target).then(
    () => true,
    () => false,
  )
  if (exists) throw new ArchiveError('target-exists', `There is something at ${target} already.`, { path: target })
  await mkdir(path.dirname(target), { recursive: true })
  const partial = `${target}.partial`
  const file = await open(partial, 'w')
  try {
    await file.writeFile(itemsCsv.header())
    for (const number of documents) {
      signal.throwIfAborted()
      const [id] = idsOfDocuments(context.db, [number])
      if (id === undefined) continue
      const record = documentRecord(context, id)
      await file.writeFile(itemsCsv.row({ record, pages: record.pages.length, original: '', text: '' }))
    }
    await file.sync()
    await file.close()
    await rename(partial, target)
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(partial, { force: true })
    throw error
  }
  return (await stat(target)).size
}
