import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import { ArchiveError } from '../../contract/errors.ts'

/** What was written under one name of a package. */
export interface WrittenFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly sha512: string
}

/** Content of a file in a package: text or bytes at hand, a file to be read, or text that comes in pieces. */
export type Content = string | Uint8Array | { readonly path: string } | { readonly pieces: Iterable<string> }

/** A package being written, under a temporary name until `finish`. Files are hashed as they are written. */
export interface PackageWriter {
  add(name: string, content: Content): Promise<WrittenFile>
  /** Gives the package its lasting name. Answers its size in bytes. */
  finish(): Promise<number>
  /** Removes what was written. */
  abandon(): Promise<void>
}

const pieceSize = 1 << 16

/** Small pieces of text together, so that a package of many documents is not written word by word. */
function* gather(pieces: Iterable<string>): Generator<Buffer> {
  let gathered = ''
  for (const piece of pieces) {
    gathered += piece
    if (gathered.length < pieceSize) continue
    yield Buffer.from(gathered)
    gathered = ''
  }
  yield Buffer.from(gathered)
}

function toStream(content: Content): Readable {
  if (typeof content === 'string') return Readable.from([Buffer.from(content)])
  if ('pieces' in content) return Readable.from(gather(content.pieces))
  return 'path' in content ? createReadStream(content.path, { highWaterMark: 1 << 20 }) : Readable.from([content])
}

function createMeter(name: string): { readonly meter: Transform; readonly result: () => WrittenFile } {
  const sha256 = createHash('sha256')
  const sha512 = createHash('sha512')
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      sha256.update(chunk)
      sha512.update(chunk)
      done(null, chunk)
    },
  })
  return { meter, result: () => ({ name, bytes, sha256: sha256.digest('hex'), sha512: sha512.digest('hex') }) }
}

async function requireFree(target: string): Promise<void> {
  const exists = await stat(target).then(
    () => true,
    () => false,
  )
  if (exists) throw new ArchiveError('target-exists', `There is something at ${target} already.`, { path: target })
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const flushedAtOnce = 16

/** Makes sure that files have reached the disk. Together they cost little more than one: the system writes what waits in one go. */
async function flushAll(files: readonly string[]): Promise<void> {
  const waiting = files.values()
  const flushOneByOne = async (): Promise<void> => {
    for (const file of waiting) await flush(file)
  }
  await Promise.all(Array.from({ length: flushedAtOnce }, flushOneByOne))
}

/** Writes a package as a folder. Throws `target-exists` when there is something in its place. */
export async function openFolderWriter(target: string): Promise<PackageWriter> {
  await requireFree(target)
  const partial = `${target}.partial`
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { recursive: true })
  let total = 0
  const files: string[] = []
  return {
    async add(name, content) {
      const where = path.join(partial, ...name.split('/'))
      await mkdir(path.dirname(where), { recursive: true })
      const { meter, result } = createMeter(name)
      await pipeline(toStream(content), meter, createWriteStream(where, { flags: 'wx' }))
      files.push(where)
      const written = result()
      total += written.bytes
      return written
    },
    async finish() {
      await flushAll(files)
      await rename(partial, target)
      return total
    },
    abandon: () => rm(partial, { recursive: true, force: true }),
  }
}

/**
 * Writes a package as a zip file whose entries lie in one folder, named like the file. Entries carry `date`, so that the same
 * content gives the same bytes. Throws `target-exists`.
 */
export async function openZipWriter(target: string, date: Date): Promise<PackageWriter> {
  await requireFree(target)
  const partial = `${target}.partial`
  await rm(partial, { force: true })
  await mkdir(path.dirname(target), { recursive: true })
  const zip = new yazl.ZipFile()
  const root = path.basename(target).replace(/\.zip$/i, '')
  const output = createWriteStream(partial, { flags: 'wx' })
  const written = pipeline(zip.outputStream as unknown as Readable, output)
  // A failure shows itself where the next entry is awaited, or at the end.
  written.catch(() => undefined)
  return {
    add(name, content) {
      const { meter, result } = createMeter(name)
      const stream = pipeline(toStream(content), meter)
      stream.catch((error: unknown) => meter.destroy(error as Error))
      zip.addReadStream(meter, `${root}/${name}`, { mtime: date, mode: 0o100644, compress: true })
      const ended = new Promise<void>((resolve, reject) => {
        meter.once('end', resolve)
        meter.once('error', reject)
      })
      return Promise.race([ended, written.then(() => undefined)]).then(result)
    },
    async finish() {
      zip.end()
      await written
      await flush(partial)
      await rename(partial, target)
      return (await stat(target)).size
    },
    async abandon() {
      output.destroy()
      await written.catch(() => undefined)
      await rm(partial, { force: true })
    },
  }
}
