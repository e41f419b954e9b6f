import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExportFormat } from '../../electron/contract/vocabulary.ts'
import { type TestArchive, anArchive } from '../support/an-archive.ts'
import { threeLanguages } from '../support/three-languages.ts'

async function exported(archive: TestArchive, format: ExportFormat): Promise<string> {
  const to = path.join(path.dirname(archive.folder), 'references')
  await archive.call('exports.run', { exportId: 'one', selection: { query: '' }, format, to, title: '' })
  return readFile(to, 'utf8')
}

describe('references', () => {
  const agreement =
    'AGREEMENT ON MILITARY COOPERATION\n\nbetween the Republic of Rwanda and the Kingdom of Morocco\n\nArticle 1\n'
  async function referencesAs(format: ExportFormat): Promise<string> {
    const archive = await anArchive().withFile('a.txt', agreement).withTags('one', 'two').open()
    const changes = {
      title: 'Agreement & {more} 100%',
      ...{ issued: '2025-06-17', issuer: 'The two ministries', place: 'Rabat' },
      kind: 'agreement' as const,
    }
    await archive.call('documents.describe', { id: await archive.idOf('a.txt'), changes })
    return exported(archive, format)
  }

  it('in CSL-JSON are treaties with their day, body and place', async () => {
    expect(JSON.parse(await referencesAs('csl-json'))).toMatchObject([
      {
        ...{ type: 'treaty', title: 'Agreement & {more} 100%', issued: { 'date-parts': [[2025, 6, 17]] } },
        ...{ author: [{ literal: 'The two ministries' }], 'publisher-place': 'Rabat', keyword: 'one, two' },
      },
    ])
  })

  it('in RIS begin with a type and end with ER', async () => {
    const lines = (await referencesAs('ris')).split('\r\n')
    expect(lines[0]).toBe('TY  - STAT')
    expect(lines).toEqual(expect.arrayContaining(['TI  - Agreement & {more} 100%', 'DA  - 2025/06/17/', 'KW  - two']))
    expect(lines.slice(-3)).toEqual(['ER  - ', '', ''])
  })

  it('in BibTeX escape what TeX would take for its own', async () => {
    const text = await referencesAs('bibtex')
    expect(text).toMatch(/^@misc\{[0-9A-Z]{26},\n/)
    expect(text).toContain('title = {{Agreement \\& \\{more\\} 100\\%}},')
    expect(text).toContain('year = {2025},\n  month = {6},')
  })

  it('of several documents make one list that can be read', async () => {
    const archive = await threeLanguages().open()
    expect(JSON.parse(await exported(archive, 'csl-json'))).toHaveLength(4)
  })
})
