import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../electron/engine/open-archive.ts'
import { createDirectReader } from '../../electron/workers/direct-reader.ts'
import { type TestArchive, anArchive, reopen, within } from '../support/an-archive.ts'

/** An archive that watches, with a folder that it does not watch yet. */
async function watching(): Promise<{ archive: TestArchive; inbox: string }> {
  const closed = await anArchive().open()
  await closed.close()
  const archive = reopen(closed.folder, { watchFolders: true })
  const inbox = path.join(path.dirname(closed.folder), 'inbox')
  await mkdir(inbox)
  return { archive, inbox }
}

const done = (archive: TestArchive): Promise<unknown> =>
  archive.waitFor((event) => event.type === 'imports.progress' && event.progress.state === 'done')

describe('a watched folder', () => {
  it('has what lies in it imported, and what comes later, with its tags', async () => {
    const { archive, inbox } = await watching()
    await writeFile(path.join(inbox, 'before.txt'), 'It lay there before.')
    const first = done(archive)
    await archive.call('watches.add', { path: inbox, tags: ['inbox'], afterwards: 'keep' })
    await within(first)
    const second = done(archive)
    await mkdir(path.join(inbox, 'deeper'))
    await writeFile(path.join(inbox, 'deeper', 'later.txt'), 'It came later.')
    await within(second)
    expect(await archive.found('tag:inbox')).toEqual(['before.txt', 'later.txt'])
    expect((await readdir(inbox)).sort()).toEqual(['before.txt', 'deeper'])
  })

  it('is not imported again when the archive is opened the next time', async () => {
    const { archive, inbox } = await watching()
    await writeFile(path.join(inbox, 'a.txt'), 'A text.')
    const first = done(archive)
    await archive.call('watches.add', { path: inbox, tags: [], afterwards: 'keep' })
    await within(first)
    await archive.close()
    const again = reopen(archive.folder, { watchFolders: true })
    const second = done(again)
    await writeFile(path.join(inbox, 'b.txt'), 'B text.')
    await within(second)
    const { imports } = await again.call('imports.list', { limit: 10 })
    expect(imports.map(({ found, imported }) => [found, imported])).toEqual([
      [1, 1],
      [1, 1],
    ])
  })

  it('loses its sources only where that was asked for', async () => {
    const { archive, inbox } = await watching()
    await writeFile(path.join(inbox, 'a.txt'), 'A text.')
    await writeFile(path.join(inbox, 'empty.txt'), '')
    const first = done(archive)
    await archive.call('watches.add', { path: inbox, tags: [], afterwards: 'remove' })
    await within(first)
    expect(await readdir(inbox)).toEqual(['empty.txt'])
  })

  it('is an act that can be taken back, as is what is changed of it', async () => {
    const { archive, inbox } = await watching()
    const { id } = await archive.call('watches.add', { path: inbox, tags: [], afterwards: 'keep' })
    await archive.call('watches.change', { id, changes: { active: false, tags: ['x'] } })
    await archive.call('history.undo', {})
    expect((await archive.call('watches.list', {})).watches).toMatchObject([{ id, active: true, tags: [] }])
    await archive.call('watches.remove', { id })
    expect((await archive.call('watches.list', {})).watches).toEqual([])
    await archive.call('history.undo', {})
    expect((await archive.call('watches.list', {})).watches).toMatchObject([{ id, path: inbox, exists: true }])
  })

  it('may be gone: that is said', async () => {
    const { archive, inbox } = await watching()
    await archive.call('watches.add', { path: inbox, tags: [], afterwards: 'keep' })
    await rm(inbox, { recursive: true })
    expect((await archive.call('watches.list', {})).watches).toMatchObject([{ exists: false, active: true }])
  })
})

describe('what cannot be watched', () => {
  it('is the archive itself, a file, and what is not there', async () => {
    const { archive, inbox } = await watching()
    await writeFile(path.join(inbox, 'a.txt'), 'A text.')
    const add = (where: string) => archive.call('watches.add', { path: where, tags: [], afterwards: 'keep' })
    await expect(add(archive.folder)).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(add(path.join(archive.folder, 'originals'))).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(add(path.join(inbox, 'a.txt'))).rejects.toMatchObject({ code: 'path-not-found' })
    await expect(add('/no/such/folder')).rejects.toMatchObject({ code: 'path-not-found' })
    await expect(archive.call('watches.remove', { id: '0'.repeat(26) })).rejects.toMatchObject({
      code: 'watch-not-found',
    })
  })

  it('is anything in an archive that is open for reading only', async () => {
    const archive = await anArchive().open()
    await archive.close()
    const ports = { now: Date.now, reader: createDirectReader(), watchFolders: true }
    const reading = openArchive({ path: archive.folder, ports, readOnly: true })
    const add = reading.call('watches.add', { path: archive.sources, tags: [], afterwards: 'keep' })
    await expect(add).rejects.toMatchObject({ code: 'archive-read-only' })
    await reading.close()
  })
})
