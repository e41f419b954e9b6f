import type { DescribedField, Mention } from '../../contract/schemas.ts'
import { type OwnLinkRow, agreementsOfDocument } from '../agreements/agreements.store.ts'
import { commitmentsOfDocument } from '../agreements/commitments.store.ts'
import { commitAct } from '../act.ts'
import { outlineOf } from '../cataloguing/outline.rules.ts'
import type { ReadContext, ReadHandlers, WriteHandlers } from '../context.ts'
import { selectDocuments } from '../search/select-documents.ts'
import { markHits } from '../search/hits.ts'
import { citeDocument } from './citation.rules.ts'
import { describeByPerson } from './documents.rules.ts'
import {
  evidenceOf,
  getDocument,
  getFile,
  getFileOfDocument,
  idsOfDocuments,
  kinOf,
  listDocumentIds,
  pagesOf,
  tagsOfDocument,
} from './documents.store.ts'
import { refusalsOf } from '../lane/refusals.store.ts'
import { mentionsOf } from '../names/mentions.store.ts'
import { originalPath } from '../archive-folder.ts'

/** Agreements are mentioned, too: where the words stand that carry or cite one. */
function withAgreements(mentions: readonly Mention[], agreements: readonly OwnLinkRow[]): Mention[] {
  const named = agreements.map(({ page, start, end, quote, title, confidence, role }): Mention => ({
    ...{ type: 'agreement', page, start, end, text: quote, value: title, confidence, rule: `agreement:${role}` },
  }))
  return [...mentions, ...named].sort((a, b) => a.page - b.page || a.start - b.start || b.end - a.end)
}

/** The whole record of a document. Throws `document-not-found`. */
export function documentRecord({ db }: Pick<ReadContext, 'db'>, id: string) {
  const row = getDocument(db, id)
  const { file } = getFileOfDocument(db, row.number)
  const { title, kind, language, issued, issuer, place, reference, summary } = row
  const pages = pagesOf(db, row.number)
  const agreements = agreementsOfDocument(db, row.number)
  return {
    ...{ id: row.id, file, title, kind, language, issued, issuer, place, reference, summary },
    importedAt: row.imported_at,
    tags: tagsOfDocument(db, row.number),
    ...kinOf(db, row.number),
    pages,
    mentions: withAgreements(mentionsOf(db, row.number, pages), agreements),
    agreements: agreements.map(({ id, title, parties, signed, role, page, start, end, quote }) => ({
      ...{ id, title, parties: [...parties], signed, role },
      evidence: { document: row.id, page, start, end, text: quote },
    })),
    commitments: commitmentsOfDocument(db, row.number).map(({ due, page, start, end, quote }) => ({
      due,
      evidence: { document: row.id, page, start, end, text: quote },
    })),
    evidence: evidenceOf(row),
    outline: outlineOf(pages, title, language),
    catalogued: row.catalogued === 1,
    refused: refusalsOf(db, row.number),
  }
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

export const documentWriteHandlers: WriteHandlers<'documents.describe' | 'documents.remove'> = {
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
}
