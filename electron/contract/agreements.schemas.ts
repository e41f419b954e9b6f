import { z } from 'zod'
import { DocumentId, ShortText } from './basics.schemas.ts'
import { languages } from './vocabulary.ts'

const ulid = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)
export const AgreementId = ulid.brand<'AgreementId'>()
export type AgreementId = z.infer<typeof AgreementId>

/** A party to an agreement: a state by its English short name and its code (ISO 3166-1), or a body. */
export const AgreementParty = z.strictObject({ name: ShortText, country: z.string().length(2).optional() })
export type AgreementParty = z.infer<typeof AgreementParty>

export const clauseTypes = ['entry-into-force', 'duration', 'termination', 'languages', 'areas', 'occasion'] as const
/**
 * What a text says of an instrument, in its own words: of its life, of the areas that it covers (one after another, apart by
 * semicolons), of the meeting at which it was signed. Offsets are into the text.
 */
export const Clause = z.strictObject({
  type: z.enum(clauseTypes),
  start: z.int().min(0),
  end: z.int().min(0),
  text: z.string(),
})
export type Clause = z.infer<typeof Clause>

/** Words of a document that say something. */
export const Quote = z.strictObject({
  document: DocumentId,
  page: z.int().min(1),
  start: z.int().min(0),
  end: z.int().min(0),
  text: z.string(),
})
export type Quote = z.infer<typeof Quote>

export const agreementStatuses = ['cited', 'signed', 'in-force', 'suspended', 'terminated'] as const
export type AgreementStatus = (typeof agreementStatuses)[number]

export const happeningTypes = ['signed', 'ratified', 'in-force', 'suspended', 'terminated', 'meeting', 'visit'] as const
export type HappeningType = (typeof happeningTypes)[number]

/** An agreement as something else names it. */
const AgreementLink = z.strictObject({
  id: AgreementId,
  title: z.string(),
  titles: z.partialRecord(z.enum(languages), z.string()),
})

export const gapTypes = ['no-text', 'no-communique', 'overdue'] as const
/**
 * What the archive lacks of an agreement: its text; a communiqué, minutes or release of a session that it knows of; the fulfilment of
 * a promise whose day is past. `value` is the day, `quote` the words by which the archive knows of it.
 */
export const Gap = z.strictObject({ type: z.enum(gapTypes), value: z.string(), quote: Quote.optional() })
export type Gap = z.infer<typeof Gap>

/** Something that a text says to have happened, when, and under which agreement where the text speaks of one. */
export const Happening = z.strictObject({
  type: z.enum(happeningTypes),
  value: z.string(),
  title: z.string(),
  agreement: AgreementLink.optional(),
  quote: Quote,
})
export type Happening = z.infer<typeof Happening>

/** A promise: what is due by when, of whom, and which later text tells of its fulfilment. */
export const Commitment = z.strictObject({
  due: z.string(),
  /** The party or body that the sentence names first; empty where it names none. */
  responsible: z.string(),
  title: z.string(),
  issued: z.string(),
  agreement: AgreementLink.optional(),
  fulfilled: Happening.pick({ type: true, value: true, title: true, quote: true }).optional(),
  quote: Quote,
})
export type Commitment = z.infer<typeof Commitment>

/** A line of the register. The status is derived from what is known to have happened by the day that is asked about. */
export const AgreementSummary = z.strictObject({
  id: AgreementId,
  title: z.string(),
  /** The titles of its texts by their language. */
  titles: z.partialRecord(z.enum(languages), z.string()),
  subject: z.string(),
  parties: z.array(AgreementParty),
  signed: z.string(),
  place: z.string(),
  status: z.enum(agreementStatuses),
  /** Present documents that are its text, and that speak of it. */
  carriers: z.int().min(0),
  citing: z.int().min(0),
})
export type AgreementSummary = z.infer<typeof AgreementSummary>

/** A record of the register with everything that the texts say of it. */
export const Agreement = AgreementSummary.extend({
  clauses: z.array(z.strictObject({ type: z.enum(clauseTypes), text: z.string(), document: DocumentId })),
  links: z.array(
    z.strictObject({
      role: z.enum(['carries', 'cites']),
      title: z.string(),
      issued: z.string(),
      kind: z.string(),
      language: z.string(),
      confidence: z.number().min(0).max(1),
      quote: Quote,
    }),
  ),
  happenings: z.array(
    z.strictObject({ type: z.enum(happeningTypes), value: z.string(), title: z.string(), quote: Quote }),
  ),
  commitments: z.array(z.strictObject({ due: z.string(), title: z.string(), issued: z.string(), quote: Quote })),
  gaps: z.array(Gap),
})
export type Agreement = z.infer<typeof Agreement>
