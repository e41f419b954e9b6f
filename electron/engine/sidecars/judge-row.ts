import type { KeptTable } from './catalogue-tables.rules.ts'
import type { CatalogueRow } from './row-text.ts'

type Shape = 'list' | 'object' | 'object or nothing'

/** Columns that hold JSON, and what it must be: the catalogue itself asks only that it is JSON. */
const shapes: Partial<Record<KeptTable, Readonly<Record<string, Shape>>>> = {
  agreement: { subject_keys: 'list', parties: 'list' },
  concept: { terms: 'object or nothing' },
  earlier_event: { facts: 'object', about: 'list' },
  event: { facts: 'object', changes: 'list' },
  import: { sources: 'list', tags: 'list' },
  standing_rule: { tags: 'list', fields: 'object' },
  watched_folder: { tags: 'list' },
}

function hasShape(text: CatalogueRow[string] | undefined, shape: Shape): boolean {
  if (text === null || text === undefined) return shape === 'object or nothing'
  if (typeof text !== 'string') return false
  try {
    const value: unknown = JSON.parse(text)
    return shape === 'list'
      ? Array.isArray(value)
      : typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

/** Whether a row of the archive's own records can be read by whoever asks for it. One that cannot would be in everybody's way. */
export function isReadableRow(table: KeptTable, row: CatalogueRow): boolean {
  return Object.entries(shapes[table] ?? {}).every(([column, shape]) => hasShape(row[column], shape))
}
