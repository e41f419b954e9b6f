import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

const pieceBytes = 1 << 20

/** The pieces of a file one after another; each is good until the next is asked for. Others have their turn between two of them. */
async function* piecesOf(filePath: string): AsyncGenerator<Uint8Array> {
  const file = openSync(filePath, 'r')
  try {
    const buffer = Buffer.allocUnsafe(pieceBytes)
    for (;;) {
      // A stream for each of thousands of small files costs more than reading them.
      const read = readSync(file, buffer, 0, pieceBytes, null)
      if (read === 0) return
      yield buffer.subarray(0, read)
      if (read === pieceBytes) await new Promise((resolve) => setImmediate(resolve))
    }
  } finally {
    closeSync(file)
  }
}

/** Digests of a file's content, in lower-case hexadecimal, and its length. Reads it once, in flat memory. */
export async function digestFile<A extends 'sha256' | 'sha512'>(
  filePath: string,
  algorithms: readonly A[],
  signal?: AbortSignal,
): Promise<{ readonly digests: Readonly<Record<A, string>>; readonly bytes: number }> {
  const hashes = algorithms.map((algorithm) => [algorithm, createHash(algorithm)] as const)
  let bytes = 0
  for await (const piece of piecesOf(filePath)) {
    signal?.throwIfAborted()
    bytes += piece.length
    for (const [, hash] of hashes) hash.update(piece)
  }
  const digests = Object.fromEntries(hashes.map(([algorithm, hash]) => [algorithm, hash.digest('hex')])) as Record<
    A,
    string
  >
  return { digests, bytes }
}
