import type { DocumentId } from '../../contract/schemas.ts'
import { commitAct } from '../act.ts'
import type { WriteContext } from '../context.ts'
import { inTransaction } from '../database/statement.ts'
import { findDocument, getFileOfDocument, pagesOf } from '../documents/documents.store.ts'
import type { ReadPicture } from '../ports.ts'
import type { Change } from '../preservation/changes.rules.ts'
import { describeAnew } from './describe-anew.rules.ts'
import { findPage, hasText, markTried } from './ocr.store.ts'

/** A page that was tried: what was read, or nothing. */
export interface TriedPage {
  readonly page: number
  readonly read: ReadPicture | undefined
}

/** Specks and lines are read as signs that stand alone; two letters or figures together are the least that may be a word. */
const somethingToRead = /[\p{L}\p{N}]{2}/u

function changesOf(context: WriteContext, document: DocumentId, number: number, tried: readonly TriedPage[]): Change[] {
  const changes: Change[] = []
  const texts = new Map<number, string>()
  for (const { page, read } of tried) {
    const now = findPage(context.db, number, page)
    if (read === undefined || now?.grade !== 'image' || !somethingToRead.test(read.text)) continue
    const { text, confidence } = read
    changes.push({
      type: 'page.read',
      document: document,
      page,
      before: { text: now.text, grade: now.grade },
      after: { text, grade: 'ocr', confidence: Math.round(confidence * 1000) / 1000 },
    })
    texts.set(page, text)
  }
  const row = findDocument(context.db, document)
  if (changes.length === 0 || row === undefined || hasText(context.db, number)) return changes
  const pages = pagesOf(context.db, number).map((page) => ({ text: texts.get(page.number) ?? page.text }))
  const described = describeAnew(row, getFileOfDocument(context.db, number).file.name, pages)
  return described === undefined ? changes : [...changes, described]
}

/**
 * Writes what was read of one document as one act, and remembers which pages were tried. A document that was removed meanwhile stays
 * as it is and is tried again should it come back. Answers how many pages have text now.
 */
export function commitPages(context: WriteContext, document: DocumentId, tried: readonly TriedPage[]): number {
  const row = findDocument(context.db, document)
  if (row === undefined || row.removed !== 0 || tried.length === 0) return 0
  const changes = changesOf(context, document, row.number, tried)
  const count = changes.filter((change) => change.type === 'page.read').length
  // The act first: should the program end between the two, pages without text are tried once more, and nothing is lost.
  if (count > 0) {
    const facts = { title: row.title.slice(0, 200), count }
    commitAct(context, { name: 'ocr.read', facts, changes })
  }
  const pages = tried.map(({ page }) => page)
  inTransaction(context.db, () => markTried(context.db, row.number, pages, context.ports.now()))
  return count
}
