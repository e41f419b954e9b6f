import { edtfBounds } from '../../contract/edtf.ts'
import type { Gap } from '../../contract/schemas.ts'
import { type Event, type Promised, fulfilmentOf } from './fulfilment.rules.ts'

interface Link {
  readonly role: 'carries' | 'cites'
  readonly kind: string
  readonly issued: string
}

type Quote = NonNullable<Gap['quote']>

export interface Known {
  readonly links: readonly Link[]
  readonly happenings: readonly (Event & { readonly quoted: Quote })[]
  readonly commitments: readonly (Promised & { readonly quoted: Quote })[]
}

/** Texts by which parties tell of a session. */
const telling = ['joint-communique', 'press-release', 'statement', 'minutes', 'protocol', 'report']
/** A session's communiqué comes out on its days or within so many days after. */
const daysAfter = 21
/** A time longer than this is no day on which people met. */
const longestSession = 31

const dayOf = (number: number): number =>
  Date.UTC(Math.floor(number / 10_000), (Math.floor(number / 100) % 100) - 1, number % 100) / 86_400_000

/** Sessions of the past, each once, of which no communiqué, minutes or release of theirs is here. */
function untoldSessions({ links, happenings }: Known, today: number): Gap[] {
  const told = links.filter(({ kind }) => telling.includes(kind)).map(({ issued }) => edtfBounds(issued))
  const seen = new Set<string>()
  return happenings.flatMap(({ type, value, quoted }): Gap[] => {
    const bounds = edtfBounds(value)
    if (type !== 'meeting' || bounds === undefined || seen.has(value) || bounds.to > today) return []
    seen.add(value)
    const [from, to] = [dayOf(bounds.from), dayOf(bounds.to)]
    if (to - from > longestSession) return []
    const isTold = told.some((day) => {
      if (day === undefined) return false
      return dayOf(day.to) >= from && dayOf(day.from) <= to + daysAfter
    })
    return isTold ? [] : [{ type: 'no-communique', value, quote: quoted }]
  })
}

function overduePromises({ commitments, happenings }: Known, today: number): Gap[] {
  return commitments.flatMap((promise): Gap[] => {
    const due = promise.due === '' ? undefined : edtfBounds(promise.due)
    if (due === undefined || due.to >= today || fulfilmentOf(promise, happenings) !== undefined) return []
    return [{ type: 'overdue', value: promise.due, quote: promise.quoted }]
  })
}

/** What the archive lacks of an agreement on a day (20260118), as far as its own texts tell. */
export function gapsOf(known: Known, today: number): Gap[] {
  const hasText = known.links.some(({ role }) => role === 'carries')
  return [
    ...(hasText ? [] : [{ type: 'no-text', value: '' } as const]),
    ...untoldSessions(known, today),
    ...overduePromises(known, today),
  ]
}
