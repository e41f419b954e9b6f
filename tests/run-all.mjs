// `npm test`: every check, one after another, and one line at the end that counts them all.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const reports = mkdtempSync(path.join(tmpdir(), 'chancery-reports-'))
const totals = { passed: 0, failed: 0, skipped: 0 }
/** With fewer modules than this, the check of the borders has looked at nothing. */
const leastModules = 250
mkdirSync(path.join(root, 'test-results'), { recursive: true })

function run(command, args, environment = {}) {
  const local = path.join(root, 'node_modules', '.bin', command)
  const program = existsSync(local) ? local : command
  return spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    maxBuffer: 1 << 28,
  })
}

function say(name, isPassed, output = '') {
  console.log(`${isPassed ? 'ok    ' : 'FAILED'} ${name}`)
  if (!isPassed) console.log(output)
}

function check(name, command, args, isSound = () => true) {
  const { status, stdout, stderr } = run(command, args)
  const isPassed = status === 0 && isSound(stdout)
  totals[isPassed ? 'passed' : 'failed']++
  say(name, isPassed, `${stdout}${stderr}`)
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

function units() {
  const file = path.join(reports, 'vitest.json')
  const { status, stdout, stderr } = run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const report = readReport(file)
  const passed = report?.numPassedTests ?? 0
  // A file that cannot even be loaded has no tests to fail; it fails as itself.
  const failed = Math.max(report?.numFailedTests ?? 1, report?.numFailedTestSuites > 0 || status !== 0 ? 1 : 0)
  totals.passed += passed
  totals.failed += failed
  say(`unit and integration tests (${passed} passed)`, failed === 0, `${stdout}${stderr}`.slice(-30_000))
}

function countPlaywright(report) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  const visit = (suite) => {
    for (const spec of suite.specs ?? [])
      for (const test of spec.tests) counts[{ expected: 'passed', skipped: 'skipped' }[test.status] ?? 'failed']++
    for (const inner of suite.suites ?? []) visit(inner)
  }
  for (const suite of report?.suites ?? []) visit(suite)
  return counts
}

function endToEnd(project) {
  const file = path.join(reports, `${project}.json`)
  const needsDisplay =
    project === 'desktop' && process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
  const xvfb = needsDisplay && run('which', ['xvfb-run']).status === 0
  const [command, args] = xvfb
    ? ['xvfb-run', ['-a', path.join(root, 'node_modules', '.bin', 'playwright')]]
    : ['playwright', []]
  const { status, stdout, stderr } = run(command, [...args, 'test', `--project=${project}`], { E2E_REPORT: file })
  const counts = countPlaywright(readReport(file))
  if (status !== 0 && counts.failed === 0) counts.failed = 1
  for (const key of Object.keys(totals)) totals[key] += counts[key]
  say(
    `end to end: ${project} (${counts.passed} passed, ${counts.skipped} skipped)`,
    counts.failed === 0,
    `${stdout}${stderr}`.slice(-30_000),
  )
  if (counts.passed === 0 && counts.skipped > 0)
    console.log(
      `\n*** The ${project} program was NOT tested: there is no Electron runtime here (ELECTRON_OVERRIDE_DIST_PATH names one). ***\n`,
    )
}

check('format (prettier)', 'prettier', ['--check', '.'])
check('types: engine, hosts and tests', 'tsc6', ['-p', '.'])
check('types: page', 'tsc6', ['-p', 'renderer'])
check('rules (eslint)', 'eslint', ['.', '--max-warnings', '0'])
check(
  'borders (dependency-cruiser)',
  'depcruise',
  ['--config', '.dependency-cruiser.mjs', 'electron', 'renderer/src'],
  (output) => {
    const modules = Number(/(\d+) modules/.exec(output)?.[1] ?? 0)
    return modules >= leastModules
  },
)
check('dead code (knip)', 'knip', [])
check('build', 'npm', ['run', 'build'])
units()
endToEnd('web')
endToEnd('desktop')

rmSync(reports, { recursive: true, force: true })
console.log(
  `\n${totals.passed} passed, ${totals.failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}`,
)
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1)
