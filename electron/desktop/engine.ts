import { app, utilityProcess } from 'electron'
import path from 'node:path'
import type { Reply } from '../contract/envelope.ts'
import type { HostNotice } from '../contract/host.ts'
import { type EngineLink, connectPort } from '../link/connect-port.ts'
import { plainPort } from '../link/port.ts'
import type { EngineStart } from './engine-process.ts'

export interface Engine extends Pick<EngineLink, 'call'> {
  /** Lets it finish what it commits, and waits until it has ended. */
  stop(): Promise<void>
}

const stopWithinMs = 10_000

/** Starts the engine in a process of its own: whatever an archive's files do to it, windows and menus go on. */
export function startEngine(start: EngineStart, onNotice: (notice: HostNotice) => void): Engine {
  const child = utilityProcess.fork(path.join(import.meta.dirname, 'engine-process.js'), [JSON.stringify(start)], {
    serviceName: 'Chancery engine',
    stdio: app.isPackaged ? 'ignore' : 'inherit',
  })
  const link = connectPort(plainPort(child), onNotice)
  return {
    call: (name, input, audience, signal): Promise<Reply> => link.call(name, input, audience, signal),
    async stop() {
      const late = new Promise<void>((resolve) => setTimeout(resolve, stopWithinMs))
      await Promise.race([link.call('engine.stop', {}, 'host'), late])
      child.kill()
    },
  }
}
