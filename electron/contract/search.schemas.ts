import { z } from 'zod'
import { DocumentId, EdtfText, Instant, QueryText, Span } from './basics.schemas.ts'
import { ConceptId } from './collections.schemas.ts'
import { DocumentSummary } from './documents.schemas.ts'
import { matchReasons, suggestionTypes } from './vocabulary.ts'

export const Snippet = z.strictObject({ page: z.int().min(1), text: z.string(), marks: z.array(Span) })
export type Snippet = z.infer<typeof Snippet>

/** Why a document was found: a word of the query, the words of the document that answer it, and what they are to it. */
export const Because = z.strictObject({
  asked: z.string(),
  reason: z.enum(matchReasons),
  /** As they stand in the document, each once; three at most. */
  found: z.array(z.string()).max(3),
})
export type Because = z.infer<typeof Because>

/** `group` says whether the document has all words (`all`) or is one of the best of the rest (`others`). */
export const SearchHit = DocumentSummary.extend({
  score: z.number(),
  group: z.enum(['all', 'others']),
  snippets: z.array(Snippet),
  /** For each word of the query that stands in the document; looked for where snippets are wanted. */
  because: z.array(Because),
})
export type SearchHit = z.infer<typeof SearchHit>

export const FacetValue = z.strictObject({ value: z.string(), count: z.int().min(1) })
export const Facets = z.strictObject({
  kind: z.array(FacetValue),
  language: z.array(FacetValue),
  year: z.array(FacetValue),
  tag: z.array(FacetValue),
  /** Names that the texts mention, most documents first. */
  country: z.array(FacetValue),
  organisation: z.array(FacetValue),
  person: z.array(FacetValue),
  /** Agreements that the texts carry or cite, by title. */
  agreement: z.array(FacetValue),
})
export type Facets = z.infer<typeof Facets>

/** How many documents a decade, year, month or day has: for each, just as many as a filter by it finds. */
export const Histogram = z.strictObject({
  unit: z.enum(['decade', 'year', 'month', 'day']),
  bars: z.array(z.strictObject({ value: EdtfText, count: z.int().min(0) })),
})
export type Histogram = z.infer<typeof Histogram>

export const noticeCodes = [
  'bracket-as-text',
  'field-without-value',
  'misspelling-not-sought',
  'prefix-too-short',
  'prefixes-too-many',
  'query-shortened',
  'quote-not-closed',
  'read-as-question',
  'unknown-collection',
  'unknown-date',
  'unknown-field',
  'unknown-having',
  'unknown-kind',
  'unknown-language',
  'unknown-search',
  'only-negative',
] as const
/** Says how something in the query was read that could not be taken as it was written. */
export const Notice = z.strictObject({ code: z.enum(noticeCodes), text: z.string() })
export type Notice = z.infer<typeof Notice>

const chipTypes = [
  ...['word', 'exact', 'phrase', 'prefix', 'fuzzy', 'title', 'text', 'group'],
  ...['tag', 'kind', 'lang', 'issued', 'imported', 'file', 'has', 'collection', 'new', 'widen'],
  ...['mentions', 'person', 'org', 'place', 'country', 'party', 'agreement'],
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

/** Words of the query that the thesaurus knows, and by which terms the question is widened, unless that is switched off. */
export const Widening = z.strictObject({
  concept: ConceptId,
  /** What a query says to switch it off: `-widen:"label"`. */
  label: z.string(),
  /** The words of the query. */
  words: z.string(),
  terms: z.array(z.string()),
  isActive: z.boolean(),
})
export type Widening = z.infer<typeof Widening>

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
    widenings: z.array(Widening),
  }),
  /** Documents that have everything that was asked for. Exact. */
  total: z.int().min(0),
  /** Documents that have some of the words; counted only where `total` is small, else 0. */
  others: z.int().min(0),
  hits: z.array(SearchHit),
  facets: Facets.optional(),
  histogram: Histogram.optional(),
  coverage: Coverage,
  milliseconds: z.number().min(0),
  /** When it was answered, and in which state the archive was: the same query of the same state has the same answer. */
  at: Instant,
  fingerprint: z.string(),
})
export type SearchReply = z.infer<typeof SearchReply>

export const Suggestion = z.strictObject({
  type: z.enum(suggestionTypes),
  /** An id, a tag's path, a kind or a command. */
  id: z.string(),
  title: z.string(),
  detail: z.string(),
  score: z.number(),
})
export type Suggestion = z.infer<typeof Suggestion>

/** One query of many. */
export const BatchQuery = z.strictObject({ id: z.string().min(1).max(200), text: QueryText })
export const BatchRow = BatchQuery.extend({
  understood: z.string(),
  total: z.int().min(0),
  others: z.int().min(0),
  milliseconds: z.number().min(0),
  hits: z.array(
    z.strictObject({
      ...{ id: DocumentId, file: z.string(), title: z.string(), issued: EdtfText, score: z.number() },
      group: SearchHit.shape.group,
    }),
  ),
})
export type BatchRow = z.infer<typeof BatchRow>
