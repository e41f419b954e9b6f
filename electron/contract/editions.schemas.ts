import { z } from 'zod'
import { DocumentSummary } from './documents.schemas.ts'
import { editionRelations } from './vocabulary.ts'

/**
 * How alike two documents are, from 0 to 1. For texts in one language the share of runs of five words that both have; for a
 * translation the share of figures (dates, sums, numbers of articles) that both have.
 */
const Likeness = z.number().min(0).max(1)

/** A document that belongs to another one; `decided` says that a person confirmed it, and not only a rule proposed it. */
export const RelatedDocument = z.strictObject({
  document: DocumentSummary,
  relation: z.enum(editionRelations),
  likeness: Likeness,
  decided: z.boolean(),
})
export type RelatedDocument = z.infer<typeof RelatedDocument>

export const EditionPair = z.strictObject({
  first: DocumentSummary,
  second: DocumentSummary,
  relation: z.enum(editionRelations),
  /** Estimated, where it is of texts in one language: right within 0.06 or so. */
  likeness: Likeness,
  decided: z.boolean(),
})
export type EditionPair = z.infer<typeof EditionPair>

/** A sentence or a heading of one text or of both. `same` lines stand around the others to show the place; `…` is a gap. */
export const ComparedLine = z.strictObject({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })
export type ComparedLine = z.infer<typeof ComparedLine>
