import path from 'node:path'
import type { CallOutput, CheckedInput } from '../../contract/calls.ts'
import { ArchiveError } from '../../contract/errors.ts'
import { packageParts } from '../../contract/vocabulary.ts'
import { restrictedDocuments } from '../access/access.store.ts'
import { allRedactions } from '../access/redactions.store.ts'
import type { CallOptions, ReadContext, ReadHandlers } from '../context.ts'
import { openForReading } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import { numbersOfIds } from '../documents/documents.store.ts'
import { selectDocuments } from '../search/select-documents.ts'
import { openFolderWriter } from './folder-writer.ts'
import { CopyData } from './reading-copy/copy-data.ts'
import { refuseFound, searchPackage } from './search-package.ts'
import { type WrittenBag, writeBag } from './write-bag.ts'
import { writeList } from './lists/write-list.ts'
import { openZipWriter } from './zip-writer.ts'

type ExportInput = CheckedInput<'exports.run'>
type ExportOutput = CallOutput<'exports.run'>

/** Every page of the catalogue is read once: to keep many would be of no use. */
const cacheKb = 4 * 1024

/** Runs work on the catalogue as it is at this moment, whatever is written meanwhile. */
async function atThisMoment<T>(context: ReadContext, work: (context: ReadContext) => Promise<T>): Promise<T> {
  const db = openForReading(context.folder.catalogue, cacheKb)
  try {
    db.exec('BEGIN')
    // A transaction begins with its first question.
    db.prepare('SELECT 1 FROM document LIMIT 1').get()
    return await work({ ...context, db })
  } finally {
    db.close()
  }
}

/** Looks in the finished package, before it has its name, for what must not be there. Throws `redaction-failed`. */
async function proveWithheld(
  where: string,
  { release, restricted, redacted }: WrittenBag,
  signal: AbortSignal,
): Promise<ExportOutput['withheld']> {
  const marks = release.redactor.size
  if (marks === 0)
    return restricted === 0 ? undefined : { restricted, redacted, marks, filesSearched: 0, judgedByText: 0 }
  const search = await searchPackage(where, release.redactor, signal)
  refuseFound(search)
  const { filesSearched, notText } = search
  return { restricted, redacted, marks, filesSearched, judgedByText: notText }
}

/** The day that an export states. */
const dateOf = ({ date }: ExportInput): Date => (date === undefined ? new Date() : new Date(`${date}T00:00:00Z`))

async function exportBag(
  context: ReadContext,
  input: ExportInput,
  documents: readonly number[],
  { signal }: CallOptions,
): Promise<ExportOutput> {
  const to = path.resolve(input.to)
  const date = dateOf(input)
  const writer = input.format === 'bag' ? await openFolderWriter(to) : await openZipWriter(to, date)
  const readingCopy = context.openReadingCopyMaker?.() ?? new CopyData()
  try {
    const written = await writeBag(writer, context, {
      documents,
      title: input.title,
      date,
      parts: new Set(input.parts ?? packageParts),
      audience: input.audience ?? 'anyone',
      readingCopy,
      signal,
      onProgress: (done) =>
        context.emit({ type: 'exports.progress', exportId: input.exportId, done, total: documents.length }),
    })
    let withheld: ExportOutput['withheld']
    const bytes = await writer.finish(async (where) => {
      withheld = await proveWithheld(where, written, signal)
    })
    const problems = [...written.problems]
    return {
      ...{ path: to, documents: documents.length, bytes, format: input.format, problems },
      ...(withheld === undefined ? {} : { withheld }),
    }
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
  const cancel = new AbortController()
  context.exports.set(input.exportId, cancel)
  const signal = AbortSignal.any([options.signal, cancel.signal])
  return atThisMoment(context, async (moment) => {
    if (input.format === 'bag' || input.format === 'bag-zip') return exportBag(moment, input, documents, { signal })
    const to = path.resolve(input.to)
    const { format: name, title, audience = 'anyone', withoutMark = false } = input
    const { bytes, withheld } = await writeList(to, moment, {
      name,
      title,
      date: dateOf(input),
      documents,
      audience,
      withoutMark,
      signal,
    })
    return {
      ...{ path: to, documents: documents.length, bytes, format: input.format, problems: [] },
      ...(withheld === undefined ? {} : { withheld }),
    }
  }).finally(() => context.exports.delete(input.exportId))
}

export const exportReadHandlers: ReadHandlers<'exports.run' | 'exports.cancel' | 'exports.preview'> = {
  'exports.run': runExport,
  'exports.cancel': ({ exports }, { exportId }) => {
    exports.get(exportId)?.abort(new ArchiveError('cancelled', 'The export was stopped.'))
    return { cancelled: exports.has(exportId) }
  },
  'exports.preview': (context, { selection }) => {
    const documents = selectDocuments(context, selection)
    const chosen = new Set(documents)
    const bytesOf = statement<[number], { bytes: number }>(context.db, 'SELECT bytes FROM file WHERE document = ?')
    const restricted = restrictedDocuments(context.db).map(({ document }) => document)
    return {
      documents: documents.length,
      originalBytes: documents.reduce((sum, number) => sum + (bytesOf.get(number)?.bytes ?? 0), 0),
      restricted: numbersOfIds(context.db, restricted).filter((number) => chosen.has(number)).length,
      redactions: allRedactions(context.db).length,
    }
  },
}
