import type { ImportId, ImportProgress } from '../../contract/schemas.ts'
import type { WriteContext } from '../context.ts'
import { type UnfinishedImport, unfinishedImports } from './imports.store.ts'
import { ImportRun } from './run-import.ts'

interface Running {
  readonly run: ImportRun
  readonly ended: Promise<ImportProgress>
}

/**
 * The imports under way in an open archive. One is at work at a time, the others wait in order: two would only wait for the same
 * disk and the same writer.
 */
export class RunningImports {
  readonly #runs = new Map<ImportId, Running>()
  #last: Promise<unknown> = Promise.resolve()

  /** Begins an import, or goes on with it, when those before it have ended. A `password` is tried on locked files. */
  start(context: WriteContext, unfinished: UnfinishedImport, password?: string): ImportProgress {
    const { id } = unfinished.progress
    const run = new ImportRun(context, unfinished, password)
    const ended = this.#last.then(() => run.run()).finally(() => this.#runs.delete(id))
    this.#last = ended
    this.#runs.set(id, { run, ended })
    return run.progress
  }

  /** Goes on with every import that the program's end, or a fault of the disk, kept from coming to its own. */
  resume(context: WriteContext): void {
    for (const unfinished of unfinishedImports(context.db))
      if (!this.#runs.has(unfinished.progress.id)) this.start(context, unfinished)
  }

  find(id: ImportId): ImportRun | undefined {
    return this.#runs.get(id)?.run
  }

  /** Whether an import is at work or waits. */
  get isBusy(): boolean {
    return this.#runs.size > 0
  }

  /** Cancels an import and waits until what it had in hand is committed. Nothing happens where it is not under way. */
  async cancel(id: ImportId): Promise<void> {
    const running = this.#runs.get(id)
    running?.run.stop('cancelled')
    await running?.ended
  }

  /** Stops what is under way and waits until its last batch is committed; it goes on when the archive is opened again. */
  async close(): Promise<void> {
    for (const { run } of this.#runs.values()) run.stop('closing')
    await this.#last
  }
}
