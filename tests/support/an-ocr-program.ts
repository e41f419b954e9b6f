import type { OcrProgram, ReadPicture } from '../../electron/engine/ports.ts'

const beginningOfPng = Buffer.from('89504e470d0a1a0a', 'hex')

/** Reads pictures by answering texts in order, the last one again and again; an Error among them is a page that cannot be read. */
export class FixedProgram implements OcrProgram {
  readonly #texts: readonly (string | Error)[]
  /** How many pictures it was given. */
  given = 0
  isInstalled = true
  /** Called with the number of the picture before it is read; a promise makes it wait. */
  onPicture: (number: number, signal: AbortSignal) => Promise<void> | void = () => undefined

  constructor(...texts: (string | Error)[]) {
    this.#texts = texts
  }

  describe(): Promise<{ version: string; languages: string[] } | undefined> {
    return Promise.resolve(this.isInstalled ? { version: '5.0', languages: ['eng', 'fra'] } : undefined)
  }

  async read(png: Uint8Array, signal: AbortSignal): Promise<ReadPicture> {
    if (!beginningOfPng.equals(png.subarray(0, 8))) throw new Error('This is no PNG.')
    const number = ++this.given
    await this.onPicture(number, signal)
    signal.throwIfAborted()
    const text = this.#texts[Math.min(number, this.#texts.length) - 1] ?? ''
    if (text instanceof Error) throw text
    return { text, confidence: text === '' ? 0 : 0.87 }
  }

  close(): Promise<void> {
    return Promise.resolve()
  }
}

/** Waits for the end of a page that is never read: until `signal` is aborted. */
export function forever(signal: AbortSignal): Promise<void> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))
}
