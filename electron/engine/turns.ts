/** So long a piece of work may keep its thread from everything else. */
const longestTurnMs = 12

/** Divides long work that never waits by itself into turns, so that calls are answered meanwhile. */
export class Turns {
  #since = performance.now()

  /** Lets others have the thread when this turn has lasted long enough. */
  async pass(): Promise<void> {
    if (performance.now() - this.#since < longestTurnMs) return
    await new Promise<void>((resolve) => setImmediate(resolve))
    this.#since = performance.now()
  }
}
