import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { VerifyReport } from '../../electron/contract/schemas.ts'
import { verifyPath } from '../../electron/engine/preservation/verify-path.ts'
import { type BagFiles, bagFiles, writeFiles } from '../support/a-bag.ts'
import { doubtful, manifest, sound, unsound } from '../support/bag-cases.ts'
import { aFolder } from '../support/a-folder.ts'
import { makeZip } from '../support/makers/zip-maker.ts'

const never = new AbortController().signal

async function verifyFolder(files: Readonly<BagFiles>): Promise<VerifyReport> {
  const folder = await aFolder()
  await writeFiles(folder, files)
  return verifyPath(folder, never)
}

const codesOf = (findings: VerifyReport['problems']): string[] => [...new Set(findings.map(({ code }) => code))].sort()

describe('a bag that is not sound', () => {
  it.each(unsound)('is found by %s', async (_, files, codes) => {
    const report = await verifyFolder(files)
    expect(report).toMatchObject({ what: 'bag', valid: false })
    expect(codesOf(report.problems)).toEqual(codes)
  })

  it('is found in a zip file too', async () => {
    const folder = await aFolder()
    const zip = path.join(folder, 'bag.zip')
    await writeFile(zip, await makeZip(bagFiles({ 'data/a.txt': 'other' })))
    expect(codesOf((await verifyPath(zip, never)).problems)).toEqual(['file-changed'])
  })
})

describe('a sound bag', () => {
  it.each(sound)('is %s', async (_, files) => {
    const report = await verifyFolder(files)
    expect(report.problems).toEqual([])
    expect(report.valid).toBe(true)
  })

  it('may lie in a zip file, in a folder of it', async () => {
    const folder = await aFolder()
    const zip = path.join(folder, 'bag.zip')
    const files = Object.entries(bagFiles()).map(([name, content]) => [`the-bag/${name}`, content] as const)
    await writeFile(zip, await makeZip(Object.fromEntries(files)))
    expect(await verifyPath(zip, never)).toMatchObject({ valid: true, filesChecked: 2 })
  })

  it.each(doubtful)('is sound, with a warning, with %s', async (_, files, codes) => {
    const report = await verifyFolder(files)
    expect(report.valid).toBe(true)
    expect(codesOf(report.warnings)).toEqual(codes)
  })
})

describe('the payload folder of a bag', () => {
  const nothing = bagFiles({
    'data/a.txt': undefined,
    'data/deep/b.txt': undefined,
    [manifest]: '',
    'bag-info.txt': 'Payload-Oxum: 0.0\n',
  })

  it('may be empty', async () => {
    const folder = await aFolder()
    await writeFiles(folder, nothing)
    await mkdir(path.join(folder, 'data'))
    expect(await verifyPath(folder, never)).toMatchObject({ valid: true, filesChecked: 0 })
  })

  it('must be there', async () => {
    expect(codesOf((await verifyFolder(nothing)).problems)).toEqual(['no-payload'])
  })
})

describe('a link in a bag', () => {
  it.each(['data/c.txt', 'data/folder', 'notes.txt'])('is named, and not followed: %s', async (name) => {
    const folder = await aFolder()
    await writeFiles(folder, bagFiles())
    await symlink(name.endsWith('folder') ? path.join(folder, 'data') : '/etc/hostname', path.join(folder, name))
    const report = await verifyPath(folder, never)
    expect(report.problems).toMatchObject([{ code: 'link', subject: name }])
  })

  it('does not stand for a file that a manifest names', async () => {
    const folder = await aFolder()
    await writeFiles(folder, bagFiles({ 'data/a.txt': undefined, 'elsewhere.txt': 'alpha' }))
    await symlink('../elsewhere.txt', path.join(folder, 'data', 'a.txt'))
    expect(codesOf((await verifyPath(folder, never)).problems)).toEqual(['file-missing', 'link', 'oxum'])
  })
})

describe('what is no bag', () => {
  it('is nothing at all', async () => {
    const absent = path.join(await aFolder(), 'absent')
    await expect(verifyPath(absent, never)).rejects.toMatchObject({ code: 'path-not-found' })
  })

  it.each([
    ['a text', 'a text'],
    ['nothing', ''],
    ['the beginning of a zip file', Buffer.from('504b0304140000000800', 'hex')],
  ])('is a file with %s', async (_, content) => {
    const file = path.join(await aFolder(), 'bag.zip')
    await writeFile(file, content)
    await expect(verifyPath(file, never)).rejects.toMatchObject({ code: 'archive-damaged' })
  })

  it('is an empty folder', async () => {
    const report = await verifyPath(await aFolder(), never)
    expect(codesOf(report.problems)).toEqual(['no-declaration', 'no-manifest', 'no-payload'])
  })

  it('gives up when it is told to', async () => {
    const folder = await aFolder()
    await writeFiles(folder, bagFiles())
    await expect(verifyPath(folder, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
    await rm(folder, { recursive: true })
  })
})
