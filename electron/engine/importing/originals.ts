import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { RefusalReason } from '../../contract/vocabulary.ts'
import { type ArchiveFolder, originalPath } from '../archive-folder.ts'

/** A private copy of a file, complete and on disk, not yet named by anything. */
export interface IncomingFile {
  readonly sha256: string
  readonly bytes: number
  readonly modifiedAt: number
  readonly temporaryPath: string
  /** The content itself, where it is small enough to be kept in memory. */
  readonly content: Uint8Array | undefined
}

/** A file that could not be copied, with a reason that is the file's or the disk's, not the program's. */
export class CopyRefusal extends Error {
  override readonly name = 'CopyRefusal'
  readonly reason: RefusalReason

  constructor(reason: RefusalReason, message: string) {
    super(message)
    this.reason = reason
  }
}

const chunkBytes = 1 << 20
/** Files up to this size travel to the reading thread in memory; larger ones by the path of their copy. */
const inMemoryBytes = 4 << 20
/** What is larger is not a document of the kinds that this archive keeps. */
export const largestFileBytes = 1 << 30

async function copyChunks(
  source: FileHandle,
  target: FileHandle,
  size: number,
  signal: AbortSignal,
): Promise<{ sha256: string; bytes: number; kept: Buffer[] }> {
  const hash = createHash('sha256')
  const kept: Buffer[] = []
  let bytes = 0
  // One byte more than the file has: a read that comes back short has met its end, and small files take one read.
  const length = Math.min(chunkBytes, size + 1)
  for (;;) {
    signal.throwIfAborted()
    const { bytesRead, buffer } = await source.read(Buffer.allocUnsafe(length), 0, length, null)
    const chunk = buffer.subarray(0, bytesRead)
    hash.update(chunk)
    if (bytesRead > 0) await target.write(chunk)
    bytes += bytesRead
    if (bytes <= inMemoryBytes) kept.push(chunk)
    else kept.length = 0
    if (bytes > largestFileBytes) throw new CopyRefusal('too-large', 'The file is larger than 1 GiB.')
    if (bytesRead === 0 || (bytesRead < length && bytes === size)) return { sha256: hash.digest('hex'), bytes, kept }
  }
}

async function openSource(sourcePath: string): Promise<FileHandle> {
  try {
    return await open(sourcePath, 'r')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') throw new CopyRefusal('vanished', 'The file is no longer there.')
    if (code === 'EACCES' || code === 'EPERM') throw new CopyRefusal('permission', 'This user may not read the file.')
    throw new CopyRefusal('unreadable', (error as Error).message)
  }
}

/**
 * Copies a file into the archive's waiting room: hashed while it is read from its source, written under `temporaryName` and
 * flushed to disk. The source is not touched. Throws `CopyRefusal` for what is wrong with the source, also when it grew or
 * changed meanwhile; errors of the archive's own disk are thrown as they are.
 */
export async function copyIn(
  folder: ArchiveFolder,
  sourcePath: string,
  temporaryName: string,
  signal: AbortSignal,
): Promise<IncomingFile> {
  const source = await openSource(sourcePath)
  const temporaryPath = path.join(folder.incoming, temporaryName)
  let target: FileHandle | undefined
  try {
    const before = await source.stat()
    if (before.size > largestFileBytes) throw new CopyRefusal('too-large', 'The file is larger than 1 GiB.')
    // Read-only from its first moment; the handle that made it may write all the same.
    target = await open(temporaryPath, 'wx', 0o444)
    const { sha256, bytes, kept } = await copyChunks(source, target, before.size, signal)
    const after = await source.stat()
    if (after.size !== bytes || after.mtimeMs !== before.mtimeMs)
      throw new CopyRefusal(
        'unreadable',
        'The file was being changed while it was read. Import it again when it is at rest.',
      )
    await target.sync()
    const content = bytes <= inMemoryBytes ? Buffer.concat(kept) : undefined
    return { sha256, bytes, modifiedAt: Math.max(0, Math.round(before.mtimeMs)), temporaryPath, content }
  } catch (error) {
    await target?.close().catch(() => undefined)
    target = undefined
    await discard(temporaryPath)
    throw toRefusal(error)
  } finally {
    await target?.close()
    await source.close()
  }
}

function toRefusal(error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === 'EISDIR') return new CopyRefusal('not-a-file', 'This is a folder.')
  if (code === 'EIO' && syscall === 'read') return new CopyRefusal('unreadable', 'The disk cannot read the file.')
  return error
}

/** Removes a copy that was not needed. */
export async function discard(temporaryPath: string): Promise<void> {
  await rm(temporaryPath, { force: true })
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open folders; there a rename is on disk when it returns.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Gives a copy its lasting name, read-only. Once this returns, name and content survive a power cut; only then may a row name
 * it. The same content arriving twice ends in the same place.
 */
export async function keep(folder: ArchiveFolder, incoming: IncomingFile, extension: string): Promise<string> {
  const target = originalPath(folder, incoming.sha256, extension)
  const parent = path.dirname(target)
  try {
    await rename(incoming.temporaryPath, target)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    await makeFolder(folder, parent)
    await rename(incoming.temporaryPath, target)
  }
  await syncFolder(parent)
  return target
}

/** Makes the two levels of folders above an original, and has their names on disk. */
async function makeFolder(folder: ArchiveFolder, parent: string): Promise<void> {
  const made = await mkdir(parent, { recursive: true })
  if (made === undefined) return
  await syncFolder(path.dirname(parent))
  if (made !== parent) await syncFolder(folder.originals)
}

/** Whether the original of a file is in its place with the right size. */
export async function isKept(
  folder: ArchiveFolder,
  sha256: string,
  extension: string,
  bytes: number,
): Promise<boolean> {
  try {
    return (await stat(originalPath(folder, sha256, extension))).size === bytes
  } catch {
    return false
  }
}
