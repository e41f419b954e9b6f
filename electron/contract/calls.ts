import { z } from 'zod'
import { type CallShape, Changed, hostOnly, nothing, ofShelf, read, write } from './call-shape.ts'
import {
  ArchiveSummary,
  ComparedLine,
  DescribedChanges,
  DocumentId,
  DocumentRecord,
  EditionPair,
  EventId,
  ExportResult,
  FileId,
  HistoryEvent,
  ImportFile,
  ImportId,
  ImportProgress,
  KnownArchive,
  Limit,
  OcrStatus,
  Offset,
  Path,
  Preferences,
  QueryText,
  RelatedDocument,
  RemovedDocument,
  Selection,
  ShortText,
  Span,
  TagPath,
  TagRow,
  Title,
  WatchedFolder,
  WatchedFolderId,
  WatchedFolderValues,
  OriginalFile,
} from './schemas.ts'
import { accessCalls } from './access-calls.ts'
import { cataloguingCalls } from './cataloguing-calls.ts'
import { preservationCalls, repairCalls } from './preservation-calls.ts'
import { searchCalls } from './search-calls.ts'
import {
  audiences,
  editionDecisions,
  exportFormats,
  importFileStates,
  packageParts,
  refusalReasons,
} from './vocabulary.ts'

const shelfCalls = {
  'archives.list': ofShelf(
    read(
      nothing,
      z.strictObject({ open: ArchiveSummary.optional(), known: z.array(KnownArchive), folder: z.string() }),
    ),
  ),
  'archives.create': ofShelf(write(z.strictObject({ title: Title.max(120) }), ArchiveSummary)),
  'archives.open': ofShelf(write(z.strictObject({ key: KnownArchive.shape.key }), ArchiveSummary)),
  'archives.openSample': ofShelf(write(nothing, ArchiveSummary)),
  'archives.openPath': hostOnly(ofShelf(write(z.strictObject({ path: Path, create: z.boolean() }), ArchiveSummary))),
  'archives.close': ofShelf(write(nothing, nothing)),
  ...repairCalls,
  'preferences.get': ofShelf(read(nothing, Preferences)),
  'preferences.set': ofShelf(write(Preferences.partial(), Preferences)),
} as const

const archiveCalls = {
  'archive.summary': read(nothing, ArchiveSummary),
  ...preservationCalls,

  'imports.start': hostOnly(
    write(
      z.strictObject({
        paths: z.array(Path).min(1).max(100_000),
        tags: z.array(TagPath).max(50),
        /** `remove`: sources are removed once their originals were read back and found whole. */
        afterwards: z.enum(['keep', 'remove']).optional(),
      }),
      ImportProgress,
    ),
  ),
  /** Tries again what an import could not take in for one of these reasons, in an import of its own. */
  'imports.retry': write(
    z.strictObject({
      id: ImportId,
      reasons: z.array(z.enum(refusalReasons)).min(1),
      /** Tried on files that are locked, and not kept. */
      password: z.string().max(1000).optional(),
    }),
    ImportProgress,
  ),
  /** Goes on with what the program's end or a fault of the disk interrupted. */
  'imports.resume': write(nothing, nothing),
  'imports.cancel': write(z.strictObject({ id: ImportId }), ImportProgress),
  'imports.list': read(z.strictObject({ limit: Limit }), z.strictObject({ imports: z.array(ImportProgress) })),
  'imports.get': read(z.strictObject({ id: ImportId }), ImportProgress),
  'imports.files': read(
    z.strictObject({
      id: ImportId,
      states: z.array(z.enum(importFileStates)).optional(),
      offset: Offset,
      limit: Limit,
    }),
    z.strictObject({ total: z.int().min(0), files: z.array(ImportFile) }),
  ),

  /** A part of an import's ledger as CSV, the first with the header; safe to open in a spreadsheet. */
  'imports.ledger': read(
    z.strictObject({ id: ImportId, offset: Offset, limit: Limit }),
    z.strictObject({ total: z.int().min(0), csv: z.string() }),
  ),

  'watches.list': read(nothing, z.strictObject({ watches: z.array(WatchedFolder) })),
  'watches.add': hostOnly(write(WatchedFolderValues.omit({ active: true }), WatchedFolder)),
  'watches.change': write(
    z.strictObject({ id: WatchedFolderId, changes: WatchedFolderValues.omit({ path: true }).partial() }),
    WatchedFolder,
  ),
  'watches.remove': write(z.strictObject({ id: WatchedFolderId }), nothing),

  /** Kind `write` though it only asks: the threads that answer other questions know nothing of programs. */
  'ocr.status': write(nothing, OcrStatus),
  /** Reads pictures from now on, by itself too; `again` tries also those that were tried in vain. */
  'ocr.start': write(z.strictObject({ again: z.boolean().optional() }), OcrStatus),
  /** Reads no more pictures until it is started again, or the program is. */
  'ocr.stop': write(nothing, OcrStatus),

  ...searchCalls,

  ...cataloguingCalls,

  ...accessCalls,

  /** How a document is cited, in the language of the reader, and with words of it where a quotation is wanted. */
  'documents.cite': read(
    z.strictObject({
      id: DocumentId,
      language: z.enum(['en', 'fr', 'ar']),
      quotation: Span.extend({ page: z.int().min(1) }).optional(),
    }),
    z.strictObject({ text: z.string() }),
  ),
  'documents.get': read(z.strictObject({ id: DocumentId }), DocumentRecord),
  /** Where the words of a query stand in a document, in reading order. */
  'documents.hits': read(
    z.strictObject({ id: DocumentId, text: QueryText }),
    z.strictObject({ hits: z.array(Span.extend({ page: z.int().min(1) })) }),
  ),
  'documents.ids': read(z.strictObject({ offset: Offset, limit: Limit }), z.strictObject({ ids: z.array(DocumentId) })),
  'documents.describe': write(
    z.strictObject({
      id: DocumentId,
      changes: DescribedChanges,
    }),
    Changed,
  ),
  'documents.remove': write(z.strictObject({ selection: Selection, reason: ShortText }), Changed),
  /** Documents that were removed, the last one first. */
  'documents.removed': read(
    z.strictObject({ offset: Offset, limit: Limit }),
    z.strictObject({ total: z.int().min(0), documents: z.array(RemovedDocument) }),
  ),
  'documents.takeBack': write(z.strictObject({ ids: z.array(DocumentId).min(1).max(100_000) }), Changed),

  'tags.list': read(nothing, z.strictObject({ tags: z.array(TagRow), untagged: z.int().min(0) })),
  'tags.assign': write(
    z.strictObject({ selection: Selection, add: z.array(TagPath).max(50), remove: z.array(TagPath).max(50) }),
    Changed,
  ),
  'tags.rename': write(z.strictObject({ path: TagPath, to: TagPath }), Changed),
  'tags.remove': write(z.strictObject({ path: TagPath }), Changed),

  /** The documents that belong to one: decided ones first, then the likest; at most 20. */
  'editions.of': read(
    z.strictObject({ id: DocumentId }),
    z.strictObject({ relations: z.array(RelatedDocument).max(20) }),
  ),
  /** Pairs of the whole archive, likest first. `complete` is false where there are more than the program looks for. */
  'editions.list': read(
    z.strictObject({ offset: Offset, limit: Limit }),
    z.strictObject({ total: z.int().min(0), pairs: z.array(EditionPair), complete: z.boolean() }),
  ),
  /** Where two texts in one language differ. `truncated`: one is too long, or they differ too much, to say it in full. */
  'editions.compare': read(
    z.strictObject({ first: DocumentId, second: DocumentId }),
    z.strictObject({ lines: z.array(ComparedLine), truncated: z.boolean() }),
  ),
  /** Confirms, denies (`unrelated`) or leaves open again (`null`) how two documents belong together. */
  'editions.decide': write(
    z.strictObject({ first: DocumentId, second: DocumentId, relation: z.enum(editionDecisions).nullable() }),
    Changed,
  ),

  'exports.run': hostOnly(
    read(
      z.strictObject({
        exportId: z.string().min(1).max(40),
        selection: Selection,
        format: z.enum(exportFormats),
        to: Path,
        title: ShortText,
        /** The day that the package says it was made on, in place of today: the same documents then give the same bytes. */
        date: z.iso.date().optional(),
        /** What a package holds beside the texts; everything where it is absent. */
        parts: z.array(z.enum(packageParts)).optional(),
        /** A CSV list without the byte order mark by which spreadsheets know UTF-8. */
        withoutMark: z.boolean().optional(),
        /** `anyone` where it is absent. */
        audience: z.enum(audiences).optional(),
      }),
      ExportResult,
    ),
  ),
  /** Ends an export at work; it leaves nothing behind. Answers whether there was one of this id. */
  'exports.cancel': read(
    z.strictObject({ exportId: z.string().min(1).max(40) }),
    z.strictObject({ cancelled: z.boolean() }),
  ),
  'exports.preview': read(
    z.strictObject({ selection: Selection }),
    z.strictObject({
      documents: z.int().min(0),
      originalBytes: z.int().min(0),
      /** Documents among them that only the institution itself may have. */
      restricted: z.int().min(0),
      /** Words and phrases that stay out of packages for anyone. */
      redactions: z.int().min(0),
    }),
  ),

  'history.list': read(
    z.strictObject({ offset: Offset, limit: Limit }),
    z.strictObject({ total: z.int().min(0), events: z.array(HistoryEvent) }),
  ),
  'history.undo': write(
    z.strictObject({ event: EventId.optional() }),
    z.strictObject({ undone: HistoryEvent, event: EventId }),
  ),

  'files.locate': hostOnly(read(z.strictObject({ id: FileId }), OriginalFile.extend({ path: z.string() }))),
} as const

/** Everything that can be asked of the engine. IPC, HTTP and the command line carry the same calls and the same replies. */
export const calls = { ...shelfCalls, ...archiveCalls } as const satisfies Readonly<Record<string, CallShape>>

export type CallName = keyof typeof calls
export type ShelfCallName = keyof typeof shelfCalls
export type ArchiveCallName = keyof typeof archiveCalls
/** What a caller writes, before defaults and brands: plain strings for ids. */
export type CallInput<N extends CallName> = z.input<(typeof calls)[N]['input']>
/** What a handler receives after checking. */
export type CheckedInput<N extends CallName> = z.output<(typeof calls)[N]['input']>
export type CallOutput<N extends CallName> = z.output<(typeof calls)[N]['output']>

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name)
}
