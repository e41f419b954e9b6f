import type { ExtractedPage } from './extracted.ts'

/** The most characters one page may hold; longer pages are cut, at a paragraph where there is one. */
export const longestPage = 200_000

/** A page break inside a text, as printers and `pdftotext` write it. */
export const pageBreak = '\f'

// More breaks than this are noise, and an empty page for each of them helps nobody.
const mostBlankPages = 5_000

const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\ufeff\ufffe\uffff]/g

/**
 * Brings a text into the one form the archive keeps: NFC, lines ended by `\n`, no control characters but tab and newline, no soft
 * hyphens, no lone surrogates, no spaces at line ends, at most one blank line in a row, none at either end.
 */
export function cleanText(text: string): string {
  const plain = text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028]/g, '\n')
    .replace(/\u2029/g, '\n\n')
    .replace(controls, '')
    .normalize('NFC')
  const lines: string[] = []
  let isAfterBlank = true
  for (const line of plain.split('\n')) {
    const kept = line.trimEnd()
    if (kept !== '' || !isAfterBlank) lines.push(kept)
    isAfterBlank = kept === ''
  }
  if (isAfterBlank) lines.pop()
  return lines.join('\n')
}

function cutBefore(text: string, limit: number): number {
  for (const border of ['\n\n', '\n', ' ']) {
    const at = text.lastIndexOf(border, limit - border.length)
    if (at > limit / 2) return at + border.length
  }
  const isInsidePair = /[\ud800-\udbff]/.test(text.charAt(limit - 1))
  return isInsidePair ? limit - 1 : limit
}

function cutLong(text: string): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > longestPage) {
    const at = cutBefore(rest, longestPage)
    parts.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).replace(/^\n+/, '')
  }
  return [...parts, rest]
}

/**
 * The pages of a running text: a form feed ends a page, and a page over `longestPage` is cut. Every page is clean; blank pages
 * between others stay, graded `empty`, so that page numbers hold. Gives at least one page.
 */
export function pagesOf(text: string): ExtractedPage[] {
  const pages = text.split(pageBreak).map(cleanText).flatMap(cutLong)
  while (pages.length > 1 && pages.at(-1) === '') pages.pop()
  const blank = pages.filter((page) => page === '').length
  const kept = blank > mostBlankPages ? pages.filter((page) => page !== '') : pages
  return (kept.length === 0 ? [''] : kept).map((page) => ({ text: page, grade: page === '' ? 'empty' : 'text' }))
}
