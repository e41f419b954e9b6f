import path from 'node:path'
import { originalPath } from '../archive-folder.ts'
import { makeUlid } from '../ids.ts'
import type { FileToStore, Move, StoringOutcome } from '../ports.ts'
import { type StoredRow, endOf } from './commit-batch.ts'
import { type ImportWork, commitStep, endFile, endRecognised, recognised } from './import-work.ts'
import { findAtSource, findByContent } from './intake.store.ts'
import { type LedgerRow, markStored, nextRows } from './ledger.store.ts'
import { isKept } from './same-content.ts'
import { removeFiles } from './store-files.ts'

const batchSize = 64
/** Batches that are being copied at once: the disk always has something to do. */
const batchesInHand = 3

/** A private copy, on disk, of what a row names. */
export interface Arrival {
  readonly row: LedgerRow
  /** Its name in the waiting room. */
  readonly incoming: string
  readonly sha256: string
  readonly bytes: number
  readonly modifiedAt: number | null
}

/** What follows from the arrivals of one step, to be done once it is committed. */
class Aftermath {
  readonly toRead: StoredRow[] = []
  readonly repairs: Move[] = []
  readonly spare: string[] = []
}

/**
 * Decides what becomes of a copy: content that the archive has, content that is on its way, or new. Runs in a step; the ledger
 * says it before anything is done about it.
 */
function settleArrival(work: ImportWork, arrival: Arrival, after: Aftermath): void {
  const { db, folder } = work.context
  const { row, incoming, sha256, bytes, modifiedAt } = arrival
  const copy = path.join(folder.incoming, incoming)
  const known = findByContent(db, sha256)
  if (known !== undefined) {
    // Should the original have been lost, this copy takes its place.
    if (isKept(folder, sha256, known.extension, bytes)) after.spare.push(copy)
    else after.repairs.push({ from: copy, to: originalPath(folder, sha256, known.extension) })
    const isSame = findAtSource(db, row.path)?.file === known.file
    endRecognised(work, row, sha256, recognised(isSame ? 'unchanged' : 'duplicate', known.document))
    return
  }
  if (!work.underWay.claim(row, sha256)) {
    after.spare.push(copy)
    return
  }
  markStored(db, work.importNumber, row.ordinal, { incoming, sha256, bytes, modifiedAt })
  work.counter.move({ stored: 1 })
  after.toRead.push({ ...row, state: 'stored', incoming, sha256, bytes, modifiedAt })
}

/** Commits what `first` writes, and then what becomes of several copies, in order. Answers the files that are to be read. */
export async function settleArrivals(
  work: ImportWork,
  arrivals: readonly Arrival[],
  first: () => void,
): Promise<readonly StoredRow[]> {
  const after = new Aftermath()
  commitStep(work, () => {
    first()
    for (const arrival of arrivals) settleArrival(work, arrival, after)
  })
  removeFiles(after.spare)
  if (after.repairs.length > 0) await work.storer.move(after.repairs)
  return after.toRead
}

interface Batch {
  readonly rows: readonly LedgerRow[]
  readonly files: readonly FileToStore[]
  readonly outcomes: Promise<StoringOutcome[]>
}

/** Copies the files that the walk finds into the waiting room, in the order of the ledger, several batches at a time. */
export class StoringStage {
  readonly #work: ImportWork
  #after = 0

  constructor(work: ImportWork) {
    this.#work = work
  }

  #begin(rows: readonly LedgerRow[]): Batch {
    const { context, storer, signal } = this.#work
    const files = rows.map(({ path: where }): FileToStore => {
      const known = findAtSource(context.db, where)
      const isSound = known !== undefined && isKept(context.folder, known.sha256, known.extension, known.bytes)
      return {
        path: where,
        temporaryPath: path.join(context.folder.incoming, makeUlid(context.ports.now())),
        ...(isSound ? { expected: known.sha256 } : {}),
      }
    })
    const outcomes = storer.store(files, signal)
    // Whoever waits for it hears of a failure; when another batch failed first nobody does, and that is no fault.
    outcomes.catch(() => undefined)
    return { rows, files, outcomes }
  }

  #nextBatch(): Batch | undefined {
    const { context, importNumber } = this.#work
    const wanted = { state: 'waiting', after: this.#after, limit: batchSize, isMember: false } as const
    const rows = nextRows(context.db, importNumber, wanted)
    const last = rows.at(-1)
    if (last === undefined) return undefined
    this.#after = last.ordinal
    return this.#begin(rows)
  }

  async #settle(batch: Batch): Promise<readonly StoredRow[]> {
    const outcomes = await batch.outcomes
    const arrivals: Arrival[] = []
    const ends: (() => void)[] = []
    batch.rows.forEach((row, at) => {
      const outcome = outcomes[at]
      const file = batch.files[at]
      if (outcome === undefined || file === undefined) throw new Error('A storing thread answered too little.')
      if (!outcome.ok) ends.push(() => endFile(this.#work, row, endOf(outcome.reason, outcome.detail)))
      else if (outcome.isNew) arrivals.push({ row, incoming: path.basename(file.temporaryPath), ...outcome })
      else ends.push(() => endRecognised(this.#work, row, outcome.sha256, recognised('unchanged', 0)))
    })
    return settleArrivals(this.#work, arrivals, () => ends.forEach((end) => end()))
  }

  /**
   * Stores every waiting file, and those that are found meanwhile: `moreFound` resolves when there may be more, with false once the
   * walk has come to its end. `pass` takes each stored file on, and makes this wait where there are too many.
   */
  async run(moreFound: () => Promise<boolean>, pass: (row: StoredRow) => Promise<void>): Promise<void> {
    const inHand: Batch[] = []
    let isWalking = true
    try {
      for (;;) {
        this.#work.signal.throwIfAborted()
        while (inHand.length < batchesInHand) {
          const batch = this.#nextBatch()
          if (batch === undefined) break
          inHand.push(batch)
        }
        const first = inHand.shift()
        if (first !== undefined) for (const row of await this.#settle(first)) await pass(row)
        else if (isWalking) isWalking = await moreFound()
        else return
      }
    } finally {
      // What is in hand comes to its end before the import does: nothing of it is left to work on a closed archive.
      await Promise.allSettled(inHand.map(({ outcomes }) => outcomes))
    }
  }
}
