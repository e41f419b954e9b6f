import { posix } from 'node:path'
import { decodeText } from '../character-encoding.ts'
import type { ExtractedPage, ExtractedText } from '../extracted.ts'
import { declaredCharset, textOfHtml } from '../html-text.ts'
import { isoDay, metadataOf } from '../metadata.ts'
import { damaged, emptyFile, encrypted } from '../refusals.ts'
import { pagesOf } from '../text-cleanup.ts'
import type { ZipMembers } from '../zip-members.ts'
import { elementsNamed, partOf } from './zip-parts.ts'

// A piece of XHTML may close an element where it opens, which to a reader of HTML means that it never closes.
const closedAtOnce =
  /<(?!(?:br|hr|img|input|link|meta|area|base|col|embed|source|track|wbr)\b)([a-z][\w:]*)(\s[^<>]*)?\/>/gi

function pieceText(content: Uint8Array): string {
  const { text } = decodeText(content, declaredCharset(content))
  return textOfHtml(text.replace(closedAtOnce, '<$1$2></$1>'))
}

/** Whether the text itself is locked; the fonts of a book are obscured more often than that, and nobody reads them. */
async function isLocked(zip: ZipMembers, members: readonly string[]): Promise<boolean> {
  const encryption = await partOf(zip, 'META-INF/encryption.xml')
  if (encryption === undefined) return false
  const locked = [...encryption.querySelectorAll('*')].map((element) => element.getAttribute('URI'))
  return members.some((member) => locked.includes(member))
}

const plainName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** The member that an address in the description leads to, which may climb out of its folder. */
function memberName(folder: string, href: string): string {
  const written = href.replace(/#.*$/, '')
  let name = written
  try {
    name = decodeURIComponent(written)
  } catch {
    // It was never encoded.
  }
  return posix.join(folder, name)
}

/** Reads an e-book: a page for each piece of its reading order. Throws a Refusal when it is damaged or empty. */
export async function extractEpub(zip: ZipMembers): Promise<ExtractedText> {
  const container = await partOf(zip, 'META-INF/container.xml')
  const rootfile =
    (container === undefined ? undefined : elementsNamed(container, 'rootfile')[0])?.getAttribute('full-path') ?? ''
  const description = await partOf(zip, rootfile)
  if (description === undefined) throw damaged('e-book')
  const folder = rootfile.slice(0, rootfile.lastIndexOf('/') + 1)
  const all = [...description.querySelectorAll('*')]
  const named = (name: string) => all.filter((element) => plainName(element.nodeName) === name)
  const hrefs = new Map(named('item').map((item) => [item.getAttribute('id'), item.getAttribute('href') ?? '']))
  const references = named('itemref').map((reference) => hrefs.get(reference.getAttribute('idref')) ?? '')
  // No book has the same piece twice; one that says so would be long without end.
  const members = [...new Set(references.map((href) => memberName(folder, href)))]
  if (await isLocked(zip, members)) throw encrypted('e-book')
  const pages: ExtractedPage[] = []
  for (const member of members) {
    const content = await zip.read(member)
    if (content !== undefined) pages.push(...pagesOf(pieceText(content)))
  }
  if (pages.every((page) => page.text === '')) throw emptyFile()
  const field = (name: string): string | undefined => named(name)[0]?.textContent ?? undefined
  const metadata = metadataOf({
    title: field('title'),
    titleField: 'epub:dc:title',
    author: field('creator'),
    issued: isoDay(field('date')),
    issuedField: 'epub:dc:date',
    language: field('language'),
  })
  return { mediaType: 'application/epub+zip', extension: 'epub', pages, metadata }
}
