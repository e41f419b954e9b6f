import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractText } from '../../../electron/workers/extraction/extract-text.ts'
import { Refusal } from '../../../electron/workers/extraction/extracted.ts'
import { makeDocx } from '../../support/makers/docx-maker.ts'
import { makeOdt } from '../../support/makers/odt-maker.ts'
import { makeMsg } from '../../support/makers/msg-maker.ts'
import { makeDoc, makeOle } from '../../support/makers/ole-maker.ts'
import { linesOfText, makePdf, makeVisualPdf } from '../../support/makers/pdf-maker.ts'
import { makeEml, makeMultipart, makeRtf } from '../../support/makers/text-makers.ts'
import { makeZip } from '../../support/makers/zip-maker.ts'
import { refusalOf, textOf } from './reading.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('files that hold no text', () => {
  it.each([
    ['nothing at all', ''],
    ['white space alone', ' \r\n\t\n\f \u00a0'],
    ['a byte order mark alone', '\ufeff'],
    ['a page without words', '<!doctype html><title></title><p> </p><script>let a = 1</script>'],
    ['front matter without a text', '---\ntitle: Alone\n---\n'],
  ])('refuses %s as empty', async (_, content) => {
    const name = content.startsWith('---') ? 'a.md' : 'a.txt'
    expect((await refusalOf(name, content)).reason).toBe('empty')
  })

  it('refuses a Word document without words as empty', async () => {
    expect((await refusalOf('a.docx', await makeDocx({ paragraphs: [' '] }))).reason).toBe('empty')
  })
})

describe('kinds that are not read', () => {
  it.each([
    ['an older workbook', makeOle({ Workbook: Buffer.alloc(100) }), 'save it as .xlsx'],
    ['an older presentation', makeOle({ 'PowerPoint Document': Buffer.alloc(100) }), 'save it as .pptx'],
    ['a picture', png, 'a picture (PNG)'],
    ['a program', Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(800)]), 'a program'],
    ['an XML file', '<?xml version="1.0"?><catalogue><entry/></catalogue>', 'XML'],
  ])('says that it is %s', async (_, content, words) => {
    const { reason, message } = await refusalOf('communique.pdf', content)
    expect(reason).toBe('unknown-type')
    expect(message).toContain(words)
    expect(message).toContain('Chancery reads')
  })

  it.each([
    ['an OpenDocument drawing', { mimetype: 'application/vnd.oasis.opendocument.graphics', 'content.xml': '<a/>' }],
  ])('tells from the members of a zip that it is %s', async (words, members) => {
    const { reason, message } = await refusalOf('a.docx', await makeZip(members))
    expect(reason).toBe('unknown-type')
    expect(message).toContain(words)
  })

  it('refuses random bytes under the name of a text', async () => {
    expect((await refusalOf('a.txt', randomBytes(4000))).reason).toBe('unknown-type')
  })
})

describe('locked files', () => {
  it('says that a PDF needs its password', async () => {
    const { reason } = await refusalOf('a.pdf', makePdf([linesOfText(['Secret'])], { password: 'open' }))
    expect(reason).toBe('encrypted')
  })

  it('says that an OpenDocument text is locked', async () => {
    const more = { 'META-INF/manifest.xml': '<manifest><encryption-data/></manifest>' }
    expect((await refusalOf('a.odt', await makeOdt('<text:p>x</text:p>', { more }))).reason).toBe('encrypted')
  })

  it('says that an Office document is locked', async () => {
    expect((await refusalOf('a.docx', makeOle({ EncryptedPackage: Buffer.alloc(100) }))).reason).toBe('encrypted')
  })
})

describe('traps', () => {
  it('refuses a member that inflates beyond all measure', async () => {
    const bomb = `<office:text>${' '.repeat(40_000_000)}</office:text>`
    expect((await refusalOf('a.odt', await makeOdt('', { more: { 'content.xml': bomb } }))).reason).toBe('too-large')
  })

  it('never expands the entities of a document type', async () => {
    const laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/hostname">]>'
    const body = '<office:text><text:p>Before &c; &d; after</text:p></office:text>'
    const text = await textOf('a.odt', await makeOdt('', { more: { 'content.xml': `${laughs}${body}` } }))
    expect(text).not.toContain('haha')
    expect(text).toMatch(/^Before .*after$/)
  })

  it('refuses elements nested without end rather than dying of them', async () => {
    const deep = `<!doctype html>${'<div>'.repeat(60_000)}text`
    const outcome = await textOf('a.html', deep).catch((error: unknown) => error)
    expect(outcome === 'text' || outcome instanceof Refusal).toBe(true)
  })

  it('steps over binary data in RTF whose length is a lie', async () => {
    expect(await textOf('a.rtf', makeRtf('Before{\\pict\\bin4000000000 x}'))).toBe('Before')
  })

  it('reads nothing when it was cancelled before it began', async () => {
    const input = { name: 'a.txt', bytes: Buffer.from('text') }
    await expect(extractText(input, { signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow('stopped')
  })
})

const validFiles: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>])[] = [
  [
    'a.pdf',
    () => makePdf([linesOfText(['First line', 'second line']), linesOfText(['Page two'])], { title: 'Treaty' }),
  ],
  ['b.pdf', () => makeVisualPdf(['ﺔﻴﻗﺎﻔﺗا'])],
  ['a.docx', () => makeDocx({ paragraphs: ['Joint statement'], rows: [['a', 'b']], footnote: 'note' })],
  [
    'a.doc',
    () => makeDoc({ main: [{ text: 'Joint\r', narrow: true }, { text: 'بيان\r' }], footnotes: '\u0002 note\r' }),
  ],
  ['a.msg', () => makeMsg({ subject: 'S', body: 'text', attachments: [{ name: 'a.txt', bytes: Buffer.from('x') }] })],
  ['a.odt', () => makeOdt('<text:p>Joint<text:s text:c="2"/>statement</text:p>')],
  ['a.rtf', () => makeRtf("Accord \\u233?sign\\'e9\\par{\\f1\\'c7\\'e1}\\cell b\\row")],
  ['a.html', () => Buffer.from('<!doctype html><title>T</title><table><tr><td>a<td>b</table><ul><li>c</ul>')],
  ['a.md', () => Buffer.from('---\ntitle: T\n---\n# H\n\n- a\n- b\n\n|a|b|\n|-|-|\n|c|d|\n')],
  ['a.eml', () => makeEml({ headers: { From: 'a@b.c', Subject: 'S', 'MIME-Version': '1.0' }, body: 'text' })],
  [
    'b.eml',
    () => makeMultipart({ From: 'a@b.c', Subject: 'S' }, [{ headers: { 'Content-Type': 'text/html' }, body: '<p>x' }]),
  ],
  ['a.txt', () => Buffer.from('\ufeffÉté à Kigali\n\fالاتفاقية')],
]

describe('files that were changed at random', () => {
  it.each(validFiles)(
    'gives a text or a refusal for every mutation of %s',
    async (name, make) => {
      const valid = await make()
      const change = fc.record({ at: fc.nat(valid.length - 1), byte: fc.nat(255), cut: fc.boolean() })
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), fc.boolean(), async (changes, isCut) => {
          const bytes = Uint8Array.from(valid)
          for (const { at, byte } of changes) bytes[at] = byte
          const end = isCut ? (changes[0]?.at ?? 0) : bytes.length
          try {
            const { pages } = await extractText({ name, bytes: bytes.subarray(0, end) })
            expect(pages.length).toBeGreaterThan(0)
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal)
          }
        }),
        { numRuns: 60 },
      )
    },
    30_000,
  )
})
