// npm run torture [-- --kills N --seed N]: kills imports at random moments and looks for what was lost. Never part of a test;
// tests/torture/kill-imports.test.ts does the same with a few kills.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { tortureImports } from './kill-imports.ts'

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
})
const workFolder = mkdtempSync(path.join(tmpdir(), 'chancery-torture-'))
try {
  const report = await tortureImports({
    workFolder,
    kills: Number(values.kills),
    releases: 150,
    seed: Number(values.seed),
    onProgress: (text) => console.error(text),
  })
  console.log(
    JSON.stringify({ ...report, faults: report.faults.slice(0, 50), faultsInAll: report.faults.length }, null, 2),
  )
  process.exitCode = report.faults.length === 0 ? 0 : 1
} finally {
  rmSync(workFolder, { recursive: true, force: true })
}
