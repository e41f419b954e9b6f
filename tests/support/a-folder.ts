import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder of its own for one piece of test work, and the function that removes it with whatever is in it. */
export async function makeFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'chancery-test-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** A folder that is removed when the test ends. */
export async function aFolder(): Promise<string> {
  const { folder, remove } = await makeFolder()
  onTestFinished(remove)
  return folder
}

/** Every file below a folder, by paths relative to it, in order. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()
}

/** Lets a file that is kept read-only be changed. */
export async function unlock(file: string): Promise<void> {
  await chmod(file, 0o644)
}
