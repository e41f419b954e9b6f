import { z } from 'zod'
import { DocumentId, Instant } from './basics.schemas.ts'
import { fixityOutcomes } from './vocabulary.ts'

/** An original that was not as it was imported when it was last checked. */
export const UnsoundOriginal = z.strictObject({
  document: DocumentId,
  title: z.string(),
  name: z.string(),
  outcome: z.enum(fixityOutcomes),
  checkedAt: Instant,
})
export type UnsoundOriginal = z.infer<typeof UnsoundOriginal>

/** How far the originals were checked. An import checks what it takes in: each is good from then on for so many days. */
export const FixityState = z.strictObject({
  originals: z.int().min(0),
  everyDays: z.int().min(1),
  /** Originals whose last check is older than that. */
  due: z.int().min(0),
  /** The oldest of all last checks; absent in an empty archive. */
  oldest: Instant.optional(),
  unsound: z.int().min(0),
  /** The first hundred of these. */
  examples: z.array(UnsoundOriginal).max(100),
})
export type FixityState = z.infer<typeof FixityState>

/** A copy of a catalogue, out of the folder `backups`. */
export const CatalogueCopy = z.strictObject({
  name: z.string().regex(/^[\w.-]{1,200}\.sqlite$/),
  at: Instant,
  bytes: z.int().min(0),
})
export type CatalogueCopy = z.infer<typeof CatalogueCopy>

/** A document that was removed: it is kept, and can be taken back. */
export const RemovedDocument = z.strictObject({
  id: DocumentId,
  title: z.string(),
  name: z.string(),
  /** When and why; absent where the history of that is not here. */
  at: Instant.optional(),
  reason: z.string(),
})
export type RemovedDocument = z.infer<typeof RemovedDocument>
