import type { OcrStatus } from '../../contract/schemas.ts'
import type { WriteContext } from '../context.ts'
import { inTransaction } from '../database/statement.ts'
import { countPictures, forgetTried, nextUnreadDocument } from './ocr.store.ts'
import { OcrRun } from './run-ocr.ts'

interface Running {
  readonly run: OcrRun | undefined
  readonly stop: AbortController
  readonly ended: Promise<void>
}

/**
 * The reading of pictures in an open archive. What waits is in the table of pages, so a run needs no memory: it goes on with whatever
 * is unread, after a restart as after a stop.
 */
export class RunningOcr {
  /** Whether it begins by itself. */
  #isOn: boolean
  #running: Running | undefined
  #failure: string | undefined
  #isClosed = false

  constructor(isOn: boolean) {
    this.#isOn = isOn
  }

  /** Begins by itself, where it is switched on and pictures wait. A fault of the last run keeps it from trying again and again. */
  follow(context: WriteContext): void {
    if (this.#isOn && this.#failure === undefined) this.#begin(context)
  }

  /** Switches it on and begins; `again` makes the pictures wait that were tried in vain. */
  start(context: WriteContext, again: boolean): void {
    if (again) inTransaction(context.db, () => forgetTried(context.db))
    this.#isOn = true
    this.#failure = undefined
    this.#begin(context)
    context.emit({ type: 'archive.changed', subjects: ['ocr'] })
  }

  /** Switches it off until it is started again, and waits until what was read is committed. */
  async stop(context: WriteContext): Promise<void> {
    this.#isOn = false
    await this.#end()
    context.emit({ type: 'archive.changed', subjects: ['ocr'] })
  }

  /** How far it is. */
  async status(context: WriteContext): Promise<OcrStatus> {
    const facts = await context.ports.ocr?.describe()
    const page = this.#running?.run?.page
    return {
      available: facts !== undefined && facts.languages.length > 0,
      ...(facts === undefined ? {} : { version: facts.version }),
      languages: [...(facts?.languages ?? [])],
      isOn: this.#isOn,
      isBusy: this.#running !== undefined,
      ...countPictures(context.db),
      ...(page === undefined ? {} : { running: { ...page } }),
      ...(this.#failure === undefined ? {} : { failure: this.#failure }),
    }
  }

  /** Ends what is under way; it goes on when the archive is opened again. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#end()
  }

  async #end(): Promise<void> {
    this.#running?.stop.abort(new Error('The reading of pictures was stopped.'))
    await this.#running?.ended
  }

  #begin(context: WriteContext): void {
    const { ocr } = context.ports
    if (this.#running !== undefined || this.#isClosed || ocr === undefined) return
    if (nextUnreadDocument(context.db) === undefined) return
    const stop = new AbortController()
    const run = new OcrRun(context, ocr, stop.signal)
    const work = async (): Promise<void> => {
      const facts = await ocr.describe()
      if (facts !== undefined && facts.languages.length > 0) await run.run()
    }
    const ended = work()
      .catch((error: unknown) => {
        this.#failure = error instanceof Error ? error.message : String(error)
      })
      .finally(() => {
        this.#running = undefined
        if (!this.#isClosed) context.emit({ type: 'archive.changed', subjects: ['ocr'] })
      })
    this.#running = { run, stop, ended }
  }
}
