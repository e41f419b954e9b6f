import { deflateSync } from 'node:zlib'
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { holdsHidden } from '../../electron/engine/access/hidden-words.ts'
import { Redactor, filler } from '../../electron/engine/access/redactor.rules.ts'
import { anArchive } from '../support/an-archive.ts'
import { makeZip } from '../support/makers/zip-maker.ts'
import { exportFrom } from '../support/round-trip.ts'

const redactor = new Redactor(['Karuretwa', 'Lefèvre', 'الخروبي'])
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

describe('a word that is written in pieces', () => {
  it.each([
    ...['Karu-\nretwa', 'Karu‐\r\nretwa', 'Karu\u200bretwa', 'Karu\u2060retwa', 'Karu\u00adretwa', 'Ka-ru-ret-wa'],
    ...['Karu\nretwa', 'Karu\tretwa', 'Karu–retwa', 'Karu**retwa', 'K a r u r e t w a', 'Karu_retwa', 'Karu/retwa'],
    ...['الخ-\nروبي', 'الخ\u200bروبي'],
  ])('is taken out: %j', (text) => {
    const clean = redactor.clean(`Before ${text}, after.`)
    expect(clean).toBe(`Before ${filler}, after.`)
    expect(redactor.holds(clean)).toBe(false)
  })

  it.each(['A car, you ret wander', 'Le fèv', 'Kar'])('is none in %j', (text) => {
    expect(redactor.clean(text)).toBe(text)
  })
})

describe('marked words that no reader of texts sees', () => {
  const pdf = (body: Buffer | string) => Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj\n'), Buffer.from(body)])
  const cases: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array])[] = [
    ['the author of an office file', () => makeZip({ 'docProps/core.xml': '<dc:creator>Mr Karuretwa</dc:creator>' })],
    [
      'a deletion in one',
      () => makeZip({ 'word/document.xml': '<w:delText>Karu</w:delText><w:delText>retwa</w:delText>' }),
    ],
    ['the name of a member', () => makeZip({ 'Karuretwa.txt': 'nothing' })],
    ['a member of a member', async () => makeZip({ 'inner.zip': await makeZip({ 'a.txt': 'Karuretwa' }) })],
    ['the properties of a PDF', () => pdf('<< /Author (Karuretwa) >>')],
    ['its UTF-16', () => pdf(Buffer.concat([Buffer.from('(þÿ', 'latin1'), utf16be('Lefèvre'), Buffer.from(')')]))],
    ['its hexadecimal digits', () => pdf(`<FEFF${utf16be('Karuretwa').toString('hex')}>`)],
    ['a stream of it', () => pdf(Buffer.concat([Buffer.from('stream\n'), deflateSync('(Karuretwa) Tj')]))],
    ['an entity of a page', () => Buffer.from('<img alt="Lef&egrave;vre">')],
    ['a comment of a page', () => Buffer.from('<p>Text</p><!-- Karuretwa -->')],
    ['a header of an e-mail', () => Buffer.from('Subject: =?utf-8?B?S2FydXJldHdh?=\n\nText')],
    ['quoted-printable', () => Buffer.from('Lef=C3=A8v=\nre')],
    [
      'another body of one',
      () => Buffer.from(`Text\n\n${Buffer.from('<p>For the attention of Mr Karuretwa</p>').toString('base64')}`),
    ],
    ['an address', () => Buffer.from('https://example.org/Lef%C3%A8vre')],
    ['UTF-16', () => Buffer.from('Karuretwa came', 'utf16le')],
    [
      'a file that cannot be unpacked',
      () => Buffer.from('PK\u0003\u0004 and no more of it than this, whatever it was'),
    ],
  ]
  it.each(cases)('are found in %s', async (_, make) => {
    expect(holdsHidden(redactor, Buffer.from(await make()))).toBe(true)
  })

  it('are not found where there are none', async () => {
    for (const bytes of [
      Buffer.from('<p>Nothing &amp; nobody</p>'),
      await makeZip({ 'a.txt': 'Nobody' }),
      pdf('<< >>'),
      '',
    ])
      expect(holdsHidden(redactor, Buffer.from(bytes))).toBe(false)
  })

  it('keep the original back, and leave its text', async () => {
    const archive = await anArchive()
      .withFile(
        'page.html',
        '<html><body><p>A text about the weather in the mountains.</p><!-- Karuretwa --></body></html>',
      )
      .withFile('open.txt', 'A text that anybody may have.')
      .open()
    await archive.call('redactions.add', { words: 'Karuretwa', reason: '' })
    const to = await exportFrom(archive, 'package', { audience: 'anyone' })
    expect(await readdir(path.join(to, 'data', 'originals'))).toEqual([expect.stringMatching(/open\.txt$/)])
    expect(await readdir(path.join(to, 'data', 'text'))).toHaveLength(2)
  })
})

describe('a container', () => {
  it('stays back when a member that was here before it is restricted, and when one was removed', async () => {
    const letter = 'A letter that nobody but the addressee may read.'
    const archive = await anArchive().withFile('a.txt', letter).open()
    const zip = await makeZip({ 'copy.txt': letter, 'other.txt': 'Another letter, about the weather.' })
    await archive.addFile('box.zip', zip as unknown as string)
    const ids = [(await archive.idOf('a.txt')) as never]
    await archive.call('access.set', { selection: { ids }, condition: { reason: 'Secret', review: '' } })
    const names = async (name: string) =>
      (await readdir(path.join(await exportFrom(archive, name, { audience: 'anyone' }), 'data', 'originals'))).join(' ')
    expect(await names('first')).not.toContain('box.zip')
    await archive.call('documents.remove', { selection: { ids }, reason: '' })
    expect(await names('second')).not.toContain('box.zip')
  })
})

describe('a day that is marked', () => {
  it('is told nowhere in figures, not as the day of issue, of an event or of a promise', async () => {
    const text =
      'Kigali, 3 March 2026. Rwanda and Morocco signed an agreement on fishing in Rabat on 4 May 2021. The two sides will hold a second meeting by 30 September 2026.'
    const archive = await anArchive().withFile('told.txt', text).open()
    for (const words of ['3 March 2026', '4 May 2021', '30 September 2026'])
      await archive.call('redactions.add', { words, reason: '' })
    const to = await exportFrom(archive, 'package', { audience: 'anyone', date: '2030-01-01' })
    for (const name of ['data/metadata/records.ndjson', 'data/metadata/items.csv', 'reading/contents-0000.js']) {
      const content = await readFile(path.join(to, ...name.split('/')), 'utf8')
      expect(content, name).not.toMatch(/2026-03-03|2021-05-04|2026-09-30/)
    }
  })
})

describe('what was done to restricted documents', () => {
  it('is not told as the history of a collection that anybody may have', async () => {
    const archive = await anArchive()
      .withFile('open.txt', 'An open text.')
      .withFile('secret.txt', 'A secret text.')
      .open()
    const [open, secret] = [(await archive.idOf('open.txt')) as never, (await archive.idOf('secret.txt')) as never]
    const { id } = await archive.call('collections.make', { name: 'Both', note: '' })
    for (const each of [secret, open]) await archive.call('collections.put', { id, selection: { ids: [each] } })
    await archive.call('access.set', { selection: { ids: [secret] }, condition: { reason: 'Secret', review: '' } })
    const to = await exportFrom(archive, 'package', { audience: 'anyone' })
    const lines = (await readFile(path.join(to, 'data', 'metadata', 'records.ndjson'), 'utf8')).trim().split('\n')
    const records = lines.map(
      (line) => JSON.parse(line) as { type: string; act?: string; places?: { position: number }[] },
    )
    expect(records.filter(({ act }) => act === 'collections.put')).toHaveLength(1)
    expect(records.find(({ type }) => type === 'collection')?.places).toMatchObject([{ position: 1 }])
  })
})
