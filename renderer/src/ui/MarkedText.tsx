import type { ReactNode } from 'react'

interface Mark {
  readonly start: number
  readonly end: number
}

/** Text with some of its characters marked; marks are UTF-16 offsets in reading order. */
export function MarkedText({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }): ReactNode {
  const parts: ReactNode[] = []
  let from = 0
  for (const { start, end } of marks) {
    // Marks may touch or overlap; the later one then begins where the earlier ended.
    const begin = Math.max(start, from)
    if (begin >= end) continue
    parts.push(text.slice(from, begin), <mark key={begin}>{text.slice(begin, end)}</mark>)
    from = end
  }
  parts.push(text.slice(from))
  return parts
}
