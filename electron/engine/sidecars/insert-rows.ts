import type { WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import { type KeptTable, archiveTables, documentTables } from './catalogue-tables.rules.ts'
import type { CatalogueRow } from './row-text.ts'

interface Reference {
  readonly table: string
  readonly from: string
  readonly to: string | null
  readonly on_delete: string
}

/** Puts rows into tables of a catalogue that is being made again. Columns that its version does not have are passed over. */
export class RowInserter {
  readonly #db: WriteDb
  readonly #columns = new Map<KeptTable, readonly string[]>()

  constructor(db: WriteDb) {
    this.#db = db
  }

  #columnsOf(table: KeptTable): readonly string[] {
    const known = this.#columns.get(table)
    if (known !== undefined) return known
    const columns = (this.#db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
    this.#columns.set(table, columns)
    return columns
  }

  /** A row that is there already stays as it is; answers whether this one is new. Throws when a value is not of its column's type. */
  insert(table: KeptTable, row: CatalogueRow): boolean {
    const columns = this.#columnsOf(table).filter((name) => row[name] !== undefined)
    const names = columns.map((name) => `"${name}"`).join(', ')
    const places = columns.map(() => '?').join(', ')
    const sql = `INSERT OR IGNORE INTO ${table} (${names}) VALUES (${places})`
    const values = columns.map((name) => row[name] ?? null)
    return statement<(string | number | null | Uint8Array)[]>(this.#db, sql).run(...values).changes > 0
  }

  /** After a step of the catalogue's shape: tables may have other columns. */
  forget(): void {
    this.#columns.clear()
  }
}

/** Takes out what refers to something that was lost, until everything that is left refers to something that is there. */
export function dropDangling(db: WriteDb): void {
  const tables = [...new Set<string>([...Object.keys(documentTables), ...archiveTables])]
  for (let changed = true; changed;) {
    changed = false
    for (const table of tables)
      for (const { table: parent, from, to, on_delete: rule } of db.pragma(
        `foreign_key_list(${table})`,
      ) as Reference[]) {
        const lost = `"${from}" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${parent} AS parent WHERE parent."${to ?? 'number'}" = ${table}."${from}")`
        const sql =
          rule === 'SET NULL' || (rule === 'RESTRICT' && table === 'name')
            ? `UPDATE ${table} SET "${from}" = NULL WHERE ${lost}`
            : `DELETE FROM ${table} WHERE ${lost}`
        if (db.prepare(sql).run().changes > 0) changed = true
      }
  }
}
