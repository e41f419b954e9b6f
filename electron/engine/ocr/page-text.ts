import { ArchiveError } from '../../contract/errors.ts'
import type { WriteDb } from '../database/connection.ts'
import { findDocument, pagesOf } from '../documents/documents.store.ts'
import { signText } from '../editions/signature.rules.ts'
import { analyseText } from '../language/analyse.ts'
import type { Change } from '../preservation/changes.rules.ts'
import { findPage, updateDerived, updatePage } from './ocr.store.ts'

type PageRead = Extract<Change, { type: 'page.read' }>

/** Gives a page its text. Throws `document-not-found`, or `undo-conflict` when the page is no longer as the change expects it. */
export function applyPageRead(db: WriteDb, { document, page, before, after }: PageRead): number[] {
  const row = findDocument(db, document)
  if (row === undefined) throw new ArchiveError('document-not-found', 'The document is gone.', { id: document })
  const now = findPage(db, row.number, page)
  if (now?.text !== before.text || now.grade !== before.grade)
    throw new ArchiveError('undo-conflict', `Page ${page} was changed since.`, { id: document, page })
  updatePage(db, row.number, page, { text: after.text, grade: after.grade, confidence: after.confidence ?? null })
  return [row.number]
}

/**
 * Brings along what is derived from the pages that an act has changed, once for each document: whether it has text, and by what
 * its editions are found. Runs in the transaction of the act.
 */
export function settleTexts(db: WriteDb, changes: readonly Change[]): void {
  const documents = new Set(changes.flatMap((change) => (change.type === 'page.read' ? change.document : [])))
  for (const id of documents) {
    const row = findDocument(db, id)
    if (row === undefined) continue
    const text = pagesOf(db, row.number)
      .map((page) => page.text)
      .join('\n\n')
    updateDerived(db, row.number, text.trim() !== '', signText(analyseText(text)))
  }
}
