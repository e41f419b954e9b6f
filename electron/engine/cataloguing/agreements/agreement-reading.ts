import type { AgreementParty, Clause } from '../../../contract/schemas.ts'
import type { Language } from '../../../contract/vocabulary.ts'
import type { FoundMention } from '../mention.ts'

/** What a text says of one agreement, with the words that say it, as UTF-16 offsets into the text. */
export interface AgreementReading {
  /** The text is the agreement, or speaks of it. */
  readonly role: 'carries' | 'cites'
  readonly title: string
  /** What it is about, in the words of the text; empty where that is not said. */
  readonly subject: string
  /** In which language these words are. */
  readonly language: Language
  readonly parties: readonly AgreementParty[]
  /** EDTF, or empty. */
  readonly signed: string
  readonly place: string
  readonly start: number
  readonly end: number
  readonly confidence: number
  /** Of a text that is the agreement: what it says of its own life. */
  readonly clauses: readonly Clause[]
}

/** What the rules that read agreements may look at. */
export interface TextWithMentions {
  readonly text: string
  readonly title: string
  readonly mentions: readonly FoundMention[]
}

/** The dates of a stretch of text, in order. */
export function datesBetween(mentions: readonly FoundMention[], start: number, end: number): FoundMention[] {
  return mentions.filter(
    (mention) => mention.type === 'date' && mention.value !== '' && mention.start >= start && mention.end <= end,
  )
}
