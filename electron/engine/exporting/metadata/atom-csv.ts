import { accessText } from '../items-csv.ts'
import { csvHeader, csvRow } from '../csv.ts'
import { type DescriptionWriter, type PackageItem, extentOf } from './package-contents.ts'

const columns: readonly (readonly [string, (item: PackageItem) => string])[] = [
  ['legacyId', ({ record }) => record.id],
  ['parentId', () => ''],
  ['identifier', ({ record }) => (record.reference === '' ? record.id : record.reference)],
  ['title', ({ record }) => record.title],
  ['levelOfDescription', () => 'Item'],
  ['extentAndMedium', extentOf],
  ['scopeAndContent', ({ record }) => record.summary],
  ['accessConditions', ({ record }) => accessText(record.access)],
  ['language', ({ record }) => (record.language === 'und' ? '' : record.language)],
  ['script', ({ record }) => (record.language === 'und' ? '' : record.language === 'ar' ? 'Arab' : 'Latn')],
  ['subjectAccessPoints', ({ record }) => record.tags.join('|')],
  ['nameAccessPoints', ({ names }) => namesOf(names, 'person', 'organisation')],
  ['placeAccessPoints', ({ names }) => namesOf(names, 'place', 'country')],
  ['eventDates', ({ record }) => record.issued],
  ['eventStartDates', ({ record }) => dayOf(record.issued.split('/')[0] ?? '')],
  ['eventEndDates', ({ record }) => dayOf(record.issued.split('/').at(-1) ?? '')],
  ['eventTypes', ({ record }) => (record.issued === '' && record.issuer === '' ? '' : 'Creation')],
  ['eventActors', ({ record }) => record.issuer],
  ['culture', ({ record }) => (record.language === 'und' ? 'en' : record.language)],
]

const dayOf = (date: string): string => (/^\d{4}(?:-\d{2}){0,2}$/.test(date) ? date : '')

const namesOf = (names: PackageItem['names'], ...types: readonly string[]): string =>
  names
    .filter(({ type }) => types.includes(type))
    .map(({ name }) => name)
    .join('|')

/** `atom-isad.csv`: one ISAD(G) description a row, in the columns of AtoM's import. AtoM wants no byte order mark. */
export const writeAtomCsv: DescriptionWriter = function* ({ items }) {
  yield csvHeader(columns.map(([name]) => name)).replace('\ufeff', '')
  for (const item of items) yield csvRow(columns.map(([, of]) => of(item)))
}
