import type { DescribedField, RuleEffect, StandingRuleValues } from '../../contract/schemas.ts'
import { documentsOfCollection, findCollectionByName } from '../collections/collections.store.ts'
import type { ReadContext } from '../context.ts'
import { type DocumentRow, evidenceOf, tagsOfDocument } from '../documents/documents.store.ts'
import { rowsOf } from '../lane/lane.store.ts'
import { selectDocuments } from '../search/select-documents.ts'
import { foldTag, isAtOrBelow } from '../tags/tags.rules.ts'

/** What a rule would do to one document, with its row. */
export interface Effect extends RuleEffect {
  readonly row: DocumentRow
}

/** Values that a rule gives; a person's own stay. */
function fieldsFor(row: DocumentRow, { fields }: StandingRuleValues): Effect['fields'] {
  const evidence = evidenceOf(row)
  return (Object.entries(fields) as [DescribedField, string | undefined][]).flatMap(([field, to]) =>
    to === undefined || to === '' || row[field] === to || evidence[field]?.source === 'person'
      ? []
      : [{ field, from: row[field], to }],
  )
}

/** Tags that a document has not, nor one below them. */
function tagsFor(context: ReadContext, row: DocumentRow, { tags }: StandingRuleValues): string[] {
  if (tags.length === 0) return []
  const held = tagsOfDocument(context.db, row.number).map(foldTag)
  return tags.filter((tag) => !held.some((own) => isAtOrBelow(own, foldTag(tag))))
}

/**
 * What a rule would change, document by document, of all that its query finds or of those among `only`. Documents that have
 * everything already are left out. `found` says how many the query finds.
 */
export function effectsOf(
  context: ReadContext,
  values: StandingRuleValues,
  only?: ReadonlySet<number>,
): { readonly found: number; readonly effects: Effect[] } {
  const selected = selectDocuments(context, { query: values.query })
  const numbers = only === undefined ? selected : selected.filter((number) => only.has(number))
  const collection = values.collection === '' ? undefined : findCollectionByName(context.db, values.collection)
  const held = new Set(collection === undefined ? [] : documentsOfCollection(context.db, collection.number))
  const effects: Effect[] = []
  for (const row of rowsOf(context.db, numbers)) {
    const tags = tagsFor(context, row, values)
    const fields = fieldsFor(row, values)
    const joins = values.collection !== '' && !held.has(row.number)
    if (tags.length === 0 && fields.length === 0 && !joins) continue
    const effect = { tags, fields, collection: joins ? values.collection : '' }
    effects.push({ ...effect, document: row.id, title: row.title, row })
  }
  return { found: numbers.length, effects }
}
