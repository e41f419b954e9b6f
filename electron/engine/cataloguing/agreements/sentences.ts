export interface Sentence {
  /** UTF-16 offset into the text. */
  readonly start: number
  readonly text: string
}

/** Where a sentence may end: a point before a capital or an Arabic letter, or a blank line. */
const border = /[.!?؟]["”»)]?\s+(?=["“«(]?(?:\p{Lu}|\p{Script=Arabic}|\d+[.)]))|\n\s*\n|[;؛]\s*\n/gu
/** A point after one of these ends no sentence. */
const abbreviation =
  /(?:^|[\s(])(?:\p{Lu}|Gen|Maj|Brig|Col|Lt|Capt|Sgt|Cdr|Adm|Mr|Mrs|Ms|Dr|Prof|M|MM|Mme|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|No|Art|St|Hon|H\.E|S\.E)\.$/u

/** The sentences of a stretch of text, without the white space around them. */
export function sentencesOf(text: string, start: number, end: number): Sentence[] {
  const stretch = text.slice(start, end)
  const sentences: Sentence[] = []
  let from = 0
  const put = (to: number): void => {
    const whole = stretch.slice(from, to)
    const trimmed = whole.trim()
    if (trimmed !== '') sentences.push({ start: start + from + whole.indexOf(trimmed), text: trimmed })
    from = to
  }
  for (const { 0: mark, index } of stretch.matchAll(border)) {
    if (mark.startsWith('.') && abbreviation.test(stretch.slice(Math.max(0, index - 8), index + 1))) continue
    put(index + mark.length)
  }
  put(stretch.length)
  return sentences
}
