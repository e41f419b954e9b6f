import { itemColumns } from '../items-csv.ts'
import { escapeXml } from '../metadata/xml.ts'
import type { ListFormat } from './list-format.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** As much text as a cell may hold. */
const longestCell = 32_767

/** Text in the cell itself: it is never a formula, whatever it begins with. */
const cell = (text: string, style = 0): string =>
  text === ''
    ? '<c/>'
    : `<c t="inlineStr"${style === 0 ? '' : ` s="${style}"`}><is><t xml:space="preserve">${escapeXml(text.slice(0, longestCell))}</t></is></c>`

const row = (number: number, cells: readonly string[]): string => `<row r="${number}">${cells.join('')}</row>`

const widths = [28, 60, 20, 14, 9, 30, 20, 20, 60]

const others: readonly (readonly [string, string])[] = [
  [
    '[Content_Types].xml',
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `${declaration}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Documents" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${declaration}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  ],
  [
    'xl/styles.xml',
    `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
  ],
]

/** The columns of the CSV list that say something outside a package. */
const columns = itemColumns.filter(([name]) => name !== 'original' && name !== 'text')

/** A workbook (Office Open XML, ECMA-376) with one sheet: the list of documents, its first row frozen. */
export const xlsx: ListFormat = {
  entries: { name: 'xl/worksheets/sheet1.xml', others: () => others },
  begin: () =>
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths
      .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
      .join('')}</cols><sheetData>${row(
      1,
      columns.map(([name]) => cell(name, 1)),
    )}`,
  item: (record, number) => {
    const item = { record, pages: record.pages.length, original: '', text: '' }
    return row(
      number + 1,
      columns.map(([, , , of]) => cell(of(item))),
    )
  },
  end: '</sheetData></worksheet>',
}
