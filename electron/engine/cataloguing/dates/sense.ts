import type { Grain } from './spans.rules.ts'

/** What a small word does beside a date. */
export type Role =
  | 'the'
  | 'of'
  | 'in'
  | 'on'
  | 'at'
  | 'by'
  | 'from'
  | 'to'
  | 'until'
  | 'between'
  | 'and'
  | 'or'
  | 'since'
  | 'ago'
  | 'within'
  | 'after'
  | 'before'
  | 'from-now'
  | 'now'
  | 'year-word'
  | 'ad'
  | 'hijri'
  | 'equals'
  | 'few'
  | 'day-word'
  | 'demonstrative'
  | 'here'
  | 'not-day'
  | 'month-word'
  | 'decades'
  | 'starting'
  | 'not-year'
  | 'half-more'
  | 'business'
  | 'that'
  | 'during'
  | 'to-date'

/** Which part of a period is meant. */
export type Part = 'early' | 'earlier' | 'mid' | 'late' | 'start' | 'end' | 'rest'

/** A day of the year with a name of its own, reckoned by its year. */
export type Feast =
  | { readonly month: number; readonly day: number }
  | { readonly afterEaster: number }
  | { readonly month: number; readonly weekday: number; readonly nth: number; readonly plus?: number }

/** Everything that a word may mean in a date; most have one meaning, `second` and `mars` have two. */
export interface Sense {
  readonly month?: number
  readonly hijriMonth?: number
  readonly weekday?: number
  readonly unit?: Grain
  /** A unit in the plural: a few of them where no number says how many. */
  readonly isPlural?: true
  readonly cardinal?: number
  readonly ordinal?: number
  /** Last, this, next. */
  readonly way?: -1 | 0 | 1
  /** Days from the day of issue. */
  readonly offset?: number
  /** Days from the last date that the text named. */
  readonly offsetFromLast?: number
  readonly season?: number
  readonly quarter?: number
  readonly half?: number
  readonly part?: Part
  readonly feast?: Feast
  /** The first year of a decade that a word names: `eighties` is 80. */
  readonly decade?: number
  /** The word is mostly something else, so it needs a number or a preposition beside it. */
  readonly weak?: true
  readonly roles?: readonly Role[]
}

/** Spellings parted by `|`, each of one or more words, and what they mean. */
export type Entry = readonly [spellings: string, sense: Sense]
