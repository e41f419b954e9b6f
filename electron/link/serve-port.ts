import type { FromEngine, Reply, ToEngine } from '../contract/envelope.ts'
import type { EngineEvent } from '../contract/events.ts'
import type { Port } from './port.ts'

export type Answer = (name: string, input: unknown, audience: 'page' | 'host', signal: AbortSignal) => Promise<Reply>

/** Answers the calls that arrive at a port, many at a time, and sends events through it. Answers the function that sends one. */
export function servePort(port: Port, answer: Answer): (event: EngineEvent) => void {
  const underWay = new Map<number, AbortController>()
  const send = (message: FromEngine): void => port.post(message)
  port.onMessage((message) => {
    const request = message as ToEngine
    if (request.type === 'cancel') {
      underWay.get(request.id)?.abort()
      return
    }
    const controller = new AbortController()
    underWay.set(request.id, controller)
    void answer(request.name, request.input, request.audience, controller.signal).then((reply) => {
      underWay.delete(request.id)
      send({ type: 'reply', id: request.id, reply })
    })
  })
  return (event) => send({ type: 'event', event })
}
