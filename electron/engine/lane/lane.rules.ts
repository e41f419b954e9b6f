import type { DescribedField, Evidence, ProposalCount } from '../../contract/schemas.ts'
import { describedFields } from '../../contract/vocabulary.ts'
import type { Change, DescribedValues } from '../preservation/changes.rules.ts'
import type { DocumentRow } from '../documents/documents.store.ts'
import { evidenceOf } from '../documents/documents.store.ts'

/** A proposal of a rule or a file that a person took for good keeps the words that it came from. */
const confirmed = (evidence: Evidence): Evidence => ({ ...evidence, source: 'person', confidence: 1 })

/** The proposals that a document has: values that no person gave or confirmed. */
export function proposalsOf(row: DocumentRow): { readonly field: DescribedField; readonly evidence: Evidence }[] {
  const evidence = evidenceOf(row)
  return describedFields.flatMap((field) => {
    const known = evidence[field]
    return known === undefined || known.source === 'person' ? [] : [{ field, evidence: known }]
  })
}

/** The change that makes a person's word of every proposal that is not among these fields; `undefined` where there is none. */
export function confirmOthers(
  row: DocumentRow,
  except: readonly DescribedField[] = [],
): Extract<Change, { type: 'document.described' }> | undefined {
  const before: DescribedValues = {}
  const after: DescribedValues = {}
  for (const { field, evidence } of proposalsOf(row)) {
    if (except.includes(field)) continue
    before[field] = { value: row[field], evidence }
    after[field] = { value: row[field], evidence: confirmed(evidence) }
  }
  return Object.keys(after).length === 0 ? undefined : { type: 'document.described', document: row.id, before, after }
}

export interface Acceptable {
  readonly confidence: number
  readonly except: readonly string[]
}

/** Whether all proposals of a document are sure enough, and none is of a rule that a person wants to see. */
export function isAcceptable(row: DocumentRow, { confidence, except }: Acceptable): boolean {
  return proposalsOf(row).every(({ evidence }) => evidence.confidence >= confidence && !except.includes(evidence.rule))
}

/** What each rule proposes for these documents, most documents first. */
export function countProposals(rows: Iterable<DocumentRow>): ProposalCount[] {
  const counts = new Map<string, ProposalCount>()
  for (const row of rows)
    for (const { field, evidence } of proposalsOf(row)) {
      const key = `${field} ${evidence.rule}`
      const known = counts.get(key)
      const confidence = Math.min(known?.confidence ?? 1, evidence.confidence)
      counts.set(key, { field, rule: evidence.rule, documents: (known?.documents ?? 0) + 1, confidence })
    }
  return [...counts.values()].sort((a, b) => b.documents - a.documents || (a.rule < b.rule ? -1 : 1))
}
