import { z } from 'zod'
import { AccessCondition } from './access.schemas.ts'
import { AgreementId, AgreementParty, Quote } from './agreements.schemas.ts'
import {
  DocumentId,
  EdtfText,
  FileId,
  Instant,
  Kind,
  LanguageCode,
  ShortText,
  TagPath,
  Title,
} from './basics.schemas.ts'
import { describedFields, mentionTypes, pageGrades } from './vocabulary.ts'

export const Page = z.strictObject({
  number: z.int().min(1),
  text: z.string(),
  grade: z.enum(pageGrades),
  /** How sure the program was that read it from a picture. */
  confidence: z.number().min(0).max(1).optional(),
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

/** Characters of a page that name a name, a date or an agreement. */
export const Mention = z.strictObject({
  type: z.enum(mentionTypes),
  page: z.int().min(1),
  start: z.int().min(0),
  end: z.int().min(0),
  text: z.string(),
  /** EDTF for dates (empty where the words name no date that there is), the preferred name for names. */
  value: z.string(),
  confidence: z.number().min(0).max(1),
  /** The rule that found it. */
  rule: z.string(),
  /** Of a date: the second reading, where two are honest. */
  other: z.string().optional(),
  /** Of a person: as the text gives them around the name. */
  rank: z.string().optional(),
  office: z.string().optional(),
  /** The country of a person, body, place or country itself (ISO 3166-1, two letters). */
  country: z.string().optional(),
})
export type Mention = z.infer<typeof Mention>

export const DescribedField = z.enum(describedFields)
export type DescribedField = (typeof describedFields)[number]

/** What a person may write into a description. */
export const DescribedChanges = z
  .strictObject({
    title: Title,
    kind: Kind,
    language: LanguageCode,
    issued: EdtfText,
    issuer: ShortText,
    place: ShortText,
    reference: ShortText,
    summary: z.string().max(5000),
  })
  .partial()
export type DescribedChanges = z.infer<typeof DescribedChanges>

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

/** What a text says of its own release, with its words on the first page. */
export const ReleaseNote = z.strictObject({
  type: z.enum(['embargo', 'check-against-delivery', 'immediate']),
  page: z.int().min(1),
  start: z.int().min(0),
  end: z.int().min(0),
  text: z.string(),
  /** Of an embargo: its day, as EDTF. */
  until: z.string().optional(),
})
export type ReleaseNote = z.infer<typeof ReleaseNote>

/** How a document is laid out beside its description. */
export const Outline = z.strictObject({
  /** The line below the title that goes on with it, or empty. */
  subtitle: z.string(),
  notes: z.array(ReleaseNote),
  /** The language of each paragraph. */
  paragraphs: z.array(
    z.strictObject({ page: z.int().min(1), start: z.int().min(0), end: z.int().min(0), language: LanguageCode }),
  ),
})
export type Outline = z.infer<typeof Outline>

/** What a person can refuse of what is read in a text. */
export const refusables = ['person', 'organisation', 'place', 'country', 'date', 'agreement', 'commitment'] as const

/** Something that a text does not say, though it was read in it: a name or date by its value, the rest by its words. */
export const Refusal = z.strictObject({ about: z.enum(refusables), words: z.string().min(1).max(2000) })
export type Refusal = z.infer<typeof Refusal>

/** A document as another names it. */
export const DocumentLink = z.strictObject({ id: DocumentId, title: z.string() })
export type DocumentLink = z.infer<typeof DocumentLink>

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
  /** The document out of which it came: a zip archive, a mailbox, a message. */
  container: DocumentLink.optional(),
  /** The documents that came out of it. */
  members: z.array(DocumentLink),
  /** The address that a web page gives as its own, or empty. */
  link: z.string(),
  pages: z.array(Page),
  mentions: z.array(Mention),
  agreements: z.array(
    z.strictObject({
      id: AgreementId,
      title: z.string(),
      parties: z.array(AgreementParty),
      signed: z.string(),
      role: z.enum(['carries', 'cites']),
      evidence: Quote,
    }),
  ),
  commitments: z.array(z.strictObject({ due: z.string(), evidence: Quote })),
  evidence: z.partialRecord(DescribedField, Evidence),
  outline: Outline,
  /** Whether a person has gone through it. */
  catalogued: z.boolean(),
  /** What was read in it and a person refused. */
  refused: z.array(Refusal),
  /** Absent: it may be given to anybody. */
  access: AccessCondition.optional(),
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
