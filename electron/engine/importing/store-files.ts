import { type Hash, createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type { RefusalReason } from '../../contract/vocabulary.ts'
import { reasonOfSource } from './source-reasons.ts'
import type { FileToStore, Move, StoredContent, StoringOutcome } from '../ports.ts'

const flushed = promisify(fsync)

const chunkBytes = 1 << 20
/** What is larger is not a document of the kinds that this archive keeps. */
export const largestFileBytes = 1 << 30
const mostUnflushed = 64
/** Copies up to this size are flushed together with the others of their batch, which costs the disk far less. */
const flushedTogetherBytes = 4 << 20

/** What is wrong with the source. Errors of the archive's own disk are thrown as the system gives them. */
class SourceFault extends Error {
  readonly reason: RefusalReason

  constructor(reason: RefusalReason, message: string) {
    super(message)
    this.reason = reason
  }
}

/** Runs what touches the source alone, so that its faults are told from those of the archive's disk. */
function atSource<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new SourceFault(reasonOfSource(error), (error as Error).message)
  }
}

const tooLarge = (): SourceFault => new SourceFault('too-large', 'The file is larger than 1 GiB.')
const changed = (): SourceFault =>
  new SourceFault('unreadable', 'The file was being changed while it was read. Import it again when it is at rest.')

/** Writes all of a chunk: a system may write less than it was given, on a full disk for one. */
function writeAll(target: number, chunk: Uint8Array): void {
  for (let at = 0; at < chunk.length;) at += writeSync(target, chunk, at)
}

/** Reads a source to its end, a chunk at a time. Throws when it is not what it was when it was opened. */
function readToEnd(source: number, cancelled: () => boolean, onChunk: (chunk: Buffer) => unknown): number {
  const before = atSource(() => fstatSync(source))
  let bytes = 0
  const length = Math.min(chunkBytes, before.size + 1)
  for (;;) {
    if (cancelled()) throw new DOMException('The import was cancelled.', 'AbortError')
    const buffer = Buffer.allocUnsafe(length)
    const read = atSource(() => readSync(source, buffer, 0, length, bytes))
    if (read === 0) break
    bytes += read
    if (bytes > largestFileBytes) throw tooLarge()
    onChunk(buffer.subarray(0, read))
    if (read < length && bytes === before.size) break
  }
  const after = atSource(() => fstatSync(source))
  if (after.size !== bytes || after.mtimeMs !== before.mtimeMs) throw changed()
  return bytes
}

/** Windows has no such flag, and no pipes among its files. */
const notWaiting = (constants as { readonly O_NONBLOCK?: number }).O_NONBLOCK ?? 0

/** Opens a source without waiting: a pipe that took a file's place would keep everything waiting otherwise. */
function openSource(where: string): { source: number; size: number; modifiedAt: number } {
  const source = atSource(() => openSync(where, constants.O_RDONLY | notWaiting))
  try {
    const status = atSource(() => fstatSync(source))
    if (!status.isFile()) throw new SourceFault('not-a-file', 'A folder, device, pipe or socket.')
    if (status.size > largestFileBytes) throw tooLarge()
    return { source, size: status.size, modifiedAt: Math.max(0, Math.round(status.mtimeMs)) }
  } catch (error) {
    closeSync(source)
    throw error
  }
}

/** Whether a source still holds what the archive has of it. */
function isAsExpected(source: number, expected: string, cancelled: () => boolean): boolean {
  const hash = createHash('sha256')
  readToEnd(source, cancelled, (chunk) => hash.update(chunk))
  return hash.digest('hex') === expected
}

interface Copy {
  readonly content: StoredContent
  /** The open copy, not flushed yet; undefined where nothing was copied. */
  readonly target: number | undefined
}

function copy(source: number, file: FileToStore, modifiedAt: number, cancelled: () => boolean): Copy {
  // Read-only from its first moment; the handle that made it may write all the same.
  const target = openSync(file.temporaryPath, 'wx', 0o444)
  try {
    const hash: Hash = createHash('sha256')
    const bytes = readToEnd(source, cancelled, (chunk) => {
      hash.update(chunk)
      writeAll(target, chunk)
    })
    return { content: { isNew: true, sha256: hash.digest('hex'), bytes, modifiedAt }, target }
  } catch (error) {
    closeSync(target)
    rmSync(file.temporaryPath, { force: true })
    throw error
  }
}

function storeOne(file: FileToStore, cancelled: () => boolean): Copy {
  const { source, size, modifiedAt } = openSource(file.path)
  try {
    const { expected } = file
    if (expected !== undefined && isAsExpected(source, expected, cancelled))
      return { content: { isNew: false, sha256: expected, bytes: size, modifiedAt }, target: undefined }
    return copy(source, file, modifiedAt, cancelled)
  } finally {
    closeSync(source)
  }
}

/** Flushes and closes handles all at once: the disk then commits them together, which takes it half the time. */
async function flushAll(handles: readonly number[]): Promise<void> {
  try {
    const results = await Promise.allSettled(handles.map((handle) => flushed(handle)))
    for (const result of results) if (result.status === 'rejected') throw result.reason
  } finally {
    for (const handle of handles) closeSync(handle)
  }
}

/** What is wrong with a source is its outcome. */
function storeUnlessFaulty(
  file: FileToStore,
  cancelled: () => boolean,
): { outcome: StoringOutcome; target: number | undefined } {
  try {
    const { content, target } = storeOne(file, cancelled)
    return { outcome: { ok: true, ...content }, target }
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error
    return { outcome: { ok: false, reason: error.reason, detail: error.message }, target: undefined }
  }
}

/**
 * Copies files into the waiting room: each is hashed while it is read from its source, written under its temporary name and on
 * disk when this returns. Sources are not touched. One that still is what the archive has of it (`expected`) is read and not
 * copied. What is wrong with a source is its outcome; faults of the archive's own disk are thrown, and then nothing of the batch is
 * left behind. `cancelled` is asked between chunks; when it says so an `AbortError` is thrown.
 */
export async function storeFiles(files: readonly FileToStore[], cancelled: () => boolean): Promise<StoringOutcome[]> {
  const open: number[] = []
  try {
    const outcomes: StoringOutcome[] = []
    for (const file of files) {
      const { outcome, target } = storeUnlessFaulty(file, cancelled)
      outcomes.push(outcome)
      if (target === undefined) continue
      if (outcome.ok && outcome.bytes > flushedTogetherBytes) await flushAll([target])
      else open.push(target)
    }
    await flushAll(open.splice(0))
    return outcomes
  } catch (error) {
    for (const target of open) closeSync(target)
    for (const file of files) rmSync(file.temporaryPath, { force: true })
    throw error
  }
}

/** Writes bytes that came out of a container as files of their own, flushed many at a time. */
export class BytesStore {
  readonly #open: number[] = []

  /** Writes a new file; it is on disk once `flush` was called. Answers what it holds. */
  async add(temporaryPath: string, bytes: Uint8Array): Promise<{ sha256: string; bytes: number }> {
    const target = openSync(temporaryPath, 'wx', 0o444)
    this.#open.push(target)
    writeAll(target, bytes)
    if (this.#open.length >= mostUnflushed) await this.flush()
    return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }
  }

  async flush(): Promise<void> {
    await flushAll(this.#open.splice(0))
  }
}

/** Moves one copy to its place, making the folder where it is missing; answers the folders whose names changed. */
function moveOne({ from, to }: Move): string[] {
  const parent = path.dirname(to)
  try {
    renameSync(from, to)
    return [parent]
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const made = mkdirSync(parent, { recursive: true })
  if (made === undefined && !existsSync(from) && existsSync(to)) return [parent]
  renameSync(from, to)
  return made === undefined ? [parent] : [parent, path.dirname(parent), path.dirname(made)]
}

/**
 * Gives copies their lasting names. Once this returns, names and contents survive a power cut; only then may a row name them.
 * What was moved before, by a program that ended just then, stays moved.
 */
export async function moveFiles(moves: readonly Move[]): Promise<void> {
  const touched = new Set(moves.flatMap(moveOne))
  // Windows cannot open folders; there a rename is on disk when it returns.
  if (process.platform !== 'win32') await flushAll([...touched].map((folder) => openSync(folder, 'r')))
}

/** Removes copies that were not needed; what is gone already is no fault. */
export function removeFiles(paths: readonly string[]): void {
  for (const each of paths) rmSync(each, { force: true })
}
