import { execFileSync } from 'node:child_process'
import { copyFile, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../electron/engine/open-archive.ts'
import type { ImportId } from '../../electron/contract/schemas.ts'
import { waitForImport } from '../../electron/engine/importing/wait-for-import.ts'
import { createDirectReader } from '../../electron/workers/direct-reader.ts'
import { createThreadedReader } from '../../electron/workers/document-reader.ts'
import { aFolder, filesBelow, unlock } from '../support/a-folder.ts'
import { anArchive, reopen, within } from '../support/an-archive.ts'
import { hesitantReader, place } from '../support/importing.ts'

describe('an import that ends early', () => {
  it('keeps what it had committed when it is cancelled, and goes on when it is run again', async () => {
    const { reader, asked } = hesitantReader()
    const archive = await anArchive().withReader(reader).open()
    const names = Array.from({ length: 120 }, (_, at) => `file-${String(at).padStart(3, '0')}.txt`)
    await place(archive, Object.fromEntries(names.map((name) => [name, `A text, ${name}.`])))
    await place(archive, { 'slow.txt': 'The last one.' })
    const { id } = await archive.call('imports.start', { paths: [archive.sources], tags: [] })
    await within(asked)
    const ended = await within(archive.call('imports.cancel', { id }))
    expect(ended.state).toBe('cancelled')
    const { documents } = await archive.call('archive.summary', {})
    expect(documents).toBe(ended.imported)
    expect(documents).toBeGreaterThan(0)
    expect((await archive.call('archive.verify', {})).problems).toEqual([])
    expect(await readdir(path.join(archive.folder, 'originals', '.incoming'))).toEqual([])
    await archive.close()
    const again = reopen(archive.folder)
    expect(await again.import([archive.sources])).toMatchObject({ unchanged: documents, imported: 121 - documents })
  })

  it('stops when the archive is closed, and goes on by itself when it is opened again', async () => {
    const { reader, asked } = hesitantReader()
    const archive = await anArchive().withReader(reader).open()
    const paths = await place(archive, { 'a.txt': 'A text.', 'slow.txt': 'Another.' })
    const { id } = await archive.call('imports.start', { paths, tags: [] })
    await within(asked)
    await within(archive.close())
    const idle = reopen(archive.folder)
    expect(await idle.call('imports.get', { id })).toMatchObject({ state: 'running', found: 2 })
    await idle.close()
    const again = reopen(archive.folder, { resumeImports: true })
    expect(await within(waitForImport(again.archive, id))).toMatchObject({ state: 'done', imported: 2, found: 2 })
    expect(await again.call('history.list', { offset: 0, limit: 10 })).toMatchObject({ total: 1 })
  })

  it('goes on after a crash, clears away what was half copied, and can be taken back as one act', async () => {
    const archive = await anArchive().withFile('a.txt', 'A text.').open()
    await archive.close()
    const incoming = path.join(archive.folder, 'originals', '.incoming', 'half-copied')
    await writeFile(incoming, 'half of a fi')
    const db = new Database(path.join(archive.folder, 'catalogue.sqlite'))
    db.exec("UPDATE import SET state = 'running', finished_at = NULL")
    db.exec('DELETE FROM event')
    db.close()
    const again = reopen(archive.folder, { resumeImports: true })
    const [crashed] = (await again.call('imports.list', { limit: 10 })).imports
    const ended = await within(waitForImport(again.archive, crashed?.id as ImportId))
    expect(ended).toMatchObject({ state: 'done', imported: 1 })
    expect(await readdir(path.dirname(incoming))).toEqual([])
    await again.call('history.undo', {})
    expect((await again.call('archive.summary', {})).documents).toBe(0)
  })

  it('cannot be cancelled when it is not there, and stays done when it was', async () => {
    const archive = await anArchive().withFile('a.txt', 'A text.').open()
    const [done] = (await archive.call('imports.list', { limit: 1 })).imports
    expect(await archive.call('imports.cancel', { id: done?.id ?? '' })).toMatchObject({ state: 'done' })
    const absent = archive.call('imports.cancel', { id: '0'.repeat(26) })
    await expect(absent).rejects.toMatchObject({ code: 'import-not-found' })
  })
})

describe('a reader in threads', () => {
  const entry = path.join(import.meta.dirname, 'hostile', 'hostile-reader-entry.ts')

  it('loses no more than the file that hangs it, fills its memory, ends it or makes it throw', async () => {
    const reader = createThreadedReader(entry, { threads: 2, timeoutMs: 4000, heapMb: 64 })
    try {
      const archive = await anArchive().withReader(reader).open()
      await place(archive, {
        'before.txt': 'A good text.',
        'exit.txt': 'exit',
        'hang.txt': 'hang',
        'heap.txt': 'heap',
        'throw.txt': 'throw',
        'zebra.txt': 'Another good text.',
      })
      const files = await archive.importFiles([archive.sources])
      const fates = Object.entries(files).map(([name, { state, reason }]) => [name, reason ?? state])
      expect(Object.fromEntries(fates)).toEqual({
        'before.txt': 'catalogued',
        'exit.txt': 'unreadable',
        'hang.txt': 'timed-out',
        'heap.txt': 'out-of-memory',
        'throw.txt': 'unreadable',
        'zebra.txt': 'catalogued',
      })
      await archive.close()
    } finally {
      await reader.close()
    }
  })
})

describe('the originals', () => {
  it('show every change, loss and addition when the archive is verified', async () => {
    const archive = await anArchive().withFile('a.txt', 'First text.').withFile('b.txt', 'Second text.').open()
    const [one = '', two = ''] = await filesBelow(path.join(archive.folder, 'originals'))
    const where = (name: string): string => path.join(archive.folder, 'originals', name)
    await copyFile(where(one), where('stranger.txt'))
    await unlock(where(one))
    await writeFile(where(one), 'First texT.')
    await rm(where(two))
    const report = await archive.call('archive.verify', {})
    expect(report.problems.map(({ code }) => code).sort()).toEqual(['original-changed', 'original-missing'])
    expect(report.warnings.map(({ code }) => code)).toEqual(['original-unnamed'])
  })

  it('stay where they are when the folder is copied to another place', async () => {
    const archive = await anArchive().withFile('a.txt', 'A text that travels.').open()
    await archive.close()
    const elsewhere = path.join(await aFolder(), 'copy')
    execFileSync('cp', ['-R', archive.folder, elsewhere])
    const copy = openArchive({ path: elsewhere, ports: { now: Date.now, reader: createDirectReader() } })
    expect((await copy.call('archive.verify', {})).problems).toEqual([])
    await copy.close()
  })
})
