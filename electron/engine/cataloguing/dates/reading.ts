import type { Day } from './calendar.rules.ts'
import type { Feast, Role } from './sense.ts'
import type { Span } from './spans.rules.ts'
import { type Gap, type Token, plays } from './tokens.ts'
import type { DateLanguage } from './vocabulary/vocabulary.ts'

/** What the readers of one passage look at. */
export interface Scene {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly language: DateLanguage
  /** The day, month or year of issue, where it is known. */
  readonly issued: Span | undefined
  /** The date that the text named last: what `the next day` is counted from. */
  readonly last: Span | undefined
  /** Whether the text writes its figures as in the United States, month first. */
  readonly isMonthFirst: boolean
}

/** A date as far as its words say; what is missing is taken from the text around it. */
export interface Loose {
  readonly year?: number
  readonly month?: number
  readonly day?: number
  readonly weekday?: number
  /** Year, month and day are those of the Hijri calendar. */
  readonly isHijri?: boolean
  readonly season?: number
  readonly quarter?: number
  readonly half?: number
  readonly feast?: Feast
  /** Known already, as for `last week`. */
  readonly span?: Span
  /** `last March`, `juin prochain`: the latest before, the one of this year, the first after the day of issue. */
  readonly way?: -1 | 0 | 1
  /** Narrows what the rest resolves to: `early`, `the first Monday of`. */
  readonly refine?: (span: Span) => Span | undefined
  /** A second honest reading, as EDTF. */
  readonly other?: Span
  /** Relative to a day of issue that nobody knows. */
  readonly isUnknown?: boolean
}

/** A date found among the tokens: `from` is its first token and `next` the one after its last. */
export interface Found {
  readonly from: number
  readonly next: number
  readonly date: Loose
  readonly rule: string
  readonly confidence: number
}

/** Reads what begins at a token; `undefined` where it finds no date of its kind. */
export type Reader = (scene: Scene, at: number) => Found | undefined

/** A date that is relative to a day of issue which nobody knows. */
export const unknownDate: Loose = { isUnknown: true }

/** The token, when the gap before it is none across which a date breaks off. */
export function follows(scene: Scene, at: number, gaps?: readonly Gap[]): Token | undefined {
  const token = scene.tokens[at]
  if (token === undefined || token.gap === 'far') return undefined
  return gaps === undefined || gaps.includes(token.gap) ? token : undefined
}

/** No date has more small words in a row; a hostile text would have thousands. */
const mostSkipped = 4

/** Where reading goes on when tokens of these roles are passed over. */
export function skip(scene: Scene, at: number, ...roles: readonly Role[]): number {
  let next = at
  while (
    next < at + mostSkipped &&
    follows(scene, next) !== undefined &&
    roles.some((role) => plays(scene.tokens[next], role))
  )
    next++
  return next
}

/** The day that relative words count from: the last of a month or year of issue is as good as any. */
export const today = (scene: Scene): Day | undefined => scene.issued?.last

/** The first reading that reaches farthest. */
export function farthest(scene: Scene, at: number, readers: readonly Reader[]): Found | undefined {
  let best: Found | undefined
  for (const read of readers) {
    const found = read(scene, at)
    if (found !== undefined && (best === undefined || found.next > best.next)) best = found
  }
  return best
}

/** Whether a word of the text with a capital begins at a token. */
export function isCapital(scene: Scene, token: Token | undefined): boolean {
  if (token === undefined) return false
  const letter = scene.text.charAt(token.start)
  return letter !== letter.toLowerCase()
}
