import { Worker } from 'node:worker_threads'
import type { CopyPiece, ReadingCopyMaker, TextToCopy } from '../engine/ports.ts'

/** What the thread is asked for; it answers each with its pieces, in order. */
export type CopyTask =
  { readonly what: 'take'; readonly documents: readonly TextToCopy[] } | { readonly what: 'finish' }

interface Asker {
  readonly resolve: (pieces: CopyPiece[]) => void
  readonly reject: (error: Error) => void
}

/** Makes one reading copy in a thread of its own, which ends when it is closed. `entry` is the path of the built `reading-copy-entry`. */
export function openReadingCopyThread(entry: string | URL): ReadingCopyMaker {
  const worker = new Worker(entry, { resourceLimits: { maxYoungGenerationSizeMb: 6 } })
  const askers: Asker[] = []
  worker.on('message', (pieces: CopyPiece[]) => askers.shift()?.resolve(pieces))
  const fail = (error: Error): void => {
    for (const { reject } of askers.splice(0)) reject(error)
  }
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('The thread that makes the reading copy has ended.')))
  const ask = (task: CopyTask): Promise<CopyPiece[]> =>
    new Promise((resolve, reject) => {
      askers.push({ resolve, reject })
      worker.postMessage(task)
    })
  return {
    take: (documents) => ask({ what: 'take', documents }),
    finish: () => ask({ what: 'finish' }),
    close: async () => {
      await worker.terminate()
    },
  }
}
