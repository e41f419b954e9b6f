import { execFileSync } from 'node:child_process'
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CallInput } from '../../electron/contract/calls.ts'
import { descriptions } from '../../electron/engine/exporting/metadata/descriptions.ts'
import { recordsName } from '../../electron/engine/exchange/record-lines.ts'
import { safeFileName } from '../../electron/engine/exporting/package-names.ts'
import { parseManifest } from '../../electron/engine/preservation/bag-tag-files.ts'
import { verifyPath } from '../../electron/engine/preservation/verify-path.ts'
import { filesBelow, unlock } from '../support/a-folder.ts'
import { type TestArchive, anArchive } from '../support/an-archive.ts'
import { texts, threeLanguages } from '../support/three-languages.ts'

const never = new AbortController().signal

type Format = CallInput<'exports.run'>['format']
async function exportTo(archive: TestArchive, name: string, format: Format, query = '') {
  const to = path.join(path.dirname(archive.folder), name)
  const input = { exportId: 'one', selection: { query }, format, to, title: 'Texts   for a “stranger”' }
  return archive.call('exports.run', input)
}

function hasProgram(name: string): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('an export that cannot be', () => {
  it('is one of nothing', async () => {
    const archive = await threeLanguages().open()
    await expect(exportTo(archive, 'bag', 'bag', 'zzz')).rejects.toMatchObject({ code: 'nothing-to-export' })
    expect(await readdir(path.dirname(archive.folder))).toEqual(['archive', 'sources'])
  })

  it.each(['bag', 'bag-zip', 'csv'] as const)('is a %s in the place of something else', async (format) => {
    const archive = await threeLanguages().open()
    await writeFile(path.join(path.dirname(archive.folder), 'taken'), 'mine')
    await expect(exportTo(archive, 'taken', format)).rejects.toMatchObject({ code: 'target-exists' })
    expect(await readFile(path.join(path.dirname(archive.folder), 'taken'), 'utf8')).toBe('mine')
  })

  it('leaves nothing behind when it is given up', async () => {
    const archive = await threeLanguages().open()
    const controller = new AbortController()
    archive.archive.subscribe((event) => {
      if (event.type === 'exports.progress') controller.abort()
    })
    for (const format of ['bag', 'bag-zip'] as const) {
      const to = path.join(path.dirname(archive.folder), 'given-up')
      const input = { exportId: 'one', selection: { query: '' }, format, to, title: '' }
      await expect(archive.archive.call('exports.run', input, { signal: controller.signal })).rejects.toThrow()
    }
    expect(await readdir(path.dirname(archive.folder))).toEqual(['archive', 'sources'])
  })
})

describe('an exported bag', () => {
  it('has originals, texts and a list, and verifies', async () => {
    const archive = await threeLanguages().open()
    const result = await exportTo(archive, 'bag', 'bag', 'tag:cooperation')
    expect(result).toMatchObject({ documents: 3, problems: [], format: 'bag' })
    const described = new Set([...descriptions.map(([name]) => `data/${name}`), recordsName])
    const names = (await filesBelow(result.path))
      .filter((name) => !described.has(name) && !name.startsWith('reading/'))
      .map((name) => name.replace(/000[123]-/, ''))
    expect(names.sort()).toEqual([
      'bag-info.txt',
      'bagit.txt',
      'data/originals/accord.txt',
      'data/originals/communique.txt',
      'data/originals/itifaq.txt',
      'data/text/accord.txt.txt',
      'data/text/communique.txt.txt',
      'data/text/itifaq.txt.txt',
      'index.html',
      'manifest-sha256.txt',
      'manifest-sha512.txt',
      'tagmanifest-sha256.txt',
      'tagmanifest-sha512.txt',
    ])
    expect(await verifyPath(result.path, never)).toMatchObject({
      valid: true,
      filesChecked: 7 + descriptions.length,
      warnings: [],
    })
    const where = (await filesBelow(result.path)).find((name) => name.endsWith('-itifaq.txt')) ?? ''
    expect(await readFile(path.join(result.path, where), 'utf8')).toBe(texts['itifaq.txt'])
  })

  it.each(['sha256', 'sha512'])('verifies with the %ssum program', async (algorithm) => {
    if (!hasProgram(`${algorithm}sum`)) return
    const archive = await threeLanguages().open()
    const { path: bag } = await exportTo(archive, 'bag', 'bag')
    for (const name of [`manifest-${algorithm}.txt`, `tagmanifest-${algorithm}.txt`])
      expect(() =>
        execFileSync(`${algorithm}sum`, ['--check', '--strict', name], { cwd: bag, stdio: 'pipe' }),
      ).not.toThrow()
  })

  // A hundred times, the whole package is read again.
  it('shows one changed byte, wherever it is', async () => {
    const archive = await threeLanguages().open()
    const { path: bag } = await exportTo(archive, 'bag', 'bag')
    const names = await filesBelow(bag)
    // A tag manifest has no digest of its own: another letter case or line end in it says the same as before.
    const meaningOf = (content: Buffer): string => {
      const { lines, malformed } = parseManifest(content.toString())
      return JSON.stringify([lines.map(({ digest, name }) => [digest.toLowerCase(), name]), malformed])
    }
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (name, at, mask) => {
          const file = path.join(bag, name)
          const content = await readFile(file)
          const changed = Buffer.from(content)
          const where = at % content.length
          changed[where] = (changed[where] ?? 0) ^ mask
          const isSame = name.startsWith('tagmanifest') && meaningOf(changed) === meaningOf(content)
          await writeFile(file, changed)
          const { valid } = await verifyPath(bag, never)
          await writeFile(file, content)
          expect(valid).toBe(isSame)
        },
      ),
      { numRuns: 100 },
    )
    expect((await verifyPath(bag, never)).valid).toBe(true)
  }, 120_000)

  it('is complete in a zip file too, and shows a changed byte there', async () => {
    const archive = await threeLanguages().open()
    const { path: zip, bytes } = await exportTo(archive, 'bag.zip', 'bag-zip')
    const content = await readFile(zip)
    expect(content.length).toBe(bytes)
    expect(await verifyPath(zip, never)).toMatchObject({ valid: true, filesChecked: 9 + descriptions.length })
    const at = content.indexOf('0001-') + 60
    content[at] = (content[at] ?? 0) ^ 0x40
    await writeFile(zip, content)
    const found = await verifyPath(zip, never).then(
      (report) => !report.valid,
      () => true,
    )
    expect(found).toBe(true)
  })

  it.each(['bag', 'bag-zip'] as const)(
    '(%s) names originals that are missing or changed, and is sound for the rest',
    async (format) => {
      const archive = await anArchive().withFile('a.txt', 'Alpha.').withFile('b.txt', 'Beta.').open()
      const locate = async (name: string): Promise<string> => {
        const { file } = await archive.call('documents.get', { id: await archive.idOf(name) })
        return (await archive.call('files.locate', { id: file.id })).path
      }
      await rm(await locate('a.txt'))
      const changed = await locate('b.txt')
      await unlock(changed)
      await writeFile(changed, 'Gamma.')
      const { problems, path: bag } = await exportTo(archive, 'bag', format)
      expect(problems.sort()).toEqual([
        'a.txt: the original is missing',
        'b.txt: the original was changed since it was imported',
      ])
      expect((await verifyPath(bag, never)).valid).toBe(true)
    },
  )

  it('carries long and Arabic names, and verifies', async () => {
    const long = `${'ا'.repeat(110)}.txt`
    const archive = await anArchive()
      .withFile(long, 'A long name.')
      .withFile('بيان مشترك 50%.txt', 'An Arabic name.')
      .open()
    const { path: bag } = await exportTo(archive, 'bag', 'bag')
    expect((await verifyPath(bag, never)).problems).toEqual([])
    expect((await filesBelow(bag)).some((name) => name.includes('بيان مشترك'))).toBe(true)
  })

  it('says what it holds, in one line', async () => {
    const archive = await threeLanguages().open()
    const { path: bag } = await exportTo(archive, 'bag', 'bag')
    const info = await readFile(path.join(bag, 'bag-info.txt'), 'utf8')
    expect(info).toContain('External-Description: Texts for a “stranger” (4 documents)\n')
  })

  it('says how far it is', async () => {
    const archive = await threeLanguages().open()
    const heard: number[] = []
    archive.archive.subscribe((event) => {
      if (event.type === 'exports.progress') heard.push(event.done)
    })
    await exportTo(archive, 'bag', 'bag')
    expect(heard).toEqual([1, 2, 3, 4])
  })
})

describe('a list of documents', () => {
  it('opens in spreadsheets: a byte order mark, CRLF, a header in Dublin Core terms', async () => {
    const archive = await threeLanguages().open()
    const { path: csv } = await exportTo(archive, 'list.csv', 'csv')
    const content = await readFile(csv, 'utf8')
    expect(content.startsWith('\ufeffdcterms:identifier,dcterms:title,')).toBe(true)
    expect(content.split('\r\n')).toHaveLength(6)
    expect(content).toContain('اتفاقية التعاون العسكري')
  })

  it.each(['=HYPERLINK("http://x")', '+1', '-5', '@SUM(A1)', '=1,2'])('runs no formula: %s', async (title) => {
    const archive = await anArchive().withFile('a.txt', 'A text.').open()
    await archive.call('documents.describe', { id: await archive.idOf('a.txt'), changes: { title } })
    const { path: csv } = await exportTo(archive, 'list.csv', 'csv')
    const row = (await readFile(csv, 'utf8')).split('\r\n')[1] ?? ''
    expect(row.slice(27)).toMatch(/^"?'/)
  })
})

describe('a safe file name', () => {
  it.each([
    ['../../etc/passwd', '_.._etc_passwd'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['a:b*c?.pdf', 'a_b_c_.pdf'],
    ['...', 'file'],
    ['', 'file'],
    ['evil\u202egnp.exe', 'evilgnp.exe'],
    ['line\nbreak.txt', 'linebreak.txt'],
  ])('of %j is %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe)
  })

  it('is short, plain and never empty, for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = safeFileName(name)
        expect(safe).not.toBe('')
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(121)
        expect(safe).not.toMatch(/[\p{Cc}<>:"/\\|?*]/u)
        expect(safe).not.toMatch(/^\.|[. ]$/)
      }),
      { numRuns: 1000 },
    )
  })

  it('lets a file be made', async () => {
    const folder = path.join((await anArchive().open()).sources, 'names')
    await mkdir(folder)
    for (const name of ['ا'.repeat(500), '🤝'.repeat(100), 'e\u0301.txt'])
      await writeFile(path.join(folder, safeFileName(name)), '')
    expect(await readdir(folder)).toHaveLength(3)
  })
})
