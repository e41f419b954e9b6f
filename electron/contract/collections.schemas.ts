import { z } from 'zod'
import { CollectionId, DocumentId, Instant, QueryText, SavedSearchId, ShortText } from './basics.schemas.ts'
import { sorts } from './vocabulary.ts'

/** A name that people give: it stands for itself in queries, so it holds no quotation marks. */
export const GivenName = ShortText.trim()
  .min(1)
  .max(120)
  .regex(/^[^"«»“”„＂]*$/u)

export const CollectionValues = z.strictObject({ name: GivenName, note: z.string().max(5000) })
export type CollectionValues = z.infer<typeof CollectionValues>

/** An ordered set of documents. */
export const CollectionRow = CollectionValues.extend({
  id: CollectionId,
  /** Documents in it that are present. */
  documents: z.int().min(0),
})
export type CollectionRow = z.infer<typeof CollectionRow>

/** A document of a collection with its place in the order. */
export const CollectionPlace = z.strictObject({ document: DocumentId, position: z.int() })
export type CollectionPlace = z.infer<typeof CollectionPlace>

export const SavedSearchValues = z.strictObject({
  name: GivenName,
  text: QueryText,
  sort: z.enum(sorts),
  /** Shown where it can always be seen. */
  pinned: z.boolean(),
})
export type SavedSearchValues = z.infer<typeof SavedSearchValues>

/** A query that stays live. */
export const SavedSearch = SavedSearchValues.extend({
  id: SavedSearchId,
  /** When somebody last marked what it finds as seen. */
  lookedAt: Instant.optional(),
})
export type SavedSearch = z.infer<typeof SavedSearch>

export const termLanguages = ['en', 'fr', 'ar'] as const
export type TermLanguage = (typeof termLanguages)[number]
const Terms = z.array(ShortText.trim().min(1).max(100)).max(20)
/** The names of one thing in each language, the usual one first. */
export const ConceptTerms = z.strictObject({ en: Terms, fr: Terms, ar: Terms })
export type ConceptTerms = z.infer<typeof ConceptTerms>
export const ConceptId = z.string().regex(/^[A-Za-z0-9-]{2,60}$/)

/** A concept of the thesaurus: a question for one of its terms is widened by the others. */
export const Concept = z.strictObject({
  id: ConceptId,
  terms: ConceptTerms,
  /** `built-in`: as the program brings it; `changed`: brought by the program and changed here; `own`: made here. */
  source: z.enum(['built-in', 'changed', 'own']),
})
export type Concept = z.infer<typeof Concept>
