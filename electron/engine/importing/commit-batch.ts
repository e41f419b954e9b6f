import path from 'node:path'
import { edtfBounds } from '../../contract/edtf.ts'
import type { DocumentId, FileId } from '../../contract/schemas.ts'
import { type RefusalReason, passingReasons } from '../../contract/vocabulary.ts'
import { settleAgreements } from '../agreements/settle-agreements.ts'
import type { AnalysedDocument } from '../cataloguing/analysed-document.ts'
import type { WriteDb } from '../database/connection.ts'
import { makeUlid } from '../ids.ts'
import { putMentions } from '../names/mentions.store.ts'
import { assignTag, getTag } from '../tags/tags.store.ts'
import { insertDocument, insertFile, insertPage, insertSignature, rememberSource } from './intake.store.ts'
import { type FileEnd, type LedgerRow, markEnded } from './ledger.store.ts'

export interface BatchTarget {
  readonly db: WriteDb
  readonly importNumber: number
  /** Paths of tags that exist. */
  readonly tags: readonly string[]
  readonly now: () => number
}

/** A row whose bytes are safe. */
export type StoredRow = LedgerRow & { readonly incoming: string; readonly sha256: string; readonly bytes: number }

/** A file that was read: its document, or why there is none. */
export type ReadFile = { readonly row: StoredRow } & (
  | { readonly ok: true; readonly document: AnalysedDocument }
  | { readonly ok: false; readonly reason: RefusalReason; readonly detail: string }
)

const memberSeparator = '!/'

/** How the ledger and the catalogue name a file in a container: `/letters.zip!/2019/march.pdf`. */
export function memberPath(container: string, name: string): string {
  return container + memberSeparator + name
}

/** The file's own name: the last part of its path, of its path in the container where it came out of one. */
export function fileNameOf(row: Pick<LedgerRow, 'path' | 'container'>): string {
  return row.container === null ? path.basename(row.path) : path.posix.basename(row.path.replaceAll('\\', '/'))
}

function memberNameOf(row: LedgerRow): string {
  return row.container === null ? '' : row.path.slice(row.path.lastIndexOf(memberSeparator) + memberSeparator.length)
}

/** The end of a file that did not become a document. */
export function endOf(reason: RefusalReason, detail: string): FileEnd {
  return { state: passingReasons.includes(reason) ? 'failed' : 'refused', document: null, reason, detail }
}

/** Writes a document with everything that belongs to it but the words for the index. Answers its number. */
export function insertCatalogued(target: BatchTarget, row: StoredRow, read: AnalysedDocument): number {
  const { db, importNumber, now } = target
  const { description, pages, mediaType, extension, signature, link, facts } = read
  const bounds = description.issued === '' ? undefined : edtfBounds(description.issued)
  const { evidence, ...fields } = description
  const document = insertDocument(db, {
    ...fields,
    id: makeUlid(now()) as DocumentId,
    importNumber,
    issuedFrom: bounds?.from ?? null,
    issuedTo: bounds?.to ?? null,
    evidence: JSON.stringify(evidence),
    hasText: pages.some((page) => page.text !== '') ? 1 : 0,
    container: row.container,
    memberName: memberNameOf(row),
    link,
    importedAt: now(),
  })
  const file = insertFile(db, {
    id: makeUlid(now()) as FileId,
    document,
    name: fileNameOf(row),
    source: row.path,
    bytes: row.bytes,
    sha256: row.sha256,
    mediaType,
    extension,
    modifiedAt: row.modifiedAt,
  })
  pages.forEach((page, index) => insertPage(db, document, index + 1, page))
  insertSignature(db, document, signature)
  putMentions(db, document, facts.mentions, now())
  settleAgreements(db, document, facts, now())
  rememberSource(db, row.path, file)
  for (const tag of target.tags) assignTag(db, getTag(db, tag).number, document)
  return document
}

/** Writes what became of one file that was read. Answers its end; the document in it is new. */
export function commitRead(target: BatchTarget, read: ReadFile): FileEnd {
  const end: FileEnd = read.ok
    ? {
        state: read.document.hasMembers ? 'extracted' : 'catalogued',
        document: insertCatalogued(target, read.row, read.document),
        reason: null,
        detail: null,
      }
    : endOf(read.reason, read.detail)
  markEnded(target.db, target.importNumber, read.row.ordinal, end)
  return end
}
