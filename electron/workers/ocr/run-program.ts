import { type ChildProcess, spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'

interface ProgramRun {
  readonly signal: AbortSignal
  /** Milliseconds after which the program is ended. */
  readonly timeoutMs: number
}

/** What a program printed before it ended by itself. */
interface ProgramEnd {
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
}

/** Enough of what a program says for any message; a program that goes on and on must not fill the memory. */
const longestOutput = 64 * 1024

const hasGroups = process.platform !== 'win32'

/** Ends a program and whatever it has started. */
function end(child: ChildProcess): void {
  try {
    if (hasGroups && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // It has ended already.
  }
}

function yieldToOthers(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW)
  } catch {
    // A courtesy that some systems do not allow, or the program was quicker.
  }
}

/**
 * Runs a program without a shell, at low priority and on one core, and waits for its end. Rejects when it cannot be started (with the
 * system's error), takes longer than it may, or `signal` is aborted; nothing of it is left running then.
 */
export function runProgram(program: string, args: readonly string[], run: ProgramRun): Promise<ProgramEnd> {
  const { signal, timeoutMs } = run
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that what it starts can be ended with it.
      detached: hasGroups,
      windowsHide: true,
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    })
    yieldToOthers(child)
    const said = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (text: string) => {
        if (said[name].length < longestOutput) said[name] += text.slice(0, longestOutput)
      })
    let why: Error | undefined
    const give = (reason: Error): void => {
      why ??= reason
      end(child)
    }
    const abort = (): void => give(signal.reason as Error)
    const late = new Error(`The program took longer than ${Math.round(timeoutMs / 1000)} s and was ended.`)
    const clock = setTimeout(() => give(late), timeoutMs)
    signal.addEventListener('abort', abort)
    const settle = (work: () => void): void => {
      clearTimeout(clock)
      signal.removeEventListener('abort', abort)
      work()
    }
    child.once('error', (error) => settle(() => reject(error)))
    child.once('close', (exit) =>
      settle(() => (why === undefined ? resolve({ exit: exit ?? -1, ...said }) : reject(why))),
    )
  })
}
