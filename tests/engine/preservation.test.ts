import { createHash } from 'node:crypto'
import { appendFile, chmod, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openForWriting } from '../../electron/engine/database/connection.ts'
import { backupsToRemove, newestBackup } from '../../electron/engine/preservation/backups.rules.ts'
import { isBackupDue } from '../../electron/engine/preservation/daily-backup.ts'
import { restoreCatalogue } from '../../electron/engine/preservation/restore-catalogue.ts'
import { verifyPath } from '../../electron/engine/preservation/verify-path.ts'
import { createDirectReader } from '../../electron/workers/direct-reader.ts'
import { filesBelow } from '../support/a-folder.ts'
import { type TestArchive, anArchive, reopen } from '../support/an-archive.ts'
import { threeLanguages } from '../support/three-languages.ts'

const never = new AbortController().signal
const codesOf = async (root: string): Promise<string[]> => {
  const { problems, warnings } = await verifyPath(root, never)
  return [...problems, ...warnings].map(({ code }) => code)
}

async function closed(): Promise<TestArchive> {
  const archive = await threeLanguages().open()
  await archive.call('archive.backup', {})
  await archive.close()
  return archive
}

/** Changes one bit of a file, counted from its beginning; doing it again puts it back. */
async function flip(file: string, bit: number): Promise<void> {
  await chmod(file, 0o644)
  const bytes = await readFile(file)
  const at = Math.floor(bit / 8) % bytes.length
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8))
  await writeFile(file, bytes)
}

describe('an archive at rest', () => {
  it('shows one changed bit, wherever it is', async () => {
    const { folder } = await closed()
    const all = await filesBelow(folder)
    expect(await verifyPath(folder, never)).toMatchObject({ valid: true, warnings: [] })
    const names: string[] = []
    for (const name of all) if ((await readFile(path.join(folder, name))).length > 0) names.push(name)
    expect(all.filter((name) => !names.includes(name))).toEqual(['archive.lock'])
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.nat(1 << 30), async (name, bit) => {
        const file = path.join(folder, name)
        await flip(file, bit)
        expect(await verifyPath(folder, never), `${name}, bit ${bit}`).toMatchObject({ valid: false })
        await flip(file, bit)
      }),
      { numRuns: 60 },
    )
    expect(await verifyPath(folder, never)).toMatchObject({ valid: true, warnings: [] })
  }, 120_000)

  it('keeps its seal when it is only looked at, and gets another when it is changed', async () => {
    const { folder } = await closed()
    const seal = () => readFile(path.join(folder, 'seal.json'), 'utf8')
    const first = await seal()
    const looked = reopen(folder)
    await looked.found('cooperation')
    expect(await codesOf(folder)).toEqual(['not-sealed'])
    await looked.close()
    expect(await seal()).toBe(first)
    const changed = reopen(folder)
    await changed.call('tags.assign', { selection: { query: '' }, add: ['new'], remove: [] })
    await changed.close()
    expect(await seal()).not.toBe(first)
    expect(await codesOf(folder)).toEqual([])
  })

  it('does not get a true seal for a catalogue that was changed before it was opened', async () => {
    const { folder } = await closed()
    await appendFile(path.join(folder, 'README.txt'), 'x')
    const looked = reopen(folder)
    await looked.close()
    expect(await codesOf(folder)).toEqual(['sealed-changed'])
  })

  it.each([
    ['catalogue.sqlite', 'sealed-missing'],
    ['README.txt', 'sealed-missing'],
  ])('without its %s is not valid', async (name, code) => {
    const { folder } = await closed()
    await rm(path.join(folder, name))
    expect(await codesOf(folder)).toContain(code)
  })
})

describe('copies of the catalogue', () => {
  it('are stated with their SHA-256, as sha256sum reads it', async () => {
    const { folder } = await closed()
    const [line = '', end] = (await readFile(path.join(folder, 'backups', 'SHA256SUMS'), 'utf8')).split('\n')
    const [digest, name = ''] = line.split('  ')
    const copy = await readFile(path.join(folder, 'backups', name))
    expect(digest).toBe(createHash('sha256').update(copy).digest('hex'))
    expect(end).toBe('')
  })

  it('go with what was stated of them, and leave nothing unfinished behind', async () => {
    const archive = await threeLanguages().open()
    const backups = path.join(archive.folder, 'backups')
    await archive.call('archive.backup', {})
    await writeFile(path.join(backups, 'catalogue-20200101-000000.sqlite.partial'), 'half')
    for (let count = 0; count < 11; count++) await archive.call('archive.backup', {})
    const names = (await readdir(backups)).filter((name) => name !== 'SHA256SUMS')
    expect(names).toHaveLength(10)
    const sums = (await readFile(path.join(backups, 'SHA256SUMS'), 'utf8')).trim().split('\n')
    expect(sums.map((line) => line.slice(66)).sort()).toEqual(names.sort())
  })

  it('are kept by age: ten, then one a week, then one a month', () => {
    const day = (back: number): string => {
      const at = new Date(Date.UTC(2026, 5, 30) - back * 86_400_000)
      return `catalogue-${at.toISOString().slice(0, 10).replaceAll('-', '')}-120000.sqlite`
    }
    const names = Array.from({ length: 800 }, (_, back) => day(back))
    const gone = new Set(backupsToRemove([...names, 'before-version-3.sqlite', 'SHA256SUMS']))
    const kept = names.filter((name) => !gone.has(name))
    expect(kept.slice(0, 10)).toEqual(names.slice(0, 10))
    expect(kept.length).toBeGreaterThan(20)
    expect(kept.length).toBeLessThanOrEqual(30)
    expect(kept.at(-1)).toMatch(/^catalogue-202507/)
    expect([...gone].every((name) => name.startsWith('catalogue-'))).toBe(true)
    expect(newestBackup(names)).toBe(Date.UTC(2026, 5, 30, 12))
  })

  it('never all go, whatever there is', () => {
    const stamp = fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(fc.array(stamp, { maxLength: 60 }), (dates) => {
        const names = [
          ...new Set(
            dates.map(
              (at) => `catalogue-${at.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15)}.sqlite`,
            ),
          ),
        ]
        const left = names.length - backupsToRemove(names).length
        expect(left).toBeGreaterThanOrEqual(Math.min(10, names.length))
        expect(left).toBeLessThanOrEqual(30)
      }),
    )
  })
})

describe('a copy that is put in the place of the catalogue', () => {
  async function changedAfterBackup() {
    const archive = await threeLanguages().open()
    const { path: backup } = await archive.call('archive.backup', {})
    await archive.call('documents.remove', { selection: { query: '' }, reason: 'All gone' })
    await archive.close()
    return { folder: archive.folder, backup }
  }

  it('brings back what the copy has, tells of it, and keeps what was there', async () => {
    const { folder, backup } = await changedAfterBackup()
    const { documents, replaced } = await restoreCatalogue(folder, backup, new Date())
    expect(documents).toBe(4)
    expect(await codesOf(folder)).toEqual([])
    const restored = reopen(folder)
    expect(await restored.found('"joint training"')).toEqual(['communique.txt'])
    const { events } = await restored.call('history.list', { offset: 0, limit: 1 })
    expect(events).toMatchObject([{ act: 'archive.restore', undoable: false }])
    await restored.close()
    // And the other way round.
    expect((await restoreCatalogue(folder, replaced ?? '', new Date())).documents).toBe(0)
  })

  it('heals an archive whose catalogue is damaged or gone', async () => {
    for (const damage of [(file: string) => writeFile(file, 'not a database'), (file: string) => rm(file)]) {
      const { folder, backup } = await changedAfterBackup()
      await damage(path.join(folder, 'catalogue.sqlite'))
      expect(() => reopen(folder)).toThrow(expect.objectContaining({ code: 'archive-damaged' }) as Error)
      await restoreCatalogue(folder, backup, new Date())
      const restored = reopen(folder)
      expect((await restored.call('archive.summary', {})).documents).toBe(4)
      await restored.close()
      expect((await verifyPath(folder, never)).problems).toEqual([])
    }
  })

  it('is refused when it was changed, is none or is not there, and the archive stays as it is', async () => {
    const { folder, backup } = await changedAfterBackup()
    await expect(restoreCatalogue(folder, `${backup}x`, new Date())).rejects.toMatchObject({ code: 'path-not-found' })
    await writeFile(path.join(folder, 'other.sqlite'), 'x')
    const other = path.join(folder, 'other.sqlite')
    await expect(restoreCatalogue(folder, other, new Date())).rejects.toMatchObject({ code: 'archive-damaged' })
    await rm(other)
    await flip(backup, 70_000)
    await expect(restoreCatalogue(folder, backup, new Date())).rejects.toMatchObject({ code: 'archive-damaged' })
    const same = reopen(folder)
    expect((await same.call('archive.summary', {})).documents).toBe(0)
    await same.close()
  })

  it('waits until no other program has the archive open', async () => {
    const archive = await threeLanguages().open()
    const { path: backup } = await archive.call('archive.backup', {})
    await expect(restoreCatalogue(archive.folder, backup, new Date())).rejects.toMatchObject({ code: 'archive-in-use' })
  })
})

describe('the daily copy', () => {
  const day = 24 * 60 * 60 * 1000
  it('is due once a day when something has happened', async () => {
    let now = Date.UTC(2026, 0, 1)
    const archive = await anArchive()
      .withClock(() => now)
      .open()
    const db = openForWriting(path.join(archive.folder, 'catalogue.sqlite'))
    onTestFinished(() => void db.close())
    const isDue = () =>
      isBackupDue({ db, folder: archive.archive.folder, ports: { now: () => now, reader: createDirectReader() } })
    expect(isDue()).toBe(false)
    await archive.addFile('a.txt', 'Some words that make a document.')
    expect(isDue()).toBe(true)
    now += 1000
    await archive.call('archive.backup', {})
    expect(isDue()).toBe(false)
    now += 2 * day
    expect(isDue()).toBe(false)
    await archive.call('tags.assign', { selection: { query: '' }, add: ['x'], remove: [] })
    expect(isDue()).toBe(true)
  })
})
