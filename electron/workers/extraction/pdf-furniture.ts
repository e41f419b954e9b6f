import type { ExtractedPage, TextSpan } from './extracted.ts'
import { groupedBy } from './grouping.ts'
import type { PageEdge, ReadPage } from './pdf-page.ts'

const digits = '\\d\\u0660-\\u0669\\u06f0-\\u06f9'
const number = `(?:[${digits}]{1,4}|[ivxlc]{1,7})`
const pageWord = '(?:pages?|p\\.|pg\\.|صفحة|الصفحة|ص\\.?)'
const ofWord = '(?:/|of|sur|de|من|\\||-)'

const bareNumber = new RegExp(`^[[(–—|•.\\s-]*${number}[\\])–—|•.\\s-]*$`, 'iu')
/** A line that says of itself that it numbers a page: "Page 3 of 9", "page 3 sur 9", "صفحة ٣ من ٩", "3 / 9". */
const saysPage = new RegExp(
  `^[[(–—|•\\s-]*(?:${pageWord}\\s*:?\\s*${number}(?:\\s*${ofWord}\\s*${number})?|[${digits}]{1,4}\\s*(?:/|of|sur|من)\\s*[${digits}]{1,4})[\\])–—|•\\s-]*$`,
  'iu',
)
const dashed = new RegExp(`^[–—-]\\s*[${digits}]{1,4}\\s*[–—-]$`, 'u')

const anyNumber = new RegExp(`[${digits}]+`, 'gu')

/** Points by which a line may stand higher or lower and still be the same one. */
const sameHeight = 4

function romanValue(sign: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 }
  const digitsOf = Array.from(sign.toLowerCase()).map((letter) => values[letter] ?? 0)
  return digitsOf.reduce((sum, value, at) => sum + (value < (digitsOf[at + 1] ?? 0) ? -value : value), 0)
}

/** The numbers in a line, in order, in whatever digits. */
function numbersIn(text: string): number[] {
  const plain = text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
  const found = (plain.match(/\d+/g) ?? []).map(Number)
  const roman = /^[^\p{L}]*([ivxlc]+)[^\p{L}]*$/iu.exec(plain)?.[1]
  return found.length === 0 && roman !== undefined ? [romanValue(roman)] : found
}

interface Occurrence {
  readonly page: number
  readonly edge: PageEdge
}

/** The occurrences of one text that stand at one height, group by group. */
function atOneHeight(occurrences: readonly Occurrence[]): Occurrence[][] {
  const groups: Occurrence[][] = []
  for (const occurrence of [...occurrences].sort((a, b) => a.edge.y - b.edge.y)) {
    const group = groups.at(-1)
    if (group !== undefined && occurrence.edge.y - (group.at(-1)?.edge.y ?? 0) <= sameHeight) group.push(occurrence)
    else groups.push([occurrence])
  }
  return groups
}

/** Whether one of the numbers in the line grows with the pages: a figure at the foot of two pages does not, nor do two articles. */
function countsPages(group: readonly Occurrence[]): boolean {
  const numbers = group.map(({ page, edge }) => numbersIn(edge.text).map((value) => value - page))
  return (numbers[0] ?? []).some((_, at) => {
    const steps = groupedBy(numbers, (differences) => differences[at])
    return Math.max(...[...steps.values()].map((same) => same.length)) * 2 > group.length
  })
}

/** Headings of the text itself, which may stand at the head of many pages. */
const bodyHeading =
  /^[\p{P}\s]*(?:article|art|section|chapter|chapitre|titre|part|partie|annex|annexe|المادة|الفصل|الباب|الملحق)(?!\p{L})/iu

function repeats(group: readonly Occurrence[], pageCount: number): boolean {
  const pages = new Set(group.map(({ page }) => page)).size
  if (pages < (pageCount > 5 ? 3 : 2)) return false
  const texts = new Set(group.map(({ edge }) => edge.text))
  const isNumber = bareNumber.test(group[0]?.edge.text ?? '')
  if (texts.size === 1 && !isNumber) return true
  return !bodyHeading.test(group[0]?.edge.text ?? '') && countsPages(group)
}

/** The lines, page by page, that are repeated at the edge of the pages or number them. */
function repeatedLines(pages: readonly ReadPage[]): ReadonlyMap<number, ReadonlySet<PageEdge>> {
  const occurrences = pages.flatMap(({ edges }, page) => edges.map((edge) => ({ page, edge })))
  const sameText = groupedBy(occurrences, ({ edge }) =>
    bareNumber.test(edge.text) ? '#' : edge.text.replace(anyNumber, '#').toLowerCase(),
  )
  const found = [...sameText.values()]
    .flatMap(atOneHeight)
    .filter((group) => repeats(group, pages.length))
    .flat()
  const alone = occurrences.filter(({ edge }) => saysPage.test(edge.text) || dashed.test(edge.text))
  const byPage = groupedBy([...found, ...alone], ({ page }) => page)
  return new Map([...byPage].map(([page, lines]) => [page, new Set(lines.map(({ edge }) => edge))]))
}

/** Where a line of the edge stands in the text of its page, looked for from the edge inwards. */
function placeOf(text: string, edge: PageEdge): TextSpan | undefined {
  const framed = `\n${text}\n`
  const line = `\n${edge.text}\n`
  const at = edge.isTop ? framed.indexOf(line) : framed.lastIndexOf(line)
  return at === -1 ? undefined : { start: at, end: at + edge.text.length }
}

/** The spans after every line of furniture was set apart from the paragraph that it touches. */
function setApart(text: string, spans: readonly TextSpan[]): { text: string; furniture: TextSpan[] } {
  let apart = ''
  let taken = 0
  const furniture: TextSpan[] = []
  for (const { start, end } of spans) {
    apart += text.slice(taken, start)
    if (apart !== '' && !apart.endsWith('\n\n')) apart += '\n'
    furniture.push({ start: apart.length, end: apart.length + end - start })
    apart += text.slice(start, end)
    if (end < text.length && text.slice(end, end + 2) !== '\n\n') apart += '\n'
    taken = end
  }
  return { text: apart + text.slice(taken), furniture }
}

/**
 * The pages of a document with their running headers, footers and page numbers marked and each in a paragraph of its own: what
 * stands at the same height on several pages, digits apart, and what numbers pages in so many words. The letterhead of a first page
 * is none of these. The text of a page is never less than it was.
 */
export function withFurniture(pages: readonly ReadPage[]): ExtractedPage[] {
  const repeated = repeatedLines(pages)
  return pages.map(({ text, grade }, at) => {
    const places = [...(repeated.get(at) ?? [])].flatMap((edge) => placeOf(text, edge) ?? [])
    const spans = places
      .sort((a, b) => a.start - b.start)
      .filter((span, index, all) => index === 0 || span.start > (all[index - 1]?.end ?? 0))
    return spans.length === 0 ? { text, grade } : { ...setApart(text, spans), grade }
  })
}
