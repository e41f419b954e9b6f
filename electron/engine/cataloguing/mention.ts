import type { Mention } from '../../contract/schemas.ts'
import type { Passage } from '../language/analyse.ts'

/** A mention in a text that is not yet divided into pages: `start` and `end` are UTF-16 offsets into the whole. */
export type FoundMention = Omit<Mention, 'page' | 'text'>

/** What the rules that find mentions may look at. */
export interface TextToRead {
  readonly text: string
  /** Its paragraphs with their languages, in order; they cover the text but for the blank lines between them. */
  readonly passages: readonly Passage[]
  /** The day of issue as EDTF, or empty: what `last month` is counted from. */
  readonly issued: string
}
