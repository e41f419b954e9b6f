import { segmentWords } from '../../electron/engine/language/segment.ts'
import { type AskedWord } from '../../electron/engine/language/reading-terms.ts'

/** A stretch of a text, and whether it is a word that was asked for. */
export interface Stretch {
  readonly text: string
  readonly isHit: boolean
}

/** A text cut where it answers the question; together the stretches are the text. */
export function markText(text: string, words: readonly AskedWord[]): Stretch[] {
  const terms = new Set(words.flatMap((word) => word.terms))
  if (terms.size === 0) return [{ text, isHit: false }]
  const stretches: Stretch[] = []
  let end = 0
  for (const word of segmentWords(text)) {
    if (!terms.has(word.exact) && !terms.has(word.joined ?? word.exact)) continue
    stretches.push(
      { text: text.slice(end, word.start), isHit: false },
      { text: text.slice(word.start, word.end), isHit: true },
    )
    end = word.end
  }
  return [...stretches, { text: text.slice(end), isHit: false }]
}
