import type { DocumentReader } from '../engine/ports.ts'
import { outcomeOf } from './document-reader.ts'
import { renderPage } from './ocr/render-page.ts'
import { readDocument } from './read-document.ts'
import { unpackContainer } from './unpack-container.ts'

const isSystemFault = (error: unknown): boolean => typeof (error as NodeJS.ErrnoException).syscall === 'string'

/** Reads files in the caller's own thread, without limits: for tests and for a single file of one's own. */
export function createDirectReader(): DocumentReader {
  return {
    width: 1,
    async read(file, signal) {
      signal.throwIfAborted()
      try {
        return await readDocument(file, signal)
      } catch (error) {
        signal.throwIfAborted()
        return outcomeOf(error, false)
      }
    },
    async unpack(container, signal) {
      signal.throwIfAborted()
      try {
        return await unpackContainer(container)
      } catch (error) {
        if (isSystemFault(error)) throw error
        return [{ place: 1, name: '', ...outcomeOf(error, false) }]
      }
    },
    async render(order, signal) {
      signal.throwIfAborted()
      const outcome = await renderPage(order)
      signal.throwIfAborted()
      return outcome
    },
    close: () => Promise.resolve(),
  }
}
