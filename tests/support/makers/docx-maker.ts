import { Document, FootnoteReferenceRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'

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
