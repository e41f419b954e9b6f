import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { ReadDb } from '../database/connection.ts'
import { copyCatalogue, removeCopies } from '../database/copy-catalogue.ts'
import { backupsToRemove } from './backups.rules.ts'

/** A name after every other of the same second: one that was freed belongs to an older copy. */
function nextName(folder: string, at: Date): string {
  const stamp = at.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15)
  const begin = `catalogue-${stamp}`
  const counts = readdirSync(folder)
    .filter((name) => name.startsWith(begin) && name.endsWith('.sqlite'))
    .map((name) => Number(/-(?<count>\d+)\.sqlite$/.exec(name.slice(begin.length))?.groups?.['count'] ?? 1))
  return counts.length === 0 ? `${begin}.sqlite` : `${begin}-${Math.max(...counts) + 1}.sqlite`
}

/**
 * Copies the catalogue into `folder`; the copy is checked before it has its name, and only then older ones go: the newest ten stay,
 * and of older ones the newest of each of eight weeks and of each of twelve months. Runs beside readers and a writer; the copy is
 * the state of one moment.
 */
export function backUpCatalogue(db: ReadDb, folder: string, at: Date): { path: string; bytes: number } {
  mkdirSync(folder, { recursive: true })
  // What a killed program left unfinished.
  for (const name of readdirSync(folder))
    if (name.endsWith('.partial')) rmSync(path.join(folder, name), { force: true })
  const target = path.join(folder, nextName(folder, at))
  copyCatalogue(db, target)
  removeCopies(folder, backupsToRemove(readdirSync(folder)))
  return { path: target, bytes: statSync(target).size }
}
