import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { ArchiveError } from '../../contract/errors.ts'
import type { ReadDb } from '../database/connection.ts'

/** As many copies are kept as were asked for by hand or by day; older ones go. */
const keptBackups = 10
const namePattern = /^catalogue-\d{8}-\d{6}(?:-\d+)?\.sqlite$/

function checkCopy(copy: string): void {
  const db = new Database(copy, { readonly: true })
  try {
    const result = db.pragma('integrity_check', { simple: true })
    if (result !== 'ok')
      throw new ArchiveError('archive-damaged', `The copy is not sound: ${String(result)}`, { path: copy })
  } finally {
    db.close()
  }
}

function freeName(folder: string, at: Date): string {
  const stamp = at.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15)
  for (let count = 1; ; count++) {
    const name = path.join(folder, count === 1 ? `catalogue-${stamp}.sqlite` : `catalogue-${stamp}-${count}.sqlite`)
    if (!existsSync(name)) return name
  }
}

/**
 * Copies the catalogue into `folder`, checks the copy, and only then gives it its name and lets the oldest copies go. Runs
 * beside readers and a writer; the copy is the state of one moment.
 */
export function backUpCatalogue(db: ReadDb, folder: string, at: Date): { path: string; bytes: number } {
  mkdirSync(folder, { recursive: true })
  const target = freeName(folder, at)
  const partial = `${target}.partial`
  rmSync(partial, { force: true })
  try {
    db.prepare('VACUUM INTO ?').run(partial)
    checkCopy(partial)
    renameSync(partial, target)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
  const old = readdirSync(folder)
    .filter((name) => namePattern.test(name))
    .sort()
    .slice(0, -keptBackups)
  for (const name of old) rmSync(path.join(folder, name))
  return { path: target, bytes: statSync(target).size }
}
