import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

function installed(): string | undefined {
  const named = process.env['CHROMIUM_PATH']
  return [...(named === undefined ? [] : [named]), ...usualPlaces, chromium.executablePath()].find((place) =>
    existsSync(place),
  )
}

/** Playwright's own browser from its download host, or on Debian, as root, the distribution's. */
function install(): void {
  console.log('No Chromium or Chrome here yet; installing one for the tests.')
  const playwright = spawnSync('npx', ['--no-install', 'playwright', 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 180_000,
  })
  if (playwright.status === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env: environment })
  spawnSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-core'], { stdio: 'ignore', env: environment })
}

/** A Chromium or Chrome to run the tests in; installed when there is none. Throws what to do when that fails too. */
export function findBrowser(): string {
  const found = installed()
  if (found !== undefined) return found
  install()
  const now = installed()
  if (now === undefined)
    throw new Error('The web tests need Chromium or Chrome. Install one, or set CHROMIUM_PATH to its program file.')
  execFileSync(now, ['--version'], { stdio: 'ignore' })
  return now
}
