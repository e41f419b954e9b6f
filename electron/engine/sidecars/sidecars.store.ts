import type { ReadDb, WriteDb } from '../database/connection.ts'
import { catalogueVersion } from '../database/migrate.ts'
import { grouped } from '../database/grouped.ts'
import { statement } from '../database/statement.ts'
import { numbersOf } from '../names/mentions.store.ts'
import { type DocumentTable, type KeptTable, documentTables } from './catalogue-tables.rules.ts'
import type { CatalogueRow } from './row-text.ts'
import type { Sidecar } from './sidecar-text.ts'

/** Where the sidecar of a document lies: beside its original, in whose name its own begins. */
export interface SidecarPlace {
  readonly id: string
  readonly sha256: string
}

const rowsOf = (table: DocumentTable): string =>
  `SELECT ${table}.*, ${table}.${documentTables[table]} AS owner FROM json_each(?) AS wanted
   CROSS JOIN ${table} ON ${table}.${documentTables[table]} = wanted.value`

const byNumber = (table: string): string =>
  `SELECT * FROM ${table} WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number`

type Row = CatalogueRow & { readonly owner: number }

/** The rows to which rows of a document refer. */
function sharedRows(db: ReadDb, own: ReadonlyMap<KeptTable, readonly CatalogueRow[]>): [KeptTable, CatalogueRow[]][] {
  const numbers = (table: DocumentTable, column: string): number[] =>
    (own.get(table) ?? []).map((row) => row[column]).filter((value) => typeof value === 'number')
  const find = (table: string, wanted: readonly number[]): CatalogueRow[] =>
    wanted.length === 0 ? [] : statement<[string], CatalogueRow>(db, byNumber(table)).all(JSON.stringify(wanted))
  const mentioned = (own.get('mention_list') ?? []).flatMap(({ names }) =>
    names instanceof Uint8Array ? [...numbersOf(names)] : [],
  )
  const names = find('name', mentioned)
  const roots = names.flatMap(({ merged_into: into }) => (typeof into === 'number' ? [into] : []))
  return [
    ['import', find('import', numbers('document', 'import'))],
    ['tag', find('tag', numbers('document_tag', 'tag'))],
    ['agreement', find('agreement', numbers('agreement_link', 'agreement'))],
    ['name', roots.length === 0 ? names : find('name', [...new Set([...mentioned, ...roots])])],
  ]
}

/** What the catalogue says of documents, by their numbers, and where each one's sidecar lies. Those that are not there are left out. */
export function sidecarsOf(
  db: ReadDb,
  archive: string,
  documents: readonly number[],
): { readonly place: SidecarPlace; readonly sidecar: Sidecar }[] {
  const tables = Object.keys(documentTables) as DocumentTable[]
  const all = tables.map((table) => [table, grouped<Row>(db, rowsOf(table), documents)] as const)
  const version = catalogueVersion(db)
  return documents.flatMap((document) => {
    const own = new Map<KeptTable, readonly CatalogueRow[]>(
      all.map(([table, rows]) => [table, rows(document) as readonly CatalogueRow[]] as const),
    )
    const [id, sha256] = [own.get('document')?.[0]?.['id'], own.get('file')?.[0]?.['sha256']]
    if (typeof id !== 'string' || typeof sha256 !== 'string') return []
    const rows = new Map([...own, ...sharedRows(db, own)].filter(([, some]) => some.length > 0))
    return [{ place: { id, sha256 }, sidecar: { catalogueVersion: version, archive, rows } }]
  })
}

/** Changes of documents that are not in their sidecars yet, oldest first: which documents, and the last change among them. */
export function nextBehind(
  db: ReadDb,
  limit: number,
): { readonly documents: readonly number[]; readonly until: number } | undefined {
  const rows = statement<[number], { sequence: number; document: number }>(
    db,
    `SELECT sequence, document FROM change_feed
     WHERE sequence > (SELECT sequence FROM feed_reader WHERE name = 'sidecars') ORDER BY sequence LIMIT ?`,
  ).all(limit)
  const last = rows.at(-1)
  if (last === undefined) return undefined
  return { documents: [...new Set(rows.map(({ document }) => document))], until: last.sequence }
}

/** How many documents changed since their sidecars were written. */
export function countBehind(db: ReadDb): number {
  return (
    statement<[], number>(
      db,
      `SELECT count(DISTINCT document) FROM change_feed
       WHERE sequence > (SELECT sequence FROM feed_reader WHERE name = 'sidecars')`,
    )
      .pluck()
      .get() ?? 0
  )
}

/** Remembers that every change up to this one is in the sidecars. */
export function setReadUntil(db: WriteDb, sequence: number): void {
  statement<[number]>(db, "UPDATE feed_reader SET sequence = ? WHERE name = 'sidecars'").run(sequence)
}

/** Where the sidecar of every document lies, by the document's number. */
export function allPlaces(db: ReadDb): IterableIterator<SidecarPlace & { readonly document: number }> {
  return db
    .prepare<[], SidecarPlace & { document: number }>(
      `SELECT document.number AS document, document.id AS id,
         (SELECT sha256 FROM file WHERE file.document = document.number ORDER BY number LIMIT 1) AS sha256
       FROM document ORDER BY document.number`,
    )
    .iterate()
}
