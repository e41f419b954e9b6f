/** A message port of any kind: a thread's, a utility process's, a test's. Whoever wraps one unpacks `{data}` where its kind packs. */
export interface Port {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  onClose(listener: () => void): void
}

/** The ports of Node (threads) and of Electron's utility processes differ only in this. */
interface NodePort {
  postMessage(message: unknown): void
  on(event: 'message' | 'close' | 'exit' | 'error', listener: (value: unknown) => void): unknown
}

/** A port whose messages arrive as they were sent: a worker thread's or a utility process's, seen from the parent. */
export function plainPort(port: NodePort): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => void port.on('message', listener),
    onClose: (listener) => {
      for (const event of ['close', 'exit'] as const) port.on(event, listener)
      // What an error breaks ends in an exit; without a listener it would end the parent too.
      port.on('error', () => undefined)
    },
  }
}

/** A port whose messages arrive as `{data}`: the parent's port inside a utility process. */
export function packedPort(port: NodePort): Port {
  const plain = plainPort(port)
  return {
    ...plain,
    onMessage: (listener) => void port.on('message', (packed) => listener((packed as { data: unknown }).data)),
  }
}
