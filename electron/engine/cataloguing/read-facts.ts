import type { Mention } from '../../contract/schemas.ts'
import type { Passage } from '../language/analyse.ts'
import type { AgreementReading } from './agreements/agreement-reading.ts'
import type { CommitmentReading } from './agreements/commitment-reading.ts'
import type { HappeningReading } from './agreements/happenings.rules.ts'
import { readAgreements } from './agreements/read-agreements.ts'
import type { TextToRead } from './mention.ts'
import { readDates } from './dates/read-dates.ts'
import { readNames } from './names/read-names.ts'
import { type Placed, pageBreak, placeOnPages } from './pages.ts'

/** Everything that the rules read in a document beside its description, each with its place. */
export interface Facts {
  /** Dates, people, organisations, places and countries in reading order. */
  readonly mentions: readonly Mention[]
  readonly agreements: readonly Placed<AgreementReading>[]
  readonly commitments: readonly Placed<CommitmentReading>[]
  readonly happenings: readonly Placed<HappeningReading>[]
}

export interface TextToReadFacts {
  readonly pages: readonly { readonly text: string }[]
  /** The paragraphs of the pages joined by `pageBreak`. */
  readonly passages: readonly Passage[]
  readonly title: string
  /** The day of issue as EDTF, or empty: what `last month` is counted from. */
  readonly issued: string
}

const inOrder = <S extends { readonly start: number }>(stretches: readonly S[]): S[] =>
  [...stretches].sort((a, b) => a.start - b.start)

/** Where a text does not say when it was issued, the last day that its beginning names stands for that: a release tells of today. */
const headLength = 2000
const fullDay = /^\d{4}-\d{2}-\d{2}$/u

function anchorOf(read: TextToRead): string {
  if (read.issued !== '') return read.issued
  const days = readDates({ ...read, text: read.text.slice(0, headLength) })
    .map(({ value }) => value.split('/').at(-1) ?? '')
    .filter((day) => fullDay.test(day))
  return days.sort().at(-1) ?? ''
}

/** Reads what a document mentions, which agreements it carries or cites, and what it promises. Never throws. */
export function readFacts({ pages, passages, title, issued }: TextToReadFacts): Facts {
  const text = pages.map((page) => page.text).join(pageBreak)
  const unanchored = { text, passages, issued }
  const read = { ...unanchored, issued: anchorOf(unanchored) }
  const mentions = [...readDates(read), ...readNames(read)].sort((a, b) => a.start - b.start || b.end - a.end)
  const { agreements, commitments, happenings } = readAgreements(text, passages, mentions, { title, issued })
  return {
    mentions: placeOnPages(pages, mentions),
    agreements: placeOnPages(pages, inOrder(agreements)),
    commitments: placeOnPages(pages, inOrder(commitments)),
    happenings: placeOnPages(pages, inOrder(happenings)),
  }
}
