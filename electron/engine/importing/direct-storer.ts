import type { FileStorer } from '../ports.ts'
import { moveFiles, storeFiles } from './store-files.ts'

/** Stores files in the caller's own thread: for tests and for programs that import little. */
export function createDirectStorer(): FileStorer {
  return {
    store: async (files, signal) => {
      signal.throwIfAborted()
      return storeFiles(files, () => signal.aborted)
    },
    move: (moves) => moveFiles(moves),
    close: () => Promise.resolve(),
  }
}
