import { z } from 'zod'

const Binary = z.strictObject({ base64: z.base64() })
const Value = z.union([z.string(), z.number(), z.null(), Binary])

/** A row of the catalogue as it stands in a text: columns by name; bytes in base64. */
export const TextRow = z.record(z.string(), Value)
export type TextRow = z.infer<typeof TextRow>

/** A row as SQLite gives and takes it. */
export type CatalogueRow = Readonly<Record<string, string | number | null | Uint8Array>>

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array

/** A row as one line of JSON. */
export function rowText(row: CatalogueRow): string {
  return JSON.stringify(row, function (this: CatalogueRow, name, value: unknown) {
    // Buffers have a form of their own in JSON, which is given before this is asked.
    const own = this[name]
    return isBytes(own) ? { base64: Buffer.from(own).toString('base64') } : value
  })
}

export function rowOf(text: TextRow): CatalogueRow {
  return Object.fromEntries(
    Object.entries(text).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null ? Buffer.from(value.base64, 'base64') : value,
    ]),
  )
}
