import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises'
import type { DocumentId } from '../../contract/schemas.ts'
import { originalPath } from '../archive-folder.ts'
import type { WriteContext } from '../context.ts'
import { getFileOfDocument, idsOfDocuments } from '../documents/documents.store.ts'
import type { OcrProgram } from '../ports.ts'
import { type TriedPage, commitPages } from './commit-pages.ts'
import { nextUnreadDocument, unreadPages } from './ocr.store.ts'

/** So many pages are one act at most: a program that is killed loses no more than their reading. */
const mostPagesAtOnce = 100
/** After so many pages that failed one after another, the fault is not of the pages. */
const mostFailures = 5
const lookAgainMs = 300

/** A fault of this computer rather than of a page: it ends the run, and what it concerned waits. */
class ProgramFault extends Error {}

const toMessage = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** One pass over the pictures that wait, a page at a time, behind everything else that the archive does. */
export class OcrRun {
  readonly #context: WriteContext
  readonly #program: OcrProgram
  readonly #signal: AbortSignal
  #page: { readonly document: DocumentId; readonly page: number } | undefined
  /** Pages that failed one after another. */
  #failures = 0

  constructor(context: WriteContext, program: OcrProgram, signal: AbortSignal) {
    this.#context = context
    this.#program = program
    this.#signal = signal
  }

  /** The page in hand. */
  get page(): { readonly document: DocumentId; readonly page: number } | undefined {
    return this.#page
  }

  #isStopped(): boolean {
    return this.#signal.aborted
  }

  /**
   * Reads until nothing waits or `signal` is aborted; what was read until then is kept. Rejects for faults that are not of a page,
   * the catalogue's own among them.
   */
  async run(): Promise<void> {
    while (!this.#isStopped()) {
      await this.#letOthers()
      const document = nextUnreadDocument(this.#context.db)
      if (document === undefined || this.#isStopped()) return
      await this.#readDocument(document)
    }
  }

  /** Imports come first, and between two pages whatever waits for this thread. */
  async #letOthers(): Promise<void> {
    await turn()
    while (this.#context.imports.isBusy && !this.#isStopped())
      await pause(lookAgainMs, undefined, { signal: this.#signal }).catch(() => undefined)
  }

  async #readDocument(number: number): Promise<void> {
    const { db, folder } = this.#context
    const { file, extension } = getFileOfDocument(db, number)
    const [document] = idsOfDocuments(db, [number])
    if (document === undefined) return
    const original = originalPath(folder, file.sha256, extension)
    const tried: TriedPage[] = []
    try {
      for (const page of unreadPages(db, number, mostPagesAtOnce)) {
        await this.#letOthers()
        if (this.#isStopped()) break
        this.#page = { document, page }
        this.#context.emit({ type: 'archive.changed', subjects: ['ocr'] })
        tried.push(await this.#readPage(original, page))
      }
    } catch (error) {
      // What failed last shares its cause with the fault, and is tried again.
      if (error instanceof ProgramFault) tried.splice(Math.max(0, tried.length - this.#failures))
      if (!this.#isStopped()) throw error
    } finally {
      this.#page = undefined
      commitPages(this.#context, document, tried)
    }
  }

  async #readPage(original: string, page: number): Promise<TriedPage> {
    const signal = this.#signal
    const picture = await this.#context.ports.reader.render({ path: original, page }, signal)
    if (!picture.ok) {
      if (picture.isOfProgram) throw new ProgramFault(picture.detail)
      return { page, read: undefined }
    }
    try {
      const read = await this.#program.read(picture.png, signal)
      this.#failures = 0
      return { page, read }
    } catch (error) {
      signal.throwIfAborted()
      // An error of the system (no disk space, no program any more) is never of the page.
      if (typeof (error as NodeJS.ErrnoException).syscall === 'string') throw new ProgramFault(toMessage(error))
      this.#failures++
      if (this.#failures >= mostFailures) throw new ProgramFault(toMessage(error))
      return { page, read: undefined }
    }
  }
}
