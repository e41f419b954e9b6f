import { Piscina } from 'piscina'
import type { FileStorer, StoringOutcome } from '../engine/ports.ts'
import type { StoringAnswer, StoringTask } from './storing-task.ts'

/** One thread keeps a disk busy: it has the files of a batch flushed together. More would wait for each other in the file system's journal. */
const usualThreads = 1

function outcomesOf(answer: StoringAnswer, signal: AbortSignal | undefined): StoringOutcome[] {
  if (answer.ok) return [...answer.outcomes]
  if (answer.name === 'AbortError') signal?.throwIfAborted()
  throw Object.assign(new Error(answer.message), { code: answer.code })
}

/** Stores files in threads, so that nobody waits for the disk. `entry` is the URL of the built `store-files-entry`. */
export function createThreadedStorer(entry: string, threads = usualThreads): FileStorer {
  const pool = new Piscina<StoringTask, StoringAnswer>({
    filename: entry,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 5_000,
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 },
  })
  return {
    async store(files, signal) {
      signal.throwIfAborted()
      const cancelled = new Int32Array(new SharedArrayBuffer(4))
      const cancel = (): void => void Atomics.store(cancelled, 0, 1)
      signal.addEventListener('abort', cancel)
      try {
        return outcomesOf(await pool.run({ what: 'store', files, cancelled }), signal)
      } finally {
        signal.removeEventListener('abort', cancel)
      }
    },
    async move(moves) {
      outcomesOf(await pool.run({ what: 'move', moves }), undefined)
    },
    close: () => pool.destroy(),
  }
}
