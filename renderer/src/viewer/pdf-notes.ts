import type { PdfItem } from './pdf-lines.ts'

/** What pdf.js says of a field or a note on a page, as far as it is used here. */
export interface Annotation {
  readonly subtype?: unknown
  readonly annotationFlags?: unknown
  readonly textContent?: unknown
  readonly rect?: unknown
}

const hiddenFlags = 2 | 32
/** The letters of a field in points, and how wide they are in parts of that: pdf.js tells neither. */
const letterSize = 10
const usualWidth = 0.5

/** The lines that a field or note paints over its page, as if the page itself painted them. */
export function itemsOfNote({ subtype, annotationFlags, textContent, rect }: Annotation): readonly PdfItem[] {
  const isPainted = (Number(annotationFlags ?? 0) & hiddenFlags) === 0
  if (!isPainted || (subtype !== 'Widget' && subtype !== 'FreeText')) return []
  if (!Array.isArray(textContent) || !Array.isArray(rect)) return []
  const [left = 0, bottom = 0, right = 0, top = 0] = (rect as unknown[]).map(Number)
  const lines = textContent.filter((line): line is string => typeof line === 'string' && line.trim() !== '')
  const pitch = Math.min((top - bottom) / Math.max(lines.length, 1), letterSize * 1.4)
  return lines.map((str, at) => ({
    str,
    width: Math.min(right - left, str.length * letterSize * usualWidth),
    height: Math.min(letterSize, pitch),
    transform: [letterSize, 0, 0, letterSize, left + 2, top - pitch * (at + 0.8)],
    fontName: '',
  }))
}
