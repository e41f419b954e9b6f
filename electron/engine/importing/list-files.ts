import type { WriteDb } from '../database/connection.ts'
import { inTransaction } from '../database/statement.ts'
import { endOf } from './commit-batch.ts'
import { foundRow, highestOrdinal, insertLedgerRow, listedPaths } from './ledger.store.ts'
import { type Found, walk } from './walk.ts'

export interface Listing {
  readonly db: WriteDb
  readonly importNumber: number
  readonly paths: readonly string[]
  readonly archiveRoot: string
  /** Packages, which are not read as files. */
  readonly packages: ReadonlySet<string>
  readonly signal: AbortSignal
  /** Called in the transaction that writes what was found; `ended` of the files found came to their end with it. */
  readonly onListed: (found: readonly Found[]) => void
}

const batchSize = 500
/** So soon after the first file of a batch it is written, however small it is, so that work on it can begin. */
const patienceMs = 50

function write(listing: Listing, batch: readonly Found[], firstOrdinal: number): void {
  const { db, importNumber } = listing
  inTransaction(db, () => {
    batch.forEach((found, at) => {
      const end = found.kind === 'refused' ? endOf(found.reason, found.detail) : {}
      insertLedgerRow(db, importNumber, firstOrdinal + at, { ...foundRow, path: found.path, ...end })
    })
    listing.onListed(batch)
  })
}

/**
 * Writes a row for every file at or below the paths of an import, in the order of the walk. What an earlier attempt had found
 * is not found twice. Throws the signal's reason when it is aborted.
 */
export async function listFiles(listing: Listing): Promise<void> {
  const { db, importNumber, paths, archiveRoot, packages, signal } = listing
  let ordinal = highestOrdinal(db, importNumber)
  const known = ordinal === 0 ? new Set<string>() : listedPaths(db, importNumber)
  let batch: Found[] = []
  let since = performance.now()
  const flush = (): void => {
    if (batch.length > 0) write(listing, batch, ordinal + 1)
    ordinal += batch.length
    batch = []
  }
  for await (const found of walk(paths, archiveRoot, packages)) {
    signal.throwIfAborted()
    if (known.has(found.path)) continue
    if (batch.length === 0) since = performance.now()
    batch.push(found)
    if (batch.length >= batchSize || performance.now() - since > patienceMs) flush()
  }
  signal.throwIfAborted()
  flush()
}
