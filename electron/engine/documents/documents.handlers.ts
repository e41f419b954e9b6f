import { ArchiveError } from '../../contract/errors.ts'
import type { DescribedField, DocumentRecord } from '../../contract/schemas.ts'
import { commitAct } from '../act.ts'
import { outlineOf } from '../cataloguing/outline.rules.ts'
import type { ReadContext, ReadHandlers, WriteHandlers } from '../context.ts'
import { selectDocuments } from '../search/select-documents.ts'
import { markHits } from '../search/hits.ts'
import { citeDocument } from './citation.rules.ts'
import { describeByPerson } from './documents.rules.ts'
import { getDocument, getFile, idsOfDocuments, listDocumentIds, pagesOf, removedAmong } from './documents.store.ts'
import { recordsOf } from './records.store.ts'
import { originalPath } from '../archive-folder.ts'

/** The whole record of a document. Throws `document-not-found`. */
export function documentRecord({ db }: Pick<ReadContext, 'db'>, id: string): DocumentRecord {
  const { number } = getDocument(db, id)
  const [stored] = recordsOf(db, [number])
  if (stored === undefined) throw new ArchiveError('document-not-found', `No document has the id ${id}.`, { id })
  const { pages, title, language } = stored.record
  return { ...stored.record, outline: outlineOf(pages, title, language) }
}

type ReadCalls = 'documents.get' | 'documents.hits' | 'documents.ids' | 'documents.cite' | 'files.locate'

export const documentReadHandlers: ReadHandlers<ReadCalls> = {
  'documents.cite': (context, { id, language, quotation }) => {
    const record = documentRecord(context, id)
    const { page = 1, start = 0, end = 0 } = quotation ?? {}
    const text = record.pages.find(({ number }) => number === page)?.text.slice(start, end) ?? ''
    const quoted = { text: text.replace(/\s+/gu, ' ').trim(), page }
    const { title } = context.folder.card
    return { text: citeDocument(record, title, language, quoted.text === '' ? undefined : quoted) }
  },
  'documents.get': (context, { id }) => documentRecord(context, id),
  'documents.hits': (context, { id, text }) => {
    const { number } = getDocument(context.db, id)
    return { hits: markHits(context, text, pagesOf(context.db, number)) }
  },
  'documents.ids': ({ db }, { offset, limit }) => ({ ids: listDocumentIds(db, offset, limit) }),
  'files.locate': ({ db, folder }, { id }) => {
    const { extension, file } = getFile(db, id)
    return { ...file, path: originalPath(folder, file.sha256, extension) }
  },
}

export const documentWriteHandlers: WriteHandlers<'documents.describe' | 'documents.remove' | 'documents.takeBack'> = {
  'documents.describe': (context, { id, changes }) => {
    const row = getDocument(context.db, id)
    const change = describeByPerson(row, changes)
    if (change === undefined) return { changed: 0 }
    const fields = Object.keys(change.after) as DescribedField[]
    const facts = { title: row.title.slice(0, 200), fields: fields.join(' ') }
    return commitAct(context, { name: 'documents.describe', facts, changes: [change] })
  },
  'documents.remove': (context, { selection, reason }) => {
    const documents = idsOfDocuments(context.db, selectDocuments(context, selection))
    if (documents.length === 0) return { changed: 0 }
    return commitAct(context, {
      name: 'documents.remove',
      facts: { count: documents.length, reason },
      changes: [{ type: 'documents.presence', documents, present: false }],
    })
  },
  'documents.takeBack': (context, { ids }) => {
    const documents = removedAmong(context.db, ids)
    if (documents.length === 0) return { changed: 0 }
    return commitAct(context, {
      name: 'documents.takeBack',
      facts: { count: documents.length },
      changes: [{ type: 'documents.presence', documents, present: true }],
    })
  },
}
