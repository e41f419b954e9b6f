import { z } from 'zod'
import { DocumentId, Kind, QueryText, ShortText, StandingRuleId, TagPath } from './basics.schemas.ts'
import { GivenName } from './collections.schemas.ts'
import { DescribedField } from './documents.schemas.ts'

/** What proposals of one rule there are for documents that nobody has gone through. */
export const ProposalCount = z.strictObject({
  field: DescribedField,
  /** The rule, or the field of the file, that proposes: `dateline`, `docx:dc:title`. */
  rule: z.string(),
  documents: z.int().min(0),
  /** The least sure of them. */
  confidence: z.number().min(0).max(1),
})
export type ProposalCount = z.infer<typeof ProposalCount>

/** Values of the description that a rule of a person's own gives. */
export const RuleFields = z.strictObject({ kind: Kind, issuer: ShortText, place: ShortText }).partial()
export type RuleFields = z.infer<typeof RuleFields>

/** A rule of a person's own: when a query finds a document, then it gets these tags, values and this collection. */
export const StandingRuleValues = z.strictObject({
  name: GivenName,
  query: QueryText.min(1),
  tags: z.array(TagPath).max(50),
  /** The name of a collection, which is made where there is none; empty for none. */
  collection: z.union([z.literal(''), GivenName]),
  fields: RuleFields,
  /** Whether it is run on what is imported. */
  active: z.boolean(),
})
export type StandingRuleValues = z.infer<typeof StandingRuleValues>

export const StandingRule = StandingRuleValues.extend({ id: StandingRuleId })
export type StandingRule = z.infer<typeof StandingRule>

/** What a rule would do to one document. */
export const RuleEffect = z.strictObject({
  document: DocumentId,
  title: z.string(),
  tags: z.array(TagPath),
  collection: z.string(),
  fields: z.array(z.strictObject({ field: DescribedField, from: z.string(), to: z.string() })),
})
export type RuleEffect = z.infer<typeof RuleEffect>
