import type { DocumentKind } from '../../../contract/vocabulary.ts'
import { dublinCoreTypes } from '../items-csv.ts'
import type { DescribedRecord } from '../metadata/package-contents.ts'

/** A document as programs that cite want it. */
type Referred = DescribedRecord

interface DateParts {
  readonly year: number
  readonly month?: number
  readonly day?: number
}

/** The days, months or years that an EDTF names: one, or the two ends of an interval; none for any other form. */
function dateParts(issued: string): DateParts[] {
  return issued.split('/').flatMap((part) => {
    const groups = /^(?<year>\d{4})(?:-(?<month>0[1-9]|1[0-2])(?:-(?<day>\d{2}))?)?$/.exec(part)?.groups
    if (groups?.['year'] === undefined) return []
    const { year, month, day } = groups
    return [
      {
        year: Number(year),
        ...(month === undefined ? {} : { month: Number(month) }),
        ...(day === undefined ? {} : { day: Number(day) }),
      },
    ]
  })
}

/** Types of the Citation Style Language (1.0.2); `document` where it has none of its own, with the kind as genre. */
const cslTypes: Readonly<Partial<Record<DocumentKind, string>>> = {
  ...{ agreement: 'treaty', memorandum: 'treaty', protocol: 'treaty' },
  ...{ speech: 'speech', letter: 'personal_communication', report: 'report' },
}

const without = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined))

/** A reference in CSL-JSON, as Zotero and pandoc read it. */
export function cslReference(record: Referred, archive: string): object {
  const dates = dateParts(record.issued)
  const parts = dates.map(({ year, month, day }) => [year, month, day].filter((part) => part !== undefined))
  const issued = dates.length > 0 ? { 'date-parts': parts } : record.issued === '' ? undefined : { raw: record.issued }
  return without({
    ...{ id: record.id, type: cslTypes[record.kind] ?? 'document', title: record.title },
    genre: record.kind === 'other' ? '' : dublinCoreTypes[record.kind],
    author: record.issuer === '' ? undefined : [{ literal: record.issuer }],
    ...{ issued, 'publisher-place': record.place, number: record.reference, abstract: record.summary },
    ...{ language: record.language === 'und' ? '' : record.language, keyword: record.tags.join(', ') },
    ...{ URL: record.link, archive, archive_location: record.id, note: `SHA-256: ${record.file.sha256}` },
  })
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const risTypes: Readonly<Partial<Record<DocumentKind, string>>> = {
  ...{ agreement: 'STAT', memorandum: 'STAT', protocol: 'STAT', letter: 'PCOMM', report: 'RPRT' },
}

const two = (value: number | undefined): string => (value === undefined ? '' : String(value).padStart(2, '0'))

/** A reference in RIS: two letters, two blanks, a dash and a value on each line; lines end in CRLF. */
export function risReference(record: Referred, archive: string): string {
  const [date] = dateParts(record.issued)
  const fields: readonly (readonly [string, string])[] = [
    ['ID', record.id],
    ['TI', record.title],
    ['AU', record.issuer],
    ['PY', date === undefined ? '' : String(date.year)],
    ['DA', date === undefined ? '' : `${date.year}/${two(date.month)}/${two(date.day)}/`],
    ['CY', record.place],
    ['M1', record.reference],
    ['M3', record.kind === 'other' ? '' : dublinCoreTypes[record.kind]],
    ['AB', record.summary],
    ...record.tags.map((tag) => ['KW', tag] as const),
    ['LA', record.language === 'und' ? '' : record.language],
    ['UR', record.link],
    ['DB', archive],
    ['AN', record.id],
    ['N1', `SHA-256: ${record.file.sha256}`],
  ]
  const lines = fields.flatMap(([tag, value]) => (oneLine(value) === '' ? [] : [`${tag}  - ${oneLine(value)}`]))
  return [`TY  - ${risTypes[record.kind] ?? 'GEN'}`, ...lines, 'ER  - ', '', ''].join('\r\n')
}

const texCharacters: Readonly<Record<string, string>> = {
  ...{ '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' },
  ...{ '&': '\\&', '%': '\\%', $: '\\$', '#': '\\#', _: '\\_', '{': '\\{', '}': '\\}' },
}

const escapeTex = (text: string): string =>
  oneLine(text).replace(/[\\~^&%$#_{}]/g, (character) => texCharacters[character] ?? character)

/** A reference in BibTeX, in UTF-8. Names of bodies and titles stand in braces of their own, so that no style takes them apart. */
export function bibtexReference(record: Referred, archive: string): string {
  const [date] = dateParts(record.issued)
  const fields: readonly (readonly [string, string])[] = [
    ['title', `{${escapeTex(record.title)}}`],
    ['author', record.issuer === '' ? '' : `{${escapeTex(record.issuer)}}`],
    ['year', date === undefined ? '' : String(date.year)],
    ['month', date?.month === undefined ? '' : String(date.month)],
    ['type', record.kind === 'other' ? '' : dublinCoreTypes[record.kind]],
    ['address', escapeTex(record.place)],
    ['number', escapeTex(record.reference)],
    ['abstract', escapeTex(record.summary)],
    ['keywords', escapeTex(record.tags.join(', '))],
    ['language', record.language === 'und' ? '' : record.language],
    ['url', oneLine(record.link)],
    ['howpublished', escapeTex(`${archive}, document ${record.id}`)],
    ['note', `SHA-256: ${record.file.sha256}`],
  ]
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}},\n`)
  return `@misc{${record.id},\n${lines.join('')}}\n\n`
}
