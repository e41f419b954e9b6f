import { createHash } from 'node:crypto'
import type { VerifyProblem } from '../../contract/schemas.ts'
import type { BagSource } from './bag-source.ts'
import { type ManifestLine, namesOfLine } from './bag-tag-files.ts'

const largestTagFile = 512 << 20

/** Names that differ only in Unicode form are the same file for a reader: file systems change the form behind our backs. */
export const composed = (name: string): string => name.normalize('NFC')

/** One check of one bag: what was found so far, and every digest read so far, so that no file is read more often than it must be. */
export class BagCheck {
  readonly problems: VerifyProblem[] = []
  readonly warnings: VerifyProblem[] = []
  /** The version that `bagit.txt` declares, as a number; rules became stricter with 1.0. */
  version = 1
  #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  #encoding = 'UTF-8'
  readonly #source: BagSource
  readonly #signal: AbortSignal
  readonly #names: ReadonlySet<string>
  readonly #nameInComposedForm: ReadonlyMap<string, string>
  readonly #digests = new Map<string, Map<string, string>>()
  readonly #sizes = new Map<string, number>()

  constructor(source: BagSource, signal: AbortSignal) {
    this.#source = source
    this.#signal = signal
    this.#names = new Set(source.names)
    this.#nameInComposedForm = new Map(source.names.map((name) => [composed(name), name]))
  }

  problem(code: string, subject: string, message: string): void {
    this.problems.push({ code, subject, message })
  }

  warn(code: string, subject: string, message: string): void {
    this.warnings.push({ code, subject, message })
  }

  /** The file of that name, or of the same name in another Unicode form. */
  find(name: string): string | undefined {
    return this.#names.has(name) ? name : this.#nameInComposedForm.get(composed(name))
  }

  /** Reads tag files in this encoding from now on. Says whether it is known. */
  useEncoding(encoding: string): boolean {
    try {
      this.#decoder = new TextDecoder(encoding, { fatal: true })
      this.#encoding = encoding
      return true
    } catch {
      return false
    }
  }

  /** A tag file's text; undefined, and a problem, when it is not in the encoding that the bag declares. */
  async readText(name: string): Promise<string | undefined> {
    const chunks: Buffer[] = []
    let bytes = 0
    for await (const chunk of (await this.#source.open(name)) as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > largestTagFile) {
        this.problem('tag-file-size', name, 'The file is too large to be a tag file.')
        return undefined
      }
      chunks.push(chunk)
    }
    try {
      return this.#decoder.decode(Buffer.concat(chunks))
    } catch {
      this.problem('tag-file-encoding', name, `The file is not ${this.#encoding}.`)
      return undefined
    }
  }

  /** Reads a file once and remembers every digest that any manifest wants of it. */
  async #digest(name: string, wanted: readonly string[]): Promise<Map<string, string>> {
    const known = this.#digests.get(name)
    if (known !== undefined && wanted.every((algorithm) => known.has(algorithm))) return known
    const hashes = wanted.map((algorithm) => [algorithm, createHash(algorithm)] as const)
    let bytes = 0
    for await (const chunk of (await this.#source.open(name)) as AsyncIterable<Buffer>) {
      this.#signal.throwIfAborted()
      bytes += chunk.length
      for (const [, hash] of hashes) hash.update(chunk)
    }
    this.#sizes.set(name, bytes)
    const digests = new Map([
      ...(known ?? []),
      ...hashes.map(([algorithm, hash]) => [algorithm, hash.digest('hex')] as const),
    ])
    this.#digests.set(name, digests)
    return digests
  }

  /** Bytes of the named files together, as far as they were read; of all files without names. */
  bytesOf(names: Iterable<string> = this.#sizes.keys()): number {
    let sum = 0
    for (const name of names) sum += this.#sizes.get(name) ?? 0
    return sum
  }

  /** Compares one line of a manifest with the file that it names. */
  async checkLine(line: ManifestLine, algorithm: string, wanted: readonly string[]): Promise<void> {
    const name = this.findLine(line)
    if (name === undefined) {
      this.problem('file-missing', line.name, 'A manifest names this file, and it is not there.')
      return
    }
    if (!namesOfLine(line).includes(name))
      this.warn('name-form', line.name, 'The file is there under the same name in another Unicode form.')
    try {
      const digests = await this.#digest(name, wanted)
      if (digests.get(algorithm) !== line.digest.toLowerCase())
        this.problem('file-changed', line.name, `Its ${algorithm} is not that of the manifest.`)
    } catch (error) {
      this.#signal.throwIfAborted()
      this.problem('file-unreadable', line.name, (error as Error).message)
    }
  }

  /** The file that a line names: decoded as 1.0 has it, or as it is written, as earlier versions have it. */
  findLine(line: ManifestLine): string | undefined {
    for (const name of namesOfLine(line)) {
      const found = this.find(name)
      if (found !== undefined) return found
    }
    return undefined
  }
}
