import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { extractText } from '../../../electron/workers/extraction/extract-text.ts'
import { linesOfText, makePdf, picturePage, textAt } from '../../support/makers/pdf-maker.ts'
import { read, refusalOf, textOf } from './reading.ts'

const sound = makePdf([linesOfText(['First page']), linesOfText(['Second page'])], { title: 'Treaty of Kigali' })

/** The file with every place that matches changed. */
function changed(pattern: RegExp, replacement: string): Uint8Array {
  return Buffer.from(Buffer.from(sound).toString('latin1').replace(pattern, replacement), 'latin1')
}

const object = (number: number, content: string): string => `${number} 0 obj\n${content}\nendobj\n`
const bytesOf = (...parts: readonly string[]): Uint8Array => Buffer.from(`%PDF-1.5\n${parts.join('')}`, 'latin1')
const packedStream = (dictionary: string, packed: Uint8Array): string =>
  `<< ${dictionary} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${Buffer.from(packed).toString('latin1')}\nendstream`
const pageObjects = [
  object(1, '<< /Type /Catalog /Pages 2 0 R >>'),
  object(2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
  object(
    3,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
  ),
  object(5, '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>'),
]

describe('broken PDFs', () => {
  it('refuses a file that has the head of a PDF and nothing of one besides', async () => {
    expect((await refusalOf('a.pdf', '%PDF-1.7\nnothing that anybody could read\n%%EOF')).reason).toBe('damaged')
  })

  it.each([
    ['without a table of objects', changed(/xref\n[^]*?trailer/, 'trailer')],
    ['without a trailer', changed(/trailer[^]*/, '')],
    ['whose trailer is no dictionary', changed(/\/ID \[/, ') /ID [')],
    ['whose start of the table is a lie', changed(/startxref\n\d+/, 'startxref\n17')],
    ['without ends of objects', changed(/endobj/g, '')],
    ['without ends of streams', changed(/endstream/g, 'enxstream')],
    ['whose lengths are all nought', changed(/\/Length \d+/g, '/Length 0')],
    ['whose lengths reach beyond the file', changed(/\/Length \d+/g, '/Length 99999')],
    ['whose list of pages is lost', changed(/\/Kids/g, '/Lost')],
    ['whose catalogue is lost', changed(/\/Type \/Catalog \/Pages 2 0 R/, '/Lost true')],
    ['whose count of pages is nought', changed(/\/Count 2/, '/Count 0')],
    ['with other bytes before it', Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), sound])],
    ['with other bytes after it', Buffer.concat([sound, Buffer.alloc(4_000, 'x\n')])],
  ])('reads every page of a file %s', async (_, bytes) => {
    expect(await textOf('a.pdf', bytes)).toBe('First page\n[page]\nSecond page')
  })

  it('reads the pages that are whole in a file that was cut off', async () => {
    const end = Buffer.from(sound).indexOf('Second')
    const { pages } = await read('a.pdf', sound.subarray(0, end))
    expect(pages[0]?.text).toBe('First page')
  })

  it('reads as much of a damaged packed stream as is sound', async () => {
    const lines = Array.from({ length: 60 }, (_, at) => `Article ${at * 7919} of the treaty`)
    const packed = deflateSync(linesOfText(lines, { top: 830 }))
    packed.fill(0xff, Math.floor(packed.length / 2))
    const text = await textOf('a.pdf', bytesOf(...pageObjects, object(4, packedStream('', packed))))
    expect(text).toContain('Article 0 of the treaty')
    expect(text).toContain('Article 7919 of the treaty')
  })

  it('reads objects that are packed together when the table that leads to them is lost', async () => {
    const inner = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>']
    const head = `1 0 2 ${inner[0]?.length ?? 0} `
    const packed = packedStream(`/Type /ObjStm /N 2 /First ${head.length}`, deflateSync(head + inner.join('')))
    const content = object(4, packedStream('', deflateSync(textAt(72, 700, 'Packed away'))))
    expect(await textOf('a.pdf', bytesOf(...pageObjects.slice(2), content, object(9, packed)))).toBe('Packed away')
  })

  it('reads the streams that write text when no page is left', async () => {
    const content = object(4, packedStream('', deflateSync(textAt(72, 700, 'All pages are lost'))))
    expect(await textOf('a.pdf', bytesOf(content, ...pageObjects.slice(3)))).toBe('All pages are lost')
  })

  it('refuses such streams when their letters mean nothing', async () => {
    const content = object(4, packedStream('', deflateSync(textAt(72, 700, '!"#$%&+,-./0123'))))
    expect((await refusalOf('a.pdf', bytesOf(content, ...pageObjects.slice(3)))).reason).toBe('damaged')
  })

  it('keeps the number of a page that holds a picture among pages of text', async () => {
    const { pages } = await read('a.pdf', makePdf([linesOfText(['one']), picturePage, linesOfText(['three'])]))
    expect(pages.map(({ grade }) => grade)).toEqual(['text', 'image', 'text'])
  })

  it('keeps a page whole however long its text is', async () => {
    const line = 'word '.repeat(360)
    const small = Array.from({ length: 160 }, (_, at) => `BT /F1 0.5 Tf 1 0 0 1 20 ${830 - at * 5} Tm (${line}) Tj ET`)
    const { pages } = await read('a.pdf', makePdf([small.join('\n')]))
    expect(pages).toHaveLength(1)
    expect(pages[0]?.text.length).toBeGreaterThan(250_000)
  })
})

describe('locked PDFs', () => {
  const locked = makePdf([linesOfText(['Secret'])], { password: 'open' })
  const reasonWith = (password: string): Promise<unknown> =>
    extractText({ name: 'a.pdf', bytes: locked }, { password }).catch((error: unknown) => error)

  it('refuses a wrong password as it refuses none', async () => {
    expect((await refusalOf('a.pdf', locked)).reason).toBe('encrypted')
    expect(await reasonWith('wrong')).toMatchObject({ reason: 'encrypted' })
    expect(await reasonWith('')).toMatchObject({ reason: 'encrypted' })
  })

  it('reads with the right password', async () => {
    const { pages } = await extractText({ name: 'a.pdf', bytes: locked }, { password: 'open' })
    expect(pages[0]?.text).toBe('Secret')
  })

  it('reads without a password what is locked with an empty one', async () => {
    expect(await textOf('a.pdf', makePdf([linesOfText(['Open'])], { password: '' }))).toBe('Open')
  })

  it('reads a broken file that is locked with an empty password', async () => {
    const bytes = Buffer.from(makePdf([linesOfText(['Open'])], { password: '' })).toString('latin1')
    const broken = bytes.replace('/Kids', '/Lost').replace(/startxref\n\d+/, 'startxref\n17')
    expect(await textOf('a.pdf', Buffer.from(broken, 'latin1'))).toBe('Open')
  })
})
