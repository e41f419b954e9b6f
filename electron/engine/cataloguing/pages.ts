/** What stands between two pages where the rules read them as one text. */
export const pageBreak = '\n\n'

interface Stretch {
  readonly start: number
  readonly end: number
}

/** A stretch of the whole text as one of a page, with the words there. */
export type Placed<S extends Stretch> = Omit<S, 'text'> & { readonly page: number; readonly text: string }

/**
 * Stretches of the pages' joined text, in ascending order, as stretches of single pages. One that two pages share belongs to the
 * first, as far as that goes; one that would be empty there is left out.
 */
export function placeOnPages<S extends Stretch>(
  pages: readonly { readonly text: string }[],
  stretches: readonly S[],
): Placed<S>[] {
  const placed: Placed<S>[] = []
  let at = 0
  let begin = 0
  for (const stretch of stretches) {
    while (at < pages.length - 1 && stretch.start >= begin + (pages[at]?.text.length ?? 0) + pageBreak.length)
      begin += (pages[at++]?.text.length ?? 0) + pageBreak.length
    const text = pages[at]?.text ?? ''
    const start = Math.max(0, stretch.start - begin)
    const end = Math.min(stretch.end - begin, text.length)
    if (start < end) placed.push({ ...stretch, page: at + 1, start, end, text: text.slice(start, end) })
  }
  return placed
}
