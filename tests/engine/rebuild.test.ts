import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { restoreCatalogue } from '../../electron/engine/preservation/restore-catalogue.ts'
import { verifyPath } from '../../electron/engine/preservation/verify-path.ts'
import { archiveTables, derivedTables, documentTables } from '../../electron/engine/sidecars/catalogue-tables.rules.ts'
import { importUnclaimed } from '../../electron/engine/sidecars/import-unclaimed.ts'
import { rebuildCatalogue } from '../../electron/engine/sidecars/rebuild-catalogue.ts'
import { readSidecar, sidecarText } from '../../electron/engine/sidecars/sidecar-text.ts'
import { anArchive, reopen } from '../support/an-archive.ts'
import { keptRows, muchUsed, rebuild, recordOf, sidecarsOf } from '../support/records-in-folder.ts'
import { everythingOf, historyOf } from '../support/round-trip.ts'
import { texts, threeLanguages } from '../support/three-languages.ts'

const never = new AbortController().signal

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
    await rm(path.join(archive.folder, 'catalogue.sqlite'))
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
    for (const lost of ['archive-records.ndjson', 'catalogue.sqlite']) await rm(path.join(archive.folder, lost))
    expect(await rebuild(archive.folder)).toMatchObject({ documents: 4, unread: ['archive-records.ndjson'] })
    const again = reopen(archive.folder)
    onTestFinished(() => again.close())
    expect((await again.call('tags.list', {})).tags).toEqual(before.tags)
    expect((await again.call('history.list', { offset: 0, limit: 9 })).events).toMatchObject([{ sequence: 1 }])
  })

  it('keeps the history up to where its chain is broken', async () => {
    const archive = await threeLanguages().open()
    await archive.close()
    await rm(path.join(archive.folder, 'catalogue.sqlite'))
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
    await rm(path.join(archive.folder, 'catalogue.sqlite'))
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

  it('has every line, whatever separators a text holds', async () => {
    const archive = await threeLanguages().open()
    const [id] = [await archive.idOf('accord.txt')]
    await archive.call('documents.describe', { id, changes: { summary: 'one\u2028two\u2029three\u0085four' } })
    await archive.call('collections.make', { name: 'After', note: 'a\u2028b' })
    const before = await historyOf(archive)
    await archive.close()
    await rm(path.join(archive.folder, 'catalogue.sqlite'))
    expect(await rebuild(archive.folder)).toMatchObject({ unread: [] })
    const again = reopen(archive.folder)
    onTestFinished(() => again.close())
    expect((await historyOf(again)).slice(1)).toEqual(before)
    expect((await again.call('collections.list', {})).collections).toMatchObject([{ note: 'a\u2028b' }])
  })

  it('finishes the records of a sound catalogue before it takes its place', async () => {
    const archive = await muchUsed()
    const before = await everythingOf(archive)
    await archive.close()
    for (const where of await sidecarsOf(archive.folder)) await rm(where)
    await rm(path.join(archive.folder, 'archive-records.ndjson'))
    expect(await rebuild(archive.folder)).toMatchObject({ documents: 6, unread: [], unclaimed: [] })
    const again = reopen(archive.folder)
    onTestFinished(() => again.close())
    expect(await everythingOf(again)).toEqual(before)
  })

  it('mixes nothing of what a restored copy had forgotten with what was imported since', async () => {
    const archive = await anArchive().withFile('one.txt', 'The first text of this archive.').open()
    const { path: copy } = await archive.call('archive.backup', {})
    await archive.addFile('two.txt', 'A second text, which the copy does not know.')
    const two = await archive.idOf('two.txt')
    await archive.call('tags.assign', { selection: { ids: [two] as never }, add: ['important'], remove: [] })
    await archive.close()
    await restoreCatalogue(archive.folder, copy, new Date())
    const restored = reopen(archive.folder)
    await restored.import([path.join(archive.sources, 'two.txt')])
    const again = await restored.idOf('two.txt')
    await restored.close()
    await rm(path.join(archive.folder, 'catalogue.sqlite'))
    expect(await rebuild(archive.folder)).toMatchObject({ documents: 2, unread: [], unclaimed: [] })
    const rebuilt = reopen(archive.folder)
    onTestFinished(() => rebuilt.close())
    expect(await rebuilt.idOf('two.txt')).toBe(again)
    expect((await rebuilt.call('tags.list', {})).tags).toEqual([])
    // What the copy had forgotten lies among the copies, for people to read.
    expect((await readdir(path.join(archive.folder, 'backups'))).some((name) => name.startsWith('records-'))).toBe(true)
  })

  it('remembers the files that were duplicates, and where they lay', async () => {
    const archive = await anArchive().withFile('one.txt', 'A text that lies in two places.').open()
    await archive.addFile('copy.txt', 'A text that lies in two places.')
    await archive.close()
    const rows = keptRows(archive.folder)
    await rm(path.join(archive.folder, 'catalogue.sqlite'))
    await rebuild(archive.folder)
    expect(keptRows(archive.folder)).toEqual(rows)
    const again = reopen(archive.folder)
    onTestFinished(() => again.close())
    expect(await again.import([archive.sources])).toMatchObject({ imported: 0, duplicates: 0, unchanged: 2 })
  })

  it('opens where empty folders were left out when the archive was copied', async () => {
    const archive = await threeLanguages().open()
    await archive.close()
    await rm(path.join(archive.folder, 'originals', '.incoming'), { recursive: true })
    await rm(path.join(archive.folder, 'catalogue.sqlite'))
    await rebuild(archive.folder)
    await rm(path.join(archive.folder, 'originals', '.incoming'), { recursive: true })
    const again = reopen(archive.folder)
    onTestFinished(() => again.close())
    expect(await again.found('tourism')).toEqual(['tourism.txt'])
  })

  it('keeps from everybody what may have been restricted and has no record any more', async () => {
    const archive = await threeLanguages().open()
    const [id] = [await archive.idOf('accord.txt')]
    await archive.call('access.set', {
      ...{ selection: { ids: [id] as never }, condition: { reason: 'Secret', review: '' } },
    })
    await archive.close()
    const { where } = await recordOf(archive.folder, 'accord.txt')
    for (const lost of [where, path.join(archive.folder, 'catalogue.sqlite')]) await rm(lost)
    const rebuilt = await rebuild(archive.folder)
    const again = reopen(archive.folder)
    onTestFinished(() => again.close())
    expect(await importUnclaimed(again.archive, rebuilt)).toBe(1)
    const { documents } = await again.call('access.list', {})
    expect(documents).toMatchObject([{ reason: 'Its record was lost; access is to be decided anew.' }])
  })
})
