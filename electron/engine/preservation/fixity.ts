import { createHash } from 'node:crypto'
import { readPieces } from '../read-pieces.ts'

/** Digests of a file's content, in lower-case hexadecimal, and its length. Reads it once, in flat memory. */
export async function digestFile<A extends 'sha256' | 'sha512'>(
  filePath: string,
  algorithms: readonly A[],
  signal?: AbortSignal,
): Promise<{ readonly digests: Readonly<Record<A, string>>; readonly bytes: number }> {
  const hashes = algorithms.map((algorithm) => [algorithm, createHash(algorithm)] as const)
  let bytes = 0
  for await (const piece of readPieces(filePath)) {
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
