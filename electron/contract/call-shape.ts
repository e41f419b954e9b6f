import { z } from 'zod'
import { EventId } from './schemas.ts'

/**
 * `read` never changes the archive and may be answered by another thread. `audience: 'host'` marks calls that name paths of
 * this computer: the hosts make them after asking the person; the page cannot.
 */
export interface CallShape {
  readonly kind: 'read' | 'write'
  readonly audience: 'page' | 'host'
  /** `shelf`: about which archive is open. `archive`: about the one that is. */
  readonly scope: 'shelf' | 'archive'
  readonly input: z.ZodType
  readonly output: z.ZodType
}

export const nothing = z.strictObject({})
export const read = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'read', audience: 'page', scope: 'archive', input, output }) as const
export const write = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'write', audience: 'page', scope: 'archive', input, output }) as const
export const hostOnly = <C extends CallShape>(call: C): Omit<C, 'audience'> & { readonly audience: 'host' } => ({
  ...call,
  audience: 'host',
})
export const ofShelf = <C extends CallShape>(call: C): Omit<C, 'scope'> & { readonly scope: 'shelf' } => ({
  ...call,
  scope: 'shelf',
})

/** How many documents an act touched, and the event that tells of it. */
export const Changed = z.strictObject({ changed: z.int().min(0), event: EventId.optional() })
/** The same of an act that made something, with its id. */
export const Made = <I extends z.ZodType>(id: I) => Changed.extend({ id })
