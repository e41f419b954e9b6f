import { stringify } from 'csv-stringify/sync'

/** The first row of a list, with the byte order mark by which spreadsheets know UTF-8. */
export const csvHeader = (columns: readonly string[]): string =>
  `\ufeff${stringify([columns], { record_delimiter: 'windows' })}`

/** A row as RFC 4180 has it, ended by CRLF. Values that a spreadsheet would run as formulas are neutralised. */
export const csvRow = (values: readonly string[]): string =>
  stringify([values], { record_delimiter: 'windows', escape_formulas: true })
