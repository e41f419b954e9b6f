import { ArchiveError } from '../../contract/errors.ts'
import type { ImportId, ImportProgress } from '../../contract/schemas.ts'
import type { WriteContext } from '../context.ts'
import { type ImportOrder, ImportRun } from './run-import.ts'

/** The imports under way in an open archive. There is one at a time: two would only wait for the same disk and the same writer. */
export class RunningImports {
  #current: { readonly run: ImportRun; readonly ended: Promise<ImportProgress> } | undefined

  /** Throws `import-running` while another is under way. */
  start(context: WriteContext, order: ImportOrder): ImportProgress {
    if (this.#current !== undefined) throw new ArchiveError('import-running', 'Another import is running.')
    const run = new ImportRun(context, order)
    const ended = run.run().finally(() => {
      this.#current = undefined
    })
    this.#current = { run, ended }
    return run.progress
  }

  find(id: ImportId): ImportRun | undefined {
    const run = this.#current?.run
    return run?.progress.id === id ? run : undefined
  }

  /** Waits for the import with this id, should it be under way. */
  async ended(id: ImportId): Promise<void> {
    if (this.#current?.run.progress.id === id) await this.#current.ended
  }

  /** Cancels what is under way and waits until its last batch is committed. */
  async stop(): Promise<void> {
    this.#current?.run.cancel()
    await this.#current?.ended
  }
}
