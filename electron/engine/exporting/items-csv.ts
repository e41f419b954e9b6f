import type { DocumentRecord } from '../../contract/schemas.ts'
import { csvHeader, csvRow } from './csv.ts'
import type { DescribedRecord } from './metadata/package-contents.ts'

/** One document as a row: Dublin Core terms, where its parts lie in the package, and the fixity of its original. */
export interface Item {
  readonly record: DescribedRecord
  readonly pages: number
  /** Paths inside the package; empty in a plain list. */
  readonly original: string
  readonly text: string
}

/** Kinds of documents as `dcterms:type` has them, in English whatever the language of the page. */
export const dublinCoreTypes: Readonly<Record<DocumentRecord['kind'], string>> = {
  'press-release': 'Press release',
  'joint-communique': 'Joint communiqué',
  statement: 'Statement',
  speech: 'Speech',
  agreement: 'Agreement',
  memorandum: 'Memorandum of understanding',
  protocol: 'Protocol',
  minutes: 'Minutes',
  letter: 'Letter',
  report: 'Report',
  other: 'Text',
}

/** A condition of access in words; empty for what anybody may have. */
export const accessText = (access: DescribedRecord['access']): string =>
  access === undefined ? '' : access.review === '' ? access.reason : `${access.reason} (review: ${access.review})`

type Column = readonly [name: string, property: string, description: string, of: (item: Item) => string]

const term = (name: string, description: string, of: (item: Item) => string): Column => [
  `dcterms:${name}`,
  `http://purl.org/dc/terms/${name}`,
  description,
  of,
]

/** The columns of `items.csv`: name, property, what they hold, and their value. */
export const itemColumns: readonly Column[] = [
  term('identifier', 'of the document in the archive', ({ record }) => record.id),
  term('title', 'as catalogued', ({ record }) => record.title),
  term('type', 'kind of document', ({ record }) => dublinCoreTypes[record.kind]),
  term('issued', 'the day of release, as EDTF', ({ record }) => record.issued),
  term('language', 'BCP 47', ({ record }) => record.language),
  term('creator', 'the body that issued it', ({ record }) => record.issuer),
  term('spatial', 'the place of its dateline', ({ record }) => record.place),
  term('bibliographicCitation', 'its reference number', ({ record }) => record.reference),
  term('abstract', 'its lead paragraph', ({ record }) => record.summary),
  term('subject', 'tags', ({ record }) => record.tags.join('|')),
  term('format', 'media type of the original', ({ record }) => record.file.mediaType),
  term('extent', 'size of the original', ({ record }) => `${record.file.bytes} bytes`),
  term('source', 'name of the original when it was imported', ({ record }) => record.file.name),
  term('dateSubmitted', 'when it was imported', ({ record }) => new Date(record.importedAt).toISOString()),
  term('accessRights', 'why it is restricted and when that is to be looked at again', ({ record }) =>
    accessText(record.access),
  ),
  ['original', 'https://schema.org/contentUrl', 'path of the original in the bag', ({ original }) => original],
  ['text', 'https://schema.org/encoding', 'path of its text in the bag', ({ text }) => text],
  ['pages', 'https://schema.org/numberOfPages', 'pages of the original', ({ pages }) => String(pages)],
  ['sha256', 'https://schema.org/sha256', 'of the original when it was imported', ({ record }) => record.file.sha256],
]

/** Rows of a list of documents, with a header. */
export const itemsCsv = {
  header: (): string => csvHeader(itemColumns.map(([name]) => name)),
  row: (item: Item): string => csvRow(itemColumns.map(([, , , of]) => of(item))),
}
