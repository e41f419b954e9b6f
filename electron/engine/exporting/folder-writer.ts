import { closeSync, createWriteStream, fsync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import {
  Meter,
  type PackageWriter,
  type WrittenFile,
  atHand,
  measured,
  requireFree,
  toStream,
} from './package-writer.ts'

const synchronise = promisify(fsync)

/** So many files are brought to the disk together, which costs little more than one: the system writes what waits in one go. */
const flushedTogether = 512

/** Brings written files to the disk while others are being written, and closes them. */
class Flusher {
  #open: number[] = []
  #flushing: Promise<void> = Promise.resolve()

  async #flush(files: readonly number[]): Promise<void> {
    try {
      await Promise.all(files.map((file) => synchronise(file)))
    } finally {
      for (const file of files) closeSync(file)
    }
  }

  /** Takes an open file that is written to its end. Waits only where the disk cannot keep up. */
  async take(file: number): Promise<void> {
    this.#open.push(file)
    if (this.#open.length < flushedTogether) return
    await this.#flushing
    this.#flushing = this.#flush(this.#open)
    // Its failure is heard where it is awaited.
    this.#flushing.catch(() => undefined)
    this.#open = []
  }

  /** Waits until everything has reached the disk. */
  async finish(): Promise<void> {
    const rest = this.#open
    this.#open = []
    try {
      await this.#flushing
    } finally {
      await this.#flush(rest)
    }
  }
}

/** Writes a package as a folder. Throws `target-exists` when there is something in its place. */
export async function openFolderWriter(target: string): Promise<PackageWriter> {
  await requireFree(target)
  const partial = `${target}.partial`
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { recursive: true })
  let total = 0
  const folders = new Set<string>()
  const flusher = new Flusher()
  const place = (name: string): string => {
    const where = path.join(partial, ...name.split('/'))
    const folder = path.dirname(where)
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true })
    folders.add(folder)
    return where
  }
  return {
    keepsOrder: false,
    async add(name, content) {
      // Read before anything is made in its place.
      const whole = atHand(content)
      const file = openSync(place(name), 'wx')
      let written: WrittenFile
      try {
        if (whole === undefined) {
          const meter = new Meter(name)
          await pipeline(toStream(content), meter.stream(), createWriteStream('', { fd: file, autoClose: false }))
          written = meter.result()
        } else {
          writeFileSync(file, whole)
          written = measured(name, whole)
        }
      } finally {
        await flusher.take(file)
      }
      total += written.bytes
      return written
    },
    async finish(check) {
      await flusher.finish()
      await check?.(partial)
      await rename(partial, target)
      return total
    },
    async abandon() {
      await flusher.finish().catch(() => undefined)
      await rm(partial, { recursive: true, force: true })
    },
  }
}
