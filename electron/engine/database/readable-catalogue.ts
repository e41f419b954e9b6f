import { accessSync, constants, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type ReadDb, openForReading } from './connection.ts'

/** Whether anything can be written in a folder: not on a DVD, nor on a share that is for reading only. */
export function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

export interface ReadableCatalogue {
  readonly db: ReadDb
  /** Where the catalogue that is read lies. */
  readonly path: string
  readonly close: () => void
}

/**
 * Opens the catalogue of an archive for reading, wherever it lies. SQLite keeps notes beside a catalogue in WAL mode even while it
 * only reads; where nothing can be written, a private copy is read, which goes when it is closed. Throws as `openForReading`.
 */
export function openToRead({
  root,
  catalogue,
}: {
  readonly root: string
  readonly catalogue: string
}): ReadableCatalogue {
  if (isWritable(root)) {
    const db = openForReading(catalogue)
    return { db, path: catalogue, close: () => void db.close() }
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'chancery-read-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    const copy = path.join(folder, path.basename(catalogue))
    // What a writer that was killed had not brought into the catalogue itself lies beside it.
    for (const end of ['', '-wal']) if (existsSync(catalogue + end)) copyFileSync(catalogue + end, copy + end)
    const db = openForReading(copy)
    const close = (): void => {
      db.close()
      remove()
    }
    return { db, path: copy, close }
  } catch (error) {
    remove()
    throw error
  }
}
