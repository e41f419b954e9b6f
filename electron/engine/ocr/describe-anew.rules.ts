import type { Evidence } from '../../contract/schemas.ts'
import { describedFields } from '../../contract/vocabulary.ts'
import { describeDocument } from '../cataloguing/describe.ts'
import { evidenceOf, type DocumentRow } from '../documents/documents.store.ts'
import { analyseText, mainLanguage } from '../language/analyse.ts'
import type { Change, DescribedValues } from '../preservation/changes.rules.ts'

/** Whether a value rests on more than the name of a file: a person wrote it, or the file has it in a field of its own. */
const isFirm = (evidence: Evidence | undefined): boolean =>
  evidence?.source === 'person' || (evidence?.source === 'file' && evidence.rule !== 'file-name')

/**
 * The change that describes a document from its text, for a document that had none when it came. Values that a person wrote or that
 * the file states of itself stay; `undefined` where nothing is to be changed.
 */
export function describeAnew(
  row: DocumentRow,
  fileName: string,
  pages: readonly { readonly text: string }[],
): Extract<Change, { type: 'document.described' }> | undefined {
  const known = evidenceOf(row)
  const language = mainLanguage(analyseText(pages.map((page) => page.text).join('\n\n')))
  const ofFile = isFirm(known.title) ? { title: row.title } : {}
  const described = describeDocument({ fileName, pages, language, ofFile })
  const before: DescribedValues = {}
  const after: DescribedValues = {}
  for (const field of describedFields) {
    const [value, evidence, old] = [described[field], described.evidence[field], known[field]]
    if (isFirm(old) || value === '' || value === row[field]) continue
    before[field] = old === undefined ? { value: row[field] } : { value: row[field], evidence: old }
    after[field] = evidence === undefined ? { value } : { value, evidence }
  }
  return Object.keys(after).length === 0 ? undefined : { type: 'document.described', document: row.id, before, after }
}
