import { decodeText } from './character-encoding.ts'
import { type DomElement, parsePage } from './dom.ts'
import type { ExtractedText } from './extracted.ts'
import { blockText } from './html-blocks.ts'
import { articleText } from './html-article.ts'
import { htmlMetadata } from './html-metadata.ts'
import { emptyFile } from './refusals.ts'
import { cleanText, pageBreak, pagesOf } from './text-cleanup.ts'

/** The encoding that a page declares of itself, looked for farther down than browsers do. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 65_536)).toString('latin1')
  const match =
    /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:-]+)/i.exec(head) ??
    /<\?xml[^>]*\bencoding\s*=\s*["']([\w:-]+)/i.exec(head)
  return match?.[1]
}

/** The main text of a page that is already decoded; menus and hidden parts stay out unless there is nothing else. */
export function textOfHtml(html: string): string {
  return textOfPage(parsePage(html))
}

function textOfPage(page: DomElement): string {
  const main = blockText(page, { leaveOutMenus: true })
  return main.trim() === '' ? blockText(page, { leaveOutMenus: false }) : main
}

/** Reads a web page without what surrounds its text, as far as `articleText` is sure of it. Throws a Refusal when no text is in it. */
export function extractHtml(bytes: Uint8Array): ExtractedText {
  const { text, encoding } = decodeText(bytes, declaredCharset(bytes))
  const page = parsePage(text)
  // A form feed in a page is white space, not the end of a sheet.
  const body = cleanText(articleText(text, textOfPage(page)).replaceAll(pageBreak, ' '))
  const metadata = htmlMetadata(page)
  if (body === '') throw emptyFile()
  return { mediaType: 'text/html', extension: 'html', encoding, pages: pagesOf(body), metadata }
}
