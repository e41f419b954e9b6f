import { z } from 'zod'
import { DocumentId } from './basics.schemas.ts'

/** How the reading of pictures stands. */
export const OcrStatus = z.strictObject({
  /** Whether this computer has a program that can read them. */
  available: z.boolean(),
  version: z.string().optional(),
  /** The languages that the program can read, of those of the archive: `eng`, `fra`, `ara`. */
  languages: z.array(z.string()),
  /** Whether pictures are read by themselves. */
  isOn: z.boolean(),
  isBusy: z.boolean(),
  /** Pages that wait to be read. */
  waiting: z.int().min(0),
  /** Pages that were tried in vain. */
  unreadable: z.int().min(0),
  /** The page in hand. */
  running: z.strictObject({ document: DocumentId, page: z.int().min(1) }).optional(),
  /** Why the last run ended early. */
  failure: z.string().optional(),
})
export type OcrStatus = z.infer<typeof OcrStatus>
