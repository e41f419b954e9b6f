import { closeSync, fsync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type { WriteContext } from '../context.ts'
import { inRepeatableTransaction } from '../database/statement.ts'
import { writeArchiveRecords } from './archive-records.ts'
import { sidecarPath } from './sidecar-path.ts'
import { sidecarText } from './sidecar-text.ts'
import { nextBehind, setReadUntil, sidecarsOf } from './sidecars.store.ts'

const synchronise = promisify(fsync)

interface Waiting {
  readonly partial: string
  readonly target: string
  readonly handle: number
}

/**
 * Writes the sidecars of documents. Each is on disk before it has its name, and together they are brought there for little more than
 * what one costs. Throws the system's error when the disk does not take them; what was there before is then untouched.
 */
async function writeSidecars(
  { db, folder }: Pick<WriteContext, 'db' | 'folder'>,
  documents: readonly number[],
): Promise<void> {
  const waiting: Waiting[] = []
  try {
    for (const [index, { place, sidecar }] of sidecarsOf(db, folder.card.id, documents).entries()) {
      const partial = path.join(folder.incoming, `sidecar-${index}`)
      const handle = openSync(partial, 'w')
      waiting.push({ partial, target: sidecarPath(folder, place), handle })
      writeFileSync(handle, sidecarText(sidecar))
    }
    await Promise.all(waiting.map(({ handle }) => synchronise(handle)))
  } finally {
    for (const { handle } of waiting) closeSync(handle)
  }
  for (const { partial, target } of waiting) {
    // The folder is missing where the original is.
    mkdirSync(path.dirname(target), { recursive: true })
    renameSync(partial, target)
  }
}

/** So many changes are written together. */
const changesAtOnce = 200

/**
 * Writes the sidecars of all documents that changed since theirs were written, and then the archive's own records; stops between two
 * batches when `isOver` says so, and goes on from there the next time.
 */
export async function writeWhatIsBehind(
  context: Pick<WriteContext, 'db' | 'folder'>,
  isOver: () => boolean,
): Promise<void> {
  const { db, folder } = context
  for (;;) {
    // Other calls have their turn between two batches.
    await new Promise((resolve) => setImmediate(resolve))
    if (isOver()) return
    const next = nextBehind(db, changesAtOnce)
    if (next === undefined) break
    await writeSidecars(context, next.documents)
    inRepeatableTransaction(db, () => setReadUntil(db, next.until))
  }
  writeArchiveRecords(db, folder)
}
