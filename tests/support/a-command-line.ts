import { spawn } from 'node:child_process'
import path from 'node:path'

const program = path.resolve(import.meta.dirname, '../../electron/cli/cli.ts')

export interface CommandResult {
  readonly exit: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command line from its sources, as a process of its own. */
export function chancery(...args: string[]): Promise<CommandResult> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exit) => resolve({ exit, stdout, stderr }))
  })
}

/** The one JSON document that a command printed. */
export function jsonOf({ stdout }: CommandResult): Record<string, unknown> {
  return JSON.parse(stdout) as Record<string, unknown>
}

/** The JSON lines that a command printed. */
export function linesOf({ stdout }: CommandResult): Record<string, unknown>[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}
