import type { FileToRead, ReadingOutcome } from '../engine/ports.ts'

/** Files up to this size share a task, as long as the task's files together stay below the second figure. */
const smallBytes = 64 * 1024
const sharedBytes = 256 * 1024
const mostShared = 16

interface Waiting {
  readonly file: FileToRead
  readonly signal: AbortSignal
  readonly resolve: (outcome: ReadingOutcome) => void
  readonly reject: (error: unknown) => void
}

/** Work that waits its turn: never more tasks than `width` at once, in order, small files of one asker several to a task. */
export class WorkQueue {
  readonly #width: number
  readonly #readFiles: (files: readonly FileToRead[], signal: AbortSignal) => Promise<ReadingOutcome[]>
  readonly #waiting: (Waiting | (() => Promise<void>))[] = []
  #running = 0

  constructor(
    width: number,
    readFiles: (files: readonly FileToRead[], signal: AbortSignal) => Promise<ReadingOutcome[]>,
  ) {
    this.#width = width
    this.#readFiles = readFiles
  }

  /** Reads a file when its turn comes. Rejects when `signal` is aborted. */
  add(file: FileToRead, signal: AbortSignal): Promise<ReadingOutcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ file, signal, resolve, reject })
      this.#next()
    })
  }

  /** Does work that takes a whole thread when its turn comes. */
  alone<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      const doIt = (): Promise<void> =>
        (signal.aborted ? Promise.reject(signal.reason as Error) : work()).then(resolve, reject)
      this.#waiting.push(doIt)
      this.#next()
    })
  }

  #next(): void {
    // In a microtask: whoever adds many files in one turn has them shared out together.
    queueMicrotask(() => {
      while (this.#running < this.#width && this.#waiting.length > 0) {
        this.#running++
        void this.#work().finally(() => {
          this.#running--
          this.#next()
        })
      }
    })
  }

  async #work(): Promise<void> {
    const first = this.#waiting.shift()
    if (first === undefined) return
    if (typeof first === 'function') return first()
    const shared = [first, ...this.#takeAlong(first)]
    try {
      first.signal.throwIfAborted()
      const outcomes = await this.#readFiles(
        shared.map(({ file }) => file),
        first.signal,
      )
      shared.forEach(({ resolve, reject }, at) => {
        const outcome = outcomes[at]
        if (outcome === undefined) reject(new Error('A reading thread answered too little.'))
        else resolve(outcome)
      })
    } catch (error) {
      for (const { reject } of shared) reject(error)
    }
  }

  /** Small files that follow in the queue. Each thread leaves the others their share of a short queue. */
  #takeAlong(first: Waiting): Waiting[] {
    const along: Waiting[] = []
    let bytes = first.file.bytes ?? Infinity
    if (bytes > smallBytes) return along
    const fairShare = Math.ceil(this.#waiting.length / this.#width)
    while (along.length + 1 < Math.min(mostShared, fairShare)) {
      const next = this.#waiting[0]
      if (next === undefined || typeof next === 'function' || next.signal !== first.signal) break
      const size = next.file.bytes ?? Infinity
      if (size > smallBytes || bytes + size > sharedBytes) break
      this.#waiting.shift()
      along.push(next)
      bytes += size
    }
    return along
  }
}
