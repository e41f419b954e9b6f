import type { Language } from '../../../contract/vocabulary.ts'
import type { Token } from './tokens.ts'

/** A passage that is being read. */
export interface Reading {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly language: Language
}

/** A name that was found, before the mentions of a document are joined. `from` and `to` are UTF-16 offsets into the document. */
export interface Draft {
  readonly type: 'person' | 'organisation' | 'place' | 'country'
  readonly from: number
  readonly to: number
  /** The name as it is written, in its usual case. */
  name: string
  confidence: number
  rule: string
  rank?: string
  office?: string
  country?: string
  /** Of a body: the folded word that says what it is, by which `the Commission` is joined to its full name. */
  readonly head?: string
  /** A word that means nothing without a fuller name in the same document. */
  readonly isBare?: boolean
}

/** What stands from one word to before another, with every run of white space as one space. */
export function sliceOf({ text, tokens }: Reading, from: number, to: number): string {
  const first = tokens[from]
  const last = tokens[to - 1]
  return first === undefined || last === undefined ? '' : text.slice(first.start, last.end).replaceAll(/\s+/g, ' ')
}

/** A draft for the words from one place to before another. */
export function draftOf(
  reading: Reading,
  type: Draft['type'],
  from: number,
  to: number,
  rest: Pick<Draft, 'rule' | 'confidence'> & Partial<Draft>,
): Draft {
  const { tokens } = reading
  return {
    name: sliceOf(reading, from, to),
    ...rest,
    type,
    from: tokens[from]?.start ?? 0,
    to: tokens[to - 1]?.end ?? 0,
  }
}
