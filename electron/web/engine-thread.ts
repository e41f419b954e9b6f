import { Worker } from 'node:worker_threads'
import type { Reply } from '../contract/envelope.ts'
import type { EventListener } from '../contract/events.ts'
import { connectPort } from '../link/connect-port.ts'
import { plainPort } from '../link/port.ts'

/** What the engine's thread is told when it starts. */
export interface EngineStart {
  /** Where archives are made, and what is remembered between starts. */
  readonly home: string
  readonly sampleFolder: string
  /** Paths of the entries of further threads. */
  readonly entries: Readonly<Record<'readDocument' | 'storeFiles' | 'readingCopy' | 'readingThread', string>>
}

/** The engine as the web host sees it. */
export interface EngineThread {
  /** Never rejects. */
  reply(name: string, input: unknown, audience: 'page' | 'host', signal: AbortSignal): Promise<Reply>
  subscribe(listener: EventListener): () => void
  /** Lets it commit what is under way, and waits until it has ended. */
  close(): Promise<void>
}

/**
 * Starts the engine in a thread of its own: while an import commits, requests are answered all the same. `entry` is the path of the
 * built `engine-thread-entry`.
 */
export function startEngineThread(entry: string, start: EngineStart): EngineThread {
  const worker = new Worker(entry, { workerData: start })
  const listeners = new Set<EventListener>()
  const link = connectPort(plainPort(worker), (event) => {
    for (const listener of listeners) listener(event)
  })
  return {
    reply: (name, input, audience, signal) => link.call(name, input, audience, signal),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async close() {
      await link.call('engine.stop', {}, 'host')
      await worker.terminate()
    },
  }
}
