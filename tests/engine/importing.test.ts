import { execFileSync } from 'node:child_process'
import { chmod, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, filesBelow } from '../support/a-folder.ts'
import { anArchive, within } from '../support/an-archive.ts'
import { hesitantReader, hesitantStorer, place } from '../support/importing.ts'
import { makeDocx } from '../support/makers/docx-maker.ts'
import { linesOfText, makePdf } from '../support/makers/pdf-maker.ts'

describe('an import that cannot begin', () => {
  it('names the path that is not there, and leaves nothing behind', async () => {
    const archive = await anArchive().open()
    const call = archive.call('imports.start', { paths: [archive.sources, '/no/such/path'], tags: [] })
    await expect(call).rejects.toMatchObject({ code: 'path-not-found', details: { path: '/no/such/path' } })
    expect((await archive.call('imports.list', { limit: 10 })).imports).toEqual([])
  })

  it('waits for the one that is running, and then finds what that took in', async () => {
    const { reader, asked, goOn } = hesitantReader()
    const archive = await anArchive().withReader(reader).open()
    const [slow = ''] = await place(archive, { 'slow.txt': 'A text that takes its time.' })
    await archive.call('imports.start', { paths: [slow], tags: [] })
    await within(asked)
    const second = archive.import([slow])
    goOn()
    expect(await second).toMatchObject({ state: 'done', imported: 0, unchanged: 1 })
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
    expect(Object.values(files).map(({ state }) => state)).toEqual(Array.from({ length: 4 }, () => 'catalogued'))
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
    expect([files['a.txt']?.state, files['b.txt']?.state]).toEqual(['unchanged', 'duplicate'])
    expect([files['c.txt']?.state, files['d.txt']?.state]).toEqual(['catalogued', 'duplicate'])
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
    expect(files['good.txt']?.state).toBe('catalogued')
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
    expect(files['file-link.txt']?.state).toBe('catalogued')
    expect(files['loop']).toMatchObject({ state: 'refused', reason: 'not-a-file' })
    expect(files['broken-link.txt']).toMatchObject({ state: 'failed', reason: 'vanished' })
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

  it.each(['as a file', 'in a folder'])(
    'says of what was named %s that it is gone when its turn comes',
    async (named) => {
      const { storer, asked, goOn } = hesitantStorer()
      const archive = await anArchive().withStorer(storer).open()
      const names = Array.from({ length: 40 }, (_, at) => `slow-${String(at).padStart(2, '0')}.txt`)
      const paths = await place(archive, Object.fromEntries(names.map((name) => [name, `A text, ${name}.`])))
      const order = named === 'as a file' ? paths : [archive.sources]
      const { id } = await archive.call('imports.start', { paths: order, tags: [] })
      await within(asked)
      await rm(path.join(archive.sources, 'slow-39.txt'))
      const ended = archive.waitFor((event) => event.type === 'imports.progress' && event.progress.state === 'done')
      goOn()
      await ended
      const { files } = await archive.call('imports.files', { id, states: ['failed'], offset: 0, limit: 10 })
      expect(files.map(({ path: where, reason }) => [path.basename(where), reason])).toEqual([
        ['slow-39.txt', 'vanished'],
      ])
    },
  )

  it.skipIf(process.getuid?.() === 0)('refuses a file that this user may not read', async () => {
    const archive = await anArchive().open()
    const [secret = ''] = await place(archive, { 'secret.txt': 'A secret.' })
    await chmod(secret, 0o000)
    expect((await archive.importFiles([secret]))['secret.txt']?.reason).toBe('permission')
  })
})
