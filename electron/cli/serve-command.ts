import { spawn } from 'node:child_process'
import path from 'node:path'
import { type ExitCode, exitCodes } from './terminal.ts'

export interface ServeOptions {
  readonly port?: number
  readonly open?: boolean
}

/** `chancery serve`: the web host in a process of its own, until it ends or is asked to. `web`: its entry file. */
export function runServe(web: string, archive: string | undefined, options: ServeOptions): Promise<ExitCode> {
  const args = [
    ...(archive === undefined ? [] : ['--archive', path.resolve(archive)]),
    ...(options.port === undefined ? [] : ['--port', String(options.port)]),
  ]
  const child = spawn(process.execPath, [web, ...args, ...(options.open === true ? ['--open'] : [])], {
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) =>
    child.on('exit', (code) => {
      resolve(code === 0 || code === null ? exitCodes.done : exitCodes.archiveFailed)
    }),
  )
}
