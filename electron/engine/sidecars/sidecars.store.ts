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

/** Of the ledger only the row that became the document: what became of others lies among the archive's own records. */
const onlyOf: Partial<Record<DocumentTable, string>> = { import_file: "AND import_file.state = 'catalogued'" }

const rowsOf = (table: DocumentTable): string =>
  `SELECT ${table}.*, ${table}.${documentTables[table]} AS owner FROM json_each(?) AS wanted
   CROSS JOIN ${table} ON ${table}.${documentTables[table]} = wanted.value ${onlyOf[table] ?? ''}
   ORDER BY owner, 1, 2, 3`

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

/** What the sidecar of a document says, and where it lies. */
export interface Written {
  readonly document: number
  readonly place: SidecarPlace
  readonly sidecar: Sidecar
}

/** What the catalogue says of documents, by their numbers, and where each one's sidecar lies. Those that are not there are left out. */
export function sidecarsOf(db: ReadDb, archive: string, documents: readonly number[]): Written[] {
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
    return [{ document, place: { id, sha256 }, sidecar: { catalogueVersion: version, archive, rows } }]
  })
}

/** Documents whose texts have no more characters together than this are read from the catalogue together. */
const charactersAtOnce = 4_000_000
const documentsAtOnce = 25

/** Documents in portions whose texts fit in memory; a document with a long text has one of its own. */
export function* inPortions(db: ReadDb, documents: readonly number[]): Generator<number[]> {
  const lengthOf = statement<[number], number | null>(
    db,
    'SELECT sum(length(text)) FROM page WHERE document = ?',
  ).pluck()
  let portion: number[] = []
  let characters = 0
  for (const document of documents) {
    const length = lengthOf.get(document) ?? 0
    if (portion.length === documentsAtOnce || (portion.length > 0 && characters + length > charactersAtOnce)) {
      yield portion
      portion = []
      characters = 0
    }
    portion.push(document)
    characters += length
  }
  if (portion.length > 0) yield portion
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

const waiting = "sequence > (SELECT sequence FROM feed_reader WHERE name = 'sidecars')"

/** How many documents changed since their sidecars were written. */
export function countBehind(db: ReadDb): number {
  return (
    statement<[], number>(db, `SELECT count(DISTINCT document) FROM change_feed WHERE ${waiting}`).pluck().get() ?? 0
  )
}

/** Whether a document changed since its sidecar was written. */
export function isBehind(db: ReadDb, document: number): boolean {
  return (
    statement<[number]>(db, `SELECT 1 FROM change_feed WHERE ${waiting} AND document = ?`).get(document) !== undefined
  )
}

/** Remembers that every change up to this one is in the sidecars. */
export function setReadUntil(db: WriteDb, sequence: number): void {
  statement<[number]>(db, "UPDATE feed_reader SET sequence = ? WHERE name = 'sidecars'").run(sequence)
}

/** Documents that have a sidecar, by number, and the ids of those that have no file and so no place for one. */
export function documentsToCheck(db: ReadDb): { readonly placed: number[]; readonly fileless: string[] } {
  const rows = db
    .prepare<[], { number: number; id: string; hasFile: 0 | 1 }>(
      `SELECT number, id, EXISTS (SELECT 1 FROM file WHERE file.document = document.number) AS hasFile
       FROM document ORDER BY number`,
    )
    .all()
  return {
    placed: rows.filter(({ hasFile }) => hasFile === 1).map(({ number }) => number),
    fileless: rows.filter(({ hasFile }) => hasFile === 0).map(({ id }) => id),
  }
}
