import { z } from 'zod'
import { edtfBounds } from './edtf.ts'
import { documentKinds, languages } from './vocabulary.ts'

const ulid = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)
export const DocumentId = ulid.brand<'DocumentId'>()
export type DocumentId = z.infer<typeof DocumentId>
export const FileId = ulid.brand<'FileId'>()
export type FileId = z.infer<typeof FileId>
export const ImportId = ulid.brand<'ImportId'>()
export type ImportId = z.infer<typeof ImportId>
export const WatchedFolderId = ulid.brand<'WatchedFolderId'>()
export type WatchedFolderId = z.infer<typeof WatchedFolderId>
export const CollectionId = ulid.brand<'CollectionId'>()
export type CollectionId = z.infer<typeof CollectionId>
export const NameId = ulid.brand<'NameId'>()
export type NameId = z.infer<typeof NameId>
export const SavedSearchId = ulid.brand<'SavedSearchId'>()
export type SavedSearchId = z.infer<typeof SavedSearchId>
export const StandingRuleId = ulid.brand<'StandingRuleId'>()
export type StandingRuleId = z.infer<typeof StandingRuleId>
export const EventId = ulid.brand<'EventId'>()
export type EventId = z.infer<typeof EventId>

export const Kind = z.enum(documentKinds)
export const LanguageCode = z.enum(languages)
export const Offset = z.int().min(0).max(10_000_000)
export const Limit = z.int().min(0).max(1000)
/** Milliseconds since 1970-01-01T00:00:00Z, as far as a date can be made of them. */
export const Instant = z.int().min(0).max(8_640_000_000_000_000)
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
