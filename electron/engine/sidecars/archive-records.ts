import { createHash } from 'node:crypto'
import { closeSync, createReadStream, existsSync, openSync, readSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { ArchiveFolder } from '../archive-folder.ts'
import type { ReadDb } from '../database/connection.ts'
import { flush } from '../database/durable-file.ts'
import { catalogueVersion } from '../database/migrate.ts'
import { readLines } from '../read-lines.ts'
import { type KeptTable, archiveTables, isKeptTable } from './catalogue-tables.rules.ts'
import { type CatalogueRow, TextRow, rowOf, rowText } from './row-text.ts'

/** Beside the catalogue: what of it belongs to no document alone, a row on each line. */
export const archiveRecordsName = 'archive-records.ndjson'

const format = 'chancery-archive-records'
const Head = z.looseObject({
  format: z.literal(format),
  catalogueVersion: z.int().min(1),
  archive: z.looseObject({ id: z.string() }),
})
const Line = z.strictObject({ table: z.string(), row: TextRow })

/** Everything that changes the archive's own records moves one of these on. */
const stateOf = (db: ReadDb): string =>
  db
    .prepare<[], string>(
      `SELECT coalesce((SELECT max(sequence) FROM event), 0) || ' ' || coalesce((SELECT max(sequence) FROM change_feed), 0)
         || ' ' || coalesce((SELECT max(number) FROM import), 0)
         || ' ' || coalesce((SELECT hash FROM event ORDER BY sequence DESC LIMIT 1), '')`,
    )
    .pluck()
    .get() ?? ''

function headText(db: ReadDb, { card: { id, title } }: ArchiveFolder): string {
  const head = { format, catalogueVersion: catalogueVersion(db), archive: { id, title }, state: stateOf(db) }
  return `${JSON.stringify(head)}\n`
}

/** Where the archive's own records lie. */
export const recordsPlace = ({ root }: ArchiveFolder): string => path.join(root, archiveRecordsName)

/** Whether the records beside the catalogue are those of its present state. */
export function areRecordsPresent(db: ReadDb, folder: ArchiveFolder): boolean {
  const where = recordsPlace(folder)
  if (!existsSync(where)) return false
  const head = Buffer.from(headText(db, folder))
  const found = Buffer.alloc(head.length)
  const file = openSync(where, 'r')
  try {
    readSync(file, found, 0, found.length, 0)
  } finally {
    closeSync(file)
  }
  return found.equals(head)
}

/** What became of files that are documents now lies in the sidecars of these; what became of all others is kept here. */
const ofOthers = "WHERE document IS NULL OR state <> 'catalogued'"

function* linesOf(db: ReadDb, folder: ArchiveFolder): Generator<string> {
  yield headText(db, folder)
  for (const table of archiveTables) {
    const sql = `SELECT * FROM ${table} ${table === 'import_file' ? ofOthers : ''}`
    for (const row of db.prepare<[], CatalogueRow>(sql).iterate()) yield `{"table":"${table}","row":${rowText(row)}}\n`
  }
}

const pieceSize = 1 << 20

/** Writes the archive's own records beside its catalogue, unless they are there. Throws the system's error when the disk does not take them. */
export function writeArchiveRecords(db: ReadDb, folder: ArchiveFolder): void {
  if (areRecordsPresent(db, folder)) return
  const where = recordsPlace(folder)
  const hash = createHash('sha256')
  const file = openSync(`${where}.partial`, 'w')
  try {
    let piece = ''
    const write = (): void => {
      const bytes = Buffer.from(piece)
      hash.update(bytes)
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
      piece = ''
    }
    for (const line of linesOf(db, folder)) {
      piece += line
      if (piece.length >= pieceSize) write()
    }
    write()
    writeSync(file, `${JSON.stringify({ sha256: hash.digest('hex') })}\n`)
  } finally {
    closeSync(file)
  }
  flush(`${where}.partial`)
  renameSync(`${where}.partial`, where)
}

export interface ArchiveRecords {
  /** Undefined where there are none, or their first line cannot be read. */
  readonly catalogueVersion: number | undefined
  readonly rows: ReadonlyMap<KeptTable, readonly CatalogueRow[]>
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What the archive's own records hold, as far as it can be read; rows of lines that cannot be are left out. */
export async function readArchiveRecords(folder: ArchiveFolder): Promise<ArchiveRecords> {
  const rows = new Map<KeptTable, CatalogueRow[]>()
  let version: number | undefined
  if (!existsSync(recordsPlace(folder))) return { catalogueVersion: version, rows }
  for await (const text of readLines(createReadStream(recordsPlace(folder)))) {
    const value = parse(text)
    const line = Line.safeParse(value)
    if (!line.success) {
      const head = Head.safeParse(value).data
      // Those of another archive say nothing of this one.
      if (head !== undefined && head.archive.id !== folder.card.id) break
      version ??= head?.catalogueVersion
    } else if (isKeptTable(line.data.table)) {
      const known = rows.get(line.data.table)
      if (known === undefined) rows.set(line.data.table, [rowOf(line.data.row)])
      else known.push(rowOf(line.data.row))
    }
  }
  return { catalogueVersion: version, rows }
}

/** Whether the archive's own records are as they were written, to the last bit; undefined where there are none. */
export async function checkArchiveRecords(folder: ArchiveFolder, signal: AbortSignal): Promise<boolean | undefined> {
  if (!existsSync(recordsPlace(folder))) return undefined
  const hash = createHash('sha256')
  let tail = Buffer.alloc(0)
  // The last line is as long as a digest and its frame: it is kept back, and everything before it is hashed.
  const lastLength = JSON.stringify({ sha256: '0'.repeat(64) }).length + 1
  for await (const chunk of createReadStream(recordsPlace(folder), {
    highWaterMark: pieceSize,
  }) as AsyncIterable<Buffer>) {
    signal.throwIfAborted()
    const all = Buffer.concat([tail, chunk])
    const end = Math.max(0, all.length - lastLength)
    hash.update(all.subarray(0, end))
    tail = all.subarray(end)
  }
  return tail.toString('latin1') === `${JSON.stringify({ sha256: hash.digest('hex') })}\n`
}
