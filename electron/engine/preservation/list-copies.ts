import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { CatalogueCopy } from '../../contract/schemas.ts'

/** Copies of a catalogue in a folder, the newest first. */
export function listCopies(folder: string): CatalogueCopy[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sqlite'))
    .map((name) => {
      const { mtimeMs, size } = statSync(path.join(folder, name))
      return { name, at: Math.round(mtimeMs), bytes: size }
    })
    .sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1))
}
