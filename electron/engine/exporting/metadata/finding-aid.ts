import { edtfBounds } from '../../../contract/edtf.ts'
import { accessText } from '../items-csv.ts'
import {
  type DescriptionWriter,
  type PackageContents,
  type PackageItem,
  extentOf,
  fromMetadata,
  languageCodes,
} from './package-contents.ts'
import { element, emptyElement, textElement, xmlDeclaration } from './xml.ts'

/** Parts in which the two versions of Encoded Archival Description differ. */
interface Dialect {
  readonly title: (item: PackageItem) => string
  readonly date: (issued: string) => string
  readonly link: (address: string, title: string) => string
  readonly heading: (name: 'subject' | 'persname' | 'corpname' | 'geogname', text: string) => string
  readonly languages: (codes: readonly (keyof typeof languageCodes)[]) => string
}

const headings = { person: 'persname', organisation: 'corpname', place: 'geogname', country: 'geogname' } as const

/** ISO 8601 as both versions want it; undefined for an EDTF that is no day, month, year or interval of these. */
const standardDates = (issued: string): readonly string[] | undefined => {
  const parts = issued.split('/')
  return parts.length <= 2 && parts.every((part) => /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(part)) ? parts : undefined
}

const ead3: Dialect = {
  title: ({ record }) => {
    const { code, script } = languageCodes[record.language]
    return textElement('unittitle', record.title, record.language === 'und' ? {} : { lang: code, script })
  },
  date: (issued) => {
    const parts = standardDates(issued)
    if (parts === undefined) return textElement('unitdate', issued)
    const [from = '', to] = parts
    const content =
      to === undefined
        ? textElement('datesingle', from, { standarddate: from })
        : element('daterange', [
            textElement('fromdate', from, { standarddate: from }),
            textElement('todate', to, { standarddate: to }),
          ])
    return element('unitdatestructured', [content])
  },
  link: (href, linktitle) =>
    emptyElement('dao', { daotype: 'borndigital', href, linktitle, actuate: 'onrequest', show: 'new' }),
  heading: (name, text) => element(name, [textElement('part', text)]),
  languages: (codes) =>
    element(
      'langmaterial',
      codes.map((each) => textElement('language', languageCodes[each].name, { langcode: languageCodes[each].code })),
    ),
}

const ead2002: Dialect = {
  title: ({ record }) => textElement('unittitle', record.title),
  date: (issued) => textElement('unitdate', issued, { normal: standardDates(issued)?.join('/') }),
  link: (href, title) => emptyElement('dao', { 'xlink:type': 'simple', 'xlink:href': href, 'xlink:title': title }),
  heading: textElement,
  languages: ead3.languages,
}

function component(item: PackageItem, dialect: Dialect): string {
  const { record, original, names } = item
  const did = element('did', [
    textElement('unitid', record.reference === '' ? record.id : record.reference),
    dialect.title(item),
    dialect.date(record.issued),
    record.issuer === '' ? '' : element('origination', [dialect.heading('corpname', record.issuer)]),
    textElement('physdesc', extentOf(item)),
    dialect.languages([record.language]),
    original === undefined ? '' : dialect.link(fromMetadata(original.name), record.file.name),
  ])
  const access = [
    ...record.tags.map((tag) => dialect.heading('subject', tag)),
    ...names.map(({ type, name }) => dialect.heading(headings[type], name)),
  ]
  return element(
    'c',
    [
      did,
      record.summary === '' ? '' : element('scopecontent', [textElement('p', record.summary)]),
      record.access === undefined ? '' : element('accessrestrict', [textElement('p', accessText(record.access))]),
      access.length === 0 ? '' : element('controlaccess', access),
    ],
    { level: 'item', id: `item-${record.id}` },
  )
}

/** The first and the last day that a package's documents were issued on, as years. */
function yearsOf(items: readonly PackageItem[]): string {
  const years = items.flatMap(({ record }) => {
    const bounds = record.issued === '' ? undefined : edtfBounds(record.issued)
    return bounds === undefined ? [] : [record.issued.slice(0, 4)].filter((year) => /^\d{4}$/.test(year))
  })
  const sorted = years.sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  return first === undefined || first === last ? (first ?? '') : `${first}/${last}`
}

function* description(contents: PackageContents, dialect: Dialect, dscType: string | undefined): Generator<string> {
  const { title, archive, items } = contents
  const codes = [...new Set(items.map(({ record }) => record.language))].sort()
  yield '<archdesc level="collection">'
  yield element('did', [
    element('repository', [dialect.heading('corpname', archive.title)]),
    textElement('unitid', archive.id),
    textElement('unittitle', title),
    dialect.date(yearsOf(items)),
    textElement('physdesc', `${items.length} documents`),
    dialect.languages(codes.length === 0 ? ['und'] : codes),
  ])
  yield dscType === undefined ? '<dsc>\n' : `<dsc type="${dscType}">\n`
  for (const item of items) yield `${component(item, dialect)}\n`
  yield '</dsc></archdesc>'
}

/** `ead3.xml`: a finding aid in Encoded Archival Description 3 (1.1), one component for each document. */
export const writeEad3: DescriptionWriter = function* (contents) {
  const made = contents.date.toISOString()
  yield `${xmlDeclaration}<ead xmlns="http://ead3.archivists.org/schema/">`
  yield element(
    'control',
    [
      textElement('recordid', `chancery-${contents.archive.id}`),
      element('filedesc', [element('titlestmt', [textElement('titleproper', contents.title)])]),
      emptyElement('maintenancestatus', { value: 'new' }),
      element('maintenanceagency', [textElement('agencyname', contents.archive.title)]),
      element('maintenancehistory', [
        element('maintenanceevent', [
          emptyElement('eventtype', { value: 'created' }),
          textElement('eventdatetime', made, { standarddatetime: made }),
          emptyElement('agenttype', { value: 'machine' }),
          textElement('agent', 'Chancery'),
        ]),
      ]),
    ],
    { langencoding: 'iso639-2b', scriptencoding: 'iso15924', dateencoding: 'iso8601' },
  )
  yield* description(contents, ead3, undefined)
  yield '</ead>\n'
}

/** `ead2002.xml`: the same in EAD 2002, which AtoM and older programs read. */
export const writeEad2002: DescriptionWriter = function* (contents) {
  const day = contents.date.toISOString().slice(0, 10)
  yield `${xmlDeclaration}<ead xmlns="urn:isbn:1-931666-22-9" xmlns:xlink="http://www.w3.org/1999/xlink">`
  yield element('eadheader', [
    textElement('eadid', `chancery-${contents.archive.id}`),
    element('filedesc', [element('titlestmt', [textElement('titleproper', contents.title)])]),
    element('profiledesc', [element('creation', ['Chancery, ', textElement('date', day, { normal: day })])]),
  ])
  yield* description(contents, ead2002, 'combined')
  yield '</ead>\n'
}
