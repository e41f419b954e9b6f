import type { Passage } from '../../language/analyse.ts'
import type { FoundMention } from '../mention.ts'
import type { AgreementReading } from './agreement-reading.ts'
import { readCitations } from './citations.rules.ts'
import type { CommitmentReading } from './commitment-reading.ts'
import { readCommitments } from './commitments.rules.ts'
import { type HappeningReading, readHappenings } from './happenings.rules.ts'
import { readScopes } from './scope.rules.ts'
import { readInstrument } from './instruments.rules.ts'

/** What a text says of agreements and of what is going to be done. */
export interface AgreementsOfText {
  readonly agreements: readonly AgreementReading[]
  readonly commitments: readonly CommitmentReading[]
  readonly happenings: readonly HappeningReading[]
}

/** Gives each agreement what the text says of its scope and occasion: a text of an agreement speaks of itself, others of the nearest. */
function withScopes(readings: readonly AgreementReading[], text: string): AgreementReading[] {
  if (readings.length === 0) return []
  const clauses = readings.map((reading) => [...reading.clauses])
  for (const { clause, at } of readScopes(text)) {
    const carried = readings.findIndex(({ role }) => role === 'carries')
    const distance = (index: number): number => Math.abs((readings[index]?.start ?? 0) - at)
    const nearest = readings.map((_, index) => index).sort((a, b) => distance(a) - distance(b))[0] ?? 0
    const own = clauses[carried >= 0 ? carried : nearest]
    if (own !== undefined && !own.some(({ type }) => type === clause.type)) own.push(clause)
  }
  return readings.map((reading, index) => ({ ...reading, clauses: clauses[index] ?? [] }))
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
  const cited = readCitations(read, passages, issued)
  // An instrument speaks of itself on every page; what it cites is older than it.
  const others =
    instrument === undefined ? cited : cited.filter(({ signed }) => signed !== '' && signed !== instrument.signed)
  return {
    agreements: withScopes(instrument === undefined ? others : [instrument, ...others], text),
    happenings: readHappenings(read, passages),
    commitments: instrument === undefined ? readCommitments(read, passages, issued) : [],
  }
}
