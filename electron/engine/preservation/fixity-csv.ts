import { stringify } from 'csv-stringify/sync'
import type { ReportedOriginal } from './fixity.store.ts'

const header = ['sha256', 'name', 'document', 'bytes', 'imported', 'checked', 'outcome'] as const

const moment = (at: number | null): string => (at === null ? '' : new Date(at).toISOString())

/** Originals with what their last check found, as lines of CSV (RFC 4180). What a spreadsheet would take for a formula is made harmless. */
export function fixityCsv(originals: readonly ReportedOriginal[], withHeader: boolean): string {
  const rows = originals.map(({ sha256, name, document, bytes, importedAt, checkedAt, outcome }) => [
    ...[sha256, name, document, String(bytes), moment(importedAt), moment(checkedAt)],
    outcome ?? '',
  ])
  return stringify(withHeader ? [[...header], ...rows] : rows, { escape_formulas: true, record_delimiter: '\r\n' })
}
