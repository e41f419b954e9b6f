import { styleText } from 'node:util'
import { ArchiveError, type ErrorCode, toWire } from '../contract/errors.ts'

/** Exit codes of the command line. */
export const exitCodes = { done: 0, someRefused: 1, wrongUsage: 2, archiveFailed: 3 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

const usageErrors: ReadonlySet<ErrorCode> = new Set([
  'document-not-found',
  'event-not-found',
  'folder-not-empty',
  'invalid-input',
  'nothing-to-export',
  'nothing-to-undo',
  'path-not-found',
  'tag-exists',
  'tag-not-found',
  'target-exists',
  'undo-conflict',
])

/** Prints a JSON document, or a line of JSON Lines, on standard output. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}

/** Prints text for a person on standard output. */
export function printText(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** Prints a message on standard error, where it does not mix with results. */
export function printNote(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Writes a line on standard error over the one before; nothing where nobody watches. */
export function printProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`)
}

export function dim(text: string): string {
  return process.stdout.isTTY ? styleText('dim', text) : text
}

export function bold(text: string): string {
  return process.stdout.isTTY ? styleText('bold', text) : text
}

/** Says what failed, and answers the exit code for it. */
export function reportFailure(error: unknown): ExitCode {
  const { code, message } = toWire(error)
  printNote(`chancery: ${message}`)
  if (
    code === 'internal' &&
    !(error instanceof ArchiveError) &&
    error instanceof Error &&
    process.env['CHANCERY_DEBUG'] === '1'
  )
    printNote(error.stack ?? '')
  return usageErrors.has(code) ? exitCodes.wrongUsage : exitCodes.archiveFailed
}

// Whoever reads the output may stop reading (`| head`): that is no fault, and there is nobody left to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.done)
  throw error
})
