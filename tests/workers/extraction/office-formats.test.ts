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
    expect(await textOf('a.doc', doc)).toBe('Name\tRank\nDiallo\tMajor\n\nSee the text.\n\n[1] A note.')
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

  it('reads tables as rows, shapes in groups, and once what is kept twice for older programs', async () => {
    const cell = (text: string): string => `<a:tc><a:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:txBody></a:tc>`
    const table = `<p:graphicFrame><a:tbl><a:tr>${cell('Party')}${cell('Day')}</a:tr></a:tbl></p:graphicFrame>`
    const twice = `<mc:AlternateContent><mc:Choice>${shape('New')}</mc:Choice><mc:Fallback>${shape('Old')}</mc:Fallback></mc:AlternateContent>`
    const pptx = await makeZip({
      '[Content_Types].xml': types,
      'ppt/slides/slide1.xml': slide(`<p:grpSp>${shape('Grouped')}</p:grpSp>`, table, twice),
    })
    expect(await textOf('a.pptx', pptx)).toBe('Grouped\n\nParty\tDay\n\nNew')
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

  it('is refused when one long text fills a million cells', async () => {
    const long = 'x'.repeat(32_000)
    const cells = '<c t="s"><v>0</v></c>'.repeat(2_200)
    const xlsx = await book(`<row>${cells}</row>`, { 'xl/sharedStrings.xml': `<sst><si><t>${long}</t></si></sst>` })
    expect((await refusalOf('a.xlsx', xlsx)).reason).toBe('too-large')
  })

  it('counts its days from 1904 when it says so', async () => {
    const xlsx = await book('<row><c r="A1" s="0"><v>0.5</v></c><c r="B1" s="0"><v>44578</v></c></row>', {
      'xl/workbook.xml':
        '<workbook><workbookPr date1904="1"/><sheets><sheet name="Parties" r:id="r1"/></sheets></workbook>',
      'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
    })
    expect(await textOf('a.xlsx', xlsx)).toBe('Parties\n\n12:00:00\t2026-01-18')
  })

  it('has numbers as they are shown and words without how they are pronounced', async () => {
    const xlsx = await book(
      '<row><c r="A1"><v>0.30000000000000004</v></c><c r="B1" t="inlineStr"><is><t>条約</t><rPh><t>ジョウヤク</t></rPh></is></c></row>',
    )
    expect(await textOf('a.xlsx', xlsx)).toBe('Parties\n\n0.3\t条約')
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

  it('is not swallowed by an element that closes where it opens', async () => {
    const epub = await makeZip({
      mimetype: 'application/epub+zip',
      'META-INF/container.xml': '<container><rootfile full-path="book.opf"/></container>',
      'book.opf':
        '<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
      'a.xhtml': '<html><head><title/><script src="x"/></head><body><p>Chapter.</p></body></html>',
    })
    expect(await textOf('a.epub', epub)).toBe('Chapter.')
  })

  it('is refused as locked when its pieces are', async () => {
    const epub = await makeZip({
      mimetype: 'application/epub+zip',
      'META-INF/container.xml': '<container><rootfile full-path="book.opf"/></container>',
      'META-INF/encryption.xml': '<encryption><CipherReference URI="a.xhtml"/></encryption>',
      'book.opf':
        '<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
      'a.xhtml': 'rubbish',
    })
    expect((await refusalOf('a.epub', epub)).reason).toBe('encrypted')
  })

  it('is refused as damaged without its description', async () => {
    expect((await refusalOf('a.epub', await makeZip({ mimetype: 'application/epub+zip' }))).reason).toBe('damaged')
  })
})

const odf = (kind: string, body: string) =>
  makeZip({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'content.xml': `<office:document-content><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
  })

describe('an OpenDocument presentation', () => {
  it('has a page for each slide, its title first and its notes last', async () => {
    const frame = (kind: string, text: string): string =>
      `<draw:frame presentation:class="${kind}"><draw:text-box><text:p>${text}</text:p></draw:text-box></draw:frame>`
    const notes = `<presentation:notes>${frame('notes', 'What to say')}</presentation:notes>`
    const first = `<draw:page>${notes}${frame('outline', 'Body')}${frame('title', 'Title')}</draw:page>`
    const odp = await odf('presentation', `${first}<draw:page>${frame('title', 'Second')}</draw:page>`)
    expect(await textOf('a.odp', odp)).toBe('Title\n\nBody\n\nWhat to say\n[page]\nSecond')
  })
})

describe('an OpenDocument spreadsheet', () => {
  const cell = (text: string, more = ''): string =>
    `<table:table-cell${more}><text:p>${text}</text:p></table:table-cell>`
  const sheet = (rows: string): Promise<Uint8Array> =>
    odf('spreadsheet', `<table:table table:name="Parties">${rows}</table:table>`)

  it('has its name first, empty cells in their columns and days in ISO 8601', async () => {
    const empty = '<table:table-cell table:number-columns-repeated="2"/>'
    const date = cell('18/01/26', ' office:value-type="date" office:date-value="2026-01-18T00:00:00"')
    const rest = '<table:table-cell table:number-columns-repeated="16000"/>'
    const ods = await sheet(`<table:table-row>${cell('المغرب')}${empty}${date}${rest}</table:table-row>`)
    expect(await textOf('a.ods', ods)).toBe('Parties\n\nالمغرب\t\t\t2026-01-18')
  })

  it('does not repeat a row a million times because the file says so', async () => {
    const ods = await sheet(`<table:table-row table:number-rows-repeated="1000000">${cell('x')}</table:table-row>`)
    expect((await textOf('a.ods', ods)).length).toBeLessThan(200)
  })
})
