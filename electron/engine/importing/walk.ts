import type { Dirent } from 'node:fs'
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { ArchiveError } from '../../contract/errors.ts'
import { reasonOfSource } from './source-reasons.ts'
import type { RefusalReason } from '../../contract/vocabulary.ts'

/** Something that was found where files are looked for: a file to import, or what stands in its place. */
export type Found =
  | { readonly path: string; readonly kind: 'file' }
  | { readonly path: string; readonly kind: 'refused'; readonly reason: RefusalReason; readonly detail: string }

function refused(where: string, error: unknown): Found {
  return { path: where, kind: 'refused', reason: reasonOfSource(error), detail: (error as Error).message }
}

const notAFile = (where: string, detail: string): Found => ({
  path: where,
  kind: 'refused',
  reason: 'not-a-file',
  detail,
})

/** Links to files are followed, links to folders are not: what they lead to is imported where it lies, and loops cannot arise. */
async function followLink(where: string): Promise<Found> {
  try {
    const target = await stat(where)
    if (target.isFile()) return { path: where, kind: 'file' }
    return notAFile(
      where,
      target.isDirectory() ? 'A link to a folder is not followed.' : 'A link to something that is not a file.',
    )
  } catch (error) {
    return refused(where, error)
  }
}

async function* walkFolder(folder: string, skipped: ReadonlySet<string>): AsyncGenerator<Found> {
  if (skipped.has(folder)) return
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    yield refused(folder, error)
    return
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const where = path.join(folder, entry.name)
    if (skipped.has(where)) continue
    if (entry.isDirectory()) yield* walkFolder(where, skipped)
    else if (entry.isFile()) yield { path: where, kind: 'file' }
    else if (entry.isSymbolicLink()) yield await followLink(where)
    else yield notAFile(where, 'A device, pipe or socket.')
  }
}

/** What lies at a given path: a folder, by its real path, or what stands in place of a file there. */
async function findAt(where: string): Promise<string | Found> {
  try {
    const status = await stat(where)
    if (status.isDirectory()) return await realpath(where)
    return status.isFile() ? { path: where, kind: 'file' } : notAFile(where, 'A device, pipe or socket.')
  } catch (error) {
    return refused(where, error)
  }
}

/**
 * Every file at or below the given paths, folders in the order of their names. `archiveRoot` is left out, should it lie below
 * one of them, and so is everything in `others` (real paths). What cannot be read, or is gone by now, is answered as refused, and the rest goes on.
 */
export async function* walk(
  paths: readonly string[],
  archiveRoot: string | undefined,
  others: ReadonlySet<string> = new Set(),
): AsyncGenerator<Found> {
  const skipped = new Set([...others, ...(archiveRoot === undefined ? [] : [await realpath(archiveRoot)])])
  const walked: string[] = []
  for (const each of paths) {
    const where = path.resolve(each)
    if (skipped.has(where)) continue
    const found = await findAt(where)
    const real = typeof found === 'string' ? found : where
    // What lies below a folder that was walked is not found twice.
    if (walked.some((folder) => real === folder || real.startsWith(folder + path.sep))) continue
    if (typeof found === 'string') {
      yield* walkFolder(found, skipped)
      walked.push(found)
    } else yield found
  }
}

/** Throws `path-not-found` unless every path is there. */
export async function requirePaths(paths: readonly string[]): Promise<void> {
  for (const each of paths) {
    try {
      await lstat(each)
    } catch (error) {
      throw new ArchiveError('path-not-found', `There is nothing at ${each}.`, { path: each }, error)
    }
  }
}
