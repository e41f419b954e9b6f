import type { WriteContext } from '../context.ts'
import { inTransaction } from '../database/statement.ts'
import { announceChanged } from '../documents/documents.store.ts'
import { nextQueued, reindexDocuments } from './text-index.ts'

type FollowedContext = Pick<WriteContext, 'db' | 'emit' | 'words'>

/** Documents that are indexed together; each word is written once for all of them. */
const batch = 50

/** Indexes, in the background and a few documents at a time, what waits in the queue and no import has in hand. */
export class IndexFollower {
  readonly #context: FollowedContext
  #work: Promise<void> | undefined
  #stopped = false

  constructor(context: FollowedContext) {
    this.#context = context
  }

  #next(): number[] {
    const { db, words } = this.#context
    return nextQueued(db, batch + words.size).filter((document) => !words.has(document))
  }

  /** Begins to work off the queue, unless it is doing so already. */
  start(): void {
    if (this.#work !== undefined || this.#stopped || this.#next().length === 0) return
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
      const documents = this.#next()
      if (documents.length === 0) break
      inTransaction(db, () => {
        reindexDocuments(db, documents)
        // What they mention was read anew.
        announceChanged(db, documents)
      })
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
