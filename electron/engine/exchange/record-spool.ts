import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { StringDecoder } from 'node:string_decoder'

const pieceBytes = 1 << 20

/** Lines that are gathered while other files of a package are written, in a private file: their number must not show in the memory. */
export class RecordSpool {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'chancery-records-'))
  readonly #file = openSync(path.join(this.#folder, 'records'), 'wx+', 0o600)
  #waiting: string[] = []
  #length = 0

  add(line: string): void {
    this.#waiting.push(line)
    this.#length += line.length
    if (this.#length >= pieceBytes) this.#flush()
  }

  #flush(): void {
    const bytes = Buffer.from(this.#waiting.join(''))
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at)
    this.#waiting = []
    this.#length = 0
  }

  /** Everything that was added, in order. */
  *pieces(): Generator<string> {
    this.#flush()
    const decoder = new StringDecoder('utf8')
    const buffer = Buffer.allocUnsafe(pieceBytes)
    for (let at = 0; ;) {
      const read = readSync(this.#file, buffer, 0, buffer.length, at)
      if (read === 0) break
      at += read
      yield decoder.write(buffer.subarray(0, read))
    }
    yield decoder.end()
  }

  /** Removes the private file. */
  close(): void {
    closeSync(this.#file)
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
