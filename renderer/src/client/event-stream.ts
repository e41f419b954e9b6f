import type { EngineEvent } from '../../../electron/contract/events.ts'
import { errorOfStatus } from './replies.ts'

/** Splits a stream of bytes into its lines; a last line without an end is given too. */
export async function* linesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    const lines = (rest + value).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

const retryDelaysMs = [300, 1000, 2000, 5000]

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

interface StreamOptions {
  readonly open: (signal: AbortSignal) => Promise<Response>
  readonly onEvent: (event: EngineEvent) => void
  readonly onConnection: (connected: boolean) => void
  readonly signal: AbortSignal
}

async function readOnce({ open, onEvent, onConnection, signal }: StreamOptions): Promise<void> {
  const response = await open(signal)
  if (!response.ok || response.body === null) throw errorOfStatus(response.status)
  onConnection(true)
  for await (const line of linesOf(response.body)) {
    if (line.trim() !== '') onEvent(JSON.parse(line) as EngineEvent)
  }
}

/**
 * Reads events until the signal aborts. A stream that breaks is opened again, ever more slowly; what was missed meanwhile
 * cannot be known, so a renewed stream begins with `archives.changed`.
 */
export async function followEvents(options: StreamOptions): Promise<void> {
  let failures = 0
  const onConnection = (connected: boolean): void => {
    if (connected && failures > 0) options.onEvent({ type: 'archives.changed' })
    if (connected) failures = 0
    options.onConnection(connected)
  }
  while (!options.signal.aborted) {
    // The reason does not matter: whether refused or broken, all there is to do is say so and ask again.
    await readOnce({ ...options, onConnection }).catch(() => undefined)
    // The signal aborts while the stream is read, which the compiler cannot see.
    if (options.signal.aborted as boolean) return
    if (failures > 0) options.onConnection(false)
    await wait(retryDelaysMs[Math.min(failures, retryDelaysMs.length - 1)] ?? 5000, options.signal)
    failures += 1
  }
}
