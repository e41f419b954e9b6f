import { z } from 'zod'
import { Changed, Made, nothing, read, write } from './call-shape.ts'
import {
  BatchQuery,
  BatchRow,
  CollectionId,
  CollectionRow,
  CollectionValues,
  Concept,
  ConceptId,
  ConceptTerms,
  DocumentId,
  Instant,
  Limit,
  Offset,
  QueryText,
  SavedSearch,
  SavedSearchId,
  SavedSearchValues,
  SearchReply,
  Selection,
  Suggestion,
} from './schemas.ts'
import { sorts } from './vocabulary.ts'

/** Asking: searches, those that are kept, collections and the thesaurus. */
export const searchCalls = {
  'search.run': read(
    z.strictObject({
      text: QueryText,
      sort: z.enum(sorts),
      offset: Offset,
      limit: Limit,
      facets: z.boolean(),
      snippets: z.boolean(),
    }),
    SearchReply,
  ),
  'search.suggest': read(
    z.strictObject({
      text: z.string().max(300),
      limit: z.int().min(1).max(50),
      /** What the host can do, by name, to be found among the rest. */
      commands: z
        .array(z.strictObject({ id: z.string().max(60), title: z.string().max(100) }))
        .max(100)
        .optional(),
    }),
    z.strictObject({ suggestions: z.array(Suggestion), complete: z.boolean() }),
  ),

  /** Answers many queries, each as `search.run` would. `csv`: the queries as a table with the columns `id` (or none) and `query`. */
  'search.batch': read(
    z.strictObject({
      queries: z.union([
        z.array(BatchQuery).min(1).max(1000),
        z.strictObject({ csv: z.string().min(1).max(4_000_000) }),
      ]),
      limit: Limit,
    }),
    z.strictObject({
      rows: z.array(BatchRow),
      /** The same as a table: a row for each hit, and one for each query without any. */
      csv: z.string(),
      at: Instant,
      fingerprint: z.string(),
    }),
  ),

  'searches.list': read(nothing, z.strictObject({ searches: z.array(SavedSearch) })),
  /** What a saved search finds now, and how much of it is new since somebody last looked. */
  'searches.count': read(
    z.strictObject({ id: SavedSearchId }),
    z.strictObject({ total: z.int().min(0), fresh: z.int().min(0) }),
  ),
  'searches.save': write(SavedSearchValues, Made(SavedSearchId)),
  'searches.change': write(z.strictObject({ id: SavedSearchId, changes: SavedSearchValues.partial() }), Changed),
  'searches.remove': write(z.strictObject({ id: SavedSearchId }), Changed),
  /** Marks as seen what a saved search finds now. It changes no record, so that the history does not tell of it. */
  'searches.look': write(z.strictObject({ id: SavedSearchId }), z.strictObject({ total: z.int().min(0) })),

  'collections.list': read(nothing, z.strictObject({ collections: z.array(CollectionRow) })),
  'collections.make': write(CollectionValues, Made(CollectionId)),
  'collections.change': write(z.strictObject({ id: CollectionId, changes: CollectionValues.partial() }), Changed),
  /** Removes the collection, not its documents. */
  'collections.remove': write(z.strictObject({ id: CollectionId }), Changed),
  /** Puts documents at the end of a collection; those that are in it stay where they are. */
  'collections.put': write(z.strictObject({ id: CollectionId, selection: Selection }), Changed),
  'collections.take': write(z.strictObject({ id: CollectionId, selection: Selection }), Changed),
  /** Moves a document of a collection before another one, or to its end. */
  'collections.move': write(
    z.strictObject({ id: CollectionId, document: DocumentId, before: DocumentId.optional() }),
    Changed,
  ),

  'thesaurus.list': read(nothing, z.strictObject({ concepts: z.array(Concept) })),
  /** Makes a concept (without an id), or gives one other terms. */
  'thesaurus.set': write(z.strictObject({ id: ConceptId.optional(), terms: ConceptTerms }), Made(ConceptId)),
  /** Takes a concept out, one that the program brings too. */
  'thesaurus.remove': write(z.strictObject({ id: ConceptId }), Changed),
  /** Gives a concept that the program brings its own terms back. */
  'thesaurus.restore': write(z.strictObject({ id: ConceptId }), Changed),
} as const
