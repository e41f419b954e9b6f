import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { makeRelease } from './corpus.ts'

export interface ExportFigures {
  readonly documents: number
  readonly packageMb: number
  readonly seconds: number
  readonly peakMemoryMb: number
  /** The same files through tar and sha256sum, one after the other. */
  readonly tarAndSumsSeconds: number
  /** How fast an export is, where tar and sha256sum are 1. */
  readonly speed: number
  /** The same files through `cp -r` and sha256sum: what it costs to make so many files. */
  readonly copyAndSumsSeconds: number
  /** The same without the page that searches the package. */
  readonly withoutReadingCopy: Pick<
    ExportFigures,
    'seconds' | 'tarAndSumsSeconds' | 'speed' | 'copyAndSumsSeconds' | 'peakMemoryMb'
  >
}

const round = (value: number): number => Math.round(value * 100) / 100

/** Runs a program to its end; answers its seconds and the largest memory it had, in MB, its threads included. */
async function timed(program: string, args: readonly string[]): Promise<{ seconds: number; peakMb: number }> {
  const started = performance.now()
  const child = spawn(program, args, { stdio: 'ignore' })
  let peakMb = 0
  const sampler = setInterval(() => {
    try {
      const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8'))?.[1]
      if (line !== undefined) peakMb = Math.round(Number(line) / 1024)
    } catch {
      // It has ended, or the system does not tell.
    }
  }, 50)
  await new Promise((resolve) => child.once('close', resolve))
  clearInterval(sampler)
  return { seconds: round((performance.now() - started) / 1000), peakMb }
}

const bytesBelow = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0)

const secondsSince = (started: number): number => round((performance.now() - started) / 1000)

function sums(folder: string): void {
  spawnSync('sh', ['-c', `find "${folder}" -type f -print0 | xargs -0 sha256sum > /dev/null`])
}

/** What is made stays until the bench has ended: a file system that is removing many files makes new ones several times slower. */
function tarAndSums(folder: string): number {
  const started = performance.now()
  spawnSync('tar', ['cf', `${folder}.tar`, '-C', path.dirname(folder), path.basename(folder)])
  sums(folder)
  return secondsSince(started)
}

function copyAndSums(folder: string): number {
  const started = performance.now()
  spawnSync('cp', ['-r', folder, `${folder}-copy`])
  sums(folder)
  return secondsSince(started)
}

/** Exports so many made-up releases as a package, and has tar and sha256sum do their part of it over the same files. */
export async function measureExport(work: string, program: string, documents: number): Promise<ExportFigures> {
  const sources = path.join(work, 'to-export')
  const archive = path.join(work, 'exporting')
  mkdirSync(sources)
  for (let number = 0; number < documents; number++)
    writeFileSync(path.join(sources, `r${number}.txt`), makeRelease(number))
  await timed(process.execPath, [program, 'import', archive, sources])
  const run = async (name: string, more: readonly string[]) => {
    const to = path.join(work, name)
    const { seconds, peakMb } = await timed(process.execPath, [
      program,
      'export',
      archive,
      '--all',
      '--to',
      to,
      ...more,
    ])
    const tarAndSumsSeconds = tarAndSums(to)
    const copyAndSumsSeconds = copyAndSums(to)
    const packageMb = Math.round(bytesBelow(to) / (1 << 20))
    const speed = round(tarAndSumsSeconds / seconds)
    return { seconds, peakMemoryMb: peakMb, packageMb, tarAndSumsSeconds, speed, copyAndSumsSeconds }
  }
  const whole = await run('package', [])
  const withoutReadingCopy = await run('plain', ['--without', 'reading-copy'])
  return { documents, ...whole, withoutReadingCopy }
}
