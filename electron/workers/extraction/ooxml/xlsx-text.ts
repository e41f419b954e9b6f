import { childElements, type DomElement } from '../dom.ts'
import type { ExtractedPage, ExtractedText } from '../extracted.ts'
import { emptyFile, tooMuch } from '../refusals.ts'
import { pagesOf } from '../text-cleanup.ts'
import type { ZipMembers } from '../zip-members.ts'
import { elementsNamed, officeMetadata, partOf, relationsOf } from './zip-parts.ts'

const workbook = 'xl/workbook.xml'
const dayMs = 86_400_000
/** Numbers of the built-in formats for days and times (ECMA-376, 18.8.30). */
const isBuiltInDate = (format: number): boolean =>
  (format >= 14 && format <= 22) ||
  (format >= 27 && format <= 36) ||
  (format >= 45 && format <= 47) ||
  (format >= 50 && format <= 58)
const isDateCode = (code: string): boolean => /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))

interface Book {
  readonly strings: readonly string[]
  /** Whether the style with a number shows a day. */
  readonly isDate: readonly boolean[]
  readonly startsIn1904: boolean
  /** How much was read of all its sheets. */
  readonly read: { characters: number }
}

/** All words of an element but those that say how another writing is pronounced. */
function textOf(element: DomElement): string {
  return childElements(element)
    .map((child) =>
      child.nodeName === 't' ? (child.textContent ?? '') : child.nodeName === 'rPh' ? '' : textOf(child),
    )
    .join('')
}

/** A number as a workbook shows it: with fifteen digits, so that 0.1 + 0.2 is 0.3. */
function numberText(value: string): string {
  const number = Number(value)
  return /^-?\d+\.\d{14,}(E[-+]?\d+)?$/i.test(value) && Number.isFinite(number)
    ? String(Number(number.toPrecision(15)))
    : value
}

async function sharedStrings(zip: ZipMembers): Promise<string[]> {
  const part = await partOf(zip, 'xl/sharedStrings.xml')
  return part === undefined ? [] : elementsNamed(part, 'si').map(textOf)
}

async function dateStyles(zip: ZipMembers): Promise<boolean[]> {
  const part = await partOf(zip, 'xl/styles.xml')
  if (part === undefined) return []
  const own = new Map(
    elementsNamed(part, 'numFmt').map((format) => [
      format.getAttribute('numFmtId'),
      format.getAttribute('formatCode') ?? '',
    ]),
  )
  const [styles] = elementsNamed(part, 'cellXfs')
  return (styles === undefined ? [] : elementsNamed(styles, 'xf')).map((style) => {
    const format = style.getAttribute('numFmtId') ?? '0'
    const code = own.get(format)
    return code === undefined ? isBuiltInDate(Number(format)) : isDateCode(code)
  })
}

/** A day of the workbook's calendar as ISO 8601, with the time where it has one. */
function dateText(value: number, startsIn1904: boolean): string {
  const start = startsIn1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const date = new Date(start + Math.round(value * dayMs))
  if (!Number.isFinite(date.getTime())) return String(value)
  const iso = date.toISOString()
  if (value < 1) return iso.slice(11, 19)
  return value % 1 === 0 ? iso.slice(0, 10) : iso.slice(0, 19)
}

function cellText(cell: DomElement, book: Book): string {
  const value = elementsNamed(cell, 'v')[0]?.textContent ?? ''
  switch (cell.getAttribute('t')) {
    case 's':
      return book.strings[Number(value)] ?? ''
    case 'inlineStr':
      return textOf(cell)
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE'
    case 'str':
    case 'e':
      return value
  }
  const isDate = book.isDate[Number(cell.getAttribute('s') ?? 0)] === true
  return isDate && value !== '' && Number.isFinite(Number(value))
    ? dateText(Number(value), book.startsIn1904)
    : numberText(value)
}

/** Columns are counted in letters: A is 0, Z 25, AA 26. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference.replace(/\d+$/, '')) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

const widestGap = 50
/** Characters in all sheets together: one long text that many cells share is a trap. */
const mostCharacters = 64 * 1024 * 1024

function rowText(row: DomElement, book: Book): string {
  const cells: string[] = []
  let length = 0
  for (const cell of childElements(row)) {
    if (cell.nodeName !== 'c') continue
    const column = columnOf(cell.getAttribute('r') ?? '')
    while (cells.length < column && column - cells.length <= widestGap) cells.push('')
    const text = cellText(cell, book).replace(/\s+/g, ' ')
    length += text.length
    if (length > mostCharacters) throw tooMuch()
    cells.push(text)
  }
  return cells.join('\t').trimEnd()
}

async function sheetPages(zip: ZipMembers, name: string, part: string, book: Book): Promise<ExtractedPage[]> {
  const sheet = await partOf(zip, part)
  const lines: string[] = []
  for (const row of sheet === undefined ? [] : elementsNamed(sheet, 'row')) {
    const line = rowText(row, book)
    book.read.characters += line.length
    if (book.read.characters > mostCharacters) throw tooMuch()
    if (line !== '') lines.push(line)
  }
  return lines.length === 0 ? [] : pagesOf(`${name}\n\n${lines.join('\n')}`)
}

/** Reads a workbook: a page for each sheet, its name first, cells apart by tabs, days in ISO 8601. Throws a Refusal when it is empty. */
export async function extractXlsx(zip: ZipMembers): Promise<ExtractedText> {
  const whole = await partOf(zip, workbook)
  const startsIn1904 = /^(1|true)$/.test(
    (whole === undefined ? undefined : elementsNamed(whole, 'workbookPr')[0]?.getAttribute('date1904')) ?? '',
  )
  const book: Book = {
    strings: await sharedStrings(zip),
    isDate: await dateStyles(zip),
    startsIn1904,
    read: { characters: 0 },
  }
  const relations = await relationsOf(zip, workbook)
  const pages: ExtractedPage[] = []
  for (const sheet of whole === undefined ? [] : elementsNamed(whole, 'sheet')) {
    const part = relations.get(sheet.getAttribute('r:id') ?? '')
    if (part !== undefined) pages.push(...(await sheetPages(zip, sheet.getAttribute('name') ?? '', part, book)))
  }
  if (pages.length === 0) throw emptyFile()
  return {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    pages,
    metadata: await officeMetadata(zip, 'xlsx'),
  }
}
