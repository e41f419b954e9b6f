import { hash } from 'node:crypto'
import { z } from 'zod'
import { isInSidecar, isKeptTable, isOfDocument, type KeptTable } from './catalogue-tables.rules.ts'
import { type CatalogueRow, TextRow, rowOf, rowText } from './row-text.ts'

/** Everything that the catalogue says of one document: rows by their tables. */
export interface Sidecar {
  readonly catalogueVersion: number
  readonly archive: string
  readonly rows: ReadonlyMap<KeptTable, readonly CatalogueRow[]>
}

const format = 'chancery-sidecar'
const Record = z.looseObject({
  format: z.literal(format),
  catalogueVersion: z.int().min(1),
  archive: z.string().max(100),
})
const Rows = z.array(TextRow)

/**
 * The text of a sidecar: JSON with a row on each line, so that people can read it, too, and the SHA-256 of the record before it, by
 * which one changed bit is found where nothing else is left.
 */
export function sidecarText({ catalogueVersion, archive, rows }: Sidecar): string {
  const head = `{"format":"${format}","catalogueVersion":${catalogueVersion},"archive":${JSON.stringify(archive)}`
  const tables = [...rows].map(([table, own]) => `,\n"${table}":[\n${own.map(rowText).join(',\n')}\n]`)
  const record = `${head}${tables.join('')}\n}`
  return `{"sha256":"${hash('sha256', record)}","record":${record}}\n`
}

const frame = /^\{"sha256":"(?<digest>[0-9a-f]{64})","record":(?<record>\{.*\})\}\n$/s

/** The record's text, where the SHA-256 before it is its own; undefined for everything else. */
function soundRecord(bytes: Buffer): string | undefined {
  const text = bytes.toString('utf8')
  const { digest, record = '' } = frame.exec(text)?.groups ?? {}
  // Bytes that are no UTF-8 look like others once they are read.
  return digest === hash('sha256', record) && Buffer.from(text).equals(bytes) ? record : undefined
}

/** Whether these are the bytes of a sidecar as it was written, to the last bit. */
export const isSoundSidecar = (bytes: Buffer): boolean => soundRecord(bytes) !== undefined

/** A sidecar out of its bytes; undefined where they are not as they were written, or not a sidecar. */
export function readSidecar(bytes: Buffer): Sidecar | undefined {
  const record = soundRecord(bytes)
  if (record === undefined) return undefined
  try {
    const { catalogueVersion, archive, ...tables } = Record.parse(JSON.parse(record))
    const rows = Object.entries(tables).flatMap(([table, own]) =>
      isKeptTable(table) && isInSidecar(table) ? [[table, Rows.parse(own).map(rowOf)] as const] : [],
    )
    return { catalogueVersion, archive, rows: new Map(rows) }
  } catch {
    return undefined
  }
}

/** What a sidecar tells of its document itself. What that refers to may have changed since it was written, and has records of its own. */
export const ownText = ({ archive, rows }: Sidecar): string =>
  JSON.stringify([
    archive,
    ...[...rows].filter(([table]) => isOfDocument(table)).map(([table, own]) => [table, own.map(rowText)]),
  ])
