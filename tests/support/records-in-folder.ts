import { readFile } from 'node:fs/promises'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { DocumentId } from '../../electron/contract/schemas.ts'
import { archiveTables, documentTables } from '../../electron/engine/sidecars/catalogue-tables.rules.ts'
import { rebuildCatalogue } from '../../electron/engine/sidecars/rebuild-catalogue.ts'
import { type CatalogueRow, rowText } from '../../electron/engine/sidecars/row-text.ts'
import { filesBelow } from './a-folder.ts'
import type { TestArchive } from './an-archive.ts'
import { makeZip } from './makers/zip-maker.ts'
import { threeLanguages } from './three-languages.ts'

/** Makes the catalogue of an archive again. */
export const rebuild = (folder: string) => rebuildCatalogue(folder, new Date(), new AbortController().signal)

/** Where the records of documents lie in an archive's folder. */
export async function sidecarsOf(folder: string): Promise<string[]> {
  const files = await filesBelow(path.join(folder, 'originals'))
  return files.filter((name) => name.endsWith('.json')).map((name) => path.join(folder, 'originals', name))
}

/** The record of the document that a file became, as anybody reads it. */
export async function recordOf(folder: string, file: string) {
  for (const where of await sidecarsOf(folder)) {
    const { record } = JSON.parse(await readFile(where, 'utf8')) as {
      record: Record<string, Record<string, unknown>[]>
    }
    if (record['file']?.[0]?.['name'] === file) return { where, record }
  }
  throw new Error(`There is no record of ${file}.`)
}

/** Every row of every table that is kept, as text and in one order. */
export function keptRows(folder: string): Record<string, string[]> {
  const db = new Database(path.join(folder, 'catalogue.sqlite'), { readonly: true })
  try {
    const tables = [...new Set([...Object.keys(documentTables), ...archiveTables])]
    const rows = (table: string): string[] =>
      db
        .prepare<[], CatalogueRow>(`SELECT * FROM ${table}`)
        .all()
        .filter((row) => row['act'] !== 'archive.rebuild')
        .map(rowText)
        .sort()
    return Object.fromEntries(tables.map((table) => [table, rows(table)]))
  } finally {
    db.close()
  }
}

/** An archive in which people have done everything that an archive keeps. */
export async function muchUsed(): Promise<TestArchive> {
  const archive = await threeLanguages()
    .withFile('box.zip', await makeZip({ 'inside.txt': 'Minutes of a meeting that nobody attended.' }))
    .withFile('gone.txt', 'A text that somebody removed, with words of its own.')
    .open()
  const [communique, accord, gone] = await Promise.all(
    ['communique.txt', 'accord.txt', 'gone.txt'].map((name) => archive.idOf(name) as Promise<DocumentId>),
  )
  const ids = [communique ?? ('' as DocumentId)]
  await archive.call('documents.describe', { id: ids[0] ?? '', changes: { title: 'By hand', place: 'Rabat' } })
  await archive.call('documents.remove', { selection: { ids: [gone ?? ''] }, reason: 'Twice here' })
  await archive.call('editions.decide', { first: ids[0] ?? '', second: accord ?? '', relation: 'translation' })
  await archive.call('collections.make', { name: 'For the minister', note: '' })
  const { collections } = await archive.call('collections.list', {})
  await archive.call('collections.put', { id: collections[0]?.id ?? '', selection: { ids } })
  await archive.call('access.set', { selection: { ids }, condition: { reason: 'Secret', review: '2030' } })
  await archive.call('redactions.add', { words: 'Karuretwa', reason: 'A name' })
  await archive.call('searches.save', { name: 'Talks', text: 'tourism', sort: 'relevance', pinned: false })
  await archive.call('tags.assign', { selection: { ids }, add: ['one', 'two'], remove: [] })
  await archive.call('history.undo', {})
  return archive
}
