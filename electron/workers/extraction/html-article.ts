import { Readability } from '@mozilla/readability'
import { type DomElement, type DomNode, parsePage } from './dom.ts'
import { blockText } from './html-blocks.ts'

// Lines of running text are longer than the entries of a menu.
const longLine = 60
/** The part of the running text that an article must keep, or the page is taken whole. */
const leastKept = 0.95
const shortestArticle = 250
const largestPage = 2_000_000
const mostElements = 30_000

const squeezed = (text: string): string => text.replace(/\s+/g, '')

function articleOf(html: string): string | undefined {
  const page = parsePage(html)
  try {
    const document = page as unknown as ConstructorParameters<typeof Readability>[0]
    const reader = new Readability<DomNode>(document, {
      serializer: (root): DomNode => root as DomNode,
      maxElemsToParse: mostElements,
    })
    const root = reader.parse()?.content
    return root === null || root === undefined ? undefined : blockText(root, { leaveOutMenus: true })
  } catch {
    // A page that the recogniser cannot bear is read whole.
    return undefined
  }
}

const length = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length, 0)
const shortestHeading = 12

/** Where the text begins: at its heading, if one stands between the surroundings and what was recognised. */
function beginning(lines: readonly string[], first: number, page: DomElement): number {
  const headings = [...page.querySelectorAll('h1')].map((heading) => squeezed(heading.textContent ?? ''))
  const title = squeezed(page.querySelector('title')?.textContent ?? '').toLowerCase()
  const isHeading = (line: string): boolean => {
    const text = squeezed(line)
    return headings.includes(text) || (text.length >= shortestHeading && title.includes(text.toLowerCase()))
  }
  const above = lines.slice(0, first).findLastIndex((line) => line !== '' && isHeading(line))
  return above === -1 ? first : above
}

/**
 * `whole`, all the text of a page, without the menus and teasers before and after its article, or all of it when the recognised
 * article has lost anything that may count: more than a twentieth of the running text (lines of 60 characters and more), or when it
 * is very short. Nothing is taken out between the first line of the article and the last one, nor between the heading and them.
 */
export function articleText(html: string, whole: string): string {
  const lines = whole.split('\n')
  const isLong = (line: string): boolean => line.length >= longLine
  const running = length(lines.filter(isLong))
  if (html.length > largestPage || running < shortestArticle) return whole
  const article = articleOf(html)
  if (article === undefined || article.length < shortestArticle) return whole
  const kept = new Set(article.split('\n').map(squeezed))
  const isKept = (line: string): boolean => isLong(line) && kept.has(squeezed(line))
  const first = lines.findIndex(isKept)
  if (first === -1) return whole
  const start = beginning(lines, first, parsePage(html))
  const end = lines.findLastIndex((line) => line !== '' && kept.has(squeezed(line))) + 1
  const text = lines.slice(start, end)
  return length(text.filter(isLong)) < running * leastKept ? whole : text.join('\n')
}
