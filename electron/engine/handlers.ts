import type { ArchiveCallName } from '../contract/calls.ts'
import { accessReadHandlers, accessWriteHandlers } from './access/access.handlers.ts'
import { agreementReadHandlers } from './agreements/agreements.handlers.ts'
import { collectionReadHandlers, collectionWriteHandlers } from './collections/collections.handlers.ts'
import { documentReadHandlers, documentWriteHandlers } from './documents/documents.handlers.ts'
import { editionReadHandlers, editionWriteHandlers } from './editions/editions.handlers.ts'
import { exportReadHandlers } from './exporting/exports.handlers.ts'
import { importReadHandlers, importWriteHandlers } from './importing/imports.handlers.ts'
import { laneReadHandlers, laneWriteHandlers } from './lane/lane.handlers.ts'
import { nameReadHandlers, nameWriteHandlers } from './names/names.handlers.ts'
import { ocrWriteHandlers } from './ocr/ocr.handlers.ts'
import { archiveReadHandlers, archiveWriteHandlers } from './preservation/archive.handlers.ts'
import { historyReadHandlers, historyWriteHandlers } from './preservation/history.handlers.ts'
import { savedSearchReadHandlers, savedSearchWriteHandlers } from './saved-searches/saved-searches.handlers.ts'
import { searchReadHandlers } from './search/search.handlers.ts'
import { ruleReadHandlers, ruleWriteHandlers } from './standing-rules/standing-rules.handlers.ts'
import { tagReadHandlers, tagWriteHandlers } from './tags/tags.handlers.ts'
import { thesaurusReadHandlers, thesaurusWriteHandlers } from './thesaurus/thesaurus.handlers.ts'
import { watchReadHandlers, watchWriteHandlers } from './watching/watched-folders.handlers.ts'

/** Handlers of calls that only read; they run on any connection, in any thread. */
export const readHandlers = {
  ...accessReadHandlers,
  ...agreementReadHandlers,
  ...archiveReadHandlers,
  ...collectionReadHandlers,
  ...documentReadHandlers,
  ...editionReadHandlers,
  ...exportReadHandlers,
  ...historyReadHandlers,
  ...importReadHandlers,
  ...laneReadHandlers,
  ...nameReadHandlers,
  ...ruleReadHandlers,
  ...savedSearchReadHandlers,
  ...searchReadHandlers,
  ...tagReadHandlers,
  ...thesaurusReadHandlers,
  ...watchReadHandlers,
} as const

/** Handlers of calls that change the archive; they run on its one writer. */
export const writeHandlers = {
  ...accessWriteHandlers,
  ...archiveWriteHandlers,
  ...collectionWriteHandlers,
  ...documentWriteHandlers,
  ...editionWriteHandlers,
  ...historyWriteHandlers,
  ...importWriteHandlers,
  ...laneWriteHandlers,
  ...nameWriteHandlers,
  ...ocrWriteHandlers,
  ...ruleWriteHandlers,
  ...savedSearchWriteHandlers,
  ...tagWriteHandlers,
  ...thesaurusWriteHandlers,
  ...watchWriteHandlers,
} as const

export type ReadCallName = keyof typeof readHandlers
export type WriteCallName = keyof typeof writeHandlers

/** Does not compile when a call of the contract has no handler. */
const handled = (name: ArchiveCallName): ReadCallName | WriteCallName => name

export function isRead(name: ArchiveCallName): name is ReadCallName {
  return Object.hasOwn(readHandlers, handled(name))
}
