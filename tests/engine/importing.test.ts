import { execFileSync } from 'node:child_process'
import { chmod, copyFile, mkdir, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../electron/engine/open-archive.ts'
import type { DocumentReader } from '../../electron/engine/ports.ts'
import { createDirectReader, createThreadedReader } from '../../electron/workers/document-reader.ts'
import { aFolder, filesBelow, unlock } from '../support/a-folder.ts'
import { type TestArchive, anArchive, reopen, within } from '../support/an-archive.ts'
import { makeDocx } from '../support/makers/docx-maker.ts'
import { linesOfText, makePdf } from '../support/makers/pdf-maker.ts'

async function place(archive: TestArchive, files: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  const paths: string[] = []
  for (const [name, content] of Object.entries(files)) {
    const where = path.join(archive.sources, name)
    await mkdir(path.dirname(where), { recursive: true })
    await writeFile(where, content)
    paths.push(where)
  }
  return paths
}

/** A reader that says which file it was given and waits with it until it is told to go on. */
function hesitantReader(): { reader: DocumentReader; asked: Promise<string>; goOn: () => void } {
  const direct = createDirectReader()
  const asked = Promise.withResolvers<string>()
  const allowed = Promise.withResolvers<void>()
  const reader: DocumentReader = {
    width: 1,
    read: async (file, signal) => {
      if (!file.name.startsWith('slow')) return direct.read(file, signal)
      asked.resolve(file.name)
      await Promise.race([allowed.promise, new Promise((resolve) => signal.addEventListener('abort', resolve))])
      return direct.read(file, signal)
    },
    close: () => direct.close(),
  }
  return { reader, asked: asked.promise, goOn: () => allowed.resolve() }
}

describe('an import that cannot begin', () => {
  it('names the path that is not there, and leaves nothing behind', async () => {
    const archive = await anArchive().open()
    const call = archive.call('imports.start', { paths: [archive.sources, '/no/such/path'], tags: [] })
    await expect(call).rejects.toMatchObject({ code: 'path-not-found', details: { path: '/no/such/path' } })
    expect((await archive.call('imports.list', { limit: 10 })).imports).toEqual([])
  })

  it('waits for no other: a second one is refused while one is running', async () => {
    const { reader, asked, goOn } = hesitantReader()
    const archive = await anArchive().withReader(reader).open()
    const [slow = ''] = await place(archive, { 'slow.txt': 'A text that takes its time.' })
    await archive.call('imports.start', { paths: [slow], tags: [] })
    await within(asked)
    const second = archive.call('imports.start', { paths: [slow], tags: [] })
    await expect(second).rejects.toMatchObject({ code: 'import-running' })
    goOn()
  })

  it('can begin in the very moment in which another says that it is done', async () => {
    const archive = await anArchive().open()
    const [one = '', two = ''] = await place(archive, { 'one.txt': 'The first.', 'two.txt': 'The second.' })
    await archive.import([one])
    expect((await archive.import([two])).imported).toBe(1)
  })
})

describe('an import', () => {
  it('takes in files of several kinds, from folders in folders', async () => {
    const archive = await anArchive().open()
    await place(archive, {
      'a.txt': 'Plain text.',
      'deep/er/b.html': '<!doctype html><title>Page</title><p>Some words of a page.</p>',
      'deep/c.docx': await makeDocx({ paragraphs: ['Words of a document.'] }),
      'd.pdf': makePdf([linesOfText(['Words on a sheet of paper.'])]),
    })
    const files = await archive.importFiles([archive.sources])
    expect(Object.values(files).map(({ state }) => state)).toEqual(Array.from({ length: 4 }, () => 'imported'))
    expect(await archive.found('words')).toEqual(['b.html', 'c.docx', 'd.pdf'])
  })

  it('keeps originals byte for byte, read-only, under their SHA-256', async () => {
    const archive = await anArchive().withFile('a.txt', 'Exactly these bytes.\r\n').open()
    const [original = ''] = await filesBelow(path.join(archive.folder, 'originals'))
    const where = path.join(archive.folder, 'originals', original)
    expect(await readFile(where, 'utf8')).toBe('Exactly these bytes.\r\n')
    expect((await stat(where)).mode & 0o222).toBe(0)
    const { file } = await archive.call('documents.get', { id: await archive.idOf('a.txt') })
    expect(path.basename(where)).toBe(`${file.sha256}.txt`)
  })

  it('tags what it takes in, with tags that exist and with new ones', async () => {
    const archive = await anArchive().open()
    const paths = await place(archive, { 'a.txt': 'A text.' })
    await archive.import(paths, ['new/one', 'other'])
    expect(await archive.found('tag:new tag:other')).toEqual(['a.txt'])
  })

  it('imports nothing when it is run a second time', async () => {
    const archive = await anArchive().withFile('a.txt', 'One.').withFile('b/c.txt', 'Two.').open()
    const again = await archive.import([archive.sources])
    expect(again).toMatchObject({ state: 'done', imported: 0, duplicates: 0, refused: 0, unchanged: 2 })
  })

  it('recognises the same bytes under other names, in this run and from former ones', async () => {
    const archive = await anArchive().withFile('a.txt', 'The same.').open()
    await place(archive, { 'b.txt': 'The same.', 'c.txt': 'New.', 'd.txt': 'New.' })
    const files = await archive.importFiles([archive.sources])
    expect(Object.fromEntries(Object.entries(files).map(([name, { state }]) => [name, state]))).toEqual({
      'a.txt': 'unchanged',
      'b.txt': 'duplicate',
      'c.txt': 'imported',
      'd.txt': 'duplicate',
    })
    expect(files['d.txt']?.documentId).toBe(files['c.txt']?.documentId)
  })

  it('knows for every duplicate which document it is, however many there are', async () => {
    const archive = await anArchive().open()
    const names = Array.from({ length: 260 }, (_, at) => `${String(at).padStart(3, '0')}.txt`)
    await place(archive, Object.fromEntries(names.map((name, at) => [name, `Text number ${at >> 1}.`])))
    const files = Object.values(await archive.importFiles([archive.sources]))
    expect(files.filter(({ state }) => state === 'duplicate')).toHaveLength(130)
    expect(files.filter(({ documentId }) => documentId === undefined)).toEqual([])
  })

  it('imports a file again that was changed in its place', async () => {
    const archive = await anArchive().withFile('a.txt', 'Before.').open()
    await place(archive, { 'a.txt': 'After.' })
    expect(await archive.import([archive.sources])).toMatchObject({ imported: 1, unchanged: 0 })
  })

  it('puts back an original that was lost when it meets the same bytes', async () => {
    const archive = await anArchive().withFile('a.txt', 'Lost and found.').open()
    const [original = ''] = await filesBelow(path.join(archive.folder, 'originals'))
    await rm(path.join(archive.folder, 'originals', original))
    expect((await archive.call('archive.verify', {})).problems.map(({ code }) => code)).toEqual(['original-missing'])
    await archive.import([archive.sources])
    expect((await archive.call('archive.verify', {})).problems).toEqual([])
  })

  it('refuses what it cannot read, each with a reason, and takes in the rest', async () => {
    const archive = await anArchive().open()
    await place(archive, {
      'good.txt': 'A good text.',
      'empty.txt': '',
      'noise.bin': Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 0, 9]),
      'broken.pdf': '%PDF-1.4\nnothing of a PDF follows',
      'picture.png': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    })
    const files = await archive.importFiles([archive.sources])
    expect(files['good.txt']?.state).toBe('imported')
    for (const name of ['empty.txt', 'noise.bin', 'broken.pdf', 'picture.png']) {
      expect(files[name]).toMatchObject({ state: 'refused', reason: expect.any(String) as string })
      expect(files[name]?.detail).not.toBe('')
    }
    expect(files['empty.txt']?.reason).toBe('empty')
    expect(await filesBelow(path.join(archive.folder, 'originals'))).toHaveLength(1)
  })

  it('follows links to files, not to folders, and says so', async () => {
    const archive = await anArchive().open()
    const elsewhere = await aFolder()
    await writeFile(path.join(elsewhere, 'real.txt'), 'A text elsewhere.')
    await symlink(path.join(elsewhere, 'real.txt'), path.join(archive.sources, 'file-link.txt'))
    await symlink(archive.sources, path.join(archive.sources, 'loop'))
    await symlink(path.join(elsewhere, 'gone.txt'), path.join(archive.sources, 'broken-link.txt'))
    const files = await archive.importFiles([archive.sources])
    expect(files['file-link.txt']?.state).toBe('imported')
    expect(files['loop']).toMatchObject({ state: 'refused', reason: 'not-a-file' })
    expect(files['broken-link.txt']).toMatchObject({ state: 'refused', reason: 'vanished' })
  })

  it.skipIf(process.platform === 'win32')('does not wait at a pipe', async () => {
    const archive = await anArchive().open()
    execFileSync('mkfifo', [path.join(archive.sources, 'pipe')])
    await symlink('pipe', path.join(archive.sources, 'link-to-pipe'))
    const files = await archive.importFiles([archive.sources])
    expect([files['pipe']?.reason, files['link-to-pipe']?.reason]).toEqual(['not-a-file', 'not-a-file'])
    expect(await archive.import([path.join(archive.sources, 'pipe')])).toMatchObject({ refused: 1 })
  })

  it('leaves itself out when it lies in the folder that is imported', async () => {
    const archive = await anArchive().withFile('a.txt', 'A text.').open()
    const around = path.dirname(archive.folder)
    expect(await archive.import([around])).toMatchObject({ found: 1, imported: 0, unchanged: 1 })
  })

  it.each(['as a file', 'in a folder'])('refuses what was named %s and is gone when its turn comes', async (named) => {
    const { reader, asked, goOn } = hesitantReader()
    const archive = await anArchive().withReader(reader).open()
    const names = Array.from({ length: 40 }, (_, at) => `slow-${String(at).padStart(2, '0')}.txt`)
    const paths = await place(archive, Object.fromEntries(names.map((name) => [name, `A text, ${name}.`])))
    const order = named === 'as a file' ? paths : [archive.sources]
    const { id } = await archive.call('imports.start', { paths: order, tags: [] })
    await within(asked)
    await rm(path.join(archive.sources, 'slow-39.txt'))
    const ended = archive.waitFor((event) => event.type === 'imports.progress' && event.progress.state === 'done')
    goOn()
    await ended
    const { files } = await archive.call('imports.files', { id, state: 'refused', offset: 0, limit: 10 })
    expect(files.map(({ path: where, reason }) => [path.basename(where), reason])).toEqual([['slow-39.txt', 'vanished']])
  })

  it.skipIf(process.getuid?.() === 0)('refuses a file that this user may not read', async () => {
    const archive = await anArchive().open()
    const [secret = ''] = await place(archive, { 'secret.txt': 'A secret.' })
    await chmod(secret, 0o000)
    expect((await archive.importFiles([secret]))['secret.txt']?.reason).toBe('permission')
  })
})

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
    expect(documents).toBeGreaterThanOrEqual(100)
    expect((await archive.call('archive.verify', {})).problems).toEqual([])
    expect(await readdir(path.join(archive.folder, 'originals', '.incoming'))).toEqual([])
    await archive.close()
    const again = reopen(archive.folder)
    expect(await again.import([archive.sources])).toMatchObject({ unchanged: documents, imported: 121 - documents })
  })

  it('is cancelled and committed when the archive is closed', async () => {
    const { reader, asked } = hesitantReader()
    const archive = await anArchive().withReader(reader).open()
    const paths = await place(archive, { 'a.txt': 'A text.', 'slow.txt': 'Another.' })
    const { id } = await archive.call('imports.start', { paths, tags: [] })
    await within(asked)
    await within(archive.close())
    const again = reopen(archive.folder)
    const { state, imported } = await again.call('imports.get', { id })
    expect(state).toBe('cancelled')
    expect((await again.call('archive.summary', {})).documents).toBe(imported)
  })

  it('is marked as interrupted when the archive is opened after a crash, and can be taken back', async () => {
    const archive = await anArchive().withFile('a.txt', 'A text.').open()
    await archive.close()
    const incoming = path.join(archive.folder, 'originals', '.incoming', 'half-copied')
    await writeFile(incoming, 'half of a fi')
    const db = new Database(path.join(archive.folder, 'catalogue.sqlite'))
    db.exec("UPDATE import SET state = 'running', finished_at = NULL")
    db.exec('DELETE FROM event')
    db.close()
    const again = reopen(archive.folder)
    const { imports } = await again.call('imports.list', { limit: 10 })
    expect(imports.map(({ state, imported }) => [state, imported])).toEqual([['interrupted', 1]])
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
        'before.txt': 'imported',
        'exit.txt': 'unreadable',
        'hang.txt': 'timed-out',
        'heap.txt': 'out-of-memory',
        'throw.txt': 'unreadable',
        'zebra.txt': 'imported',
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
