import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { DocumentId } from '../../electron/contract/schemas.ts'
import { verifyPath } from '../../electron/engine/preservation/verify-path.ts'
import { archiveTables, derivedTables, documentTables } from '../../electron/engine/sidecars/catalogue-tables.rules.ts'
import { rebuildCatalogue } from '../../electron/engine/sidecars/rebuild-catalogue.ts'
import { type CatalogueRow, rowOf, rowText } from '../../electron/engine/sidecars/row-text.ts'
import { isSoundSidecar, readSidecar, sidecarText } from '../../electron/engine/sidecars/sidecar-text.ts'
import { filesBelow } from '../support/a-folder.ts'
import { type TestArchive, anArchive, reopen } from '../support/an-archive.ts'
import { makeZip } from '../support/makers/zip-maker.ts'
import { everythingOf, historyOf } from '../support/round-trip.ts'
import { texts, threeLanguages } from '../support/three-languages.ts'

const never = new AbortController().signal
const rebuild = (folder: string) => rebuildCatalogue(folder, new Date(), never)

async function sidecarsOf(folder: string): Promise<string[]> {
  const files = await filesBelow(path.join(folder, 'originals'))
  return files.filter((name) => name.endsWith('.json')).map((name) => path.join(folder, 'originals', name))
}

/** The record of the document that a file became, as anybody reads it. */
async function recordOf(folder: string, file: string) {
  for (const where of await sidecarsOf(folder)) {
    const { record } = JSON.parse(await readFile(where, 'utf8')) as {
      record: Record<string, Record<string, unknown>[]>
    }
    if (record['file']?.[0]?.['name'] === file) return { where, record }
  }
  throw new Error(`There is no record of ${file}.`)
}

/** Every row of every table that is kept, as text and in one order. */
function keptRows(folder: string): Record<string, string[]> {
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
async function muchUsed(): Promise<TestArchive> {
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

describe('the record beside an original', () => {
  it('tells what the catalogue says of its document, so that people can read it', async () => {
    const archive = await threeLanguages().open()
    await archive.close()
    const { record } = await recordOf(archive.folder, 'itifaq.txt')
    expect(record['document']).toMatchObject([{ language: 'ar', issued: '2025-06-17' }])
    expect(record['page']?.[0]?.['text']).toBe(texts['itifaq.txt'])
    expect(record['tag']?.map((tag) => tag['path'])).toEqual(['cooperation/military'])
    expect(await sidecarsOf(archive.folder)).toHaveLength(4)
  })

  it('follows what people do, and is written when the archive is closed at the latest', async () => {
    const archive = await threeLanguages().open()
    await archive.call('documents.describe', { id: await archive.idOf('accord.txt'), changes: { title: 'Autrement' } })
    await archive.close()
    const { record } = await recordOf(archive.folder, 'accord.txt')
    expect(record['document']).toMatchObject([{ title: 'Autrement' }])
    expect(await verifyPath(archive.folder, never)).toMatchObject({ valid: true, warnings: [] })
  })

  it('is given to every document of an archive that an older program made', async () => {
    const archive = await threeLanguages().open()
    await archive.close()
    const db = new Database(path.join(archive.folder, 'catalogue.sqlite'))
    db.exec('DROP TABLE feed_reader; DROP TABLE fixity_check; DELETE FROM change_feed; PRAGMA user_version = 8')
    db.close()
    for (const where of await sidecarsOf(archive.folder)) await rm(where)
    const report = await verifyPath(archive.folder, never)
    expect(report.warnings.map(({ code }) => code)).toEqual([])
    const opened = reopen(archive.folder)
    await opened.close()
    expect(await sidecarsOf(archive.folder)).toHaveLength(4)
    expect(await verifyPath(archive.folder, never)).toMatchObject({ valid: true, warnings: [] })
  })

  it('comes out of its text as it went in, and not at all when a bit was changed', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.uint8Array())
    const row = fc.dictionary(fc.string({ minLength: 1 }), value)
    fc.assert(
      fc.property(fc.array(row, { maxLength: 3 }), fc.nat(), (page, at) => {
        const sidecar = { catalogueVersion: 9, archive: 'x', rows: new Map([['page', page] as const]) }
        const bytes = Buffer.from(sidecarText(sidecar))
        expect(readSidecar(bytes)?.rows.get('page')?.map(rowText)).toEqual(page.map(rowText))
        const place = at % bytes.length
        bytes[place] = (bytes[place] ?? 0) ^ (1 << (at % 8))
        expect(isSoundSidecar(bytes)).toBe(false)
        expect(readSidecar(bytes)).toBeUndefined()
      }),
    )
  })

  it.each(['', '{}', '{"sha256":"","record":{}}\n', 'null', '\u0000', '[]'])('is not %j', (text) => {
    expect(readSidecar(Buffer.from(text))).toBeUndefined()
  })

  it('keeps bytes of the catalogue as bytes', () => {
    const row = { number: 1, names: new Uint8Array([0, 255, 7]) }
    expect(rowOf(JSON.parse(rowText(row)) as Parameters<typeof rowOf>[0])['names']).toEqual(Buffer.from(row.names))
  })
})

describe('a catalogue that is made again', () => {
  it('has every table of the catalogue in one place', async () => {
    const archive = await anArchive().open()
    const db = new Database(path.join(archive.folder, 'catalogue.sqlite'), { readonly: true })
    onTestFinished(() => void db.close())
    const tables = db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all()
    const placed = new Set<string>([...Object.keys(documentTables), ...archiveTables, ...derivedTables])
    expect(tables.filter((name) => !placed.has(name))).toEqual([])
    expect([...placed].filter((name) => !tables.includes(name))).toEqual([])
    expect(derivedTables.filter((name) => name in documentTables)).toEqual([])
  })

  it('is the one that was lost: every record, every decision, the whole history', async () => {
    const archive = await muchUsed()
    const before = [await everythingOf(archive), await historyOf(archive)]
    await archive.close()
    const rows = keptRows(archive.folder)
    await rm(path.join(archive.folder, 'catalogue.sqlite'))
    expect(() => reopen(archive.folder)).toThrow(expect.objectContaining({ code: 'archive-damaged' }) as Error)
    expect(await rebuild(archive.folder)).toMatchObject({ documents: 6, unread: [], unclaimed: [] })
    expect(keptRows(archive.folder)).toEqual(rows)
    expect(await verifyPath(archive.folder, never)).toMatchObject({ valid: true, warnings: [] })
    const again = reopen(archive.folder)
    onTestFinished(() => again.close())
    const [own, ...history] = await historyOf(again)
    expect(own).toMatchObject({ act: 'archive.rebuild' })
    expect([await everythingOf(again), history]).toEqual(before)
  })

  it('lets acts be taken back that were done before', async () => {
    const archive = await muchUsed()
    await archive.close()
    await writeFile(path.join(archive.folder, 'catalogue.sqlite'), 'not a database any more')
    await rebuild(archive.folder)
    const again = reopen(archive.folder)
    onTestFinished(() => again.close())
    const { events } = await again.call('history.list', { offset: 0, limit: 100 })
    const removal = events.find(({ act }) => act === 'documents.remove')
    await again.call('history.undo', { event: removal?.id })
    expect(await again.found('"words of its own"')).toEqual(['gone.txt'])
  })

  it('takes the place of a sound one as well, which is kept', async () => {
    const archive = await threeLanguages().open()
    await archive.close()
    const { replaced } = await rebuild(archive.folder)
    expect(await readdir(path.join(archive.folder, 'backups'))).toContain(path.basename(replaced ?? ''))
  })

  it('does without a record that was changed, and names its original', async () => {
    const archive = await threeLanguages().open()
    await archive.close()
    const { where } = await recordOf(archive.folder, 'tourism.txt')
    const bytes = await readFile(where)
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
    await writeFile(where, bytes)
    const { documents, unread, unclaimed } = await rebuild(archive.folder)
    expect(documents).toBe(3)
    expect(unread).toEqual([path.relative(archive.folder, where)])
    expect(await readFile(unclaimed[0] ?? '', 'utf8')).toBe(texts['tourism.txt'])
    const again = reopen(archive.folder)
    onTestFinished(() => again.close())
    await again.import(unclaimed)
    expect(await again.found('aviation')).toHaveLength(1)
  })

  it('has the documents with their tags and agreements where the records of the archive are lost', async () => {
    const archive = await threeLanguages().open()
    const before = await archive.call('tags.list', {})
    await archive.close()
    await rm(path.join(archive.folder, 'archive-records.ndjson'))
    expect(await rebuild(archive.folder)).toMatchObject({ documents: 4, unread: ['archive-records.ndjson'] })
    const again = reopen(archive.folder)
    onTestFinished(() => again.close())
    expect((await again.call('tags.list', {})).tags).toEqual(before.tags)
    expect((await again.call('history.list', { offset: 0, limit: 9 })).events).toMatchObject([{ sequence: 1 }])
  })

  it('keeps the history up to where its chain is broken', async () => {
    const archive = await threeLanguages().open()
    await archive.close()
    const records = path.join(archive.folder, 'archive-records.ndjson')
    const lines = (await readFile(records, 'utf8')).split('\n')
    const at = lines.findIndex((line) => line.includes('"sequence":3,'))
    lines[at] = (lines[at] ?? '').replace('tags.assign', 'tags.assigns')
    await writeFile(records, lines.join('\n'))
    await rebuild(archive.folder)
    const report = await verifyPath(archive.folder, never)
    expect(report).toMatchObject({ valid: true, eventsChecked: 3 })
  })

  it('takes in nothing of another archive, no table and no column that it does not know', async () => {
    const archive = await threeLanguages().open()
    await archive.close()
    const { where } = await recordOf(archive.folder, 'accord.txt')
    const sidecar = readSidecar(await readFile(where))
    if (sidecar === undefined) throw new Error('The record cannot be read.')
    const tag = { number: 77, path: 'new', folded: 'new', 'x") VALUES (1); DROP TABLE tag; --': 'y' }
    const rows = new Map([...sidecar.rows, ['tag', [tag]] as const, ['sqlite_master' as 'tag', [tag]] as const])
    await writeFile(where, sidecarText({ ...sidecar, rows }))
    await writeFile(
      where.replace(/\.[^.]+\.json$/, '.01ARZ3NDEKTSV4RRFFQ69G5FAV.json'),
      sidecarText({ ...sidecar, archive: 'z' }),
    )
    const { documents, unread } = await rebuild(archive.folder)
    expect([documents, unread.length]).toEqual([4, 1])
    const again = reopen(archive.folder)
    onTestFinished(() => again.close())
    expect((await again.call('tags.list', {})).tags.map((each) => each.path)).toContain('new')
  })

  it('waits until no other program has the archive open, and then changes nothing', async () => {
    const archive = await threeLanguages().open()
    await expect(rebuild(archive.folder)).rejects.toMatchObject({ code: 'archive-in-use' })
    expect(await archive.found('tourism')).toEqual(['tourism.txt'])
  })

  it('leaves everything as it was when it is stopped', async () => {
    const archive = await threeLanguages().open()
    await archive.close()
    const stop = new AbortController()
    stop.abort(new Error('stopped'))
    await expect(rebuildCatalogue(archive.folder, new Date(), stop.signal)).rejects.toThrow('stopped')
    expect(await verifyPath(archive.folder, never)).toMatchObject({ valid: true, warnings: [] })
  })
})
