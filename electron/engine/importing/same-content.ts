import { existsSync, readdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { type ArchiveFolder, originalPath } from '../archive-folder.ts'
import type { StoredRow } from './commit-batch.ts'
import type { FileEnd, LedgerRow } from './ledger.store.ts'

/** Whether the original of a file is in its place with the right size. */
export function isKept(folder: ArchiveFolder, sha256: string, extension: string, bytes: number): boolean {
  try {
    return statSync(originalPath(folder, sha256, extension)).size === bytes
  } catch {
    return false
  }
}

/**
 * Takes a copy back into the waiting room that had been given its lasting name when the program ended, before a row named it: its
 * source may be gone by now. Answers whether there was one.
 */
export function takeBack(folder: ArchiveFolder, row: StoredRow): boolean {
  const parent = path.dirname(originalPath(folder, row.sha256, ''))
  const names = existsSync(parent) ? readdirSync(parent) : []
  const name = names.find((each) => each.startsWith(`${row.sha256}.`))
  if (name === undefined || statSync(path.join(parent, name)).size !== row.bytes) return false
  renameSync(path.join(parent, name), path.join(folder.incoming, row.incoming))
  return true
}

/**
 * Contents that are on their way into the archive. The first file with a content is read; later ones wait for what becomes of it.
 * Files are asked about in the order of the ledger, so that it does not depend on threads which one is the first.
 */
export class ContentsUnderWay {
  readonly #followers = new Map<string, LedgerRow[]>()

  /** Whether this file is the first with its content; otherwise it waits for the first one's end. */
  claim(row: LedgerRow, sha256: string): boolean {
    const others = this.#followers.get(sha256)
    if (others === undefined) this.#followers.set(sha256, [])
    else others.push(row)
    return others === undefined
  }

  /** The first file with a content has come to its end; answers who waited for it, each with the end that follows. */
  settle(first: StoredRow, end: FileEnd): { readonly row: LedgerRow; readonly end: FileEnd }[] {
    const followers = this.#followers.get(first.sha256) ?? []
    this.#followers.delete(first.sha256)
    const own: FileEnd = end.document === null ? end : { ...end, state: 'duplicate' }
    return followers.map((row) => ({ row, end: own }))
  }
}
