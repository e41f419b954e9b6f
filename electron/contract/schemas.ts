import { z } from 'zod'
import { edtfBounds } from './edtf.ts'
import {
  documentKinds,
  exportFormats,
  importFileStates,
  importStates,
  languages,
  mentionTypes,
  pageGrades,
  refusalReasons,
} from './vocabulary.ts'

const ulid = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)
export const DocumentId = ulid.brand<'DocumentId'>()
export type DocumentId = z.infer<typeof DocumentId>
export const FileId = ulid.brand<'FileId'>()
export type FileId = z.infer<typeof FileId>
export const ImportId = ulid.brand<'ImportId'>()
export type ImportId = z.infer<typeof ImportId>
export const EventId = ulid.brand<'EventId'>()
export type EventId = z.infer<typeof EventId>

export const Kind = z.enum(documentKinds)
export const LanguageCode = z.enum(languages)
export const Offset = z.int().min(0).max(10_000_000)
export const Limit = z.int().min(0).max(1000)
/** Milliseconds since 1970-01-01T00:00:00Z. */
export const Instant = z.int().min(0)
export const Path = z.string().min(1).max(4096)
/** As long a question as anybody may ask; what is longer is refused at the border and never parsed. */
export const QueryText = z.string().max(10_000)

const noControl = /^[^\p{Cc}]*$/u
export const ShortText = z.string().max(300).regex(noControl)
export const Title = z.string().trim().min(1).max(1000).regex(noControl)
/** EDTF (ISO 8601-2) as `edtfBounds` reads it, or empty where the date is not known. */
export const EdtfText = z
  .string()
  .max(60)
  .refine((text) => text === '' || edtfBounds(text) !== undefined, 'not an EDTF date')
/**
 * A tag is a path of names, `cooperation/military`: at most 8 names of 1 to 100 characters, none of which begins or ends
 * with white space or holds a control character.
 */
export const TagPath = z
  .string()
  .max(807)
  .regex(/^(?:[^/\p{Cc}\s](?:[^/\p{Cc}]{0,98}[^/\p{Cc}\s])?)(?:\/[^/\p{Cc}\s](?:[^/\p{Cc}]{0,98}[^/\p{Cc}\s])?){0,7}$/u)

/** Many documents at once: those named, or all that a query finds. */
export const Selection = z.union([
  z.strictObject({ ids: z.array(DocumentId).min(1).max(100_000) }),
  z.strictObject({ query: QueryText }),
])
export type Selection = z.infer<typeof Selection>

/** Characters of a page's text, as UTF-16 offsets: `start` belongs to it, `end` does not. */
export const Span = z.strictObject({ start: z.int().min(0), end: z.int().min(0) })
export type Span = z.infer<typeof Span>

export const Page = z.strictObject({
  number: z.int().min(1),
  text: z.string(),
  grade: z.enum(pageGrades),
})
export type Page = z.infer<typeof Page>

/** Where a value of the description comes from. A person's word is never overwritten by a rule. */
export const Evidence = z.strictObject({
  source: z.enum(['rule', 'file', 'person']),
  /** The rule or the field of the file: `dateline`, `docx:dc:title`. */
  rule: z.string(),
  confidence: z.number().min(0).max(1),
  page: z.int().min(1).optional(),
  start: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
  text: z.string().optional(),
})
export type Evidence = z.infer<typeof Evidence>

export const Mention = z.strictObject({
  type: z.enum(mentionTypes),
  page: z.int().min(1),
  start: z.int().min(0),
  end: z.int().min(0),
  text: z.string(),
  value: z.string(),
  confidence: z.number().min(0).max(1),
})
export type Mention = z.infer<typeof Mention>

export const describedFields = [
  'title',
  'kind',
  'language',
  'issued',
  'issuer',
  'place',
  'reference',
  'summary',
] as const
export const DescribedField = z.enum(describedFields)
export type DescribedField = (typeof describedFields)[number]

export const OriginalFile = z.strictObject({
  id: FileId,
  name: z.string(),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.string(),
  /** Where the file lay when it was imported; the newest place where it was seen several times. */
  source: z.string(),
  modifiedAt: Instant.optional(),
})
export type OriginalFile = z.infer<typeof OriginalFile>

/** A whole document: what `show` and `dump` print and what the reader shows. */
export const DocumentRecord = z.strictObject({
  id: DocumentId,
  file: OriginalFile,
  title: z.string(),
  kind: Kind,
  language: LanguageCode,
  issued: EdtfText,
  issuer: z.string(),
  place: z.string(),
  reference: z.string(),
  summary: z.string(),
  importedAt: Instant,
  tags: z.array(TagPath),
  pages: z.array(Page),
  mentions: z.array(Mention),
  agreements: z.array(z.never()),
  commitments: z.array(z.never()),
  evidence: z.partialRecord(DescribedField, Evidence),
})
export type DocumentRecord = z.infer<typeof DocumentRecord>

/** One line of a list of documents. */
export const DocumentSummary = z.strictObject({
  id: DocumentId,
  /** Where the file lay when it was imported. */
  file: z.string(),
  fileId: FileId,
  title: z.string(),
  kind: Kind,
  language: LanguageCode,
  issued: EdtfText,
  mediaType: z.string(),
  importedAt: Instant,
  tags: z.array(TagPath),
})
export type DocumentSummary = z.infer<typeof DocumentSummary>

export const Snippet = z.strictObject({ page: z.int().min(1), text: z.string(), marks: z.array(Span) })
export type Snippet = z.infer<typeof Snippet>

/** `group` says whether the document has all words (`all`) or is one of the best of the rest (`others`). */
export const SearchHit = DocumentSummary.extend({
  score: z.number(),
  group: z.enum(['all', 'others']),
  snippets: z.array(Snippet),
})
export type SearchHit = z.infer<typeof SearchHit>

export const FacetValue = z.strictObject({ value: z.string(), count: z.int().min(1) })
export const Facets = z.strictObject({
  kind: z.array(FacetValue),
  language: z.array(FacetValue),
  year: z.array(FacetValue),
  tag: z.array(FacetValue),
})
export type Facets = z.infer<typeof Facets>

export const noticeCodes = [
  'bracket-as-text',
  'field-without-value',
  'prefix-too-short',
  'query-shortened',
  'quote-not-closed',
  'unknown-date',
  'unknown-field',
  'unknown-kind',
  'unknown-language',
  'only-negative',
] as const
/** Says how something in the query was read that could not be taken as it was written. */
export const Notice = z.strictObject({ code: z.enum(noticeCodes), text: z.string() })
export type Notice = z.infer<typeof Notice>

/** One part of the query as it was understood; taking `text` out of the query removes just this part. */
export const QueryChip = z.strictObject({
  type: z.enum(['word', 'phrase', 'prefix', 'tag', 'kind', 'lang', 'issued', 'title', 'file', 'group']),
  text: z.string(),
  negated: z.boolean(),
  start: z.int().min(0),
  end: z.int().min(0),
})
export type QueryChip = z.infer<typeof QueryChip>

/** How much of the archive a search could see. */
export const Coverage = z.strictObject({
  documents: z.int().min(0),
  notYetSearchable: z.int().min(0),
  withoutText: z.int().min(0),
})
export type Coverage = z.infer<typeof Coverage>

export const SearchReply = z.strictObject({
  query: z.strictObject({
    text: z.string(),
    understood: z.string(),
    chips: z.array(QueryChip),
    notices: z.array(Notice),
  }),
  /** Documents that have everything that was asked for. Exact. */
  total: z.int().min(0),
  /** Documents that have some of the words; counted only where `total` is small, else 0. */
  others: z.int().min(0),
  hits: z.array(SearchHit),
  facets: Facets.optional(),
  coverage: Coverage,
  milliseconds: z.number().min(0),
})
export type SearchReply = z.infer<typeof SearchReply>

export const Suggestion = z.strictObject({
  type: z.enum(['document', 'tag', 'kind']),
  /** A document's id, a tag's path or a kind. */
  id: z.string(),
  title: z.string(),
  detail: z.string(),
  score: z.number(),
})
export type Suggestion = z.infer<typeof Suggestion>

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
  refused: z.int().min(0),
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

export const ExportResult = z.strictObject({
  path: z.string(),
  documents: z.int().min(0),
  bytes: z.int().min(0),
  format: z.enum(exportFormats),
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
  sequence: z.int().min(1),
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
