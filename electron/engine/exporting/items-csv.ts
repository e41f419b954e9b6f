import { stringify } from 'csv-stringify/sync'
import type { DocumentRecord } from '../../contract/schemas.ts'

/** One document as a row: Dublin Core terms, where its parts lie in the package, and the fixity of its original. */
export interface Item {
  readonly record: DocumentRecord
  /** Paths inside the package; empty in a plain list. */
  readonly original: string
  readonly text: string
}

const dublinCoreTypes: Readonly<Record<DocumentRecord['kind'], string>> = {
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

const columns: readonly { readonly header: string; readonly of: (item: Item) => string }[] = [
  { header: 'dcterms:identifier', of: ({ record }) => record.id },
  { header: 'dcterms:title', of: ({ record }) => record.title },
  { header: 'dcterms:type', of: ({ record }) => dublinCoreTypes[record.kind] },
  { header: 'dcterms:issued', of: ({ record }) => record.issued },
  { header: 'dcterms:language', of: ({ record }) => record.language },
  { header: 'dcterms:creator', of: ({ record }) => record.issuer },
  { header: 'dcterms:spatial', of: ({ record }) => record.place },
  { header: 'dcterms:bibliographicCitation', of: ({ record }) => record.reference },
  { header: 'dcterms:abstract', of: ({ record }) => record.summary },
  { header: 'dcterms:subject', of: ({ record }) => record.tags.join('|') },
  { header: 'dcterms:format', of: ({ record }) => record.file.mediaType },
  { header: 'dcterms:extent', of: ({ record }) => `${record.file.bytes} bytes` },
  { header: 'dcterms:source', of: ({ record }) => record.file.name },
  { header: 'dcterms:dateSubmitted', of: ({ record }) => new Date(record.importedAt).toISOString() },
  { header: 'original', of: (item) => item.original },
  { header: 'text', of: (item) => item.text },
  { header: 'pages', of: ({ record }) => String(record.pages.length) },
  { header: 'sha256', of: ({ record }) => record.file.sha256 },
]

/** Writes rows of a list: RFC 4180, UTF-8, CRLF. Values that a spreadsheet would run as formulas are neutralised. */
export const itemsCsv = {
  /** The header, with the byte order mark by which spreadsheets know UTF-8. */
  header: (): string => `\ufeff${stringify([columns.map((column) => column.header)], { record_delimiter: 'windows' })}`,
  row: (item: Item): string =>
    stringify([columns.map((column) => column.of(item))], { record_delimiter: 'windows', escape_formulas: true }),
}
