import path from 'node:path'
import type { CallOutput, CheckedInput } from '../../contract/calls.ts'
import { ArchiveError } from '../../contract/errors.ts'
import type { CallOptions, ReadContext, ReadHandlers } from '../context.ts'
import { statement } from '../database/statement.ts'
import { selectDocuments } from '../search/select-documents.ts'
import { openFolderWriter } from './folder-writer.ts'
import { CopyData } from './reading-copy/copy-data.ts'
import { writeBag } from './write-bag.ts'
import { writeList } from './write-list.ts'
import { openZipWriter } from './zip-writer.ts'

type ExportInput = CheckedInput<'exports.run'>
type ExportOutput = CallOutput<'exports.run'>

async function exportBag(
  context: ReadContext,
  input: ExportInput,
  documents: readonly number[],
  { signal }: CallOptions,
): Promise<ExportOutput> {
  const to = path.resolve(input.to)
  const date = input.date === undefined ? new Date() : new Date(`${input.date}T00:00:00Z`)
  const writer = input.format === 'bag' ? await openFolderWriter(to) : await openZipWriter(to, date)
  const readingCopy = context.openReadingCopyMaker?.() ?? new CopyData()
  try {
    const { problems } = await writeBag(writer, context, {
      documents,
      title: input.title,
      date,
      readingCopy,
      signal,
      onProgress: (done) =>
        context.emit({ type: 'exports.progress', exportId: input.exportId, done, total: documents.length }),
    })
    const bytes = await writer.finish()
    return { path: to, documents: documents.length, bytes, format: input.format, problems }
  } catch (error) {
    await writer.abandon()
    throw error
  } finally {
    await readingCopy.close()
  }
}

async function runExport(context: ReadContext, input: ExportInput, options: CallOptions): Promise<ExportOutput> {
  const documents = selectDocuments(context, input.selection)
  if (documents.length === 0) throw new ArchiveError('nothing-to-export', 'There is no document to export.')
  if (input.format === 'bag' || input.format === 'bag-zip') return exportBag(context, input, documents, options)
  const to = path.resolve(input.to)
  const bytes = await writeList(input.format, to, context, documents, options.signal)
  return { path: to, documents: documents.length, bytes, format: input.format, problems: [] }
}

export const exportReadHandlers: ReadHandlers<'exports.run' | 'exports.preview'> = {
  'exports.run': runExport,
  'exports.preview': (context, { selection }) => {
    const documents = selectDocuments(context, selection)
    const bytesOf = statement<[number], { bytes: number }>(context.db, 'SELECT bytes FROM file WHERE document = ?')
    return {
      documents: documents.length,
      originalBytes: documents.reduce((sum, number) => sum + (bytesOf.get(number)?.bytes ?? 0), 0),
    }
  },
}
