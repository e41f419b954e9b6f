import { stringify } from 'csv-stringify/sync'
import type { ImportFile } from '../../contract/schemas.ts'

const header = ['path', 'state', 'document', 'reason', 'detail'] as const

/** Files of an import as lines of CSV (RFC 4180). What a spreadsheet would take for a formula is made harmless. */
export function ledgerCsv(files: readonly ImportFile[], withHeader: boolean): string {
  const rows = files.map(({ path, state, documentId = '', reason = '', detail = '' }) => [
    path,
    state,
    documentId,
    reason,
    detail,
  ])
  return stringify(withHeader ? [[...header], ...rows] : rows, { escape_formulas: true, record_delimiter: '\r\n' })
}
