import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { restoreCatalogue } from '../../electron/engine/preservation/restore-catalogue.ts'
import { verifyPath } from '../../electron/engine/preservation/verify-path.ts'
import { rowOf, rowText } from '../../electron/engine/sidecars/row-text.ts'
import { isSoundSidecar, readSidecar, sidecarText } from '../../electron/engine/sidecars/sidecar-text.ts'
import { anArchive, reopen } from '../support/an-archive.ts'
import { rebuild, recordOf, sidecarsOf } from '../support/records-in-folder.ts'
import { historyOf } from '../support/round-trip.ts'
import { texts, threeLanguages } from '../support/three-languages.ts'

const never = new AbortController().signal

describe('the record beside an original', () => {
  it('tells what the catalogue says of its document, so that people can read it', async () => {
    const archive = await threeLanguages().open()
    await archive.close()
    const { record } = await recordOf(archive.folder, 'itifaq.txt')
    expect(record['document']).toMatchObject([{ language: 'ar', issued: '2025-06-17' }])
    expect(record['page']?.[0]?.['text']).toBe(texts['itifaq.txt'])
    expect(record['tag']?.map((tag) => tag['path'])).toEqual(['cooperation/military'])
    expect(await sidecarsOf(archive.folder)).toHaveLength(4)
  })

  it('follows what people do, and is written when the archive is closed at the latest', async () => {
    const archive = await threeLanguages().open()
    await archive.call('documents.describe', { id: await archive.idOf('accord.txt'), changes: { title: 'Autrement' } })
    await archive.close()
    const { record } = await recordOf(archive.folder, 'accord.txt')
    expect(record['document']).toMatchObject([{ title: 'Autrement' }])
    expect(await verifyPath(archive.folder, never)).toMatchObject({ valid: true, warnings: [] })
  })

  it('is given to every document of an archive that an older program made', async () => {
    const archive = await threeLanguages().open()
    await archive.close()
    const db = new Database(path.join(archive.folder, 'catalogue.sqlite'))
    db.exec('DROP TABLE feed_reader; DROP TABLE fixity_check; DELETE FROM change_feed; PRAGMA user_version = 8')
    db.close()
    for (const where of await sidecarsOf(archive.folder)) await rm(where)
    const report = await verifyPath(archive.folder, never)
    expect(report.warnings.map(({ code }) => code)).toEqual([])
    const opened = reopen(archive.folder)
    await opened.close()
    expect(await sidecarsOf(archive.folder)).toHaveLength(4)
    expect(await verifyPath(archive.folder, never)).toMatchObject({ valid: true, warnings: [] })
  })

  it('comes out of its text as it went in, and not at all when a bit was changed', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.uint8Array())
    const row = fc.dictionary(fc.stringMatching(/^[a-z][a-z_]{0,12}$/), value)
    fc.assert(
      fc.property(fc.array(row, { maxLength: 3 }), fc.nat(), (page, at) => {
        const sidecar = { catalogueVersion: 9, archive: 'x', rows: new Map([['page', page] as const]) }
        const bytes = Buffer.from(sidecarText(sidecar))
        expect(readSidecar(bytes)?.rows.get('page')?.map(rowText)).toEqual(page.map(rowText))
        const place = at % bytes.length
        bytes[place] = (bytes[place] ?? 0) ^ (1 << (at % 8))
        expect(isSoundSidecar(bytes)).toBe(false)
        expect(readSidecar(bytes)).toBeUndefined()
      }),
    )
  })

  it.each(['', '{}', '{"sha256":"","record":{}}\n', 'null', '\u0000', '[]'])('is not %j', (text) => {
    expect(readSidecar(Buffer.from(text))).toBeUndefined()
  })

  it('keeps bytes of the catalogue as bytes', () => {
    const row = { number: 1, names: new Uint8Array([0, 255, 7]) }
    expect(rowOf(JSON.parse(rowText(row)) as Parameters<typeof rowOf>[0])['names']).toEqual(Buffer.from(row.names))
  })
})

describe('records in the folder', () => {
  const codes = async (folder: string) => {
    const { problems, warnings } = await verifyPath(folder, never)
    return [...problems, ...warnings].map(({ code }) => code)
  }

  it('that were exchanged for each other, or for older ones, are found', async () => {
    const archive = await threeLanguages().open()
    await archive.close()
    const [accord, tourism] = [
      await recordOf(archive.folder, 'accord.txt'),
      await recordOf(archive.folder, 'tourism.txt'),
    ]
    const [one, other] = [await readFile(accord.where), await readFile(tourism.where)]
    await writeFile(accord.where, other)
    expect(await codes(archive.folder)).toEqual(['sidecar-changed'])
    await writeFile(accord.where, one)
    const records = path.join(archive.folder, 'archive-records.ndjson')
    const older = await readFile(records)
    const changed = reopen(archive.folder)
    await changed.call('tags.assign', { selection: { query: '' }, add: ['new'], remove: [] })
    await changed.close()
    expect(await codes(archive.folder)).toEqual([])
    await writeFile(accord.where, one)
    await writeFile(records, older)
    expect((await codes(archive.folder)).sort()).toEqual(['records-behind', 'sealed-changed', 'sidecar-changed'])
  })

  it('are written again once a check of the open archive has found them unsound', async () => {
    const archive = await threeLanguages().open()
    await archive.close()
    const [first = '', second = ''] = await sidecarsOf(archive.folder)
    await rm(first)
    await writeFile(second, 'x')
    await writeFile(path.join(archive.folder, 'archive-records.ndjson'), 'x')
    const opened = reopen(archive.folder)
    const { problems } = await opened.call('archive.verify', {})
    expect(problems.map(({ code }) => code).sort()).toEqual(['records-changed', 'sidecar-changed'])
    await opened.close()
    expect(await codes(archive.folder)).toEqual([])
  })

  it('do not pass for those of today when the copy that was restored is as long as what it replaced', async () => {
    const archive = await anArchive().withFile('one.txt', 'The only text.').open()
    const { path: copy } = await archive.call('archive.backup', {})
    await archive.call('documents.describe', { id: await archive.idOf('one.txt'), changes: { title: 'Changed' } })
    await archive.close()
    await restoreCatalogue(archive.folder, copy, new Date())
    expect(await codes(archive.folder)).toEqual([])
    await rm(path.join(archive.folder, 'catalogue.sqlite'))
    await rebuild(archive.folder)
    const again = reopen(archive.folder)
    onTestFinished(() => again.close())
    expect((await historyOf(again)).map(({ act }) => act)).toEqual([
      ...['archive.rebuild', 'archive.restore', 'imports.start'],
    ])
  })

  it.each(['', 'x', '\u0000'.repeat(600)])('are asked for when the catalogue was cut down to %j', async (left) => {
    const archive = await threeLanguages().open()
    await archive.close()
    await writeFile(path.join(archive.folder, 'catalogue.sqlite'), left)
    expect(() => reopen(archive.folder)).toThrow(expect.objectContaining({ code: 'archive-damaged' }) as Error)
    expect(await rebuild(archive.folder)).toMatchObject({ documents: 4 })
  })
})
