import { diffArrays } from 'diff'
import type { ComparedLine } from '../../contract/schemas.ts'

export interface Comparison {
  readonly lines: ComparedLine[]
  readonly truncated: boolean
}

/** Some 300 pages; what stands behind is not compared. */
const longestText = 1_000_000
const mostLines = 2000
/** A comparison may take so long; texts that have little in common take longest. */
const longestMs = 250
/** Lines in common that are shown before and after a difference. */
const context = 1
const gap: ComparedLine = { kind: 'same', text: '…' }

const paragraphEnd = /\n\s*\n/
// The number before a paragraph belongs to it: `5. The Commission met.` is one line.
const sentenceEnd = /(?<!^\p{N}{1,3}[.)])(?<=[.!?؟…;؛]["'’”»)]?)\s+/u

/** Sentences and headings: the lines of a file end where its format has them end, and say nothing about the text. */
function linesOf(text: string): string[] {
  return text
    .slice(0, longestText)
    .split(paragraphEnd)
    .flatMap((paragraph) => paragraph.replace(/\s+/g, ' ').trim().split(sentenceEnd))
    .filter((line) => line !== '')
}

/** A line in the form in which two spellings are the same: formats write apostrophes, hyphens and marks of direction differently. */
function formOf(line: string): string {
  return line
    .normalize('NFKC')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[‐‑]/g, '-')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
}

const marked = (kind: ComparedLine['kind'], lines: readonly string[]): ComparedLine[] =>
  lines.map((text) => ({ kind, text }))

/** For texts that differ too much to be aligned in time: what only one of them has, wherever it stands. */
function withoutOrder(first: readonly string[], second: readonly string[]): ComparedLine[] {
  const inFirst = new Set(first.map(formOf))
  const inSecond = new Set(second.map(formOf))
  return [
    ...marked(
      'removed',
      first.filter((line) => !inSecond.has(formOf(line))),
    ),
    ...marked(
      'added',
      second.filter((line) => !inFirst.has(formOf(line))),
    ),
  ]
}

/** A run of lines in common, shortened to what stands next to a difference. */
function shorten(run: readonly string[], isFirst: boolean, isLast: boolean): ComparedLine[] {
  const before = isFirst ? 0 : context
  const after = isLast ? 0 : context
  if (run.length <= before + after) return marked('same', run)
  return [...marked('same', run.slice(0, before)), gap, ...marked('same', run.slice(run.length - after))]
}

function inOrder(first: readonly string[], second: readonly string[], timeoutMs: number): ComparedLine[] | undefined {
  // Alike in form is alike: lines are compared as numbers, which is quicker by far.
  const numbers = new Map<string, number>()
  const numberOf = (line: string): number => {
    const form = formOf(line)
    const number = numbers.get(form) ?? numbers.size
    numbers.set(form, number)
    return number
  }
  const parts = diffArrays(first.map(numberOf), second.map(numberOf), { timeout: timeoutMs })
  if (parts === undefined) return undefined
  if (parts.every((part) => !part.added && !part.removed)) return []
  let at = 0
  let other = 0
  return parts.flatMap((part, index) => {
    const count = part.value.length
    if (part.added) return marked('added', second.slice(other, (other += count)))
    const lines = first.slice(at, (at += count))
    if (part.removed) return marked('removed', lines)
    other += count
    return shorten(lines, index === 0, index === parts.length - 1)
  })
}

/**
 * The sentences and headings in which two texts differ, with a line of context around them; none where they differ in nothing but
 * line ends, apostrophes and the like. `truncated` when a text was too long, there are too many differences, or the texts differ
 * so much that the order of their lines was left out of account.
 */
export function compareTexts(first: string, second: string, timeoutMs = longestMs): Comparison {
  const firstLines = linesOf(first)
  const secondLines = linesOf(second)
  const ordered = inOrder(firstLines, secondLines, timeoutMs)
  const lines = ordered ?? withoutOrder(firstLines, secondLines)
  const isCut = Math.max(first.length, second.length) > longestText || lines.length > mostLines
  return { lines: lines.slice(0, mostLines), truncated: ordered === undefined || isCut }
}
