import { mkdirSync, readdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import type { WriteContext } from '../context.ts'
import { statement } from '../database/statement.ts'
import { isSidecarName } from './sidecar-path.ts'

/**
 * Moves sidecars of documents that the catalogue does not have into a folder, which is made where there are any: the next rebuild
 * would mix what they tell with what the catalogue has had since.
 */
export function setSidecarsAside({ db, folder }: Pick<WriteContext, 'db' | 'folder'>, to: string): void {
  const isKnown = statement<[string], 1>(db, 'SELECT 1 FROM document WHERE id = ?').pluck()
  for (const entry of readdirSync(folder.originals, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !isSidecarName(entry.name) || isKnown.get(entry.name.split('.')[1] ?? '') === 1) continue
    mkdirSync(to, { recursive: true })
    renameSync(path.join(entry.parentPath, entry.name), path.join(to, entry.name))
  }
}
