import { itemColumns } from '../items-csv.ts'
import { agreementColumns } from './agreements-lists.ts'
import { nameColumns } from './names-lists.ts'
import type { DescriptionWriter } from './package-contents.ts'

/** A column: its name, the property that it gives, what it holds. */
type Column = readonly [name: string, property: string, description: string, ...rest: readonly unknown[]]

/** Columns that hold several values, apart by a bar. */
const repeated = new Set(['dcterms:subject', 'documents', 'parties', 'carriedBy', 'citedBy'])

const columnOf = ([title, propertyUrl, description]: Column) => ({
  ...{ name: title.replace(':', '_'), titles: title, propertyUrl, 'dc:description': description, datatype: 'string' },
  ...(repeated.has(title) ? { separator: '|' } : {}),
})

const tableOf = (url: string, columns: readonly Column[], key: string) => ({
  ...{ url, tableSchema: { columns: columns.map(columnOf), primaryKey: key } },
  dialect: { encoding: 'utf-8', header: true, delimiter: ',', quoteChar: '"', doubleQuote: true },
})

/** `csvw-metadata.json`: what the columns of the package's lists mean (W3C, Metadata Vocabulary for Tabular Data). */
export const writeColumnDictionary: DescriptionWriter = () => {
  const tables = [
    tableOf('items.csv', itemColumns, 'dcterms_identifier'),
    tableOf('agreements.csv', agreementColumns, 'identifier'),
    {
      ...tableOf('names.csv', nameColumns, 'name'),
      tableSchema: { columns: nameColumns.map(columnOf), primaryKey: ['type', 'name'] },
    },
  ]
  return [`${JSON.stringify({ '@context': 'http://www.w3.org/ns/csvw', tables }, undefined, 1)}\n`]
}
