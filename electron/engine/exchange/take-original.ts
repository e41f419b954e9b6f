import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'

/**
 * Copies a file of a package into the waiting room: hashed while it is read, read-only, on disk when this returns. Answers its
 * SHA-256 and its length. Leaves nothing behind when it fails.
 */
export async function takeOriginal(
  content: Readable,
  to: string,
  signal: AbortSignal,
): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  const target = await open(to, 'wx', 0o444)
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      signal.throwIfAborted()
      hash.update(chunk)
      for (let at = 0; at < chunk.length;) at += (await target.write(chunk, at)).bytesWritten
      bytes += chunk.length
    }
    await target.sync()
  } catch (error) {
    await target.close()
    await rm(to, { force: true })
    throw error
  }
  await target.close()
  return { sha256: hash.digest('hex'), bytes }
}
