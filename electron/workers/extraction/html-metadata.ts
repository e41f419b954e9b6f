import type { DomElement } from './dom.ts'
import type { FileMetadata } from './extracted.ts'
import { isoDay, metadataOf } from './metadata.ts'

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
  const written = [...page.querySelectorAll('script[type="application/ld+json"]')].map((script) => script.textContent)
  const ofData = isoDay(/"datePublished"\s*:\s*"([^"]{1,40})"/.exec(written.join('\n'))?.[1])
  if (ofData !== undefined) return { issued: ofData, issuedField: 'html:json-ld' }
  const time = page.querySelector('time[itemprop="datePublished"], time[pubdate]') ?? onlyTime(page)
  const issued = isoDay(time?.getAttribute('datetime'))
  return issued === undefined ? {} : { issued, issuedField: 'html:time' }
}

/** The one `time` of a page; of several nobody can say which is the day of issue. */
function onlyTime(page: DomElement): DomElement | undefined {
  const times = [...page.querySelectorAll('time[datetime]')]
  const days = new Set(times.map((time) => isoDay(time.getAttribute('datetime'))))
  return days.size === 1 ? times[0] : undefined
}

const oneLine = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()
const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}\s]+/gu, ' ')
    .trim()

/** A title without the name of the site at either end of it, where the page names its site. */
function withoutSite(title: string, site: string): string {
  if (site === '') return title
  const parts = title.split(/\s+[-–—|·»«:]+\s+/)
  const kept = parts.filter((part) => folded(part) !== folded(site))
  if (kept.length !== parts.length - 1 || kept.length === 0) return title
  const isAtEnd = folded(parts.at(-1) ?? '') === folded(site)
  const isAtStart = folded(parts[0] ?? '') === folded(site)
  if (isAtEnd) return title.slice(0, title.lastIndexOf(parts.at(-1) ?? '')).replace(/\s+[-–—|·»«:]+\s*$/, '')
  return isAtStart ? title.slice((parts[0] ?? '').length).replace(/^\s*[-–—|·»«:]+\s+/, '') : title
}

/** The heading of the page where its title is little more: a heading that only names the site is far shorter. */
function headingOf(page: DomElement, title: string): string | undefined {
  const headings = [...page.querySelectorAll('h1')].map((heading) => oneLine(heading.textContent))
  const [heading] = headings
  if (headings.length !== 1 || heading === undefined || !/\p{L}{2}/u.test(heading)) return undefined
  if (title === '') return heading
  return folded(title).includes(folded(heading)) && heading.length * 2 > title.length ? heading : undefined
}

function titleOf(page: DomElement, fields: ReadonlyMap<string, string>): { title: string; titleField: string } {
  const site = oneLine(fields.get('og:site_name') ?? fields.get('application-name'))
  const shared = withoutSite(oneLine(fields.get('og:title')), site)
  if (shared !== '' && folded(shared) !== folded(site)) return { title: shared, titleField: 'html:og:title' }
  const own = oneLine(page.querySelector('title')?.textContent)
  const heading = headingOf(page, own)
  if (heading !== undefined && heading !== own) return { title: heading, titleField: 'html:h1' }
  return { title: withoutSite(own, site), titleField: 'html:title' }
}

function linkOf(page: DomElement, fields: ReadonlyMap<string, string>): string | undefined {
  const written = page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? fields.get('og:url') ?? ''
  const address = URL.canParse(written.trim()) ? new URL(written.trim()) : undefined
  return address?.protocol === 'http:' || address?.protocol === 'https:' ? address.href : undefined
}

/** What a web page says of itself: in its head first, then in its heading and its times. */
export function htmlMetadata(page: DomElement): FileMetadata {
  const fields = metaFields(page)
  const author = fields.get('author') ?? fields.get('dc.creator') ?? fields.get('dcterms.creator')
  return metadataOf({
    ...titleOf(page, fields),
    author: author !== undefined && /^https?:/.test(author) ? undefined : author,
    language: page.querySelector('html')?.getAttribute('lang') ?? fields.get('dc.language'),
    ...issuedIn(page, fields),
    link: linkOf(page, fields),
  })
}
