import { Piscina } from 'piscina'
import type {
  ContainerToUnpack,
  DocumentReader,
  FileToRead,
  PageToRender,
  ReadingOutcome,
  RenderingOutcome,
  UnpackedMember,
} from '../engine/ports.ts'
import type { ReadingAnswer, ReadingTask } from './reading-task.ts'
import { WorkQueue } from './work-queue.ts'

export interface ReaderLimits {
  readonly threads: number
  /** Milliseconds after which a file is given up and its thread replaced. */
  readonly timeoutMs: number
  /** Megabytes of JavaScript heap for one thread. */
  readonly heapMb: number
}

export const usualLimits: ReaderLimits = { threads: 2, timeoutMs: 60_000, heapMb: 768 }

/** Unpacking writes to disk: it may take this many times as long as reading. */
const patienceForContainers = 10

/** What a failed reading means for its file. */
export function outcomeOf(error: unknown, timedOut: boolean): Extract<ReadingOutcome, { ok: false }> {
  if (timedOut) return { ok: false, reason: 'timed-out', detail: 'Reading the file took too long and was given up.' }
  const { code = '', message = '' } = error as { code?: string; message?: string }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return { ok: false, reason: 'out-of-memory', detail: 'Reading the file needs too much memory.' }
  return { ok: false, reason: 'unreadable', detail: message === '' ? String(error) : message }
}

type Pool = Piscina<ReadingTask, ReadingAnswer>

/** Has a thread do a task within a time. The error of one that failed carries the outcome of its file. */
async function runInTime(
  pool: Pool,
  task: ReadingTask,
  signal: AbortSignal,
  milliseconds: number,
): Promise<ReadingAnswer> {
  const timeout = new AbortController()
  const clock = setTimeout(() => timeout.abort(), milliseconds)
  try {
    return await pool.run(task, { signal: AbortSignal.any([signal, timeout.signal]) })
  } catch (error) {
    signal.throwIfAborted()
    throw Object.assign(new Error('The reading thread failed.', { cause: error }), {
      outcome: outcomeOf(error, timeout.signal.aborted),
    })
  } finally {
    clearTimeout(clock)
  }
}

/**
 * Reads files in worker threads, each file with a limit of time and memory. A thread that hangs or dies is replaced and costs
 * its one file: small files that shared its fate are read again, one at a time. `entry` is the URL of the built
 * `read-document-entry`.
 */
export function createThreadedReader(entry: string, limits: ReaderLimits = usualLimits): DocumentReader {
  const pool = new Piscina<ReadingTask, ReadingAnswer>({
    filename: entry,
    minThreads: 0,
    maxThreads: limits.threads,
    idleTimeout: 10_000,
    // The young generation grows with the cores otherwise, and each thread keeps what it once had.
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: 24 },
  })

  async function readFiles(files: readonly FileToRead[], signal: AbortSignal): Promise<ReadingOutcome[]> {
    try {
      const answer = await runInTime(pool, { what: 'read', files }, signal, limits.timeoutMs)
      return answer.what === 'read' ? [...answer.outcomes] : []
    } catch (error) {
      signal.throwIfAborted()
      if (files.length === 1) return [(error as { outcome: ReadingOutcome }).outcome]
      const outcomes: ReadingOutcome[] = []
      for (const file of files) outcomes.push(...(await readFiles([file], signal)))
      return outcomes
    }
  }

  async function unpack(container: ContainerToUnpack, signal: AbortSignal): Promise<UnpackedMember[]> {
    let answer: ReadingAnswer
    try {
      answer = await runInTime(pool, { what: 'unpack', container }, signal, limits.timeoutMs * patienceForContainers)
    } catch (error) {
      signal.throwIfAborted()
      return [{ place: 1, name: '', ...(error as { outcome: Extract<ReadingOutcome, { ok: false }> }).outcome }]
    }
    if (answer.what === 'fault') throw Object.assign(new Error(answer.message), { code: answer.code })
    return answer.what === 'unpacked' ? [...answer.members] : []
  }

  async function render(order: PageToRender, signal: AbortSignal): Promise<RenderingOutcome> {
    try {
      const answer = await runInTime(pool, { what: 'render', order }, signal, limits.timeoutMs)
      return answer.what === 'rendered' ? answer.outcome : { ok: false, isOfProgram: false, detail: '' }
    } catch (error) {
      signal.throwIfAborted()
      const { detail } = (error as { outcome: Extract<ReadingOutcome, { ok: false }> }).outcome
      return { ok: false, isOfProgram: false, detail }
    }
  }

  // Never more tasks than threads, so that the clock of a file starts when its thread does.
  const queue = new WorkQueue(limits.threads, readFiles)
  return {
    width: limits.threads,
    read: (file, signal) => queue.add(file, signal),
    unpack: (container, signal) => queue.alone(() => unpack(container, signal), signal),
    render: (order, signal) => queue.alone(() => render(order, signal), signal),
    close: () => pool.destroy(),
  }
}
