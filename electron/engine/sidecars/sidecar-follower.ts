import type { WriteContext } from '../context.ts'
import { writeWhatIsBehind } from './write-sidecars.ts'

type FollowedContext = Pick<WriteContext, 'db' | 'folder' | 'imports'>

/** People who change much change it quickly: a document is written when they have done. */
const afterMs = 2000
/** Whoever closes a program waits so long at most; what is left is written when the archive is open again. */
const mostAtClosingMs = 10_000

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
      .catch(() => undefined)
      .finally(() => {
        this.#work = undefined
      })
  }

  /** Writes what is left, or as much of it as there is time for. */
  async stop(): Promise<void> {
    this.#isStopped = true
    clearTimeout(this.#timer)
    await this.#work
    const end = Date.now() + mostAtClosingMs
    await writeWhatIsBehind(this.#context, () => Date.now() > end).catch(() => undefined)
  }
}
