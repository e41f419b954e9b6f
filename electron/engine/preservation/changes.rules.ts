import { z } from 'zod'
import {
  AccessCondition,
  CollectionId,
  CollectionPlace,
  CollectionValues,
  ConceptId,
  ConceptTerms,
  DescribedField,
  DocumentId,
  Evidence,
  ImportId,
  NameId,
  NameValues,
  Page,
  RedactionId,
  RedactionValues,
  Refusal,
  SavedSearchId,
  SavedSearchValues,
  StandingRuleId,
  StandingRuleValues,
  TagPath,
  WatchedFolderId,
  WatchedFolderValues,
} from '../../contract/schemas.ts'
import { editionDecisions } from '../../contract/vocabulary.ts'

const Described = z.partialRecord(DescribedField, z.strictObject({ value: z.string(), evidence: Evidence.optional() }))

const PageText = Page.pick({ text: true, grade: true, confidence: true })

/**
 * What an act does to the catalogue, as facts that can be applied forwards and backwards. An act is a list of these: doing it
 * applies them in order, undoing it applies them in reverse, and both run through the same code.
 */
export const Change = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('document.described'), document: DocumentId, before: Described, after: Described }),
  z.strictObject({
    type: z.literal('page.read'),
    document: DocumentId,
    page: z.int().min(1),
    before: PageText,
    after: PageText,
  }),
  z.strictObject({
    type: z.literal('documents.catalogued'),
    documents: z.array(DocumentId),
    catalogued: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('document.refused'),
    document: DocumentId,
    refusal: Refusal,
    refused: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('document.access'),
    document: DocumentId,
    before: AccessCondition.nullable(),
    after: AccessCondition.nullable(),
  }),
  z.strictObject({
    type: z.literal('redaction.set'),
    redaction: RedactionId,
    before: RedactionValues.optional(),
    after: RedactionValues.optional(),
  }),
  z.strictObject({
    type: z.literal('rule.set'),
    rule: StandingRuleId,
    before: StandingRuleValues.optional(),
    after: StandingRuleValues.optional(),
  }),
  z.strictObject({ type: z.literal('documents.presence'), documents: z.array(DocumentId), present: z.boolean() }),
  z.strictObject({ type: z.literal('import.presence'), import: ImportId, present: z.boolean() }),
  z.strictObject({ type: z.literal('tag.existence'), path: TagPath, exists: z.boolean() }),
  z.strictObject({ type: z.literal('tag.renamed'), from: TagPath, to: TagPath }),
  z.strictObject({
    type: z.literal('tag.assigned'),
    path: TagPath,
    documents: z.array(DocumentId),
    assigned: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('edition.decided'),
    first: DocumentId,
    second: DocumentId,
    before: z.enum(editionDecisions).nullable(),
    after: z.enum(editionDecisions).nullable(),
  }),
  z.strictObject({
    type: z.literal('watch.set'),
    watch: WatchedFolderId,
    before: WatchedFolderValues.optional(),
    after: WatchedFolderValues.optional(),
  }),
  z.strictObject({
    type: z.literal('collection.set'),
    collection: CollectionId,
    before: CollectionValues.optional(),
    after: CollectionValues.optional(),
  }),
  /** Documents put into a collection at these places, or taken out of them. */
  z.strictObject({
    type: z.literal('collection.placed'),
    collection: CollectionId,
    places: z.array(CollectionPlace),
    placed: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('search.set'),
    search: SavedSearchId,
    before: SavedSearchValues.optional(),
    after: SavedSearchValues.optional(),
  }),
  z.strictObject({ type: z.literal('name.set'), name: NameId, before: NameValues, after: NameValues }),
  /** Whose other name a name is; `null` for one that stands for itself. */
  z.strictObject({
    type: z.literal('name.merged'),
    name: NameId,
    before: NameId.nullable(),
    after: NameId.nullable(),
  }),
  /** Terms that people gave a concept: nothing where it is as the program brings it, `null` where it was taken out. */
  z.strictObject({
    type: z.literal('concept.set'),
    concept: ConceptId,
    before: ConceptTerms.nullable().optional(),
    after: ConceptTerms.nullable().optional(),
  }),
])
export type Change = z.infer<typeof Change>
export type DescribedValues = z.infer<typeof Described>

/** What was before is after, and the other way round. */
function swapped<C extends Extract<Change, { before?: unknown; after?: unknown }>>(change: C): C {
  return { ...change, before: change.after, after: change.before }
}

/** The change that takes `change` back. Inverting twice gives the change itself. */
export function invert(change: Change): Change {
  switch (change.type) {
    case 'document.described':
    case 'page.read':
    case 'watch.set':
    case 'edition.decided':
    case 'collection.set':
    case 'search.set':
    case 'concept.set':
    case 'name.set':
    case 'name.merged':
    case 'rule.set':
    case 'document.access':
    case 'redaction.set':
      return swapped(change)
    case 'documents.catalogued':
      return { ...change, catalogued: !change.catalogued }
    case 'document.refused':
      return { ...change, refused: !change.refused }
    case 'documents.presence':
    case 'import.presence':
      return { ...change, present: !change.present }
    case 'collection.placed':
      return { ...change, placed: !change.placed }
    case 'tag.existence':
      return { ...change, exists: !change.exists }
    case 'tag.renamed':
      return { ...change, from: change.to, to: change.from }
    case 'tag.assigned':
      return { ...change, assigned: !change.assigned }
  }
}

/** The changes that take a whole act back, in the order in which they must be applied. */
export function invertAll(changes: readonly Change[]): Change[] {
  return changes.map(invert).reverse()
}
