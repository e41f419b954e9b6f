import { chmod, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { originalPath } from '../../electron/engine/archive-folder.ts'
import { FixityRounds } from '../../electron/engine/preservation/fixity-rounds.ts'
import type { WriteContext } from '../../electron/engine/context.ts'
import { openForWriting } from '../../electron/engine/database/connection.ts'
import { verifyPath } from '../../electron/engine/preservation/verify-path.ts'
import { createDirectReader } from '../../electron/workers/direct-reader.ts'
import { aShelf } from '../support/a-shelf.ts'
import { type TestArchive, anArchive, reopen } from '../support/an-archive.ts'
import { texts, threeLanguages } from '../support/three-languages.ts'

const day = 24 * 60 * 60 * 1000

/** Rounds over an archive as they would be at a moment, with a connection of their own. */
function roundsAt(archive: TestArchive, now: number, isBusy = false): FixityRounds {
  const db = openForWriting(path.join(archive.folder, 'catalogue.sqlite'))
  onTestFinished(() => void db.close())
  const ports = { now: () => now, reader: createDirectReader() }
  const context = { db, folder: archive.archive.folder, ports, imports: { isBusy }, emit: () => undefined }
  return new FixityRounds(context as unknown as WriteContext)
}

async function originalOf(archive: TestArchive, name: string): Promise<string> {
  const { file } = await archive.call('documents.get', { id: await archive.idOf(name) })
  return originalPath(archive.archive.folder, file.sha256, 'txt')
}

describe('originals', () => {
  it('are good for thirty days from their import, and then checked by and by', async () => {
    const archive = await threeLanguages().open()
    expect(await archive.call('archive.fixity', {})).toMatchObject({ originals: 4, due: 0, unsound: 0 })
    expect(await roundsAt(archive, Date.now() + 29 * day).run()).toBe(0)
    const later = Date.now() + 31 * day
    expect(await roundsAt(archive, later).run()).toBe(4)
    expect(await roundsAt(archive, later).run()).toBe(0)
    expect(await archive.call('archive.fixity', {})).toMatchObject({ due: 0, oldest: later })
    const { events } = await archive.call('history.list', { offset: 0, limit: 1 })
    expect(events).toMatchObject([{ act: 'archive.verify', facts: { checked: 4, unsound: 0 }, undoable: false }])
  })

  it('wait for their check while an import is at work', async () => {
    const archive = await threeLanguages().open()
    expect(await roundsAt(archive, Date.now() + 31 * day, true).run()).toBe(0)
  })

  it('that were changed or lost are told of, also in the report', async () => {
    const archive = await threeLanguages().open()
    const changed = await originalOf(archive, 'accord.txt')
    await chmod(changed, 0o644)
    await writeFile(changed, `${texts['accord.txt']}!`)
    await rm(await originalOf(archive, 'tourism.txt'))
    expect(await roundsAt(archive, Date.now() + 31 * day).run()).toBe(4)
    const { unsound, examples } = await archive.call('archive.fixity', {})
    expect([unsound, examples.map(({ name, outcome }) => `${name} ${outcome}`).sort()]).toEqual([
      2,
      ['accord.txt changed', 'tourism.txt missing'],
    ])
    const { total, csv } = await archive.call('archive.fixityReport', { offset: 0, limit: 10 })
    expect([total, csv.split('\r\n').length]).toEqual([4, 6])
    expect(csv).toMatch(/^sha256,name,document,bytes,imported,checked,outcome\r\n/)
    expect(csv).toMatch(/,tourism\.txt,.*,missing\r\n/)
  })

  it('that somebody checks on demand are told of in the history', async () => {
    const archive = await threeLanguages().open()
    expect(await archive.call('archive.verify', {})).toMatchObject({ valid: true })
    const { events } = await archive.call('history.list', { offset: 0, limit: 1 })
    expect(events).toMatchObject([{ act: 'archive.verify', facts: { checked: 4, unsound: 0 } }])
  })
})

describe('an archive of an older program', () => {
  it('says what is known of its originals while it is only looked at', async () => {
    const archive = await threeLanguages().open()
    await archive.close()
    const db = new Database(path.join(archive.folder, 'catalogue.sqlite'))
    db.exec('DROP TABLE feed_reader; DROP TABLE fixity_check; PRAGMA user_version = 8')
    db.close()
    const looked = reopen(archive.folder, { readOnly: true })
    onTestFinished(() => looked.close())
    expect(await looked.call('archive.fixity', {})).toMatchObject({ originals: 4, due: 4, unsound: 0 })
    expect((await looked.call('archive.fixityReport', { offset: 1, limit: 2 })).csv.split('\r\n')).toHaveLength(3)
    expect(await looked.call('archive.verify', {})).toMatchObject({ valid: true })
  })
})

describe('a report', () => {
  it('that cannot be written is a failure of that, and not of the archive', async () => {
    const archive = await threeLanguages().open()
    await archive.close()
    const fail = (): void => {
      throw new Error('no place')
    }
    await expect(verifyPath(archive.folder, new AbortController().signal, fail)).rejects.toThrow('no place')
  })

  it('names a document that has no file, and goes on', async () => {
    const archive = await threeLanguages().open()
    await archive.close()
    const db = new Database(path.join(archive.folder, 'catalogue.sqlite'))
    db.exec('DELETE FROM file WHERE number = 1')
    db.close()
    const { problems, filesChecked } = await verifyPath(archive.folder, new AbortController().signal)
    expect(filesChecked).toBe(3)
    expect(problems.map(({ code }) => code)).toContain('document-without-file')
  })
})

describe('documents that were removed', () => {
  it('are listed with their reason, the last one first, and come back as they were', async () => {
    const archive = await threeLanguages().open()
    const [accord, tourism] = [await archive.idOf('accord.txt'), await archive.idOf('tourism.txt')]
    const before = await archive.call('documents.get', { id: accord })
    await archive.call('documents.remove', { selection: { ids: [tourism] as never }, reason: 'Not ours' })
    await archive.call('documents.remove', { selection: { ids: [accord] as never }, reason: 'Twice' })
    const { total, documents } = await archive.call('documents.removed', { offset: 0, limit: 10 })
    expect([total, documents.map(({ name, reason }) => `${name}: ${reason}`)]).toEqual([
      2,
      ['accord.txt: Twice', 'tourism.txt: Not ours'],
    ])
    expect((await archive.call('documents.removed', { offset: 1, limit: 1 })).documents).toMatchObject([
      { id: tourism },
    ])
    expect((await archive.call('documents.takeBack', { ids: [accord, accord] })).changed).toBe(1)
    expect(await archive.call('documents.get', { id: accord })).toEqual(before)
    expect(await archive.found('coopération lang:fr')).toEqual(['accord.txt'])
    await archive.call('history.undo', {})
    expect(await archive.found('coopération lang:fr')).toEqual([])
  })

  it('do not come back over the same file that was imported since', async () => {
    const archive = await anArchive().withFile('a.txt', 'One text that is here twice.').open()
    const id = await archive.idOf('a.txt')
    await archive.call('documents.remove', { selection: { ids: [id] as never }, reason: '' })
    await archive.import([archive.sources])
    await expect(archive.call('documents.takeBack', { ids: [id] })).rejects.toMatchObject({ code: 'undo-conflict' })
    expect((await archive.call('documents.takeBack', { ids: ['01ARZ3NDEKTSV4RRFFQ69G5FAV'] })).changed).toBe(0)
  })
})

describe('a damaged archive on the shelf', () => {
  async function damaged() {
    const shelf = await aShelf()
    const { path: root } = await shelf.value<{ path: string }>('archives.create', { title: 'Damaged' })
    await shelf.value('collections.make', { name: 'Kept', note: '' })
    const { path: copy } = await shelf.value<{ path: string }>('archive.backup', {})
    const { known } = await shelf.value<{ known: { key: string }[] }>('archives.list', {})
    await shelf.value('archives.close', {})
    await writeFile(path.join(root, 'catalogue.sqlite'), 'no catalogue any more')
    const key = known[0]?.key ?? ''
    expect(await shelf.reply('archives.open', { key })).toMatchObject({ ok: false, error: { code: 'archive-damaged' } })
    return { ...shelf, key, copy: path.basename(copy), root }
  }
  const collections = { collections: [{ name: 'Kept' }] }

  it('says what there is to mend it with, and opens with its catalogue made again', async () => {
    const { value, key, copy } = await damaged()
    expect(await value('archives.copies', { key })).toMatchObject({ copies: [{ name: copy }], hasRecords: true })
    expect(await value('archives.rebuild', { key })).toMatchObject({ summary: { title: 'Damaged' }, unread: 0 })
    expect(await value('collections.list', {})).toMatchObject(collections)
  })

  it('opens with a copy in the place of its catalogue', async () => {
    const { value, reply, key, copy } = await damaged()
    expect(await reply('archives.restore', { key, copy: 'other.sqlite' })).toMatchObject({
      error: { code: 'path-not-found' },
    })
    expect(await reply('archives.restore', { key, copy: '../x.sqlite' })).toMatchObject({
      error: { code: 'invalid-input' },
    })
    await value('archives.restore', { key, copy })
    expect(await value('collections.list', {})).toMatchObject(collections)
  })

  it('is not let into the place of a sound one when it is damaged further in', async () => {
    const { value, reply } = await aShelf()
    const { path: root } = await value<{ path: string }>('archives.create', { title: 'Sound' })
    const { path: other } = await value<{ path: string }>('archives.create', { title: 'Unsound' })
    const { known } = await value<{ known: { key: string; title: string }[] }>('archives.list', {})
    const key = known.find(({ title }) => title === 'Sound')?.key
    await value('archives.open', { key })
    const db = new Database(path.join(other, 'catalogue.sqlite'))
    db.exec('PRAGMA foreign_keys = OFF; DROP TABLE tag')
    db.close()
    const unsound = known.find(({ title }) => title === 'Unsound')?.key
    expect(await reply('archives.open', { key: unsound })).toMatchObject({ ok: false })
    expect(await value('archive.summary', {})).toMatchObject({ path: root })
  })

  it('stays open, where it was, when a copy of a sound one cannot take its place', async () => {
    const { value, reply, key, copy, root } = await damaged()
    await value('archives.rebuild', { key })
    await writeFile(path.join(root, 'backups', copy), 'no copy any more')
    expect(await reply('archives.restore', { key, copy })).toMatchObject({ error: { code: 'archive-damaged' } })
    expect(await value('collections.list', {})).toMatchObject(collections)
  })
})
