import { closeSync, fsync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type { WriteContext } from '../context.ts'
import { inRepeatableTransaction } from '../database/statement.ts'
import { Turns } from '../turns.ts'
import { sidecarPath } from './sidecar-path.ts'
import { sidecarText } from './sidecar-text.ts'
import { inPortions, nextBehind, setReadUntil, sidecarsOf } from './sidecars.store.ts'

const synchronise = promisify(fsync)

type Context = Pick<WriteContext, 'db' | 'folder'>

interface Waiting {
  readonly partial: string
  readonly target: string
  readonly handle: number
}

/** What is wrong with the whole disk, and not with one file on it. */
const faultsOfDisk = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'])
const isOfDisk = (error: unknown): boolean => faultsOfDisk.has((error as { code?: string }).code ?? '')

/** Writes the sidecars of some documents beside each other, not yet under their names. One that cannot be written is passed over: `verify` misses it. */
function begin({ db, folder }: Context, documents: readonly number[], waiting: Waiting[]): void {
  for (const { place, sidecar } of sidecarsOf(db, folder.card.id, documents)) {
    const partial = path.join(folder.incoming, `sidecar-${waiting.length}`)
    const handle = openSync(partial, 'w')
    waiting.push({ partial, target: sidecarPath(folder, place), handle })
    try {
      writeFileSync(handle, sidecarText(sidecar))
    } catch (error) {
      // A text longer than any string can be, for one.
      if (isOfDisk(error)) throw error
      waiting.pop()
      closeSync(handle)
    }
  }
}

function giveName({ partial, target }: Waiting): void {
  try {
    // The folder is missing where the original is.
    mkdirSync(path.dirname(target), { recursive: true })
    renameSync(partial, target)
  } catch (error) {
    if (isOfDisk(error)) throw error
  }
}

/**
 * Writes the sidecars of documents. Each is on disk before it has its name, and together they are brought there for little more than
 * what one costs. Throws the system's error when the disk takes no more; what was there before is then untouched.
 */
async function writeSidecars(context: Context, documents: readonly number[]): Promise<void> {
  const waiting: Waiting[] = []
  const turns = new Turns()
  try {
    for (const portion of inPortions(context.db, documents)) {
      begin(context, portion, waiting)
      await turns.pass()
    }
    await Promise.all(waiting.map(({ handle }) => synchronise(handle)))
  } finally {
    for (const { handle } of waiting) closeSync(handle)
  }
  for (const each of waiting) giveName(each)
}

/** So many changes are written together. */
const changesAtOnce = 200

/**
 * Writes the sidecars of all documents that changed since theirs were written; stops between two batches when `isOver` says so, and
 * goes on from there the next time. Answers whether nothing is left.
 */
export async function writeWhatIsBehind(context: Context, isOver: () => boolean): Promise<boolean> {
  const { db } = context
  for (;;) {
    // Other calls have their turn between two batches.
    await new Promise((resolve) => setImmediate(resolve))
    if (isOver()) return false
    const next = nextBehind(db, changesAtOnce)
    if (next === undefined) return true
    await writeSidecars(context, next.documents)
    inRepeatableTransaction(db, () => setReadUntil(db, next.until))
  }
}
