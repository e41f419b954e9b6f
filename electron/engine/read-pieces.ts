import { closeSync, openSync, readSync } from 'node:fs'

const pieceBytes = 1 << 20

/**
 * The pieces of a file one after another, read without a stream: for thousands of small files a stream costs more than what it
 * carries. Each piece is good until the next is asked for. Of a long file, others have their turn between two pieces. Throws the
 * system's error where the file cannot be opened or read.
 */
export async function* readPieces(file: string): AsyncGenerator<Uint8Array> {
  const handle = openSync(file, 'r')
  try {
    const buffer = Buffer.allocUnsafe(pieceBytes)
    for (;;) {
      const read = readSync(handle, buffer, 0, pieceBytes, null)
      if (read === 0) return
      yield buffer.subarray(0, read)
      if (read === pieceBytes) await new Promise((resolve) => setImmediate(resolve))
    }
  } finally {
    closeSync(handle)
  }
}
