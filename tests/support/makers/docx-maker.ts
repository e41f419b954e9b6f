import { Document, FootnoteReferenceRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { makeZip, type ZipContents } from './zip-maker.ts'

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'

/** A Word document whose body is given as XML; `parts` are further members, `word/footer1.xml` for one, given without their root. */
export function makeDocxOf(body: string, parts: ZipContents = {}): Promise<Uint8Array> {
  const schemas = 'http://schemas.openxmlformats.org'
  const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  const others: Record<string, string> = {}
  for (const [name, content] of Object.entries(parts)) {
    others[name] = `<w:part ${namespaces}>${Buffer.from(content).toString('utf8')}</w:part>`
  }
  return makeZip({
    '[Content_Types].xml': `<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${mainType}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${schemas}/package/2006/relationships"><Relationship Id="r1" Type="${schemas}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    ...others,
  })
}

interface DocxContents {
  readonly paragraphs?: readonly string[]
  readonly rows?: readonly (readonly string[])[]
  readonly footnote?: string
  readonly title?: string
}

/** A Word document of these paragraphs, then a table of these rows; the footnote is called from a paragraph of its own. */
export async function makeDocx({ paragraphs = [], rows = [], footnote, title }: DocxContents): Promise<Uint8Array> {
  const cells = (row: readonly string[]): TableCell[] =>
    row.map((text) => new TableCell({ children: [new Paragraph(text)] }))
  const table =
    rows.length === 0 ? [] : [new Table({ rows: rows.map((row) => new TableRow({ children: cells(row) })) })]
  const noted =
    footnote === undefined ? [] : [new Paragraph({ children: [new TextRun('Noted'), new FootnoteReferenceRun(1)] })]
  const document = new Document({
    ...(title === undefined ? {} : { title }),
    ...(footnote === undefined ? {} : { footnotes: { 1: { children: [new Paragraph(footnote)] } } }),
    sections: [{ children: [...paragraphs.map((text) => new Paragraph(text)), ...noted, ...table] }],
  })
  return Packer.toBuffer(document)
}
