import { setTimeout as setTimeoutOf } from 'node:timers/promises'
import type { WriteContext } from '../context.ts'
import { checkOriginal } from './check-original.ts'
import { type FixityCheck, originalsDue } from './fixity.store.ts'
import { recordChecks } from './record-checks.ts'

/** An original is checked again when its last check is so old. */
export const checkEveryDays = 30
const dayMs = 24 * 60 * 60 * 1000

/** How often it is asked what is due. */
const askEveryMs = 60 * 60 * 1000
/** So long after the opening, people have what they came for. */
const firstAfterMs = 5 * 60 * 1000
/** However long a check took, so long a rest is enough. */
const longestRestMs = 2000
/** So many originals are checked in one round. */
const inRound = 20_000

/** Originals last checked before this moment are due. */
export const dueBefore = (now: number): number => now - checkEveryDays * dayMs

/** Checks originals against what was imported while an archive is open, those that wait longest first, and tells the history of it. */
export class FixityRounds {
  readonly #context: WriteContext
  #timer: NodeJS.Timeout | undefined
  #work: Promise<unknown> = Promise.resolve()
  readonly #stopping = new AbortController()

  constructor(context: WriteContext) {
    this.#context = context
  }

  start(): void {
    this.#ask(firstAfterMs)
  }

  #ask(afterMs: number): void {
    this.#timer = setTimeout(() => {
      this.#work = this.run()
        .catch(() => undefined)
        .finally(() => {
          if (!this.#stopping.signal.aborted) this.#ask(askEveryMs)
        })
    }, afterMs)
    this.#timer.unref()
  }

  /**
   * Checks what is due, and rests as long as each check took: whoever works with the archive must not feel it. What was checked until
   * an import begins or the archive is closed counts. Answers how many originals were checked.
   */
  async run(): Promise<number> {
    const { db, folder, imports, ports } = this.#context
    const { signal } = this.#stopping
    const checks: FixityCheck[] = []
    for (const row of originalsDue(db, dueBefore(ports.now()), inRound)) {
      if (signal.aborted || imports.isBusy) break
      const started = performance.now()
      const outcome = await checkOriginal(folder, row, signal).catch(() => undefined)
      if (outcome === undefined) break
      checks.push({ file: row.number, at: ports.now(), outcome })
      const rest = Math.min(longestRestMs, performance.now() - started)
      await setTimeoutOf(rest, undefined, { signal }).catch(() => undefined)
    }
    if (checks.length > 0) recordChecks(this.#context, checks)
    return checks.length
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    clearTimeout(this.#timer)
    await this.#work
  }
}
