import { z } from 'zod'
import { DocumentId, NameId, ShortText } from './basics.schemas.ts'
import { nameTypes } from './vocabulary.ts'

/** What people may say of a name. */
export const NameValues = z.strictObject({
  preferred: ShortText.trim().min(1),
  /** ISO 3166-1, two letters, or empty. */
  country: z.string().regex(/^(?:[A-Z]{2})?$/),
  note: z.string().max(5000),
})
export type NameValues = z.infer<typeof NameValues>

/** An authority record: a person, body, place or country with everything that it is called. */
export const NameRecord = NameValues.extend({
  id: NameId,
  type: z.enum(nameTypes),
  /** Other names of the record, as texts have them. */
  variants: z.array(z.strictObject({ id: NameId, name: z.string() })),
  /** Present documents that mention it, under any of its names. */
  documents: z.int().min(0),
})
export type NameRecord = z.infer<typeof NameRecord>

/** A record with where it is mentioned, and others that may be the same in another spelling or script. */
export const NameWithMentions = NameRecord.extend({
  mentionedIn: z.array(z.strictObject({ document: DocumentId, title: z.string(), issued: z.string() })),
  proposals: z.array(
    z.strictObject({ id: NameId, name: z.string(), likeness: z.enum(['same', 'likely']), documents: z.int().min(0) }),
  ),
})
export type NameWithMentions = z.infer<typeof NameWithMentions>
