import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import { Meter, type PackageWriter, flush, requireFree, toStream } from './package-writer.ts'

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
    keepsOrder: true,
    add(name, content) {
      const meter = new Meter(name)
      const metered = meter.stream()
      const stream = pipeline(toStream(content), metered)
      stream.catch((error: unknown) => metered.destroy(error as Error))
      zip.addReadStream(metered, `${root}/${name}`, { mtime: date, mode: 0o100644, compress: true })
      const ended = new Promise<void>((resolve, reject) => {
        metered.once('end', resolve)
        metered.once('error', reject)
      })
      return Promise.race([ended, written.then(() => undefined)]).then(() => meter.result())
    },
    async finish(check) {
      zip.end()
      await written
      await flush(partial)
      await check?.(partial)
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
