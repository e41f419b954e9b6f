import { z } from 'zod'
import { DocumentId, EventId, ImportId, Instant, Path, TagPath, WatchedFolderId } from './basics.schemas.ts'
import { Coverage } from './search.schemas.ts'
import { hostFormats, importFileStates, importStates, refusalReasons } from './vocabulary.ts'

export const TagRow = z.strictObject({
  path: TagPath,
  /** Documents that carry this very tag. */
  documents: z.int().min(0),
  /** Documents that carry it or a tag below it, each counted once. */
  total: z.int().min(0),
})
export type TagRow = z.infer<typeof TagRow>

export const ImportCounts = z.strictObject({
  imported: z.int().min(0),
  duplicates: z.int().min(0),
  /** What is wrong with these lies in the files. */
  refused: z.int().min(0),
  /** What is wrong with these may pass: they can be tried again. */
  failed: z.int().min(0),
  unchanged: z.int().min(0),
})
export type ImportCounts = z.infer<typeof ImportCounts>

export const ImportProgress = ImportCounts.extend({
  id: ImportId,
  state: z.enum(importStates),
  sources: z.array(z.string()),
  startedAt: Instant,
  finishedAt: Instant.optional(),
  /** Files found so far; final when `walked`. */
  found: z.int().min(0),
  walked: z.boolean(),
  /** Files whose bytes are safe in the archive and that wait to be read. */
  stored: z.int().min(0),
  filesPerSecond: z.number().min(0),
  /** An estimate, present once every file is found and some are done. */
  secondsLeft: z.number().min(0).optional(),
  /** Why the import ended early, where it did: a full disk, an archive that cannot be written. */
  failure: z.strictObject({ code: z.string(), message: z.string() }).optional(),
})
export type ImportProgress = z.infer<typeof ImportProgress>

export const ImportFile = z.strictObject({
  path: z.string(),
  state: z.enum(importFileStates),
  documentId: DocumentId.optional(),
  reason: z.enum(refusalReasons).optional(),
  /** What exactly was wrong, in English, for whoever looks into it. */
  detail: z.string().optional(),
})
export type ImportFile = z.infer<typeof ImportFile>

export const WatchedFolderValues = z.strictObject({
  path: Path,
  /** Tags for what is imported from it. */
  tags: z.array(TagPath).max(50),
  /** `remove`: sources are removed once their originals were read back and found whole. */
  afterwards: z.enum(['keep', 'remove']),
  active: z.boolean(),
})
export type WatchedFolderValues = z.infer<typeof WatchedFolderValues>

/** A folder whose new files are imported as they come. */
export const WatchedFolder = WatchedFolderValues.extend({
  id: WatchedFolderId,
  /** Whether the folder is there now. */
  exists: z.boolean(),
})
export type WatchedFolder = z.infer<typeof WatchedFolder>

export const ExportResult = z.strictObject({
  path: z.string(),
  documents: z.int().min(0),
  bytes: z.int().min(0),
  format: z.enum(hostFormats),
  /** What the audience may not have: documents that are only told of, originals that are left out, and how it was looked for afterwards. */
  withheld: z
    .strictObject({
      restricted: z.int().min(0),
      redacted: z.int().min(0),
      marks: z.int().min(0),
      filesSearched: z.int().min(0),
      /** Originals in formats that cannot be searched as text: judged by the text that was read in them. */
      judgedByText: z.int().min(0),
    })
    .optional(),
  /** Documents whose original was missing or damaged: they were left out, or their damage is named here. */
  problems: z.array(z.string()),
})
export type ExportResult = z.infer<typeof ExportResult>

export const VerifyProblem = z.strictObject({ code: z.string(), subject: z.string(), message: z.string() })
export type VerifyProblem = z.infer<typeof VerifyProblem>
export const VerifyReport = z.strictObject({
  what: z.enum(['archive', 'bag']),
  valid: z.boolean(),
  filesChecked: z.int().min(0),
  bytesChecked: z.int().min(0),
  eventsChecked: z.int().min(0),
  problems: z.array(VerifyProblem),
  warnings: z.array(VerifyProblem),
})
export type VerifyReport = z.infer<typeof VerifyReport>

export const HistoryEvent = z.strictObject({
  /** From 1; 0 for what happened in another archive, before a package brought the record here. */
  sequence: z.int().min(0),
  id: EventId,
  at: Instant,
  /** The call that made it: `tags.assign`. */
  act: z.string(),
  /** Facts for a sentence about it: counts, a title, a tag. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  undoable: z.boolean(),
  undone: z.boolean(),
  /** The event that this one takes back, where it is an undo. */
  undoes: EventId.optional(),
  hash: z.string(),
  /** The title of the other archive, where it happened in one. */
  archive: z.string().optional(),
})
export type HistoryEvent = z.infer<typeof HistoryEvent>

export const ArchiveSummary = z.strictObject({
  id: z.string(),
  title: z.string(),
  path: z.string(),
  readOnly: z.boolean(),
  sample: z.boolean(),
  documents: z.int().min(0),
  pages: z.int().min(0),
  originalBytes: z.int().min(0),
  tags: z.int().min(0),
  coverage: Coverage,
})
export type ArchiveSummary = z.infer<typeof ArchiveSummary>

/** An archive that this person opened before. `key` names it to the page, which never learns to open paths. */
export const KnownArchive = z.strictObject({
  key: z.string().regex(/^[0-9a-f]{16}$/),
  title: z.string(),
  path: z.string(),
  openedAt: Instant,
  exists: z.boolean(),
})
export type KnownArchive = z.infer<typeof KnownArchive>

export const Preferences = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['en', 'fr', 'ar']),
})
export type Preferences = z.infer<typeof Preferences>
