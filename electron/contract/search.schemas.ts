import { z } from 'zod'
import { Span } from './basics.schemas.ts'
import { DocumentSummary } from './documents.schemas.ts'

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
  'field-as-words',
  'field-without-value',
  'misspelling-not-sought',
  'prefix-too-short',
  'prefixes-too-many',
  'query-shortened',
  'quote-not-closed',
  'read-as-question',
  'unknown-date',
  'unknown-field',
  'unknown-having',
  'unknown-kind',
  'unknown-language',
  'only-negative',
] as const
/** Says how something in the query was read that could not be taken as it was written. */
export const Notice = z.strictObject({ code: z.enum(noticeCodes), text: z.string() })
export type Notice = z.infer<typeof Notice>

const chipTypes = [
  ...['word', 'exact', 'phrase', 'prefix', 'fuzzy', 'title', 'text', 'group'],
  ...['tag', 'kind', 'lang', 'issued', 'imported', 'file', 'has'],
] as const
/** One part of the query as it was understood; taking `text` out of the query removes just this part. */
export const QueryChip = z.strictObject({
  type: z.enum(chipTypes),
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
  /** Pages that are pictures, whose words no search can see, and the documents that they belong to. */
  picturePages: z.int().min(0),
  pictureDocuments: z.int().min(0),
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
