import type { DescribedField, Evidence } from '../../contract/schemas.ts'
import { describedFields } from '../../contract/vocabulary.ts'
import type { Change, DescribedValues } from '../preservation/changes.rules.ts'
import type { DocumentRow } from './documents.store.ts'
import { evidenceOf } from './documents.store.ts'

/** What a person wrote is beyond doubt. */
const byPerson: Evidence = { source: 'person', rule: 'described', confidence: 1 }

/** The change that gives a document a person's values; `undefined` when they are what it has, confirmed by a person already. */
export function describeByPerson(
  row: DocumentRow,
  changes: Partial<Record<DescribedField, string | undefined>>,
): Extract<Change, { type: 'document.described' }> | undefined {
  const evidence = evidenceOf(row)
  const before: DescribedValues = {}
  const after: DescribedValues = {}
  for (const field of describedFields) {
    const value = changes[field]
    if (value === undefined || (value === row[field] && evidence[field]?.source === 'person')) continue
    const known = evidence[field]
    before[field] = known === undefined ? { value: row[field] } : { value: row[field], evidence: known }
    after[field] = { value, evidence: byPerson }
  }
  return Object.keys(after).length === 0 ? undefined : { type: 'document.described', document: row.id, before, after }
}
