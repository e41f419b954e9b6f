import { type DayBounds, edtfBounds } from '../../contract/edtf.ts'
import type { HappeningType } from '../../contract/schemas.ts'

export interface Promised {
  /** Its words. */
  readonly quote: string
  readonly due: string
  /** The day of issue of the text that makes it, and that text. */
  readonly issued: string
  readonly document: string
}

export interface Event {
  readonly type: HappeningType
  readonly value: string
  readonly from: number
  /** The day of issue of the text that tells of it, and that text. */
  readonly issued: string
  readonly document: string
}

/** What a promise is of, by its words: only an event of that kind keeps it. */
const kinds: readonly { readonly words: RegExp; readonly kept: readonly HappeningType[] }[] = [
  {
    words: /\bvisit|(?<![\p{L}])visite|\bse rend(?:ra|ront|re)\b|زيارة|[يتس]زور/iu,
    kept: ['visit', 'meeting'],
  },
  {
    words:
      /\b(?:meet|meets|meeting|session|convene|talks|consultations|summit)\b|(?<![\p{L}])(?:réuni|session|rencontre|se tiendra)|اجتماع|[يت]جتمع|دورة|[تي]ُ?عقد/iu,
    kept: ['meeting', 'visit'],
  },
  { words: /\bsign|(?<![\p{L}])sign(?:er|era|eront|ature)|توقيع|[يت]وقع/iu, kept: ['signed'] },
  { words: /\bratif|(?<![\p{L}])ratifi|تصديق|[يت]صادق/iu, kept: ['ratified', 'in-force'] },
]

/** A session that was due in June and met in September is the one that was promised. */
const monthsLate = 6

/** A day of so many months later, as it is compared: 20260118. */
function later(day: number, months: number): number {
  const month = (Math.floor(day / 100) % 100) - 1 + months
  return (Math.floor(day / 10_000) + Math.floor(month / 12)) * 10_000 + ((month % 12) + 1) * 100 + (day % 100)
}

const boundsOf = (edtf: string): DayBounds | undefined => (edtf === '' ? undefined : edtfBounds(edtf))

/**
 * The first of the events under the same agreement that keeps a promise: of the kind that was promised, after the promise and by half
 * a year after it was due, told as something past by a text that came out later. What a promise is of must be plain from its words,
 * and its day be known; all others stay open.
 */
export function fulfilmentOf<E extends Event>(promise: Promised, events: readonly E[]): E | undefined {
  const due = boundsOf(promise.due)
  const issued = boundsOf(promise.issued)
  const kind = kinds.find(({ words }) => words.test(promise.quote))
  if (due === undefined || issued === undefined || kind === undefined) return undefined
  return events
    .filter(({ type, document }) => kind.kept.includes(type) && document !== promise.document)
    .filter((event) => {
      const told = boundsOf(event.issued)
      return told !== undefined && told.from > issued.to && event.from <= told.to
    })
    .filter(({ from }) => from > issued.to && from <= later(due.to, monthsLate))
    .sort((a, b) => a.from - b.from)[0]
}
