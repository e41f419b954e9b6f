import { describe, expect, it } from 'vitest'
import { makeDoc, makeOle } from '../../support/makers/ole-maker.ts'
import { makeZip } from '../../support/makers/zip-maker.ts'
import { read, refusalOf, textOf } from './reading.ts'

const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
const relations = (...targets: string[]): string =>
  `<Relationships>${targets.map((target, at) => `<Relationship Id="r${at + 1}" Target="${target}"/>`).join('')}</Relationships>`

describe('a Word document of the older kind that is not what it should be', () => {
  it('is refused as encrypted when it is locked', async () => {
    expect((await refusalOf('a.doc', makeDoc({ main: [{ text: 'Secret' }], encrypted: true }))).reason).toBe(
      'encrypted',
    )
  })

  it('is refused as empty when nothing is in it', async () => {
    expect((await refusalOf('a.doc', makeDoc({ main: [{ text: '\r' }] }))).reason).toBe('empty')
  })

  it('is refused with advice when it is older than Word 95', async () => {
    const { reason, message } = await refusalOf('a.doc', makeOle({ WordDocument: Buffer.alloc(2000) }))
    expect([reason, message]).toEqual(['unknown-type', expect.stringContaining('.docx')])
  })

  it('is refused, and never waited for, when it is cut anywhere or its sectors run in a circle', async () => {
    const doc = makeDoc({ main: [{ text: 'A text of some length.\r'.repeat(80) }] })
    for (let length = 8; length < doc.length; length += 517) {
      const outcome = await textOf('a.doc', doc.subarray(0, length)).catch((error: unknown) => (error as Error).name)
      expect(typeof outcome).toBe('string')
    }
    const circle = Buffer.from(doc)
    const table = (circle.readUInt32LE(76) + 1) * 512
    for (let sector = 0; sector < 20; sector++) circle.writeUInt32LE(0, table + sector * 4)
    const outcome = await textOf('a.doc', circle).catch((error: unknown) => (error as Error).name)
    expect(typeof outcome).toBe('string')
  })
})

describe('a Word document of the older kind', () => {
  it('is put together from its pieces, in one and in two bytes a character', async () => {
    const doc = makeDoc({
      main: [
        { text: 'L\u2019accord: ', narrow: false },
        { text: 'sign\xe9 en juin.\r', narrow: true },
        { text: 'وقعت الاتفاقية.\r' },
      ],
    })
    expect(await textOf('a.doc', doc)).toBe('L\u2019accord: signé en juin.\n\nوقعت الاتفاقية.')
    expect((await read('a.doc', doc)).mediaType).toBe('application/msword')
  })

  it('has rows of cells apart by tabs, results of fields and no instructions, footnotes after the text', async () => {
    const doc = makeDoc({
      main: [
        {
          text: 'Name\u0007Rank\u0007\u0007Diallo\u0007Major\u0007\u0007See \u0013HYPERLINK "x"\u0014the text\u0015.\r',
        },
      ],
      footnotes: '\u0002 A note.\r',
    })
    expect(await textOf('a.doc', doc)).toBe('Name\tRank\nDiallo\tMajor\nSee the text.\n\n A note.')
  })

  it('leaves headers out, unless there is nothing else', async () => {
    expect(await textOf('a.doc', makeDoc({ main: [{ text: 'Body.\r' }], headers: 'Header\r' }))).toBe('Body.')
    expect(await textOf('a.doc', makeDoc({ main: [{ text: '\r' }], headers: 'Header\r' }))).toBe('Header')
  })
})

describe('a presentation', () => {
  const shape = (text: string, kind = ''): string =>
    `<p:sp><p:nvSpPr><p:nvPr>${kind === '' ? '' : `<p:ph type="${kind}"/>`}</p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`
  const slide = (...shapes: string[]): string =>
    `<p:sld><p:cSld><p:spTree>${shapes.join('')}</p:spTree></p:cSld></p:sld>`

  it('has a page for each slide in the order of the talk, titles first, notes last, repeated footers left out', async () => {
    const pptx = await makeZip({
      '[Content_Types].xml': types,
      'ppt/presentation.xml':
        '<p:presentation><p:sldIdLst><p:sldId r:id="r2"/><p:sldId r:id="r1"/></p:sldIdLst></p:presentation>',
      'ppt/_rels/presentation.xml.rels': relations('slides/slide1.xml', 'slides/slide2.xml'),
      'ppt/slides/slide1.xml': slide(shape('Second slide')),
      'ppt/slides/slide2.xml': slide(shape('Body words'), shape('The title', 'title'), shape('Page foot', 'ftr')),
      'ppt/slides/_rels/slide2.xml.rels': relations('../notesSlides/notesSlide1.xml'),
      'ppt/notesSlides/notesSlide1.xml': slide(shape('What to say')),
    })
    expect(await textOf('a.pptx', pptx)).toBe('The title\n\nBody words\n\nWhat to say\n[page]\nSecond slide')
  })

  it('is refused as empty when its slides hold no words', async () => {
    const pptx = await makeZip({ '[Content_Types].xml': types, 'ppt/slides/slide1.xml': slide() })
    expect((await refusalOf('a.pptx', pptx)).reason).toBe('empty')
  })
})

describe('a workbook', () => {
  const book = (sheet: string, more: Record<string, string> = {}) =>
    makeZip({
      '[Content_Types].xml': types,
      'xl/workbook.xml': '<workbook><sheets><sheet name="Parties" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': relations('worksheets/sheet1.xml'),
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
      ...more,
    })

  it('has a page for each sheet: its name, rows as lines, cells in their columns, days in ISO 8601', async () => {
    const xlsx = await book(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>In force</t></is></c></row><row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" s="1"><v>46040</v></c><c r="C2"><v>12.5</v></c></row>',
      {
        'xl/sharedStrings.xml': '<sst><si><r><t>Mo</t></r><r><t>rocco</t></r></si></sst>',
        'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
      },
    )
    expect(await textOf('a.xlsx', xlsx)).toBe('Parties\n\nMorocco\t\tIn force\nTRUE\t2026-01-18\t12.5')
  })

  it('is refused as empty when its sheets hold nothing', async () => {
    expect((await refusalOf('a.xlsx', await book(''))).reason).toBe('empty')
  })

  it('expands no entities of its own', async () => {
    const bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    const xlsx = await book('<row><c r="A1" t="inlineStr"><is><t>Plain &b; text</t></is></c></row>', {
      'xl/sharedStrings.xml': `${bomb}<sst><si><t>&b;</t></si></sst>`,
    })
    expect(await textOf('a.xlsx', xlsx)).not.toContain('aaaa')
  })
})

describe('an e-book', () => {
  it('has a page for each piece in the order of reading, and what it says of itself', async () => {
    const epub = await makeZip({
      mimetype: 'application/epub+zip',
      'META-INF/container.xml': '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
      'OPS/book.opf':
        '<package><metadata><dc:title>The Treaties</dc:title><dc:date>2024-05-06</dc:date></metadata><manifest><item id="b" href="two.html"/><item id="a" href="one%20.html"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
      'OPS/one .html': '<html><body><p>First chapter.</p></body></html>',
      'OPS/two.html': '<html><body><p>Second chapter.</p></body></html>',
    })
    expect(await textOf('a.epub', epub)).toBe('First chapter.\n[page]\nSecond chapter.')
    expect((await read('a.epub', epub)).metadata).toMatchObject({ title: 'The Treaties', issued: '2024-05-06' })
  })

  it('is refused as damaged without its description', async () => {
    expect((await refusalOf('a.epub', await makeZip({ mimetype: 'application/epub+zip' }))).reason).toBe('damaged')
  })
})

describe('an Outlook message', () => {
  it('is refused as damaged when its streams are not whole', async () => {
    const msg = makeOle({ '__substg1.0_0037001F': Buffer.from('Subject', 'utf16le') })
    const outcome = await read('a.msg', msg.subarray(0, 700)).catch(
      (error: unknown) => (error as { reason: string }).reason,
    )
    expect(['damaged', 'empty', 'unknown-type']).toContain(outcome)
  })
})
