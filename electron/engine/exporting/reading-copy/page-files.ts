import { statSync } from 'node:fs'
import path from 'node:path'

/** The files of the page, by their names; they are the program's own. */
export const pageFiles = ['reading-copy.js', 'reading-copy.css'] as const

/**
 * Where the page of the reading copy lies that the build has made: beside the program's own files. Throws when the program was
 * not built.
 */
export function findPageFiles(): readonly { readonly name: string; readonly path: string; readonly bytes: number }[] {
  for (let folder = import.meta.dirname; folder !== path.dirname(folder); folder = path.dirname(folder))
    for (const below of ['reading-copy', 'out/reading-copy']) {
      const found = pageFiles.flatMap((name) => {
        const where = path.join(folder, below, name)
        const bytes = statSync(where, { throwIfNoEntry: false })?.size
        return bytes === undefined ? [] : [{ name, path: where, bytes }]
      })
      if (found.length === pageFiles.length) return found
    }
  throw new Error('The page of the reading copy is not there: build the program.')
}
