import type { Snippet } from '../../contract/schemas.ts'
import type { ReadDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import { segmentWords } from '../language/segment.ts'
import { type Hit, type HitPatterns, findHits, hasPatterns } from './hits.ts'

const snippetLength = 220
const mostSnippets = 2
/** A snippet is looked for in this much of a document's text; what lies deeper is marked when the document is read. */
const searchedLength = 120_000

interface Window {
  readonly page: number
  readonly first: number
  readonly last: number
  readonly value: number
}

/** Windows of hits that fit into one snippet, the ones with most different words first. */
function windowsOf(page: number, hits: readonly Hit[]): Window[] {
  return hits.map((hit, first) => {
    let last = first
    const keys = new Set([hit.key])
    for (let next = first + 1; next < hits.length; next++) {
      const other = hits[next]
      if (other === undefined || other.end - hit.start > snippetLength) break
      keys.add(other.key)
      last = next
    }
    return { page, first, last, value: keys.size * 10 + Math.min(last - first, 9) }
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

/**
 * The passages of a document that show best why it was found, each with its page; its opening words when the text has no hit
 * (the title had it, or nothing was asked for).
 */
export function snippetsOf(db: ReadDb, document: number, patterns: HitPatterns): Snippet[] {
  const pages = statement<[number], { number: number; text: string; furniture: string | null }>(
    db,
    'SELECT number, text, furniture FROM page WHERE document = ? ORDER BY number',
  )
  const found: { window: Window; snippet: Snippet }[] = []
  let first: Snippet[] | undefined
  let searched = 0
  for (const page of pages.iterate(document)) {
    const whole = withoutFurniture(page.text, page.furniture)
    if (first === undefined || first.length === 0) first = opening(whole, page.number)
    if (!hasPatterns(patterns)) {
      if (first.length > 0) return first
      continue
    }
    const text = whole.slice(0, searchedLength - searched)
    searched += text.length
    const hits = findHits(segmentWords(text), patterns)
    const best = windowsOf(page.number, hits).sort((a, b) => b.value - a.value || a.first - b.first)[0]
    if (best !== undefined) found.push({ window: best, snippet: toSnippet(page.number, text, hits, best) })
    if (searched >= searchedLength) break
  }
  if (found.length === 0) return first ?? []
  found.sort((a, b) => b.window.value - a.window.value || a.window.page - b.window.page)
  return found
    .slice(0, mostSnippets)
    .sort((a, b) => a.window.page - b.window.page)
    .map(({ snippet }) => snippet)
}
