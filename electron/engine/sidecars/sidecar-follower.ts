import type { WriteContext } from '../context.ts'
import { writeArchiveRecords } from './archive-records.ts'
import { writeWhatIsBehind } from './write-sidecars.ts'

type FollowedContext = Pick<WriteContext, 'db' | 'folder' | 'imports'>

/** People who change much change it quickly: a document is written when they have done. */
const afterMs = 2000
/** Whoever closes a program waits so long at most; what is left is written when the archive is open again. */
const mostAtClosingMs = 10_000
/** The archive's own records are written as a whole: no more than one part in so many of the time goes into that. */
const restsFor = 200

/**
 * Writes the catalogue out of itself, in the background: a sidecar beside each original, and the archive's own records beside the
 * catalogue, from which all of it can be made again. Waits while an import is at work. A disk that is full today may have room
 * tomorrow: failures are not passed on, and what was not written stays to be written.
 */
export class SidecarFollower {
  readonly #context: FollowedContext
  #timer: NodeJS.Timeout | undefined
  #work: Promise<void> | undefined
  #isStopped = false
  #recordsNotBefore = 0

  constructor(context: FollowedContext) {
    this.#context = context
  }

  /** Something may have changed. */
  start(): void {
    if (this.#timer !== undefined || this.#isStopped) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      if (this.#context.imports.isBusy) this.start()
      else this.#begin()
    }, afterMs)
    this.#timer.unref()
  }

  #begin(): void {
    this.#work ??= writeWhatIsBehind(this.#context, () => this.#isStopped || this.#context.imports.isBusy)
      .then((isDone) => {
        if (isDone && performance.now() >= this.#recordsNotBefore) this.#writeRecords()
      })
      .catch(() => undefined)
      .finally(() => {
        this.#work = undefined
      })
  }

  #writeRecords(): void {
    const { db, folder } = this.#context
    const started = performance.now()
    writeArchiveRecords(db, folder)
    const ended = performance.now()
    this.#recordsNotBefore = ended + restsFor * (ended - started)
  }

  /** Writes what is left, or as much of it as there is time for, and the archive's own records. */
  async stop(): Promise<void> {
    this.#isStopped = true
    clearTimeout(this.#timer)
    await this.#work
    const end = Date.now() + mostAtClosingMs
    try {
      await writeWhatIsBehind(this.#context, () => Date.now() > end).catch(() => undefined)
      this.#writeRecords()
    } catch {
      // What is not written now is written the next time.
    }
  }
}
