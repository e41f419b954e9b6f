import type { FromEngine, Reply, ToEngine } from '../contract/envelope.ts'
import type { EngineEvent } from '../contract/events.ts'
import type { Port } from './port.ts'

export interface EngineLink {
  /** Never rejects. When the other side ends before it has answered, the reply is the failure `engine-stopped`. */
  call(name: string, input: unknown, audience: 'page' | 'host', signal?: AbortSignal): Promise<Reply>
}

const stopped: Reply = { ok: false, error: { code: 'engine-stopped', message: 'The engine has stopped.', details: {} } }

/** The asking side of a port that `servePort` answers. */
export function connectPort(port: Port, onEvent: (event: EngineEvent) => void = () => undefined): EngineLink {
  const waiting = new Map<number, (reply: Reply) => void>()
  let nextId = 1
  let isClosed = false
  const send = (message: ToEngine): void => port.post(message)
  port.onMessage((message) => {
    const answer = message as FromEngine
    if (answer.type === 'event') {
      onEvent(answer.event)
      return
    }
    waiting.get(answer.id)?.(answer.reply)
    waiting.delete(answer.id)
  })
  port.onClose(() => {
    isClosed = true
    for (const resolve of waiting.values()) resolve(stopped)
    waiting.clear()
  })
  return {
    call: (name, input, audience, signal) =>
      new Promise((resolve) => {
        if (isClosed) {
          resolve(stopped)
          return
        }
        const id = nextId++
        waiting.set(id, resolve)
        signal?.addEventListener('abort', () => send({ type: 'cancel', id }), { once: true })
        send({ type: 'call', id, name, input, audience })
      }),
  }
}
