import type { Passage } from '../../language/analyse.ts'
import type { FoundMention } from '../mention.ts'
import type { AgreementReading } from './agreement-reading.ts'
import { readCitations } from './citations.rules.ts'
import type { CommitmentReading } from './commitment-reading.ts'
import { readCommitments } from './commitments.rules.ts'
import { type HappeningReading, readHappenings } from './happenings.rules.ts'
import { readInstrument } from './instruments.rules.ts'

/** What a text says of agreements and of what is going to be done. */
export interface AgreementsOfText {
  readonly agreements: readonly AgreementReading[]
  readonly commitments: readonly CommitmentReading[]
  readonly happenings: readonly HappeningReading[]
}

/**
 * The agreement that a text is, those that it cites with their day or their parties, and its promises. Never throws. `title` is the
 * title of the document, `issued` its day of issue as EDTF or empty.
 */
export function readAgreements(
  text: string,
  passages: readonly Passage[],
  mentions: readonly FoundMention[],
  { title, issued }: { readonly title: string; readonly issued: string },
): AgreementsOfText {
  const read = { text, title, mentions }
  const instrument = readInstrument(read)
  const cited = readCitations(read, passages)
  // An instrument speaks of itself on every page; what it cites is older than it.
  const others =
    instrument === undefined ? cited : cited.filter(({ signed }) => signed !== '' && signed !== instrument.signed)
  return {
    agreements: instrument === undefined ? others : [instrument, ...others],
    happenings: readHappenings(read, passages),
    commitments: instrument === undefined ? readCommitments(read, passages, issued) : [],
  }
}
