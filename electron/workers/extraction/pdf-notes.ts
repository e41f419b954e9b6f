import type { PdfItem } from './pdf-items.ts'
import type { PdfDocument, PdfPage } from './pdf-open.ts'

const hiddenFlags = 2 | 32
const letterSize = 10

interface Annotation {
  readonly subtype?: unknown
  readonly annotationFlags?: unknown
  /** The lines that it paints, in pdf.js's own reading. */
  readonly textContent?: unknown
  readonly rect?: unknown
}

/** Whether a file may have text written over its pages: filled fields of a form, and notes that stand on the page itself. */
export async function mayHaveNotes(pdf: PdfDocument, bytes: Uint8Array): Promise<boolean> {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/FreeText')) return true
  try {
    return (await pdf.getFieldObjects()) !== null
  } catch {
    return false
  }
}

function itemsOf({ subtype, annotationFlags, textContent, rect }: Annotation): PdfItem[] {
  const isPainted = (Number(annotationFlags ?? 0) & hiddenFlags) === 0
  const isText = subtype === 'Widget' || subtype === 'FreeText'
  if (!isPainted || !isText || !Array.isArray(textContent) || !Array.isArray(rect)) return []
  const [left, bottom, right, top] = (rect as unknown[]).map(Number)
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) return []
  const lines = textContent.filter((line): line is string => typeof line === 'string' && line.trim() !== '')
  const pitch = Math.min((top - bottom) / Math.max(lines.length, 1), letterSize * 1.4)
  return lines.map((str, at) => ({
    str,
    width: Math.min(right - left, str.length * letterSize * 0.5),
    height: Math.min(letterSize, pitch),
    transform: [letterSize, 0, 0, letterSize, left + 2, top - pitch * (at + 0.8)],
  }))
}

/** The text that the fields and notes of a page paint over it. Never throws: what the page itself says counts more. */
export async function notesOn(page: PdfPage): Promise<PdfItem[]> {
  try {
    const annotations: readonly Annotation[] = await page.getAnnotations({ intent: 'display' })
    return annotations.flatMap(itemsOf)
  } catch {
    return []
  }
}
