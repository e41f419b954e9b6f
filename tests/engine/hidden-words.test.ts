import { deflateSync } from 'node:zlib'
import { readdir } from 'node:fs/promises'
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
