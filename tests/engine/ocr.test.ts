import { describe, expect, it } from 'vitest'
import type { OcrStatus } from '../../electron/contract/schemas.ts'
import { createDirectReader } from '../../electron/workers/direct-reader.ts'
import { aPromise } from '../support/a-promise.ts'
import { anArchive, reopen, type TestArchive } from '../support/an-archive.ts'
import { FixedProgram, forever } from '../support/an-ocr-program.ts'
import { hesitantReader, place } from '../support/importing.ts'
import { linesOfText, makePdf, picturePage } from '../support/makers/pdf-maker.ts'
import { makeSmallScan } from '../support/makers/scan-maker.ts'

const release = [
  'PRESS RELEASE',
  '',
  'Kigali, 12 March 2024',
  '',
  'The ministers of defence signed an agreement on cooperation in the training of officers and on joint exercises today.',
].join('\n')

/** Waits until nothing is being read, and answers how it stands then. */
async function untilRead(archive: TestArchive): Promise<OcrStatus> {
  for (;;) {
    const changed = archive.waitFor((event) => event.type === 'archive.changed' && event.subjects.includes('ocr'))
    changed.catch(() => undefined)
    const status = await archive.call('ocr.status', {})
    if (!status.isBusy) return status
    await changed
  }
}

async function readAll(archive: TestArchive): Promise<OcrStatus> {
  await archive.call('ocr.start', {})
  return untilRead(archive)
}

async function recordOf(archive: TestArchive, name: string) {
  return archive.call('documents.get', { id: await archive.idOf(name) })
}

async function actsOf(archive: TestArchive, act: string) {
  const { events } = await archive.call('history.list', { offset: 0, limit: 100 })
  return events.filter((event) => event.act === act)
}

const scans = (program: FixedProgram, ...pages: number[]) =>
  pages.reduce(
    (built, count, at) => built.withFile(`scan-${at + 1}.pdf`, makeSmallScan(count)),
    anArchive().withOcr(program),
  )

describe('pictures of pages', () => {
  it('are read page by page, one act for each document, and can be searched then', async () => {
    const archive = await scans(new FixedProgram(release), 2, 1).open()
    expect(await archive.found('exercises')).toEqual([])
    expect(await archive.call('ocr.status', {})).toMatchObject({ available: true, waiting: 3, isBusy: false })
    expect(await readAll(archive)).toMatchObject({ waiting: 0, unreadable: 0, isOn: true })
    expect(await archive.found('exercises')).toEqual(['scan-1.pdf', 'scan-2.pdf'])
    const { pages } = await recordOf(archive, 'scan-1.pdf')
    expect(pages).toMatchObject([
      { number: 1, text: release, grade: 'ocr', confidence: 0.87 },
      { number: 2, text: release, grade: 'ocr' },
    ])
    const acts = await actsOf(archive, 'ocr.read')
    expect(acts.map(({ facts }) => facts['count']).sort()).toEqual([1, 2])
  })

  it('are counted by every search as what it cannot see', async () => {
    const archive = await scans(new FixedProgram(release), 2, 1)
      .withFile('mixed.pdf', makePdf([linesOfText(['A page of text.']), picturePage]))
      .withFile('note.txt', 'A note about a picture.')
      .open()
    expect((await archive.search('picture')).coverage).toMatchObject({
      picturePages: 4,
      pictureDocuments: 3,
      withoutText: 2,
    })
    await readAll(archive)
    const { coverage } = await archive.search('picture')
    expect(coverage).toMatchObject({ picturePages: 0, pictureDocuments: 0, withoutText: 0 })
  })

  it('of a document that had no text describe it, except where a person did', async () => {
    const archive = await scans(new FixedProgram(release), 1, 2).open()
    const byPerson = await archive.idOf('scan-2.pdf')
    await archive.call('documents.describe', { id: byPerson, changes: { title: 'Our own title', kind: 'letter' } })
    await readAll(archive)
    expect(await recordOf(archive, 'scan-1.pdf')).toMatchObject({
      kind: 'press-release',
      language: 'en',
      issued: '2024-03-12',
      place: 'Kigali',
    })
    expect(await recordOf(archive, 'scan-2.pdf')).toMatchObject({
      title: 'Our own title',
      kind: 'letter',
      issued: '2024-03-12',
    })
  })

  it('of a document that had text leave its description as it is', async () => {
    const mixed = makePdf([linesOfText(['A page of text about training.']), picturePage])
    const archive = await anArchive().withOcr(new FixedProgram(release)).withFile('mixed.pdf', mixed).open()
    const before = await recordOf(archive, 'mixed.pdf')
    await readAll(archive)
    const after = await recordOf(archive, 'mixed.pdf')
    const outline = { subtitle: '', notes: [], paragraphs: [] }
    const text = { pages: [], mentions: [], agreements: [], commitments: [], outline }
    expect({ ...after, ...text }).toEqual({ ...before, ...text })
    expect(after.pages.map(({ grade }) => grade)).toEqual(['text', 'ocr'])
  })

  it('in which nothing is found stay pictures and are not tried for ever', async () => {
    const program = new FixedProgram('', '~ |')
    const archive = await scans(program, 2).open()
    expect(await readAll(archive)).toMatchObject({ waiting: 0, unreadable: 2 })
    expect((await recordOf(archive, 'scan-1.pdf')).pages.map(({ grade }) => grade)).toEqual(['image', 'image'])
    expect(await actsOf(archive, 'ocr.read')).toEqual([])
    await readAll(archive)
    expect(program.given).toBe(2)
    await archive.call('ocr.start', { again: true })
    await untilRead(archive)
    expect(program.given).toBe(4)
  })
})

describe('undoing a reading', () => {
  it('takes texts, words and description back, and doing it again brings them back', async () => {
    const archive = await scans(new FixedProgram(release), 2).open()
    const before = await recordOf(archive, 'scan-1.pdf')
    await readAll(archive)
    const after = await recordOf(archive, 'scan-1.pdf')
    const { event } = await archive.call('history.undo', {})
    expect(await recordOf(archive, 'scan-1.pdf')).toEqual(before)
    expect(await archive.found('exercises')).toEqual([])
    expect((await archive.search('')).coverage).toMatchObject({ picturePages: 2, withoutText: 1 })
    expect(await untilRead(archive)).toMatchObject({ waiting: 0, unreadable: 2 })
    await archive.call('history.undo', { event })
    expect(await recordOf(archive, 'scan-1.pdf')).toEqual(after)
    expect(await archive.found('exercises')).toEqual(['scan-1.pdf'])
  })

  it('is refused where the text was changed since', async () => {
    const archive = await scans(new FixedProgram(release), 1).open()
    await readAll(archive)
    await archive.call('documents.describe', { id: await archive.idOf('scan-1.pdf'), changes: { title: 'Another' } })
    const [read] = await actsOf(archive, 'ocr.read')
    await expect(archive.call('history.undo', { event: read?.id ?? '' })).rejects.toMatchObject({
      code: 'undo-conflict',
    })
  })
})

describe('a reading under way', () => {
  it('stops when it is told to, keeps what it has read, and goes on later', async () => {
    const program = new FixedProgram('first page here', 'second page here', 'third page here')
    const atThird = aPromise()
    program.onPicture = (number, signal) => {
      if (number !== 3) return
      atThird.resolve()
      return forever(signal)
    }
    const archive = await scans(program, 3).open()
    await archive.call('ocr.start', {})
    await atThird.promise
    const document = await archive.idOf('scan-1.pdf')
    expect(await archive.call('ocr.status', {})).toMatchObject({ isBusy: true, running: { document, page: 3 } })
    expect(await archive.call('ocr.stop', {})).toMatchObject({ isBusy: false, isOn: false, waiting: 1, unreadable: 0 })
    expect(await archive.found('second')).toEqual(['scan-1.pdf'])
    program.onPicture = () => undefined
    expect(await readAll(archive)).toMatchObject({ waiting: 0 })
    expect(await archive.found('third')).toEqual(['scan-1.pdf'])
  })

  it('goes on by itself when the archive is opened again', async () => {
    const program = new FixedProgram('first page here', 'second page here')
    const atSecond = aPromise()
    program.onPicture = (number, signal) => {
      if (number !== 2) return
      atSecond.resolve()
      return forever(signal)
    }
    const archive = await scans(program, 2).open()
    await archive.call('ocr.start', {})
    await atSecond.promise
    await archive.close()
    const again = reopen(archive.folder, { ocr: new FixedProgram('what was missing') })
    expect(await untilRead(again)).toMatchObject({ waiting: 0, unreadable: 0 })
    expect(await again.found('missing')).toEqual(['scan-1.pdf'])
    expect(await again.found('first')).toEqual(['scan-1.pdf'])
  })

  it('begins by itself after an import, waits while one is busy, and stays off once it was switched off', async () => {
    const program = new FixedProgram('first page here')
    const { reader, asked, goOn } = hesitantReader()
    const archive = await anArchive().withReader(reader).withOcr(program, { byItself: true }).open()
    const paths = await place(archive, { 'scan.pdf': makeSmallScan(1), 'slow.txt': 'A slow text.' })
    const importing = archive.import(paths)
    await asked
    expect(program.given).toBe(0)
    goOn()
    await importing
    await untilRead(archive)
    expect(await archive.found('first')).toEqual(['scan.pdf'])
    await archive.call('ocr.stop', {})
    await archive.import(await place(archive, { 'more.pdf': makeSmallScan(2) }))
    expect(await archive.call('ocr.status', {})).toMatchObject({ isOn: false, isBusy: false, waiting: 2 })
    expect(program.given).toBe(1)
  })

  it('leaves a document alone that is removed meanwhile, and reads it should it come back', async () => {
    const program = new FixedProgram('first page here')
    const archive = await scans(program, 1).open()
    const id = await archive.idOf('scan-1.pdf')
    program.onPicture = async () => {
      program.onPicture = () => undefined
      await archive.call('documents.remove', { selection: { ids: [id] }, reason: '' })
    }
    expect(await readAll(archive)).toMatchObject({ waiting: 0 })
    expect(await actsOf(archive, 'ocr.read')).toEqual([])
    await archive.call('history.undo', {})
    await untilRead(archive)
    expect(await archive.found('first')).toEqual(['scan-1.pdf'])
  })
})

describe('what goes wrong', () => {
  it('with one page costs that page', async () => {
    const archive = await scans(new FixedProgram(new Error('too dark'), 'second page here'), 2).open()
    expect(await readAll(archive)).toMatchObject({ waiting: 0, unreadable: 1 })
    expect(await archive.found('second')).toEqual(['scan-1.pdf'])
  })

  it('with page after page is of the program: it stops, says why, and the pages wait', async () => {
    const archive = await scans(new FixedProgram(new Error('no languages')), 20).open()
    expect(await readAll(archive)).toMatchObject({ waiting: 20, unreadable: 0, failure: 'no languages' })
  })

  it('with the computer stops it at once', async () => {
    const full = Object.assign(new Error('no space left on device'), { syscall: 'write', code: 'ENOSPC' })
    const program = new FixedProgram('first page here', full)
    const archive = await scans(program, 3).open()
    expect(await readAll(archive)).toMatchObject({ waiting: 2, failure: 'no space left on device' })
    expect(program.given).toBe(2)
  })

  it('with drawing pages on this computer stops it too', async () => {
    const reader = { ...createDirectReader() }
    reader.render = () => Promise.resolve({ ok: false, isOfProgram: true, detail: 'no canvas' })
    const archive = await scans(new FixedProgram(release), 2).withReader(reader).open()
    expect(await readAll(archive)).toMatchObject({ waiting: 2, failure: 'no canvas' })
  })

  it('without a program leaves everything waiting, until there is one', async () => {
    const program = new FixedProgram(release)
    program.isInstalled = false
    const archive = await scans(program, 1).open()
    expect(await readAll(archive)).toMatchObject({ available: false, languages: [], waiting: 1 })
    program.isInstalled = true
    expect(await readAll(archive)).toMatchObject({ available: true, waiting: 0 })
    const without = await anArchive().withFile('scan.pdf', makeSmallScan(1)).open()
    expect(await readAll(without)).toMatchObject({ available: false, waiting: 1 })
  })
})
