/** Writes a source as a Word document (ECMA-376), right to left where the language is Arabic. */

import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { unzipSync, zipSync } from 'fflate'

const locales = { en: 'en-GB', fr: 'fr-FR', ar: 'ar-MA' }
const listName = 'points'
const edge = { style: BorderStyle.SINGLE, size: 4, color: '888888' }
const noEdge = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const edges = (each) => ({ top: each, bottom: each, left: each, right: each })

/** Returns the bytes of the Word document, the same on every run. */
export async function makeDocx(source) {
  const write = writerFor(source.language)
  const document = new Document({
    title: source.title,
    creator: 'Chancery sample',
    lastModifiedBy: 'Chancery sample',
    styles: { default: { document: { run: runDefaults(source.language) } } },
    numbering: { config: [{ reference: listName, levels: [listLevel] }] },
    sections: [{ children: source.blocks.flatMap(write.block) }],
  })
  return withFixedDates(await Packer.toBuffer(document), source.date)
}

const listLevel = {
  level: 0,
  format: LevelFormat.BULLET,
  text: '–',
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { start: 567, hanging: 283 } } },
}

function runDefaults(language) {
  const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Traditional Arabic' }
  const locale = language === 'ar' ? { bidirectional: locales.ar } : { value: locales[language] }
  return { font, size: 23, sizeComplexScript: 28, language: locale }
}

function writerFor(language) {
  const rightToLeft = language === 'ar'
  const run = (text, style = {}) =>
    new TextRun({ text, rightToLeft, bold: false, ...style, boldComplexScript: style.bold ?? false })
  const paragraph = (text, layout = {}, style = {}) =>
    new Paragraph({ bidirectional: rightToLeft, spacing: { after: 120 }, ...layout, children: [run(text, style)] })
  const kinds = {
    notice: (text) => paragraph(text, { alignment: AlignmentType.CENTER, border: edges(edge) }, { size: 19 }),
    title: (text) => paragraph(text, { ...centredHeading(HeadingLevel.HEADING_1) }, { bold: true, size: 30, ...black }),
    subtitle: (text) => paragraph(text, { alignment: AlignmentType.CENTER, spacing: { after: 200 } }),
    heading: (text) => paragraph(text, sectionHeading, { bold: true, size: 23, ...black }),
    item: (text) => paragraph(text, { numbering: { reference: listName, level: 0 } }),
    point: (text) => paragraph(text, { indent: { start: 567 } }),
    paragraph: (text, keepNext) => paragraph(text, { keepNext }),
  }
  const table = (rows, border) => writeTable(rows, { rightToLeft, border, paragraph })
  return {
    block(block) {
      if (block.type === 'table') return [table(block.rows, edge), paragraph('')]
      if (block.type === 'signatures') return [paragraph(''), table(signatureRows(block.signatories), noEdge)]
      return [kinds[block.type](block.text, block.together)]
    },
  }
}

const black = { color: '000000' }
const sectionHeading = { heading: HeadingLevel.HEADING_2, keepNext: true, spacing: { before: 200, after: 80 } }
const centredHeading = (heading) => ({ heading, alignment: AlignmentType.CENTER, spacing: { before: 200, after: 160 } })

function signatureRows(signatories) {
  return [signatories.map(({ party }) => party), signatories.map(({ office }) => office)]
}

function writeTable(rows, { rightToLeft, border, paragraph }) {
  const ruled = border === edge
  const cell = (text, isHeader) =>
    new TableCell({
      borders: edges(border),
      margins: { top: ruled ? 40 : 300, bottom: 40, left: 90, right: 90 },
      children: [paragraph(text, ruled ? { spacing: { after: 0 } } : centred, { bold: isHeader })],
    })
  const row = (cells, index) =>
    new TableRow({
      cantSplit: true,
      // Left out rather than false: some readers take the bare presence of the mark for a header.
      ...(ruled && index === 0 ? { tableHeader: true } : {}),
      children: cells.map((text) => cell(text, ruled && index === 0)),
    })
  return new Table({
    visuallyRightToLeft: rightToLeft,
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(row),
  })
}

const centred = { alignment: AlignmentType.CENTER }

/** The library writes the present hour into the properties, and the zip format writes one beside every part. */
function withFixedDates(bytes, date) {
  const parts = unzipSync(bytes)
  const core = new TextDecoder().decode(parts['docProps/core.xml'])
  const fixed = core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T12:00:00Z`)
  parts['docProps/core.xml'] = new TextEncoder().encode(fixed)
  return zipSync(parts, { level: 9, mtime: new Date(`${date}T12:00:00`) })
}
