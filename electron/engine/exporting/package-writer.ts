import { createHash, hash } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { ArchiveError } from '../../contract/errors.ts'

/** What was written under one name of a package. */
export interface WrittenFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly sha512: string
}

/** Content of a file in a package: text or bytes at hand, a file to be read, or text that comes in pieces. `bytes` is about how long the file is, `sha256` what it is thought to hold. */
export type Content =
  | (string | Uint8Array)
  | { readonly path: string; readonly bytes: number; readonly sha256?: string }
  | { readonly pieces: Iterable<string> }

/**
 * A package being written, under a temporary name until `finish`. Files are hashed as they are written. A small file is written at
 * once, blocking the thread: whoever adds many lets others have their turn between them.
 */
export interface PackageWriter {
  add(name: string, content: Content): Promise<WrittenFile>
  /** Whether the order in which files are added shows in the bytes of the package. */
  readonly keepsOrder: boolean
  /** Gives the package its lasting name once it is complete on disk and `check`, given where it lies until then, does not throw. Answers its size in bytes. */
  finish(check?: (where: string) => Promise<void>): Promise<number>
  /** Removes what was written. */
  abandon(): Promise<void>
}

const pieceSize = 1 << 18

/**
 * Small pieces of text as bytes, many together, in one buffer that is used again and again: what is yielded is good until the next
 * is asked for.
 */
export function* encoded(pieces: Iterable<string>): Generator<Uint8Array> {
  const buffer = Buffer.allocUnsafe(pieceSize)
  let length = 0
  for (const piece of pieces) {
    // No UTF-16 unit takes more than three bytes.
    if (length + piece.length * 3 > pieceSize) {
      yield buffer.subarray(0, length)
      length = 0
    }
    if (piece.length * 3 > pieceSize) yield Buffer.from(piece)
    else length += buffer.write(piece, length)
  }
  yield buffer.subarray(0, length)
}

/** Small pieces of text together, so that a package of many documents is not written word by word. */
export function* gather(pieces: Iterable<string>): Generator<Buffer> {
  let gathered = ''
  for (const piece of pieces) {
    gathered += piece
    if (gathered.length < pieceSize) continue
    yield Buffer.from(gathered)
    gathered = ''
  }
  yield Buffer.from(gathered)
}

/** Files up to this size are read at once: a stream costs more than what it carries. */
const smallFile = 1 << 20

/** Content that can be had at once; undefined for a long file and for pieces. Throws the system's error where a file cannot be read. */
export function atHand(content: Content): Uint8Array | undefined {
  if (typeof content === 'string') return Buffer.from(content)
  if ('pieces' in content) return undefined
  if (!('path' in content)) return content
  return content.bytes <= smallFile ? readFileSync(content.path) : undefined
}

export function toStream(content: Content): Readable {
  const whole = atHand(content)
  if (whole !== undefined) return Readable.from([whole])
  if (typeof content === 'object' && 'pieces' in content) return Readable.from(gather(content.pieces))
  return createReadStream((content as { readonly path: string }).path, { highWaterMark: smallFile })
}

/** What is written when these bytes are. Hashed in one go: an object for each hash of each file would outlive thousands of files. */
export const measured = (name: string, content: Uint8Array): WrittenFile => ({
  ...{ name, bytes: content.length, sha256: hash('sha256', content), sha512: hash('sha512', content) },
})

/** Counts and hashes what goes into a file. */
export class Meter {
  readonly #name: string
  readonly #sha256 = createHash('sha256')
  readonly #sha512 = createHash('sha512')
  #bytes = 0

  constructor(name: string) {
    this.#name = name
  }

  take(chunk: Uint8Array): void {
    this.#bytes += chunk.length
    this.#sha256.update(chunk)
    this.#sha512.update(chunk)
  }

  result(): WrittenFile {
    const [sha256, sha512] = [this.#sha256.digest('hex'), this.#sha512.digest('hex')]
    return { name: this.#name, bytes: this.#bytes, sha256, sha512 }
  }

  /** A stream that lets everything through and takes it in. */
  stream(): Transform {
    return new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        this.take(chunk)
        done(null, chunk)
      },
    })
  }
}

/** Throws `target-exists` when there is something at this place. */
export async function requireFree(target: string): Promise<void> {
  const exists = await stat(target).then(
    () => true,
    () => false,
  )
  if (exists) throw new ArchiveError('target-exists', `There is something at ${target} already.`, { path: target })
}

/** Waits until a file has reached the disk. */
export async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
