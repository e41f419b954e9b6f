// Part of `npm ci`: puts `chancery` among the commands of this checkout, so that `npx chancery` finds it here.
import { chmodSync, existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const folder = path.resolve(import.meta.dirname, '..', '..', 'node_modules', '.bin')
const program = path.join(import.meta.dirname, 'chancery.mjs')
const link = path.join(folder, 'chancery')

if (existsSync(folder)) {
  rmSync(link, { force: true })
  if (process.platform === 'win32') writeFileSync(`${link}.cmd`, `@node "${program}" %*\r\n`)
  else {
    symlinkSync(path.relative(folder, program), link)
    chmodSync(program, 0o755)
  }
}
