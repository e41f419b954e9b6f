#!/usr/bin/env node
// Starts the command line on a Node that can run it. The database module needs Node-API 10 (Node 22.14): on an older Node it
// does not fail, it crashes the process, so this file looks before anything loads it.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..', '..')
const program = path.join(root, 'out', 'main', 'cli.js')
const ownNode = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')

// An import waits for many files at once; Node reads this before its first use of the disk in the background.
process.env.UV_THREADPOOL_SIZE ??= '16'

if (!existsSync(program)) {
  console.error('chancery: the program is not built yet. Run: npm run build')
  process.exit(3)
}
if (Number(process.versions.napi) >= 10) await import(program)
else if (!existsSync(ownNode)) {
  console.error(`chancery: Node ${process.versions.node} is too old; version 22.14 or newer is needed.`)
  process.exit(3)
} else {
  const child = spawn(ownNode, [program, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 3) : 130))
}
