// `npm start`: opens the desktop program; where it cannot run, says why in one line and serves the same program to the browser.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..', '..')
const require = createRequire(import.meta.url)
const modules = path.join(root, 'node_modules')
const installMs = 120_000

function findElectron() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(modules, 'electron', 'dist')
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
  const program = path.join(folder, names[process.platform] ?? 'electron')
  return existsSync(program) ? program : undefined
}

/** Electron's package brings its runtime with its own installer, from its own download host. */
function installElectron() {
  const installer = path.join(modules, 'electron', 'install.js')
  if (!existsSync(installer)) return undefined
  console.log('The Electron runtime is not here yet; installing it.')
  spawnSync(process.execPath, [installer], { stdio: 'ignore', timeout: installMs })
  return findElectron()
}

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

function runToEnd(command, args) {
  const child = spawn(command, args, { stdio: 'inherit', cwd: root })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 0))
}

if (!existsSync(path.join(root, 'out', 'main', 'desktop.js'))) {
  const build = spawnSync(
    process.execPath,
    [require.resolve('electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: root, stdio: 'inherit' },
  )
  if (build.status !== 0) process.exit(build.status ?? 1)
}

const electron = hasDisplay ? (findElectron() ?? installElectron()) : undefined
if (electron !== undefined)
  runToEnd(electron, [...(process.env.E2E_ELECTRON_ARGS ?? '').split(' ').filter(Boolean), root])
else {
  const reason = hasDisplay ? 'the Electron runtime could not be installed' : 'there is no display'
  console.log(`The desktop window cannot be opened here (${reason}); the program is served to your browser instead.`)
  runToEnd(process.execPath, [path.join(root, 'out', 'main', 'web.js'), '--open'])
}
