import { Piscina } from 'piscina'
import type { DocumentReader, FileToRead, ReadingOutcome } from '../engine/ports.ts'
import { readDocument } from './read-document.ts'

export interface ReaderLimits {
  readonly threads: number
  /** Milliseconds after which a file is given up and its thread replaced. */
  readonly timeoutMs: number
  /** Megabytes of JavaScript heap for one thread. */
  readonly heapMb: number
}

export const usualLimits: ReaderLimits = { threads: 2, timeoutMs: 60_000, heapMb: 768 }

function outcomeOf(error: unknown, timedOut: boolean): ReadingOutcome {
  if (timedOut) return { ok: false, reason: 'timed-out', detail: 'Reading the file took too long and was given up.' }
  const { code = '', message = '' } = error as { code?: string; message?: string }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return { ok: false, reason: 'out-of-memory', detail: 'Reading the file needs too much memory.' }
  return { ok: false, reason: 'unreadable', detail: message === '' ? String(error) : message }
}

/** Lets `width` pieces of work run at once; the others wait for their turn in order. */
function createTurnstile(width: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= width) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running--
      else next()
    }
  }
}

/**
 * Reads files in worker threads, each file with a limit of time and memory. A thread that hangs or dies is replaced and costs
 * its one file. `entry` is the URL of the built `read-document-entry`.
 */
export function createThreadedReader(entry: string, limits: ReaderLimits = usualLimits): DocumentReader {
  const pool = new Piscina<FileToRead, ReadingOutcome>({
    filename: entry,
    minThreads: 1,
    maxThreads: limits.threads,
    idleTimeout: 10_000,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
  })
  // Never more tasks than threads, so that the clock of a file starts when its thread does.
  const inTurn = createTurnstile(limits.threads)
  async function readInTime(file: FileToRead, signal: AbortSignal): Promise<ReadingOutcome> {
    const timeout = new AbortController()
    const clock = setTimeout(() => timeout.abort(), limits.timeoutMs)
    try {
      return await pool.run(file, { signal: AbortSignal.any([signal, timeout.signal]) })
    } catch (error) {
      signal.throwIfAborted()
      return outcomeOf(error, timeout.signal.aborted)
    } finally {
      clearTimeout(clock)
    }
  }
  return {
    width: limits.threads,
    read: (file, signal) =>
      inTurn(() => (signal.aborted ? Promise.reject(signal.reason as Error) : readInTime(file, signal))),
    close: () => pool.destroy(),
  }
}

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
    close: () => Promise.resolve(),
  }
}
