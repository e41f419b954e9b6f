import { spawn } from 'node:child_process'
import { cpSync, existsSync, readdirSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeRelease, seeded } from '../bench/corpus.ts'
import { findArchiveFolder } from '../../electron/engine/archive-folder.ts'
import { openForReading, openForWriting } from '../../electron/engine/database/connection.ts'
import { checkStructure, statedSums } from '../../electron/engine/database/copy-catalogue.ts'
import { catalogueVersion, currentVersion, migrate } from '../../electron/engine/database/migrate.ts'
import { verifyPath } from '../../electron/engine/preservation/verify-path.ts'
import { aFolder } from '../support/a-folder.ts'
import { anArchive, reopen } from '../support/an-archive.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const built = path.join(root, 'out', 'main', 'cli.js')
const program = existsSync(built) ? built : path.join(root, 'electron', 'cli', 'cli.ts')
const never = new AbortController().signal
const kills = 4

/** Runs a command as a process of its own; kills it with SIGKILL after a time, unless it has ended by then. Answers how long it took. */
function run(args: readonly string[], killAfterMs?: number): Promise<{ wasKilled: boolean; milliseconds: number }> {
  const started = performance.now()
  const child = spawn(process.execPath, [program, ...args], { stdio: 'ignore' })
  const clock = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (_code, signal) => {
      clearTimeout(clock)
      resolve({ wasKilled: signal === 'SIGKILL', milliseconds: performance.now() - started })
    })
  })
}

/** An archive of so many releases, closed. */
async function filled(documents: number): Promise<string> {
  const builder = anArchive()
  for (let number = 0; number < documents; number++) builder.withFile(`r${number}.txt`, makeRelease(number))
  const archive = await builder.open()
  await archive.close()
  return archive.folder
}

/** Runs an act undisturbed once, and kills it at random moments of that time; `check` looks at what is left after each. */
async function torture(
  args: readonly string[],
  seed: number,
  prepare: () => Promise<void>,
  check: () => Promise<void>,
) {
  await prepare()
  const { milliseconds } = await run(args)
  await check()
  const next = seeded(seed)
  let killed = 0
  // The first run may have been a slow one: whenever a kill comes too late, the next ones come sooner.
  let longest = milliseconds
  for (let attempt = 0; killed < kills && attempt < 2 * kills; attempt++) {
    await prepare()
    if ((await run(args, longest * (0.2 + 0.7 * next()))).wasKilled) killed++
    else longest *= 0.75
    await check()
  }
  // A suite whose kills all come too late would prove nothing.
  expect(killed).toBeGreaterThan(kills / 2)
}

const isSound = async (folder: string): Promise<void> => {
  expect((await verifyPath(folder, never)).problems).toEqual([])
}

describe('a program that is killed', () => {
  it('while it exports leaves no package that is not whole, and the next export finds its place free', async () => {
    const archive = await filled(40)
    const to = path.join(await aFolder(), 'package')
    const args = ['export', archive, '--all', '--to', to]
    const prepare = () => rm(to, { recursive: true, force: true })
    await torture(args, 1, prepare, async () => {
      await isSound(archive)
      if (existsSync(to)) await isSound(to)
    })
    await prepare()
    await run(args)
    await isSound(to)
    expect(readdirSync(path.dirname(to))).toEqual(['package'])
  }, 120_000)

  it('while it copies the catalogue leaves no copy that is not sound', async () => {
    const archive = await filled(40)
    const backups = path.join(archive, 'backups')
    const check = async (): Promise<void> => {
      const names = readdirSync(backups).filter((name) => name.endsWith('.sqlite'))
      for (const name of names) expect(() => checkStructure(path.join(backups, name))).not.toThrow()
      expect(names).toEqual(expect.arrayContaining([...statedSums(backups).keys()]))
      await isSound(archive)
    }
    await torture(['backup', archive], 2, () => Promise.resolve(), check)
    await run(['backup', archive])
    expect(readdirSync(backups).filter((name) => name.endsWith('.partial'))).toEqual([])
  }, 120_000)

  it('while it takes an act back has taken it back or has not, and its history holds', async () => {
    const folder = await filled(40)
    const tagged = async (): Promise<number> => {
      const archive = reopen(folder)
      const { total } = await archive.search('tag:all')
      await archive.close()
      return total
    }
    const prepare = async (): Promise<void> => {
      if ((await tagged()) === 40) return
      const archive = reopen(folder)
      await archive.call('tags.assign', { selection: { query: '' }, add: ['all'], remove: [] })
      await archive.close()
    }
    await torture(['undo', folder], 3, prepare, async () => {
      await isSound(folder)
      expect([0, 40]).toContain(await tagged())
    })
  }, 120_000)

  it('while it brings an archive to a newer shape has it in the old or the new one, with a copy of the old', async () => {
    const work = await aFolder()
    const now = await filled(30)
    const old = path.join(work, 'old')
    const used = path.join(work, 'used')
    cpSync(now, old, { recursive: true })
    await rm(path.join(old, 'seal.json'))
    const { catalogue } = findArchiveFolder(old)
    await rm(catalogue)
    const db = openForWriting(catalogue)
    // An archive as an earlier program left it: its tables, and a document in them.
    migrate(db, path.join(old, 'none'), currentVersion - 1)
    db.exec(`INSERT INTO import (number, id, state, sources, tags, started_at) VALUES (1, 'I', 'done', '[]', '[]', 0);
      INSERT INTO tag (path, folded) VALUES ('kept', 'kept')`)
    db.close()
    const prepare = async (): Promise<void> => {
      await rm(used, { recursive: true, force: true })
      await mkdir(used)
      cpSync(old, used, { recursive: true })
      await writeFile(path.join(used, 'mine.txt'), 'mine')
    }
    await torture(['tags', used], 4, prepare, async () => {
      const found = openForReading(path.join(used, 'catalogue.sqlite'))
      expect([currentVersion - 1, currentVersion]).toContain(catalogueVersion(found))
      expect(found.prepare('SELECT path FROM tag').all()).toEqual([{ path: 'kept' }])
      const isNew = catalogueVersion(found) === currentVersion
      found.close()
      if (isNew) expect(readdirSync(path.join(used, 'backups'))).toContain(`before-version-${currentVersion}.sqlite`)
      await run(['tags', used])
      const after = openForReading(path.join(used, 'catalogue.sqlite'))
      expect(catalogueVersion(after)).toBe(currentVersion)
      after.close()
    })
  }, 120_000)

  it('while it restores a package goes on with it, and every document is there once', async () => {
    const one = await filled(40)
    const work = await aFolder()
    const to = path.join(work, 'package')
    const other = path.join(work, 'other')
    await run(['export', one, '--all', '--to', to, '--for', 'institution'])
    const args = ['import', other, to]
    const prepare = () => rm(other, { recursive: true, force: true })
    await torture(args, 5, prepare, async () => {
      await run(args)
      await isSound(other)
      const archive = reopen(other)
      const { documents } = await archive.call('archive.summary', {})
      expect(documents).toBe(40)
      await archive.close()
    })
  }, 180_000)

  it('while it makes the catalogue again has the old one or the new one, and all documents', async () => {
    const folder = await filled(40)
    await torture(
      ['rebuild', folder],
      6,
      () => Promise.resolve(),
      async () => {
        await isSound(folder)
        const archive = reopen(folder)
        expect((await archive.call('archive.summary', {})).documents).toBe(40)
        await archive.close()
      },
    )
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([])
  }, 120_000)
})
