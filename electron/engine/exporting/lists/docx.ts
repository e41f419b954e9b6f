import type { CataloguedRecord } from '../../documents/records.store.ts'
import { dublinCoreTypes } from '../items-csv.ts'
import { escapeXml } from '../metadata/xml.ts'
import { type ListFormat, type ListHead, countText } from './list-format.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const isRightToLeft = (text: string): boolean => /^[^\p{L}]*\p{Script=Arabic}/u.test(text)

interface Look {
  readonly style?: string
  readonly bookmark?: number
  readonly link?: string
  readonly pageBreak?: boolean
}

/** A paragraph, from right to left where its text is. */
function paragraph(text: string, { style, bookmark, link, pageBreak = false }: Look = {}): string {
  const toLeft = isRightToLeft(text)
  const properties = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    pageBreak ? '<w:pageBreakBefore/>' : '',
    toLeft ? '<w:bidi/>' : '',
  ].join('')
  const run = `<w:r>${toLeft ? '<w:rPr><w:rtl/></w:rPr>' : ''}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
  const content =
    link !== undefined
      ? `<w:hyperlink w:anchor="${link}">${run}</w:hyperlink>`
      : bookmark === undefined
        ? run
        : `<w:bookmarkStart w:id="${bookmark}" w:name="d${bookmark}"/>${run}<w:bookmarkEnd w:id="${bookmark}"/>`
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`
}

function cover({ title, archive, date, documents }: ListHead): string {
  return [
    paragraph(title === '' ? archive : title, { style: 'Title' }),
    paragraph(`${archive} · ${date.toISOString().slice(0, 10)} · ${countText(documents.length)}`, {
      style: 'Subtitle',
    }),
    ...documents.map((each, at) =>
      paragraph(`${at + 1}. ${each.title}${each.issued === '' ? '' : ` (${each.issued})`}`, { link: `d${at + 1}` }),
    ),
  ].join('')
}

const facts = ({ kind, issued, issuer, place, reference, id, file }: CataloguedRecord): string =>
  [dublinCoreTypes[kind], issued, issuer, place, reference, id, file.sha256 === '' ? '' : `SHA-256 ${file.sha256}`]
    .filter((fact) => fact !== '')
    .join(' · ')

const styles = `${declaration}<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:bCs/><w:sz w:val="44"/><w:szCs w:val="44"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="480"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="30"/><w:szCs w:val="30"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Facts"><w:name w:val="Facts"/><w:basedOn w:val="Normal"/><w:rPr><w:color w:val="595959"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style></w:styles>`

const others: readonly (readonly [string, string])[] = [
  [
    '[Content_Types].xml',
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `${declaration}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
  ],
  [
    'word/_rels/document.xml.rels',
    `${declaration}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  ],
  ['word/styles.xml', styles],
]

/** The paragraphs of a text: lines of one are joined, as they were broken to fit a page once. */
const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((each) => each.replace(/\s+/g, ' ').trim())
    .filter((each) => each !== '')

/** A document for a word processor (Office Open XML, ECMA-376): a cover with the contents, then each text with its facts. */
export const docx: ListFormat = {
  entries: { name: 'word/document.xml', others: () => others },
  begin: (head) => `${declaration}<w:document xmlns:w="${word}"><w:body>${cover(head)}`,
  item: (record, number) =>
    [
      paragraph(record.title, { style: 'Heading1', bookmark: number, pageBreak: true }),
      paragraph(facts(record), { style: 'Facts' }),
      ...record.pages.flatMap(({ text }) => paragraphsOf(text)).map((text) => paragraph(text)),
    ].join(''),
  end: '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>',
}
