import path from 'node:path'
import { edtfBounds } from '../../contract/edtf.ts'
import type { DocumentId, FileId } from '../../contract/schemas.ts'
import type { WriteDb } from '../database/connection.ts'
import { inTransaction } from '../database/statement.ts'
import { announceChanged } from '../documents/documents.store.ts'
import { makeUlid } from '../ids.ts'
import { insertWords } from '../search/text-index.ts'
import { assignTag, getTag } from '../tags/tags.store.ts'
import {
  findByContent,
  insertDocument,
  insertFile,
  insertImportFile,
  insertPage,
  rememberSource,
} from './imports.store.ts'
import type { FileResult } from './take-in-file.ts'

export interface BatchTarget {
  readonly db: WriteDb
  readonly importNumber: number
  /** Paths of tags that exist. */
  readonly tags: readonly string[]
  readonly now: () => number
}

type Imported = Extract<FileResult, { state: 'imported' }>

function insertImported(target: BatchTarget, result: Imported): number {
  const { db, importNumber, now } = target
  const { description, pages, words, mediaType, extension } = result.document
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
    importedAt: now(),
  })
  const file = insertFile(db, {
    id: makeUlid(now()) as FileId,
    document,
    name: path.basename(result.path),
    source: result.path,
    bytes: result.incoming.bytes,
    sha256: result.incoming.sha256,
    mediaType,
    extension,
    modifiedAt: result.incoming.modifiedAt,
  })
  pages.forEach((page, index) => insertPage(db, document, index + 1, page))
  insertWords(db, document, words)
  rememberSource(db, result.path, file)
  for (const tag of target.tags) assignTag(db, getTag(db, tag).number, document)
  return document
}

/** The document that a recognised file stands for; its place is remembered, so that the next import knows it there. */
function recogniseCommitted(target: BatchTarget, result: Extract<FileResult, { sha256: string }>): number | null {
  const known = findByContent(target.db, result.sha256)
  if (known === undefined) return null
  rememberSource(target.db, result.path, known.file)
  return known.document
}

function commitResult(target: BatchTarget, result: FileResult): number | undefined {
  const { ordinal, path: filePath, state } = result
  const document =
    result.state === 'imported'
      ? insertImported(target, result)
      : result.state === 'refused'
        ? null
        : recogniseCommitted(target, result)
  const { reason, detail } = result.state === 'refused' ? result : { reason: null, detail: null }
  insertImportFile(target.db, {
    importNumber: target.importNumber,
    ordinal,
    path: filePath,
    state,
    document,
    reason,
    detail,
  })
  return state === 'imported' ? (document ?? undefined) : undefined
}

/** Commits what became of several files in one transaction, in order; `also` runs in it, last. All of it is there, or nothing. */
export function commitBatch(target: BatchTarget, results: readonly FileResult[], also: () => void): void {
  inTransaction(target.db, () => {
    const documents = results.flatMap((result) => commitResult(target, result) ?? [])
    announceChanged(target.db, documents)
    also()
  })
}
