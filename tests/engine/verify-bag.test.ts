import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { VerifyReport } from '../../electron/contract/schemas.ts'
import { verifyPath } from '../../electron/engine/preservation/verify-path.ts'
import { type BagFiles, bagFiles, declaration, digestOf, manifestOf, payload, writeFiles } from '../support/a-bag.ts'
import { aFolder } from '../support/a-folder.ts'
import { makeZip } from '../support/makers/zip-maker.ts'

const never = new AbortController().signal

async function verifyFolder(files: Readonly<BagFiles>): Promise<VerifyReport> {
  const folder = await aFolder()
  await writeFiles(folder, files)
  return verifyPath(folder, never)
}

const codesOf = (findings: VerifyReport['problems']): string[] => [...new Set(findings.map(({ code }) => code))].sort()

const manifest = 'manifest-sha256.txt'
const line = (name: string, content = 'alpha'): string => `${digestOf(content)}  ${name}\n`
const tagManifest = (files: Readonly<BagFiles>): string =>
  manifestOf(Object.fromEntries(Object.entries(files).filter(([name]) => !name.startsWith('data/'))))
const withTagManifest = (files: BagFiles): BagFiles => ({ ...files, 'tagmanifest-sha256.txt': tagManifest(files) })

/** What makes a bag unsound, with the codes that it must be found by. */
const unsound: readonly (readonly [string, BagFiles, readonly string[]])[] = [
  ['no declaration', bagFiles({ 'bagit.txt': undefined }), ['no-declaration']],
  ['an empty declaration', bagFiles({ 'bagit.txt': '' }), ['declaration']],
  ['a declaration without its encoding', bagFiles({ 'bagit.txt': 'BagIt-Version: 1.0\n' }), ['declaration']],
  ['a declaration with a third line', bagFiles({ 'bagit.txt': `${declaration}More: x\n` }), ['declaration']],
  ['a declaration with a byte order mark', bagFiles({ 'bagit.txt': `\ufeff${declaration}` }), ['declaration']],
  ['a version that does not exist', bagFiles({ 'bagit.txt': declaration.replace('1.0', '7.3') }), ['version']],
  ['no payload manifest', bagFiles({ [manifest]: undefined }), ['no-manifest']],
  [
    'a manifest of an unknown algorithm alone',
    bagFiles({ [manifest]: undefined, 'manifest-crc32.txt': 'aa  data/a.txt\n' }),
    ['no-manifest'],
  ],
  ['a changed payload file', bagFiles({ 'data/a.txt': 'alphA' }), ['file-changed']],
  ['a shortened payload file', bagFiles({ 'data/a.txt': '' }), ['file-changed']],
  ['a missing payload file', bagFiles({ 'data/a.txt': undefined }), ['file-missing', 'oxum']],
  ['a payload file that no manifest names', bagFiles({ 'data/c.txt': 'gamma' }), ['file-unlisted', 'oxum']],
  [
    'a payload file that one of two manifests leaves out',
    bagFiles({ 'manifest-sha512.txt': manifestOf({ 'data/a.txt': 'alpha' }, 'sha512') }),
    ['file-unlisted'],
  ],
  [
    'a wrong digest in one of two manifests',
    bagFiles({ 'manifest-sha512.txt': manifestOf({ ...payload, 'data/a.txt': 'x' }, 'sha512') }),
    ['file-changed'],
  ],
  [
    'a manifest line without a name',
    bagFiles({ [manifest]: `${manifestOf(payload)}${digestOf('x')}\n` }),
    ['manifest-line'],
  ],
  [
    'a manifest line without a digest',
    bagFiles({ [manifest]: `${manifestOf(payload)}data/a.txt\n` }),
    ['manifest-line'],
  ],
  [
    'a manifest that names a file twice',
    bagFiles({ [manifest]: `${manifestOf(payload)}${line('data/a.txt')}` }),
    ['named-twice'],
  ],
  [
    'a payload manifest that names a tag file',
    bagFiles({ [manifest]: `${manifestOf(payload)}${line('bagit.txt', declaration)}` }),
    ['outside-payload'],
  ],
  [
    'a name that leads up',
    bagFiles({ [manifest]: `${manifestOf(payload)}${line('data/../../secret')}` }),
    ['unsafe-name'],
  ],
  ['an absolute name', bagFiles({ [manifest]: `${manifestOf(payload)}${line('/etc/passwd')}` }), ['unsafe-name']],
  ['a name in somebody’s home', bagFiles({ [manifest]: `${manifestOf(payload)}${line('~root/x')}` }), ['unsafe-name']],
  ['a name on a drive', bagFiles({ [manifest]: `${manifestOf(payload)}${line('C:\\x')}` }), ['unsafe-name']],
  ['a Payload-Oxum with other bytes', bagFiles({ 'bag-info.txt': 'Payload-Oxum: 8.2\n' }), ['oxum']],
  ['a Payload-Oxum with another count', bagFiles({ 'bag-info.txt': 'Payload-Oxum: 9.3\n' }), ['oxum']],
  ['a line of bag-info.txt without a label', bagFiles({ 'bag-info.txt': 'no label here\n' }), ['info-line']],
  [
    'a manifest that is not UTF-8',
    bagFiles({ [manifest]: Buffer.concat([Buffer.from(manifestOf(payload)), Buffer.from([0xff, 0x0a])]) }),
    ['file-unlisted', 'tag-file-encoding'],
  ],
  [
    'a tag file changed after its manifest',
    { ...withTagManifest(bagFiles()), 'bag-info.txt': 'Payload-Oxum: 9.2\n' },
    ['file-changed'],
  ],
  [
    'a tag manifest that names a missing file',
    { ...bagFiles(), 'tagmanifest-sha256.txt': line('gone.txt') },
    ['file-missing'],
  ],
  ['a tag manifest that leads out', { ...bagFiles(), 'tagmanifest-sha256.txt': line('../gone.txt') }, ['unsafe-name']],
  [
    'a file yet to be fetched',
    bagFiles({ 'data/a.txt': undefined, 'fetch.txt': 'https://example.org/a 5 data/a.txt\n' }),
    ['file-missing', 'oxum'],
  ],
  ['a fetch line that leads out', bagFiles({ 'fetch.txt': 'https://example.org/a 5 ../a.txt\n' }), ['unsafe-name']],
  ['a broken fetch line', bagFiles({ 'fetch.txt': 'nothing\n' }), ['fetch-line']],
]

/** Bags that are sound although they look unusual. */
const sound: readonly (readonly [string, BagFiles])[] = [
  ['the plainest one', bagFiles()],
  ['one with a tag manifest', withTagManifest(bagFiles())],
  ['one without bag-info.txt', bagFiles({ 'bag-info.txt': undefined })],
  [
    'one with CRLF line ends',
    bagFiles({
      'bagit.txt': declaration.replaceAll('\n', '\r\n'),
      [manifest]: manifestOf(payload).replaceAll('\n', '\r\n'),
    }),
  ],
  ['one with CR line ends', bagFiles({ [manifest]: manifestOf(payload).replaceAll('\n', '\r') })],
  ['one without a last line end', bagFiles({ [manifest]: manifestOf(payload).trimEnd() })],
  [
    'one with digests in capitals',
    bagFiles({
      [manifest]: Object.entries(payload)
        .map(([name, text]) => `${digestOf(text).toUpperCase()} ${name}\n`)
        .join(''),
    }),
  ],
  ['one with the asterisks of checksum programs', bagFiles({ [manifest]: manifestOf(payload).replaceAll('  ', ' *') })],
  ['one with names that begin with ./', bagFiles({ [manifest]: manifestOf(payload).replaceAll('  data', '  ./data') })],
  ['one with MD5', bagFiles({ [manifest]: undefined, 'manifest-md5.txt': manifestOf(payload, 'md5') })],
  [
    'one with four algorithms',
    bagFiles(
      Object.fromEntries(['md5', 'sha1', 'sha512'].map((each) => [`manifest-${each}.txt`, manifestOf(payload, each)])),
    ),
  ],
  ['one of version 0.97', bagFiles({ 'bagit.txt': declaration.replace('1.0', '0.97') })],
  [
    'one with blanks in a name',
    bagFiles({
      'data/a name.txt': 'x',
      [manifest]: manifestOf({ ...payload, 'data/a name.txt': 'x' }),
      'bag-info.txt': undefined,
    }),
  ],
  [
    'one with an encoded line break in a name',
    bagFiles({
      'data/a\nb.txt': 'x',
      [manifest]: `${manifestOf(payload)}${line('data/a%0Ab.txt', 'x')}`,
      'bag-info.txt': undefined,
    }),
  ],
  [
    'one with an encoded per cent sign in a name',
    bagFiles({
      'data/5%.txt': 'x',
      [manifest]: `${manifestOf(payload)}${line('data/5%25.txt', 'x')}`,
      'bag-info.txt': undefined,
    }),
  ],
  [
    'one whose manifest writes é in two characters',
    bagFiles({
      'data/\u00e9.txt': 'x',
      [manifest]: `${manifestOf(payload)}${line('data/e\u0301.txt', 'x')}`,
      'bag-info.txt': undefined,
    }),
  ],
  [
    'one with a folded value in bag-info.txt',
    bagFiles({ 'bag-info.txt': 'External-Description: a long\n  description\nPayload-Oxum: 9.2\n' }),
  ],
  ['one with other tag files and folders', bagFiles({ 'notes/readme.txt': 'hello' })],
  [
    'one with nothing in it',
    bagFiles({
      'data/a.txt': undefined,
      'data/deep/b.txt': undefined,
      [manifest]: '',
      'bag-info.txt': 'Payload-Oxum: 0.0\n',
    }),
  ],
  ['one whose fetched files are there', bagFiles({ 'fetch.txt': 'https://example.org/a 5 data/a.txt\n' })],
]

/** Bags that are sound, with something that should be said. */
const doubtful: readonly (readonly [string, BagFiles, readonly string[]])[] = [
  ['a second manifest of an unknown algorithm', bagFiles({ 'manifest-crc32.txt': 'aa  data/a.txt\n' }), ['algorithm']],
  [
    'another encoding of tag files',
    bagFiles({ 'bagit.txt': declaration.replace('UTF-8', 'ISO-8859-1') }),
    ['encoding'],
  ],
]

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
    expect(codesOf(report.problems)).toEqual(['no-declaration', 'no-manifest'])
  })

  it('gives up when it is told to', async () => {
    const folder = await aFolder()
    await writeFiles(folder, bagFiles())
    await expect(verifyPath(folder, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
    await rm(folder, { recursive: true })
  })
})
