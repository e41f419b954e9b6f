import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openFolderWriter } from '../../electron/engine/exporting/folder-writer.ts'
import { encoded, measured } from '../../electron/engine/exporting/package-writer.ts'
import { verifyPath } from '../../electron/engine/preservation/verify-path.ts'
import { aFolder } from '../support/a-folder.ts'
import { threeLanguages } from '../support/three-languages.ts'

describe('text that comes in pieces', () => {
  it('has the bytes of the whole text, however it is cut', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.nat(400_000).map((length) => 'ﷺ'.repeat(length)),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const bytes = Buffer.concat(Array.from(encoded(pieces), (some) => Buffer.from(some)))
        expect(bytes.equals(Buffer.from(pieces.join('')))).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a package in a folder', () => {
  it('tells of each file what was written, short or long', async () => {
    const folder = await aFolder()
    const source = path.join(folder, 'source')
    const long = Buffer.alloc(3_500_000, 'long ')
    await writeFile(source, long)
    const writer = await openFolderWriter(path.join(folder, 'package'))
    expect(await writer.add('a', { path: source, bytes: long.length })).toEqual(measured('a', long))
    expect(await writer.add('b/c', { pieces: ['é', 'à'] })).toEqual(measured('b/c', Buffer.from('éà')))
    expect(await writer.add('d', 'whole')).toEqual(measured('d', Buffer.from('whole')))
    expect(await writer.finish()).toBe(long.length + 4 + 5)
    expect((await readFile(path.join(folder, 'package', 'a'))).equals(long)).toBe(true)
  })

  it('goes on with what an export that was killed had written, and takes nothing of it that is not whole', async () => {
    const archive = await threeLanguages().open()
    const to = path.join(path.dirname(archive.folder), 'package')
    const exportIt = (name: string) =>
      archive.call('exports.run', { exportId: 'one', selection: { query: '' }, format: 'bag', to: name, title: '' })
    await exportIt(to)
    const originals = await readdir(path.join(to, 'data', 'originals'))
    const again = `${to}-again`
    const begun = path.join(`${again}.partial`, 'data', 'originals')
    await mkdir(begun, { recursive: true })
    const [whole = '', changed = ''] = originals
    const bytes = await readFile(path.join(to, 'data', 'originals', changed))
    bytes[0] = (bytes[0] ?? 0) ^ 1
    await writeFile(path.join(begun, whole), await readFile(path.join(to, 'data', 'originals', whole)))
    await writeFile(path.join(begun, changed), bytes)
    await writeFile(path.join(begun, 'of another'), 'export')
    const inodes = await Promise.all([whole, changed].map(async (name) => (await stat(path.join(begun, name))).ino))
    await exportIt(again)
    const place = (name: string) => path.join(again, 'data', 'originals', name)
    const now = await Promise.all([whole, changed].map(async (name) => (await stat(place(name))).ino))
    expect([now[0] === inodes[0], now[1] === inodes[1]]).toEqual([true, false])
    expect(await verifyPath(again, new AbortController().signal)).toMatchObject({ valid: true })
    expect(await readdir(path.join(again, 'data', 'originals'))).toEqual(originals)
    expect((await readdir(path.dirname(to))).filter((name) => name.includes('partial'))).toEqual([])
  })

  it('is written by one export at a time', async () => {
    const target = path.join(await aFolder(), 'package')
    const first = await openFolderWriter(target)
    await first.add('a', 'one')
    await expect(openFolderWriter(target)).rejects.toMatchObject({ code: 'target-exists' })
    await first.finish()
    expect(await readdir(path.dirname(target))).toEqual(['package'])
  })
})
