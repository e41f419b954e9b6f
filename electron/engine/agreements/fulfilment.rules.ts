import { edtfBounds } from '../../contract/edtf.ts'
import type { HappeningType } from '../../contract/schemas.ts'

interface Promise {
  readonly due: string
  /** The day of issue of the text that makes it, and that text. */
  readonly issued: string
  readonly document: string
}

interface Event {
  readonly type: HappeningType
  readonly value: string
  readonly from: number
  readonly document: string
}

/** What keeps a promise of the next session, of a visit or of signing. */
const keeping: readonly HappeningType[] = ['meeting', 'visit', 'signed', 'in-force', 'ratified']
/** A session that was due in June and met in September is the one that was promised. */
const monthsLate = 6

/** A day of so many months later, as it is compared: 20260118. */
function later(day: number, months: number): number {
  const month = (Math.floor(day / 100) % 100) - 1 + months
  return (Math.floor(day / 10_000) + Math.floor(month / 12)) * 10_000 + ((month % 12) + 1) * 100 + (day % 100)
}

/**
 * The first of the events under the same agreement that a later text tells of and that may be what was promised: after the promise,
 * and by half a year after it was due. A promise without a day is kept by nothing that could be told.
 */
export function fulfilmentOf<E extends Event>(promise: Promise, events: readonly E[]): E | undefined {
  const due = promise.due === '' ? undefined : edtfBounds(promise.due)
  const issued = promise.issued === '' ? undefined : edtfBounds(promise.issued)
  if (due === undefined || issued === undefined) return undefined
  return events
    .filter(({ type, document }) => keeping.includes(type) && document !== promise.document)
    .filter(({ from }) => from > issued.to && from <= later(due.to, monthsLate))
    .sort((a, b) => a.from - b.from)[0]
}
