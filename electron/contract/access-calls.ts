import { z } from 'zod'
import { Changed, Made, nothing, read, write } from './call-shape.ts'
import { AccessCondition, Redaction, RedactionId, RedactionValues, RestrictedDocument, Selection } from './schemas.ts'

/** Calls about what may be given away. */
export const accessCalls = {
  /** Documents that may not be given to anybody, what is to be looked at first before the rest. */
  'access.list': read(nothing, z.strictObject({ documents: z.array(RestrictedDocument) })),
  /** Restricts documents, or lifts that (`null`). */
  'access.set': write(z.strictObject({ selection: Selection, condition: AccessCondition.nullable() }), Changed),
  /** Words that are left out of every package for anyone. */
  'redactions.list': read(nothing, z.strictObject({ redactions: z.array(Redaction) })),
  'redactions.add': write(RedactionValues, Made(RedactionId)),
  'redactions.remove': write(z.strictObject({ id: RedactionId }), Changed),
} as const
