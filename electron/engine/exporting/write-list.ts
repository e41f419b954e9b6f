import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { ArchiveError } from '../../contract/errors.ts'
import type { ReadContext } from '../context.ts'
import type { CataloguedRecord } from '../documents/records.store.ts'
import type { Audience, ExportFormat } from '../../contract/vocabulary.ts'
import { itemsCsv } from './items-csv.ts'
import { Release } from './release.ts'
import { bibtexReference, cslReference, risReference } from './references.ts'

/** A list of documents in one file: how it begins, one document of it, how it ends. */
interface ListFormat {
  readonly begin: string
  readonly item: (record: CataloguedRecord, archive: string, isFirst: boolean) => string
  readonly end: string
}

export type ListName = Exclude<ExportFormat, 'bag' | 'bag-zip'>

const lists: Readonly<Record<ListName, ListFormat>> = {
  csv: {
    begin: itemsCsv.header(),
    item: (record) => itemsCsv.row({ record, pages: record.pages.length, original: '', text: '' }),
    end: '',
  },
  'csl-json': {
    begin: '[',
    item: (record, archive, isFirst) => `${isFirst ? '' : ','}\n${JSON.stringify(cslReference(record, archive))}`,
    end: '\n]\n',
  },
  ris: { begin: '', item: risReference, end: '' },
  bibtex: { begin: '', item: bibtexReference, end: '' },
}

const recordsAtOnce = 200

/** Writes a list of the documents as one file, complete or not at all. Throws `target-exists`. Answers its size in bytes. */
export async function writeList(
  name: ListName,
  target: string,
  context: ReadContext,
  documents: readonly number[],
  audience: Audience,
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
    const list = lists[name]
    const release = new Release(context.db, audience)
    await file.writeFile(list.begin)
    for (let from = 0; from < documents.length; from += recordsAtOnce) {
      signal.throwIfAborted()
      const records = release.documents(documents.slice(from, from + recordsAtOnce))
      const items = records.map(({ record }, at) => list.item(record, context.folder.card.title, from + at === 0))
      await file.writeFile(items.join(''))
    }
    await file.writeFile(list.end)
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
