import type { WriteContext } from '../context.ts'
import { inTransaction } from '../database/statement.ts'
import { countQueued, nextQueued, reindexDocument } from './text-index.ts'

const batch = 20

/** Indexes, in the background and a few documents at a time, what waits in the queue. */
export class IndexFollower {
  readonly #context: Pick<WriteContext, 'db' | 'emit'>
  #work: Promise<void> | undefined
  #stopped = false

  constructor(context: Pick<WriteContext, 'db' | 'emit'>) {
    this.#context = context
  }

  /** Begins to work off the queue, unless it is doing so already. */
  start(): void {
    if (this.#work !== undefined || this.#stopped || countQueued(this.#context.db) === 0) return
    this.#work = this.#run().finally(() => {
      this.#work = undefined
    })
  }

  async #run(): Promise<void> {
    const { db, emit } = this.#context
    for (;;) {
      // Other calls have their turn between two batches.
      await new Promise((resolve) => setImmediate(resolve))
      if (this.#stopped) return
      const documents = nextQueued(db, batch)
      if (documents.length === 0) break
      inTransaction(db, () => documents.forEach((document) => reindexDocument(db, document)))
    }
    emit({ type: 'archive.changed', subjects: ['archive', 'documents'] })
  }

  /** Waits until the queue is worked off. */
  async finished(): Promise<void> {
    this.start()
    await this.#work
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await this.#work
  }
}
