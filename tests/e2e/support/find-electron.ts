import { existsSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..', '..', '..')
const programs: Readonly<Record<string, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

/** The Electron runtime of this machine: that of `ELECTRON_OVERRIDE_DIST_PATH`, or the one that the package installed. */
export function findElectron(): string | undefined {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(root, 'node_modules', 'electron', 'dist')
  const program = path.join(folder, programs[process.platform] ?? 'electron')
  return existsSync(program) ? program : undefined
}

/** Arguments that the runtime needs on this machine, before the app's folder. */
export function electronArguments(): string[] {
  return (process.env['E2E_ELECTRON_ARGS'] ?? '').split(' ').filter((argument) => argument !== '')
}
