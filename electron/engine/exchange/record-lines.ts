import { z } from 'zod'
import {
  AccessCondition,
  AgreementId,
  AgreementParty,
  Clause,
  CollectionId,
  CollectionPlace,
  DescribedField,
  DocumentId,
  EdtfText,
  EventId,
  Evidence,
  FileId,
  HistoryEvent,
  Instant,
  Kind,
  LanguageCode,
  Mention,
  NameId,
  Page,
  Refusal,
  Span,
  TagPath,
} from '../../contract/schemas.ts'
import { happeningTypes } from '../../contract/agreements.schemas.ts'
import { editionDecisions, nameTypes } from '../../contract/vocabulary.ts'

/** Where a package keeps the records from which they can be restored, a JSON value on each line. */
export const recordsName = 'data/metadata/records.ndjson'
/** The version of these lines that this program writes; it reads no newer one. */
export const recordsVersion = 1

const Text = z.string().max(100_000)
const PayloadPath = z
  .string()
  .max(1000)
  .regex(/^data\/(?!.*(?:^|\/)\.\.(?:\/|$))[^\\]+$/)
const Place = { page: z.int().min(1), start: z.int().min(0), end: z.int().min(0) }
const Quoted = { ...Place, text: Text }
const Archive = z.strictObject({ id: z.string().max(100), title: Text })

export const PackageLine = z.strictObject({
  type: z.literal('package'),
  version: z.int().min(1),
  archive: Archive,
  documents: z.int().min(0),
})

export const AgreementLine = z.strictObject({
  type: z.literal('agreement'),
  id: AgreementId,
  title: Text,
  subject: Text,
  subjectKeys: z.array(z.string().max(500)).max(100),
  parties: z.array(AgreementParty),
  signed: EdtfText,
  place: Text,
})
export type AgreementLine = z.infer<typeof AgreementLine>

export const NameLine = z.strictObject({
  type: z.literal('name'),
  id: NameId,
  of: z.enum(nameTypes),
  preferred: Text,
  folded: Text,
  key: Text,
  country: z.string().max(2),
  note: Text,
  mergedInto: NameId.optional(),
})
export type NameLine = z.infer<typeof NameLine>

/** A document that the package tells of and does not hold. */
export const StubLine = z.strictObject({ type: z.literal('stub'), id: DocumentId, access: AccessCondition })

export const DocumentLine = z.strictObject({
  type: z.literal('document'),
  id: DocumentId,
  file: z.strictObject({
    id: FileId,
    name: Text,
    /** Absent in a package for anyone: it tells of somebody's computer. */
    source: Text.optional(),
    bytes: z.int().min(0),
    /** Empty for an original that the package withholds. */
    sha256: z.string().regex(/^(?:[0-9a-f]{64})?$/),
    mediaType: z.string().max(300),
    extension: z.string().regex(/^[a-z0-9]{1,16}$/),
    modifiedAt: Instant.optional(),
  }),
  title: Text,
  kind: Kind,
  language: LanguageCode,
  issued: EdtfText,
  issuer: Text,
  place: Text,
  reference: Text,
  summary: Text,
  evidence: z.partialRecord(DescribedField, Evidence),
  importedAt: Instant,
  tags: z.array(TagPath),
  container: DocumentId.optional(),
  memberName: Text,
  link: Text,
  catalogued: z.boolean(),
  access: AccessCondition.optional(),
  /** Where its parts lie in the package; no original where the package has none. */
  original: PayloadPath.optional(),
  text: PayloadPath,
  /** Its pages: how many UTF-16 units of the text belong to each. Between two of them the text has a line end, a form feed, a line end. */
  pages: z.array(
    z.strictObject({
      length: z.int().min(0),
      grade: Page.shape.grade,
      confidence: Page.shape.confidence,
      furniture: z.array(Span).optional(),
    }),
  ),
  mentions: z.array(Mention.omit({ text: true })),
  agreements: z.array(
    z.strictObject({
      ...Quoted,
      agreement: AgreementId,
      role: z.enum(['carries', 'cites']),
      confidence: z.number().min(0).max(1),
      clauses: z.array(Clause),
    }),
  ),
  commitments: z.array(z.strictObject({ ...Quoted, due: z.string().max(60), confidence: z.number().min(0).max(1) })),
  happenings: z.array(z.strictObject({ ...Quoted, type: z.enum(happeningTypes), value: z.string().max(60) })),
  refused: z.array(Refusal),
})
export type DocumentLine = z.infer<typeof DocumentLine>

export const CollectionLine = z.strictObject({
  type: z.literal('collection'),
  id: CollectionId,
  name: Text,
  note: Text,
  places: z.array(CollectionPlace),
})
export type CollectionLine = z.infer<typeof CollectionLine>

export const EditionLine = z.strictObject({
  type: z.literal('edition'),
  first: DocumentId,
  second: DocumentId,
  relation: z.enum(editionDecisions),
})
export type EditionLine = z.infer<typeof EditionLine>

/** Something that was done to what the package holds, as the history of its archive tells it. */
export const EventLine = z.strictObject({
  type: z.literal('event'),
  id: EventId,
  at: Instant,
  act: z.string().max(100),
  facts: HistoryEvent.shape.facts,
  undone: z.boolean(),
  hash: z.string().max(64),
  archive: Archive,
  /** What in the package it was about: ids of documents, collections and names, paths of tags. */
  about: z.array(z.string().max(1000)),
})
export type EventLine = z.infer<typeof EventLine>

export const RecordLine = z.discriminatedUnion('type', [
  PackageLine,
  AgreementLine,
  NameLine,
  StubLine,
  DocumentLine,
  CollectionLine,
  EditionLine,
  EventLine,
])
export type RecordLine = z.infer<typeof RecordLine>

/** What stands between two pages in a package's text of a document. */
export const pageSeparator = '\n\f\n'
