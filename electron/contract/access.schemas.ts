import { z } from 'zod'
import { DocumentId, EdtfText, ShortText } from './basics.schemas.ts'

/** Why a document may not be given to anybody, and the day on which that is to be looked at again (EDTF, or empty). */
export const AccessCondition = z.strictObject({ reason: ShortText.trim().min(1), review: EdtfText })
export type AccessCondition = z.infer<typeof AccessCondition>

/** A document with a condition. */
export const RestrictedDocument = AccessCondition.extend({ document: DocumentId, title: z.string() })
export type RestrictedDocument = z.infer<typeof RestrictedDocument>

export const RedactionId = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  .brand<'RedactionId'>()
export type RedactionId = z.infer<typeof RedactionId>

/** Words that must not leave the archive, in whatever letter case and with whatever marks they are written, and why. */
export const RedactionValues = z.strictObject({
  words: ShortText.trim()
    .min(2)
    .regex(/[\p{L}\p{N}]{2}/u),
  reason: ShortText.trim(),
})
export type RedactionValues = z.infer<typeof RedactionValues>

export const Redaction = RedactionValues.extend({ id: RedactionId })
export type Redaction = z.infer<typeof Redaction>
