import { createHash } from 'node:crypto'
import { chmod, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createDirectStorer } from '../../electron/engine/importing/direct-storer.ts'
import { waitForImport } from '../../electron/engine/importing/wait-for-import.ts'
import type { FileStorer } from '../../electron/engine/ports.ts'
import { filesBelow } from '../support/a-folder.ts'
import { type TestArchive, anArchive, reopen, within } from '../support/an-archive.ts'
import { hesitantReader, place } from '../support/importing.ts'
import { linesOfText, makePdf } from '../support/makers/pdf-maker.ts'
import { makeMultipart } from '../support/makers/text-makers.ts'
import { makeZip } from '../support/makers/zip-maker.ts'

/** A storer that fails as a full disk does, from the given batch on, until it is told that there is room again. */
function fullDisk(): { storer: FileStorer; makeRoom: () => void } {
  const direct = createDirectStorer()
  let isFull = true
  const noSpace = (): Error => Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
  return {
    storer: {
      store: (files, signal) => (isFull ? Promise.reject(noSpace()) : direct.store(files, signal)),
      move: (moves) => direct.move(moves),
      close: () => direct.close(),
    },
    makeRoom: () => (isFull = false),
  }
}

async function ledgerOf(archive: TestArchive, id: string): Promise<string[]> {
  const { files } = await archive.call('imports.files', { id, offset: 0, limit: 1000 })
  return files.map(({ path: where, state, reason }) => {
    const name = path.relative(archive.sources, where)
    return `${name} ${state}${reason === undefined ? '' : `: ${reason}`}`
  })
}

describe('an import onto a full disk', () => {
  it('says so, leaves nothing half-done, and goes on when it is told to', async () => {
    const { storer, makeRoom } = fullDisk()
    const archive = await anArchive().withStorer(storer).open()
    await place(archive, { 'a.txt': 'A text.', 'b.txt': 'B text.' })
    const failed = await archive.import([archive.sources])
    expect(failed).toMatchObject({ state: 'interrupted', imported: 0, failure: { code: 'disk-full' } })
    expect(await ledgerOf(archive, failed.id)).toEqual(['a.txt waiting', 'b.txt waiting'])
    expect((await archive.call('archive.verify', {})).problems).toEqual([])
    makeRoom()
    await archive.call('imports.resume', {})
    expect(await within(waitForImport(archive.archive, failed.id))).toMatchObject({ state: 'done', imported: 2 })
  })

  it('can be given up, and is not taken up again then', async () => {
    const { storer } = fullDisk()
    const archive = await anArchive().withStorer(storer).open()
    const [one = ''] = await place(archive, { 'a.txt': 'A text.' })
    const { id } = await archive.import([one])
    expect(await archive.call('imports.cancel', { id })).toMatchObject({ state: 'cancelled' })
    await archive.close()
    const again = reopen(archive.folder, { resumeImports: true })
    expect(await again.call('imports.get', { id })).toMatchObject({ state: 'cancelled', imported: 0 })
  })
})

describe('trying again', () => {
  it('takes in what has become readable, and only that, in an import of its own', async () => {
    const archive = await anArchive().withFile('good.txt', 'A text.').withFile('empty.txt', '').open()
    const [first] = (await archive.call('imports.list', { limit: 1 })).imports
    await writeFile(path.join(archive.sources, 'empty.txt'), 'Now it has words.')
    const { id } = await archive.call('imports.retry', { id: first?.id ?? '', reasons: ['empty'] })
    expect(await within(waitForImport(archive.archive, id))).toMatchObject({ found: 1, imported: 1 })
    expect(await archive.found('words')).toEqual(['empty.txt'])
  })

  it('leaves other reasons alone', async () => {
    const archive = await anArchive().withFile('empty.txt', '').open()
    const [first] = (await archive.call('imports.list', { limit: 1 })).imports
    const { id } = await archive.call('imports.retry', { id: first?.id ?? '', reasons: ['damaged'] })
    expect(await within(waitForImport(archive.archive, id))).toMatchObject({ found: 0, imported: 0 })
  })

  it('opens a locked PDF with the password that it is given, and keeps the locked original', async () => {
    const locked = makePdf([linesOfText(['The secret words.'])], { password: 'open sesame' })
    const archive = await anArchive().withFile('locked.pdf', locked).open()
    const [first] = (await archive.call('imports.list', { limit: 1 })).imports
    expect(first).toMatchObject({ imported: 0, refused: 1 })
    const retry = async (password: string) => {
      const { id } = await archive.call('imports.retry', { id: first?.id ?? '', reasons: ['encrypted'], password })
      return within(waitForImport(archive.archive, id))
    }
    expect(await retry('wrong')).toMatchObject({ imported: 0, refused: 1 })
    expect(await retry('open sesame')).toMatchObject({ imported: 1 })
    expect(await archive.found('secret')).toEqual(['locked.pdf'])
    const [original = ''] = await filesBelow(path.join(archive.folder, 'originals'))
    expect(await readFile(path.join(archive.folder, 'originals', original))).toEqual(Buffer.from(locked))
  })

  it('takes a member out of its container again', async () => {
    const locked = makePdf([linesOfText(['Words in a box.'])], { password: 'key' })
    const zip = await makeZip({ 'plain.txt': 'Plain.', 'locked.pdf': locked })
    const archive = await anArchive().withFile('box.zip', zip).open()
    const [first] = (await archive.call('imports.list', { limit: 1 })).imports
    const order = { id: first?.id ?? '', reasons: ['encrypted' as const], password: 'key' }
    const { id } = await archive.call('imports.retry', order)
    expect(await within(waitForImport(archive.archive, id))).toMatchObject({ found: 1, imported: 1 })
    expect(await ledgerOf(archive, id)).toEqual(['box.zip!/locked.pdf catalogued'])
  })
})

describe('containers', () => {
  it('are documents, and so is every file in them, at every depth', async () => {
    const inner = await makeZip({ 'deep.txt': 'A text two boxes deep.' })
    const mail = makeMultipart({ From: 'a@example.org', Subject: 'Letter' }, [
      { headers: { 'Content-Type': 'text/plain' }, body: 'See the box.' },
      {
        headers: {
          'Content-Type': 'application/zip',
          'Content-Disposition': 'attachment; filename="inner.zip"',
          'Content-Transfer-Encoding': 'base64',
        },
        body: Buffer.from(inner).toString('base64'),
      },
    ])
    const archive = await anArchive()
      .withFile('outer.zip', await makeZip({ 'mail.eml': mail, 'bad.bin': '\0\u0001\u0002\0' }))
      .open()
    const [first] = (await archive.call('imports.list', { limit: 1 })).imports
    expect(await ledgerOf(archive, first?.id ?? '')).toEqual([
      'outer.zip catalogued',
      'outer.zip!/mail.eml catalogued',
      'outer.zip!/bad.bin refused: unknown-type',
      'outer.zip!/mail.eml!/inner.zip catalogued',
      'outer.zip!/mail.eml!/inner.zip!/deep.txt catalogued',
    ])
    expect(first).toMatchObject({ found: 5, imported: 4, refused: 1 })
    const { container, members } = await archive.call('documents.get', { id: await archive.idOf('mail.eml') })
    expect(container?.title).toBe('outer.zip')
    expect(members.map(({ title }) => title)).toEqual(['inner.zip'])
  })

  it('recognise a file that is there already, and are taken back with what came out of them', async () => {
    const archive = await anArchive().withFile('a.txt', 'The same text.').open()
    await place(archive, { 'box.zip': await makeZip({ 'copy.txt': 'The same text.', 'new.txt': 'A new text.' }) })
    const { id } = await archive.import([path.join(archive.sources, 'box.zip')])
    expect(await ledgerOf(archive, id)).toEqual([
      'box.zip catalogued',
      'box.zip!/copy.txt duplicate',
      'box.zip!/new.txt catalogued',
    ])
    await archive.call('history.undo', {})
    expect((await archive.call('archive.summary', {})).documents).toBe(1)
  })

  it('that lie in one another without end are refused at the sixth level, with that reason', async () => {
    let box = await makeZip({ 'end.txt': 'The innermost.' })
    for (let depth = 0; depth < 7; depth++) box = await makeZip({ [`box-${depth}.zip`]: box })
    const archive = await anArchive().withFile('outer.zip', box).open()
    const [first] = (await archive.call('imports.list', { limit: 1 })).imports
    const { files } = await archive.call('imports.files', {
      id: first?.id ?? '',
      states: ['refused'],
      offset: 0,
      limit: 9,
    })
    expect(files.map(({ reason }) => reason)).toEqual(['too-deep'])
  })
})

describe('moving', () => {
  it('removes a source only once its original is safe, and leaves what was refused', async () => {
    const archive = await anArchive().open()
    await place(archive, { 'a.txt': 'A text.', 'copy.txt': 'A text.', 'empty.txt': '' })
    const { id } = await archive.call('imports.start', { paths: [archive.sources], tags: [], afterwards: 'remove' })
    await within(waitForImport(archive.archive, id))
    expect(await readdir(archive.sources)).toEqual(['empty.txt'])
    expect((await archive.call('archive.verify', {})).problems).toEqual([])
  })

  it('leaves a source whose original is not what it should be', async () => {
    const archive = await anArchive().withFile('a.txt', 'A text.').open()
    const [original = ''] = await filesBelow(path.join(archive.folder, 'originals'))
    const where = path.join(archive.folder, 'originals', original)
    await chmod(where, 0o644)
    await writeFile(where, 'A texT.')
    const { id } = await archive.call('imports.start', { paths: [archive.sources], tags: [], afterwards: 'remove' })
    await within(waitForImport(archive.archive, id))
    expect(await readdir(archive.sources)).toEqual(['a.txt'])
  })
})

describe('the ledger as CSV', () => {
  it('has a line for every file, and is safe to open in a spreadsheet', async () => {
    const archive = await anArchive().withFile('=1+1.txt', 'A text.').withFile('empty.txt', '').open()
    const [first] = (await archive.call('imports.list', { limit: 1 })).imports
    const { csv, total } = await archive.call('imports.ledger', { id: first?.id ?? '', offset: 0, limit: 10 })
    expect(total).toBe(2)
    expect(csv.split('\r\n')[0]).toBe('path,state,document,reason,detail')
    expect(csv).toMatch(/empty\.txt,refused,,empty,/)
  })
})

describe('a source that vanished after its copy was made', () => {
  it('is taken in from the copy when the import goes on', async () => {
    const archive = await anArchive().open()
    await mkdir(archive.sources, { recursive: true })
    await place(archive, { 'a.txt': 'A text on a stick.' })
    // As a program leaves it that ends between storing and reading.
    await archive.close()
    const { reader, asked } = hesitantReader()
    const stick = reopen(archive.folder, { reader })
    await place(stick, { 'slow.txt': 'Another text on the stick.' })
    const { id } = await stick.call('imports.start', { paths: [stick.sources], tags: [] })
    await within(asked)
    await within(stick.close())
    await rm(stick.sources, { recursive: true })
    const again = reopen(archive.folder, { resumeImports: true })
    expect(await within(waitForImport(again.archive, id))).toMatchObject({
      state: 'done',
      imported: 2,
      failed: 0,
    })
  })

  it('is taken in from its lasting place where the program ended between moving and naming it', async () => {
    const archive = await anArchive().open()
    await archive.close()
    const { reader, asked } = hesitantReader()
    const stick = reopen(archive.folder, { reader })
    await place(stick, { 'slow.txt': 'A text on a stick.' })
    const { id } = await stick.call('imports.start', { paths: [stick.sources], tags: [] })
    await within(asked)
    await within(stick.close())
    const incoming = path.join(archive.folder, 'originals', '.incoming')
    const [copy = ''] = await readdir(incoming)
    const sha256 = createHash('sha256').update('A text on a stick.').digest('hex')
    const lasting = path.join(archive.folder, 'originals', sha256.slice(0, 2), sha256.slice(2, 4))
    await mkdir(lasting, { recursive: true })
    await rename(path.join(incoming, copy), path.join(lasting, `${sha256}.txt`))
    await rm(stick.sources, { recursive: true })
    const again = reopen(archive.folder, { resumeImports: true })
    expect(await within(waitForImport(again.archive, id))).toMatchObject({ state: 'done', imported: 1, failed: 0 })
    expect((await again.call('archive.verify', {})).warnings).toEqual([])
  })
})
