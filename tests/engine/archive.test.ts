import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openForReading, openForWriting } from '../../electron/engine/database/connection.ts'
import { currentVersion, migrate, migrations } from '../../electron/engine/database/migrate.ts'
import { openArchive } from '../../electron/engine/open-archive.ts'
import { createDirectReader } from '../../electron/workers/direct-reader.ts'
import { aFolder } from '../support/a-folder.ts'
import { anArchive, reopen, within } from '../support/an-archive.ts'

const ports = { now: Date.now, reader: createDirectReader() }
const code = (value: string) => expect.objectContaining({ code: value }) as Error

describe('opening', () => {
  it('refuses a folder that is no archive', async () => {
    const folder = await aFolder()
    expect(() => openArchive({ path: folder, ports })).toThrow(code('archive-not-found'))
    expect(() => openArchive({ path: path.join(folder, 'absent'), ports })).toThrow(code('archive-not-found'))
  })

  it('refuses to make an archive where other files are', async () => {
    const folder = await aFolder()
    await writeFile(path.join(folder, 'mine.txt'), 'mine')
    expect(() => openArchive({ path: folder, ports, create: { title: 'A' } })).toThrow(code('folder-not-empty'))
    expect(await readdir(folder)).toEqual(['mine.txt'])
  })

  it.each([
    ['no JSON', '{', 'archive-damaged'],
    ['JSON of something else', '{"name": "x"}', 'archive-damaged'],
    ['a later format', '{"format":"chancery-archive","formatVersion":99,"id":"a","title":"b"}', 'archive-too-new'],
  ])('refuses an archive.json with %s', async (_, content, expected) => {
    const folder = await aFolder()
    await writeFile(path.join(folder, 'archive.json'), content)
    expect(() => openArchive({ path: folder, ports })).toThrow(code(expected))
  })

  it('refuses a catalogue that is no database, and can be tried again', async () => {
    const archive = await anArchive().open()
    await archive.close()
    const catalogue = path.join(archive.folder, 'catalogue.sqlite')
    const sound = await readFile(catalogue)
    await writeFile(catalogue, 'this is no database, however long it may be '.repeat(100))
    expect(() => reopen(archive.folder)).toThrow(code('archive-damaged'))
    await writeFile(catalogue, sound)
    expect(await reopen(archive.folder).found('')).toEqual([])
  })

  it('refuses a database of another program', async () => {
    const archive = await anArchive().open()
    await archive.close()
    const db = new Database(path.join(archive.folder, 'catalogue.sqlite'))
    db.pragma('application_id = 12345')
    db.close()
    expect(() => reopen(archive.folder)).toThrow(code('archive-damaged'))
  })

  it('reads, and writes nothing, when it is opened for reading', async () => {
    const archive = await anArchive().withFile('a.txt', 'A text.').open()
    const reader = reopen(archive.folder, { readOnly: true })
    expect(await reader.found('text')).toEqual(['a.txt'])
    await expect(
      reader.call('tags.assign', { selection: { query: '' }, add: ['a'], remove: [] }),
    ).rejects.toMatchObject({
      code: 'archive-read-only',
    })
  })

  it('leaves a folder that says what it is', async () => {
    const archive = await anArchive().withTitle('Treaties of the lakes').open()
    expect(await readFile(path.join(archive.folder, 'README.txt'), 'utf8')).toContain('Treaties of the lakes')
    const card = JSON.parse(await readFile(path.join(archive.folder, 'archive.json'), 'utf8')) as object
    expect(card).toMatchObject({ format: 'chancery-archive', formatVersion: 1, title: 'Treaties of the lakes' })
  })
})

describe('the one place for a writer', () => {
  it('is taken while an archive is open, and free when it is closed', async () => {
    const archive = await anArchive().open()
    expect(() => reopen(archive.folder)).toThrow(code('archive-in-use'))
    await archive.close()
    expect(await reopen(archive.folder).found('')).toEqual([])
  })

  it('is seen by another program, and freed when that is killed', async () => {
    const archive = await anArchive().open()
    await archive.close()
    const module = (name: string): string => JSON.stringify(path.resolve(import.meta.dirname, '../../electron', name))
    const program = `
      const { openArchive } = await import(${module('engine/open-archive.ts')})
      const reader = { width: 1, read: () => Promise.reject(new Error('nothing to read')), close: () => Promise.resolve() }
      openArchive({ path: ${JSON.stringify(archive.folder)}, ports: { now: Date.now, reader } })
      console.log('open')
      setInterval(() => undefined, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(child, 'exit')
    try {
      await within(once(child.stdout, 'data'))
      expect(() => reopen(archive.folder)).toThrow(code('archive-in-use'))
      expect(await reopen(archive.folder, { readOnly: true }).found('')).toEqual([])
    } finally {
      child.kill('SIGKILL')
      await ended
    }
    expect(await reopen(archive.folder).found('')).toEqual([])
  })
})

describe('the catalogue’s shape', () => {
  async function empty() {
    const folder = await aFolder()
    const db = openForWriting(path.join(folder, 'catalogue.sqlite'))
    return { db, backups: path.join(folder, 'backups') }
  }

  it('is numbered without a gap', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, at) => at + 1))
    expect(currentVersion).toBe(migrations.length)
  })

  it('is reached from every earlier number, with a copy before the first step', async () => {
    for (let from = 0; from < currentVersion; from++) {
      const { db, backups } = await empty()
      migrate(db, backups, from)
      expect(db.pragma('user_version', { simple: true })).toBe(from)
      migrate(db, backups)
      expect(db.pragma('user_version', { simple: true })).toBe(currentVersion)
      expect(await readdir(backups).catch(() => [])).toHaveLength(from === 0 ? 0 : 2)
      db.close()
    }
  })

  it('of a newer program is refused, for writing and for reading, and left as it is', async () => {
    const archive = await anArchive().open()
    await archive.close()
    const db = new Database(path.join(archive.folder, 'catalogue.sqlite'))
    db.pragma(`user_version = ${currentVersion + 1}`)
    db.close()
    expect(() => reopen(archive.folder)).toThrow(code('archive-too-new'))
    expect(() => reopen(archive.folder, { readOnly: true })).toThrow(code('archive-too-new'))
    const after = openForReading(path.join(archive.folder, 'catalogue.sqlite'))
    expect(after.pragma('user_version', { simple: true })).toBe(currentVersion + 1)
    after.close()
  })

  it('has strict tables and sound references', async () => {
    const { db, backups } = await empty()
    migrate(db, backups)
    const lax = db
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .all()
    expect(lax).toEqual([])
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(() => db.exec('INSERT INTO document_tag (tag, document) VALUES (1, 1)')).toThrow(/FOREIGN KEY/)
    expect(() => db.exec("INSERT INTO tag (number, path, folded) VALUES ('x', 'a', 'a')")).toThrow()
    db.close()
  })

  it.each([
    ['SELECT * FROM document WHERE id = ?'],
    ['SELECT * FROM file WHERE document = ?'],
    ['SELECT * FROM file WHERE id = ?'],
    ['SELECT * FROM file WHERE sha256 = ?'],
    ['SELECT * FROM page WHERE document = ? ORDER BY number'],
    ['SELECT file FROM source WHERE path = ?'],
    ['SELECT * FROM tag WHERE folded = ?'],
    ['SELECT document FROM document_tag WHERE tag = ? ORDER BY document'],
    ['SELECT tag FROM document_tag WHERE document = ?'],
    ['SELECT * FROM import_file WHERE import = ? AND state = 1 ORDER BY ordinal'],
    ['SELECT * FROM import_file WHERE document = ?'],
    ['SELECT number FROM document WHERE import = ?'],
    ['SELECT * FROM event WHERE id = ?'],
    ['SELECT document FROM change_feed WHERE sequence > ?'],
  ])('answers by an index: %s', async (sql) => {
    const { db, backups } = await empty()
    migrate(db, backups)
    const plan = db.prepare<[number], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(1)
    expect(plan.map(({ detail }) => detail).join('; ')).toMatch(/^SEARCH/)
    db.close()
  })
})

describe('a backup', () => {
  it('is a sound catalogue of that moment', async () => {
    const archive = await anArchive().withFile('a.txt', 'A text.').open()
    const { path: copy, bytes } = await archive.call('archive.backup', {})
    expect(path.dirname(copy)).toBe(path.join(archive.folder, 'backups'))
    expect((await readFile(copy)).length).toBe(bytes)
    const db = openForReading(copy)
    expect(db.prepare('SELECT count(*) AS n FROM document').get()).toEqual({ n: 1 })
    db.close()
  })

  it('lets the oldest go when there are more than ten', async () => {
    let now = Date.UTC(2026, 0, 1)
    const archive = await anArchive()
      .withClock(() => (now += 1000))
      .open()
    const paths: string[] = []
    for (let count = 0; count < 12; count++) paths.push((await archive.call('archive.backup', {})).path)
    const kept = (await readdir(path.join(archive.folder, 'backups'))).filter((name) => name.endsWith('.sqlite'))
    expect(kept.sort()).toEqual(paths.slice(2).map((each) => path.basename(each)))
  })

  it('never overwrites another of the same second', async () => {
    const archive = await anArchive()
      .withClock(() => Date.UTC(2026, 0, 1))
      .open()
    const one = await archive.call('archive.backup', {})
    const two = await archive.call('archive.backup', {})
    expect(one.path).not.toBe(two.path)
  })

  it('leaves other files in its folder alone', async () => {
    const archive = await anArchive().open()
    const mine = path.join(archive.folder, 'backups', 'before-version-2.sqlite')
    await mkdir(path.dirname(mine), { recursive: true })
    await writeFile(mine, 'mine')
    for (let count = 0; count < 11; count++) await archive.call('archive.backup', {})
    expect(await readFile(mine, 'utf8')).toBe('mine')
  })
})
