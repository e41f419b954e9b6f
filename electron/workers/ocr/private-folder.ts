import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const ownName = /^chancery-ocr-(?<pid>\d+)-/
const abandonedAfterMs = 600_000

/** Does work with a new folder that nobody else may look into, and removes it whatever happens. */
export async function withPrivateFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), `chancery-ocr-${process.pid}-`))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** Removes what programs left behind that were ended in the middle of a page. Never fails: it is only tidying. */
export async function clearAbandoned(): Promise<void> {
  const names = await readdir(tmpdir()).catch((): string[] => [])
  for (const name of names) {
    const pid = Number(ownName.exec(name)?.groups?.['pid'] ?? 0)
    if (pid === 0 || isRunning(pid)) continue
    const folder = path.join(tmpdir(), name)
    const { mtimeMs = Date.now() } = await stat(folder).catch(() => ({ mtimeMs: undefined }))
    if (Date.now() - mtimeMs > abandonedAfterMs)
      await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  }
}
