import { childElements, type DomElement } from './dom.ts'
import type { ExtractedPage, ExtractedText } from './extracted.ts'
import { bodyOfOdf, odfMetadata, textOfOdf } from './odt-text.ts'
import { emptyFile, tooMuch } from './refusals.ts'
import { pagesOf } from './text-cleanup.ts'
import type { ZipMembers } from './zip-members.ts'

const mediaTypes = 'application/vnd.oasis.opendocument'
// A workbook fills the rest of its grid with one cell or row that is said to repeat itself.
const widestRepeat = 50
/** Characters in all sheets together; a repeated row of long cells is a trap. */
const mostCharacters = 64 * 1024 * 1024

function finished(pages: readonly ExtractedPage[]): readonly ExtractedPage[] {
  if (pages.every((page) => page.text === '')) throw emptyFile()
  return pages
}

function isTitle(frame: DomElement): boolean {
  return /^(title|subtitle)$/.test(frame.getAttribute('presentation:class') ?? '')
}

function slideText(slide: DomElement): string {
  const parts = childElements(slide)
  const isNotes = (part: DomElement): boolean => part.nodeName === 'presentation:notes'
  const shapes = parts.filter((part) => !isNotes(part))
  return [...shapes.filter(isTitle), ...shapes.filter((shape) => !isTitle(shape)), ...parts.filter(isNotes)]
    .map((part) => textOfOdf(part).trim())
    .filter((text) => text !== '')
    .join('\n\n')
}

/** Reads an OpenDocument presentation: a page for each slide, titles first, notes last. Throws a Refusal when it is locked, damaged or empty. */
export async function extractOdp(zip: ZipMembers): Promise<ExtractedText> {
  const what = 'OpenDocument presentation'
  const slides = childElements(await bodyOfOdf(zip, 'office:presentation', what))
  const pages = slides.filter((part) => part.nodeName === 'draw:page').flatMap((slide) => pagesOf(slideText(slide)))
  const metadata = await odfMetadata(zip, 'odp')
  return { mediaType: `${mediaTypes}.presentation`, extension: 'odp', pages: finished(pages), metadata }
}

function repeats(element: DomElement, name: string): number {
  return Math.min(Math.max(Number.parseInt(element.getAttribute(name) ?? '1', 10) || 1, 1), widestRepeat)
}

/** Days are written as ISO 8601 has them, not as the locale of the one who saved it shows them. */
function cellText(cell: DomElement): string {
  const date = cell.getAttribute('office:date-value')
  const isWhole = date !== null && /^\d{4}-\d\d-\d\d(T[\d:]+)?/.test(date)
  if (isWhole) return date.replace(/T00:00:00.*$/, '')
  return textOfOdf(cell).replace(/\s+/g, ' ').trim()
}

function rowText(row: DomElement): string {
  const cells: string[] = []
  for (const cell of childElements(row)) {
    if (!/^table:(covered-)?table-cell$/.test(cell.nodeName)) continue
    const text = cellText(cell)
    for (let count = repeats(cell, 'table:number-columns-repeated'); count > 0; count--) cells.push(text)
  }
  return cells.join('\t').trimEnd()
}

function* rowsOf(table: DomElement): Generator<string> {
  for (const child of childElements(table)) {
    if (/^table:table-(header-rows|rows|row-group)$/.test(child.nodeName)) yield* rowsOf(child)
    if (child.nodeName !== 'table:table-row') continue
    const text = rowText(child)
    if (text === '') continue
    for (let count = repeats(child, 'table:number-rows-repeated'); count > 0; count--) yield text
  }
}

/** Reads an OpenDocument spreadsheet: a page for each sheet, its name first, cells apart by tabs. Throws a Refusal when it is locked, damaged or empty. */
export async function extractOds(zip: ZipMembers): Promise<ExtractedText> {
  const what = 'OpenDocument spreadsheet'
  const sheets = childElements(await bodyOfOdf(zip, 'office:spreadsheet', what))
  const pages: ExtractedPage[] = []
  let characters = 0
  for (const sheet of sheets.filter((part) => part.nodeName === 'table:table')) {
    const lines: string[] = []
    for (const line of rowsOf(sheet)) {
      characters += line.length
      if (characters > mostCharacters) throw tooMuch()
      lines.push(line)
    }
    if (lines.length > 0) pages.push(...pagesOf(`${sheet.getAttribute('table:name') ?? ''}\n\n${lines.join('\n')}`))
  }
  const metadata = await odfMetadata(zip, 'ods')
  return { mediaType: `${mediaTypes}.spreadsheet`, extension: 'ods', pages: finished(pages), metadata }
}
