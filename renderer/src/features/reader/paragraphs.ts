/** A paragraph of a page: its text and where it begins in the page (UTF-16). */
export interface Paragraph {
  readonly start: number
  readonly text: string
}

interface Span {
  readonly start: number
  readonly end: number
}

/** The paragraphs of a page's text, cut at blank lines. */
export function paragraphsOf(text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (const match of text.matchAll(/(?:[^\n]|\n(?!\s*\n))+/gu)) {
    const lead = match[0].length - match[0].trimStart().length
    const trimmed = match[0].trim()
    if (trimmed !== '') paragraphs.push({ start: match.index + lead, text: trimmed })
  }
  return paragraphs
}

/** The parts of spans that lie in a paragraph, counted from its own beginning: a phrase may run over a blank line. */
export function spansWithin<T extends Span>(spans: readonly T[], { start, text }: Paragraph): readonly T[] {
  const end = start + text.length
  return spans
    .filter((span) => span.start < end && span.end > start)
    .map((span) => ({ ...span, start: Math.max(0, span.start - start), end: Math.min(span.end, end) - start }))
}
