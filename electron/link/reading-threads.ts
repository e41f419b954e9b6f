import { Worker } from 'node:worker_threads'
import { fromWire } from '../contract/errors.ts'
import { connectPort } from './connect-port.ts'
import { plainPort } from './port.ts'

/** Read calls in threads of their own; the engine's port of the same shape takes it. */
export interface ReadingThreads {
  call(name: string, input: unknown): Promise<unknown>
  close(): Promise<void>
}

/**
 * Two threads with read-only connections: one for questions, one for quick find, whose index takes seconds to build. An import
 * never makes either wait. `entry` is the path of the built `reading-thread-entry`.
 */
export function openReadingThreads(entry: string, archivePath: string): ReadingThreads {
  const roles = ['search', 'quick-find'] as const
  // The young generation grows with the memory of the computer otherwise, and each thread keeps what it once had.
  const resourceLimits = { maxYoungGenerationSizeMb: 24 }
  const workers = roles.map((role) => new Worker(entry, { workerData: { archivePath, role }, resourceLimits }))
  const [search, quickFind] = workers.map((worker) => connectPort(plainPort(worker)))
  return {
    async call(name, input) {
      const link = name === 'search.suggest' ? quickFind : search
      const reply = await link?.call(name, input, 'host')
      if (reply === undefined) throw new Error('There is no thread for this call.')
      if (!reply.ok) throw fromWire(reply.error)
      return reply.value
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}
