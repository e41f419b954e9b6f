import type { ExtractedPage, ExtractedText } from '../extracted.ts'
import { textOfHtml } from '../html-text.ts'
import { isoDay, metadataOf } from '../metadata.ts'
import { damaged, emptyFile } from '../refusals.ts'
import { pagesOf } from '../text-cleanup.ts'
import type { ZipMembers } from '../zip-members.ts'
import { elementsNamed, partOf } from './zip-parts.ts'

const plainName = (name: string): string => name.slice(name.indexOf(':') + 1)

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
  const pages: ExtractedPage[] = []
  for (const reference of named('itemref')) {
    const href = decodeURIComponent(
      (hrefs.get(reference.getAttribute('idref')) ?? '').replace(/%(?![0-9a-f]{2})/gi, '%25'),
    )
    const content = await zip.read(folder + href.replace(/#.*$/, ''))
    if (content === undefined) continue
    pages.push(...pagesOf(textOfHtml(Buffer.from(content).toString('utf8'))))
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
