import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { seeded } from '../bench/corpus.ts'
import { contentOf, faultsAfterKill, isDone } from './archive-state.ts'
import { writeMixedFolder } from './mixed-folder.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const built = path.join(root, 'out', 'main', 'cli.js')
/** A killed run has begun anew each time, which takes longer than going on: so much more time a run may get than one that nobody disturbed. */
const patience = 1.1
const program = existsSync(built) ? built : path.join(root, 'electron', 'cli', 'cli.ts')

export interface TortureOrder {
  readonly workFolder: string
  readonly kills: number
  readonly releases: number
  readonly seed: number
  readonly onProgress?: (text: string) => void
}

export interface TortureReport {
  readonly kills: number
  /** Archives that were filled to the end, over all their kills. */
  readonly archives: number
  /** Kills that hit before the first file was committed. */
  readonly early: number
  readonly faults: readonly string[]
}

interface Ended {
  readonly wasKilled: boolean
  readonly milliseconds: number
}

/** Runs an import as a process of its own; kills it with SIGKILL after a time, unless it has ended by then. */
function runImport(archive: string, folder: string, killAfterMs: number | undefined): Promise<Ended> {
  const started = performance.now()
  const child = spawn(process.execPath, [program, 'import', archive, folder, '--tag', 'torture'], { stdio: 'ignore' })
  const clock = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (_code, signal) => {
      clearTimeout(clock)
      resolve({ wasKilled: signal === 'SIGKILL', milliseconds: performance.now() - started })
    })
  })
}

function difference(expected: readonly string[], found: readonly string[]): string[] {
  const missing = expected.filter((line) => !found.includes(line)).map((line) => `missing ${line}`)
  const added = found.filter((line) => !expected.includes(line)).map((line) => `not expected ${line}`)
  const twice = missing.length + added.length === 0 && expected.length !== found.length ? ['lines are there twice'] : []
  return [...missing, ...added, ...twice]
}

/**
 * Imports a mixed folder again and again, kills the program at random moments, starts it again until the import is done, and
 * compares each archive with one that nobody disturbed.
 */
export async function tortureImports(order: TortureOrder): Promise<TortureReport> {
  const { workFolder, kills, releases, seed, onProgress = () => undefined } = order
  const folder = path.join(workFolder, 'mixed')
  await mkdir(folder, { recursive: true })
  await writeMixedFolder(folder, releases)
  const undisturbed = path.join(workFolder, 'undisturbed')
  const runs = [await runImport(undisturbed, folder, undefined)]
  // The first may be slow for reasons of the machine; kills are to fall into the work, not after it.
  for (const name of ['second', 'third']) runs.push(await runImport(path.join(workFolder, name), folder, undefined))
  const milliseconds = Math.min(...runs.map((run) => run.milliseconds))
  const expected = await contentOf(undisturbed)
  const next = seeded(seed)
  const faults: string[] = []
  let done = 0
  let archives = 0
  let early = 0
  while (done < kills) {
    const archive = path.join(workFolder, `archive-${archives}`)
    for (;;) {
      const killAfterMs = done < kills ? next() * milliseconds * patience : undefined
      const { wasKilled } = await runImport(archive, folder, killAfterMs)
      if (!wasKilled) break
      done++
      if (!existsSync(path.join(archive, 'catalogue.sqlite'))) early++
      faults.push(...faultsAfterKill(archive).map((fault) => `kill ${done}: ${fault}`))
      if (isDone(archive)) break
      if (done % 50 === 0) onProgress(`${done} kills, ${archives} archives, ${faults.length} faults`)
    }
    faults.push(...difference(expected, await contentOf(archive)).map((line) => `archive ${archives}: ${line}`))
    archives++
    await rm(archive, { recursive: true, force: true })
  }
  return { kills: done, archives, early, faults }
}
