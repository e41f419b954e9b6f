import { decodeText } from './character-encoding.ts'
import { type DomElement, parsePage } from './dom.ts'
import type { ExtractedText, FileMetadata } from './extracted.ts'
import { blockText } from './html-blocks.ts'
import { isoDay, metadataOf } from './metadata.ts'
import { emptyFile } from './refusals.ts'
import { cleanText, pageBreak, pagesOf } from './text-cleanup.ts'

/** Names of `meta` elements that give the day of issue, the surest first. */
const issueFields = [
  'article:published_time',
  'dcterms.issued',
  'dc.date.issued',
  'dcterms.date',
  'dc.date',
  'datepublished',
  'pubdate',
  'publishdate',
  'publication_date',
  'og:published_time',
  'date',
]

/** The encoding that a page declares of itself, looked for farther down than browsers do. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 65_536)).toString('latin1')
  const match =
    /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:-]+)/i.exec(head) ??
    /<\?xml[^>]*\bencoding\s*=\s*["']([\w:-]+)/i.exec(head)
  return match?.[1]
}

function metaFields(page: DomElement): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const meta of page.querySelectorAll('meta')) {
    const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop')
    const content = meta.getAttribute('content')
    if (name !== null && content !== null && content.trim() !== '' && !fields.has(name.toLowerCase())) {
      fields.set(name.toLowerCase(), content)
    }
  }
  return fields
}

function issuedIn(page: DomElement, fields: ReadonlyMap<string, string>): { issued?: string; issuedField?: string } {
  for (const field of issueFields) {
    const issued = isoDay(fields.get(field))
    if (issued !== undefined) return { issued, issuedField: `html:${field}` }
  }
  const time = page.querySelector('time[itemprop="datePublished"], time[pubdate]')
  const issued = isoDay(time?.getAttribute('datetime'))
  return issued === undefined ? {} : { issued, issuedField: 'html:time' }
}

function metadataIn(page: DomElement): FileMetadata {
  const fields = metaFields(page)
  const title = page.querySelector('title')?.textContent ?? ''
  const shared = fields.get('og:title')
  const author = fields.get('author') ?? fields.get('dc.creator') ?? fields.get('dcterms.creator')
  return metadataOf({
    title: title.trim() === '' ? shared : title,
    titleField: title.trim() === '' ? 'html:og:title' : 'html:title',
    author: author !== undefined && /^https?:/.test(author) ? undefined : author,
    language: page.querySelector('html')?.getAttribute('lang') ?? fields.get('dc.language'),
    ...issuedIn(page, fields),
  })
}

/** The main text of a page that is already decoded; menus and hidden parts stay out unless there is nothing else. */
export function textOfHtml(html: string): string {
  return textOfPage(parsePage(html))
}

function textOfPage(page: DomElement): string {
  const main = blockText(page, { leaveOutMenus: true })
  return main.trim() === '' ? blockText(page, { leaveOutMenus: false }) : main
}

/** Reads a web page. Throws a Refusal when no text is in it. */
export function extractHtml(bytes: Uint8Array): ExtractedText {
  const { text, encoding } = decodeText(bytes, declaredCharset(bytes))
  const page = parsePage(text)
  // A form feed in a page is white space, not the end of a sheet.
  const body = cleanText(textOfPage(page).replaceAll(pageBreak, ' '))
  const metadata = metadataIn(page)
  if (body === '') throw emptyFile()
  return { mediaType: 'text/html', extension: 'html', encoding, pages: pagesOf(body), metadata }
}
