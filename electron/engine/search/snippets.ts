import type { Because, Snippet } from '../../contract/schemas.ts'
import type { ReadDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import { segmentWords } from '../language/segment.ts'
import { BecauseCollector } from './because.ts'
import { type Hit, type HitPatterns, findHits, hasPatterns } from './hits.ts'

const snippetLength = 220
const mostSnippets = 2
/** A snippet is looked for in this much of a document's text; what lies deeper is marked when the document is read. */
const searchedLength = 120_000

interface Window {
  readonly page: number
  readonly first: number
  readonly last: number
  /** How many different words of the query it shows. */
  readonly answers: number
  readonly value: number
}

/** Windows of hits that fit into one snippet, the ones with most different words first. */
function windowsOf(page: number, hits: readonly Hit[]): Window[] {
  return hits.map((hit, first) => {
    let last = first
    const keys = new Set([hit.answer.key])
    for (let next = first + 1; next < hits.length; next++) {
      const other = hits[next]
      if (other === undefined || other.end - hit.start > snippetLength) break
      keys.add(other.answer.key)
      last = next
    }
    return { page, first, last, answers: keys.size, value: keys.size * 10 + Math.min(last - first, 9) }
  })
}

/** Moves a cut so that it falls between words, not inside one. */
function cutAt(text: string, position: number, step: 1 | -1): number {
  let at = Math.max(0, Math.min(text.length, position))
  for (let moved = 0; moved < 30 && at > 0 && at < text.length; moved++, at += step)
    if (/\s/u.test(text.charAt(at))) break
  return at
}

function toSnippet(page: number, text: string, hits: readonly Hit[], window: Window): Snippet {
  const first = hits[window.first]
  const last = hits[window.last]
  if (first === undefined || last === undefined) return { page, text: '', marks: [] }
  const spare = Math.max(0, snippetLength - (last.end - first.start))
  const start = cutAt(text, first.start - Math.floor(spare / 3), -1)
  const end = cutAt(text, Math.max(last.end, start + snippetLength), 1)
  const marks = hits
    .filter((hit) => hit.start >= start && hit.end <= end)
    .map((hit) => ({ start: hit.start - start, end: hit.end - start }))
  return { page, text: text.slice(start, end).replace(/\s/gu, ' '), marks }
}

function opening(text: string, page: number): Snippet[] {
  const start = text.search(/\S/u)
  if (start === -1) return []
  return [{ page, text: text.slice(start, cutAt(text, start + snippetLength, 1)).replace(/\s/gu, ' '), marks: [] }]
}

/** A page's text with spaces in place of its running headers and footers: they say nothing about why it was found. */
function withoutFurniture(text: string, furniture: string | null): string {
  if (furniture === null) return text
  let plain = text
  for (const [start, end] of JSON.parse(furniture) as [number, number][])
    plain = plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end)
  return plain
}

/** A text is looked through in stretches of about so many characters, which end between two lines where there are any. */
const stretch = 700

function endOfStretch(text: string, from: number): number {
  if (text.length - from <= stretch * 1.5) return text.length
  const line = text.indexOf('\n', from + stretch)
  if (line >= 0 && line < from + stretch * 3) return line + 1
  const space = text.indexOf(' ', from + stretch)
  return space >= 0 && space < from + stretch * 3 ? space + 1 : Math.min(text.length, from + stretch * 3)
}

function hitsBetween(text: string, from: number, to: number, patterns: HitPatterns): Hit[] {
  const hits = findHits(segmentWords(text.slice(from, to)), patterns)
  return from === 0 ? hits : hits.map((hit) => ({ ...hit, start: hit.start + from, end: hit.end + from }))
}

/** What a hit in a list of results shows: passages, and why it was found. */
export interface Explained {
  readonly snippets: Snippet[]
  readonly because: Because[]
}

/** Goes through a document page by page and keeps the best window of each. */
class PassageFinder {
  readonly because = new BecauseCollector()
  readonly #patterns: HitPatterns
  readonly #found: { window: Window; snippet: Snippet }[] = []
  #opening: Snippet[] = []
  #searched = 0
  #isSatisfied = false

  constructor(patterns: HitPatterns) {
    this.#patterns = patterns
  }

  get isDone(): boolean {
    if (!hasPatterns(this.#patterns)) return this.#opening.length > 0
    return this.#isSatisfied || this.#searched >= searchedLength
  }

  takeTitle(title: string): void {
    if (hasPatterns(this.#patterns)) this.because.take(title, findHits(segmentWords(title), this.#patterns))
  }

  /** Takes a page, a stretch after another, until one passage shows every word of the query: none can show more. */
  takePage(page: number, whole: string): void {
    if (this.#opening.length === 0) this.#opening = opening(whole, page)
    if (!hasPatterns(this.#patterns)) return
    const text = whole.slice(0, searchedLength - this.#searched)
    const hits: Hit[] = []
    let best: Window | undefined
    for (let from = 0; from < text.length;) {
      const to = endOfStretch(text, from)
      hits.push(...hitsBetween(text, from, to, this.#patterns))
      this.#searched += to - from
      from = to
      best = windowsOf(page, hits).sort((a, b) => b.value - a.value || a.first - b.first)[0]
      this.#isSatisfied = best !== undefined && best.answers >= this.#patterns.answers
      if (this.#isSatisfied) break
    }
    this.because.take(text, hits)
    if (best !== undefined) this.#found.push({ window: best, snippet: toSnippet(page, text, hits, best) })
  }

  snippets(): Snippet[] {
    if (this.#found.length === 0) return this.#opening
    return this.#found
      .sort((a, b) => b.window.value - a.window.value || a.window.page - b.window.page)
      .slice(0, mostSnippets)
      .sort((a, b) => a.window.page - b.window.page)
      .map(({ snippet }) => snippet)
  }
}

interface PageRow {
  readonly document: number
  readonly number: number
  readonly text: string
  readonly furniture: string | null
}

/** The first page of each document: most have no other, and reading them in one go costs half as much. */
function firstPages(db: ReadDb, documents: readonly number[]): Map<number, PageRow> {
  const rows = statement<[string], PageRow>(
    db,
    `SELECT page.document, page.number, page.text, page.furniture FROM json_each(?) AS wanted
     JOIN page ON page.document = wanted.value AND page.number = 1`,
  ).all(JSON.stringify(documents))
  return new Map(rows.map((row) => [row.document, row]))
}

/**
 * The passages of each document that show best why it was found, each with its page - its opening words when the text has no hit (the
 * title had it, or nothing was asked for) - and which of its words answer which word of the query. `titles` by document.
 */
export function explainHits(
  db: ReadDb,
  titles: ReadonlyMap<number, string>,
  patterns: HitPatterns,
): Map<number, Explained> {
  const firsts = firstPages(db, [...titles.keys()])
  const others = statement<[number], PageRow>(
    db,
    'SELECT document, number, text, furniture FROM page WHERE document = ? AND number > 1 ORDER BY number',
  )
  const explained = new Map<number, Explained>()
  for (const [document, title] of titles) {
    const finder = new PassageFinder(patterns)
    finder.takeTitle(title)
    const first = firsts.get(document)
    if (first !== undefined) finder.takePage(first.number, withoutFurniture(first.text, first.furniture))
    for (const page of finder.isDone ? [] : others.iterate(document)) {
      if (finder.isDone) break
      finder.takePage(page.number, withoutFurniture(page.text, page.furniture))
    }
    explained.set(document, { snippets: finder.snippets(), because: finder.because.reasons() })
  }
  return explained
}
