import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** Digests of a file's content, in lower-case hexadecimal, and its length. Reads it once, in flat memory. */
export async function digestFile<A extends 'sha256' | 'sha512'>(
  filePath: string,
  algorithms: readonly A[],
  signal?: AbortSignal,
): Promise<{ readonly digests: Readonly<Record<A, string>>; readonly bytes: number }> {
  const hashes = algorithms.map((algorithm) => [algorithm, createHash(algorithm)] as const)
  let bytes = 0
  await pipeline(createReadStream(filePath, { highWaterMark: 1 << 20 }), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      signal?.throwIfAborted()
      bytes += chunk.length
      for (const [, hash] of hashes) hash.update(chunk)
    }
  })
  const digests = Object.fromEntries(hashes.map(([algorithm, hash]) => [algorithm, hash.digest('hex')])) as Record<
    A,
    string
  >
  return { digests, bytes }
}
