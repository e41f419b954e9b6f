import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, readSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { ArchiveError } from '../../contract/errors.ts'
import type { ReadDb } from './connection.ts'
import { flush, writeDurably } from './durable-file.ts'

/** Beside copies of a catalogue: the SHA-256 of each, as `sha256sum -c` reads it. */
export const sumsName = 'SHA256SUMS'

/** Throws `archive-damaged` unless a catalogue's structure is sound. */
export function checkStructure(catalogue: string): void {
  const db = new Database(catalogue, { readonly: true })
  try {
    const result = db.pragma('integrity_check', { simple: true })
    if (result !== 'ok')
      throw new ArchiveError('archive-damaged', `The copy is not sound: ${String(result)}`, { path: catalogue })
  } finally {
    db.close()
  }
}

/** The SHA-256 of a file, read in flat memory. */
export function digestSync(file: string): string {
  const hash = createHash('sha256')
  const handle = openSync(file, 'r')
  try {
    const buffer = Buffer.allocUnsafe(1 << 20)
    for (;;) {
      const read = readSync(handle, buffer, 0, buffer.length, null)
      if (read === 0) return hash.digest('hex')
      hash.update(buffer.subarray(0, read))
    }
  } finally {
    closeSync(handle)
  }
}

const sumPattern = /^(?<digest>[0-9a-f]{64}) {2}(?<name>[^/\\]+)$/

/** Whether every line of a folder's sums can be read. */
export function areSumsWhole(folder: string): boolean {
  const file = path.join(folder, sumsName)
  if (!existsSync(file)) return true
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.pop() === '' && lines.every((line) => sumPattern.test(line))
}

/** The copies of a folder whose SHA-256 is stated, by name. */
export function statedSums(folder: string): Map<string, string> {
  const file = path.join(folder, sumsName)
  if (!existsSync(file)) return new Map()
  const lines = readFileSync(file, 'utf8').split('\n')
  return new Map(
    lines.flatMap((line) => {
      const groups = sumPattern.exec(line)?.groups
      return groups === undefined ? [] : [[groups['name'] ?? '', groups['digest'] ?? ''] as const]
    }),
  )
}

/** States the SHA-256 of copies anew; what is no longer there is not stated any more. */
function writeSums(folder: string, sums: ReadonlyMap<string, string>): void {
  const lines = [...sums].filter(([name]) => existsSync(path.join(folder, name))).sort(([a], [b]) => (a < b ? -1 : 1))
  writeDurably(path.join(folder, sumsName), lines.map(([name, digest]) => `${digest}  ${name}\n`).join(''))
}

/**
 * Copies a catalogue as it is at one moment, beside readers and a writer. The copy is checked, on disk and its SHA-256 stated
 * before it has its name; a copy that was not finished never has one. Throws `archive-damaged` when the copy is not sound.
 */
export function copyCatalogue(db: ReadDb, target: string): void {
  const partial = `${target}.partial`
  rmSync(partial, { force: true })
  try {
    db.prepare('VACUUM INTO ?').run(partial)
    checkStructure(partial)
    flush(partial)
    const [folder, name] = [path.dirname(target), path.basename(target)]
    const digest = digestSync(partial)
    renameSync(partial, target)
    writeSums(folder, statedSums(folder).set(name, digest))
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

/** Removes copies by their names, and what was stated of them. */
export function removeCopies(folder: string, names: readonly string[]): void {
  if (names.length === 0) return
  for (const name of names) rmSync(path.join(folder, name), { force: true })
  writeSums(folder, statedSums(folder))
}
