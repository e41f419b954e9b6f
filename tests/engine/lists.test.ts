import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import type { CallInput } from '../../electron/contract/calls.ts'
import { openZipBag } from '../../electron/engine/preservation/bag-source.ts'
import { extractText } from '../../electron/workers/extraction/extract-text.ts'
import { type TestArchive, anArchive } from '../support/an-archive.ts'
import { texts } from '../support/three-languages.ts'
import { readXml } from '../support/xml-tree.ts'

type Order = CallInput<'exports.run'>

async function exported(archive: TestArchive, format: Order['format'], more: Partial<Order> = {}): Promise<string> {
  const to = path.join(path.dirname(archive.folder), `list-${Math.random()}.${format}`)
  const usual = {
    exportId: 'one',
    selection: { query: '' },
    format,
    title: 'A <list> & more',
    date: '2026-03-01',
  } as const
  await archive.call('exports.run', { ...usual, to, ...more })
  return to
}

async function partsOf(zip: string): Promise<Map<string, string>> {
  const source = await openZipBag(zip)
  const parts = new Map<string, string>()
  for (const name of source.names) parts.set(name, await textOf(await source.open(name)))
  source.close()
  return parts
}

const dangerous = '=HYPERLINK("http://example.org";"x")'

async function archiveOfThree(): Promise<TestArchive> {
  const archive = await anArchive()
    .withFile('accord.txt', texts['accord.txt'])
    .withFile('itifaq.txt', texts['itifaq.txt'])
    .withFile('story.txt', 'The <b>third</b> & last\n\nKigali, 3 March 2026. A text about "quotes" and\nbroken lines.')
    .open()
  const id = await archive.idOf('story.txt')
  await archive.call('documents.describe', { id, changes: { title: dangerous, issued: '2026-03' } })
  return archive
}

async function textsIn(file: string, name: string): Promise<string> {
  const { pages } = await extractText({ name, bytes: await readFile(file) })
  return pages.map(({ text }) => text).join('\n')
}

describe('a workbook', () => {
  it('has a row for each document, which a spreadsheet reads as text and never as a formula', async () => {
    const file = await exported(await archiveOfThree(), 'xlsx')
    const parts = await partsOf(file)
    for (const [name, content] of parts) expect(() => readXml(content), name).not.toThrow()
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
    expect(sheet).not.toContain('<f>')
    expect(sheet.match(/<row /g)).toHaveLength(4)
    const text = await textsIn(file, 'list.xlsx')
    for (const words of [dangerous, 'Accord de coopération militaire', 'اتفاقية التعاون العسكري'])
      expect(text).toContain(words)
  })
})

describe('a document for a word processor', () => {
  it('has a cover with the contents, then every text, from right to left where it is Arabic', async () => {
    const file = await exported(await archiveOfThree(), 'docx')
    const parts = await partsOf(file)
    for (const [name, content] of parts) expect(() => readXml(content), name).not.toThrow()
    const main = parts.get('word/document.xml') ?? ''
    expect(main.match(/<w:hyperlink /g)).toHaveLength(3)
    expect(main.match(/<w:bookmarkStart /g)).toHaveLength(3)
    expect(main).toContain('<w:bidi/>')
    const text = await textsIn(file, 'texts.docx')
    for (const words of ['A <list> & more', 'L’accord porte sur la formation commune', 'وقّع الوزيران', 'broken lines'])
      expect(text).toContain(words)
  })
})

describe('a page to print', () => {
  it('leads from its contents to every text, runs nothing and escapes everything', async () => {
    const html = await readFile(await exported(await archiveOfThree(), 'html'), 'utf8')
    const anchors = [...html.matchAll(/href="#(\w+)"/g)].map(([, id]) => id)
    const sections = [...html.matchAll(/<section id="(\w+)"/g)].map(([, id]) => id)
    expect(anchors).toEqual(sections)
    expect(sections).toHaveLength(3)
    expect(html).not.toMatch(/<script|<b>third/)
    expect(html).toContain('<h1 dir="auto">A &lt;list&gt; &amp; more</h1>')
    expect(html).toContain('lang="ar"')
  })
})

describe('what a search cluster loads', () => {
  it('is a bulk request of pairs of lines, whose fields the mapping knows', async () => {
    const parts = await partsOf(await exported(await archiveOfThree(), 'search-cluster'))
    expect([...parts.keys()].sort()).toEqual(['README.txt', 'bulk.ndjson', 'mapping.json'])
    const lines = (parts.get('bulk.ndjson') ?? '')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines).toHaveLength(6)
    const { mappings } = JSON.parse(parts.get('mapping.json') ?? '') as { mappings: { properties: object } }
    const known = Object.keys(mappings.properties)
    for (const [at, line] of lines.entries())
      if (at % 2 === 0) expect(line).toEqual({ index: { _index: 'chancery', _id: lines[at + 1]?.['id'] } })
      else expect(known).toEqual(expect.arrayContaining(Object.keys(line)))
    const story = lines.find(({ title }) => title === dangerous)
    expect(story).toMatchObject({ issued: '2026-03', issued_range: { gte: '2026-03-01', lte: '2026-03-31' } })
    expect(lines.some((line) => String(line['text_ar']).includes('الوزيران'))).toBe(true)
  })
})

describe('every list', () => {
  it.each(['csv', 'xlsx', 'docx', 'html', 'csl-json', 'ris', 'bibtex', 'search-cluster'] as const)(
    '(%s) is the same bytes for the same day',
    async (format) => {
      const archive = await archiveOfThree()
      const [one, two] = [await exported(archive, format), await exported(archive, format)]
      expect((await readFile(one)).equals(await readFile(two))).toBe(true)
    },
  )

  it.each(['csv', 'xlsx', 'docx', 'html', 'csl-json', 'ris', 'bibtex', 'search-cluster'] as const)(
    '(%s) is searched for marked words before it has its name, and says so',
    async (format) => {
      const archive = await archiveOfThree()
      await archive.call('redactions.add', { words: 'militaire', reason: '' })
      await archive.call('access.set', {
        ...{ selection: { query: 'lang:ar' }, condition: { reason: 'Secret', review: '' } },
      })
      const to = path.join(path.dirname(archive.folder), 'list')
      const order = { exportId: 'one', selection: { query: '' }, format, title: '', to } as const
      const { withheld } = await archive.call('exports.run', order)
      expect(withheld).toMatchObject({ restricted: 1, marks: 1 })
      expect(withheld?.filesSearched).toBeGreaterThan(0)
    },
  )

  it('is not left where a marked word would stand in it', async () => {
    const archive = await archiveOfThree()
    // The header of the list has this word, and no list can do without.
    await archive.call('redactions.add', { words: 'dcterms', reason: '' })
    await expect(exported(archive, 'csv')).rejects.toMatchObject({ code: 'redaction-failed' })
    expect(await readdir(path.dirname(archive.folder))).toEqual(['archive', 'sources'])
  })

  it('in CSV begins with a byte order mark, unless that is not wanted', async () => {
    const archive = await archiveOfThree()
    expect(await readFile(await exported(archive, 'csv'), 'utf8')).toMatch(/^\ufeffdcterms:identifier/)
    expect(await readFile(await exported(archive, 'csv', { withoutMark: true }), 'utf8')).toMatch(/^dcterms:identifier/)
  })
})
