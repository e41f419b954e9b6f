import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base } from '@playwright/test'
import { AppPage } from './app-page.ts'

const root = path.resolve(import.meta.dirname, '..', '..', '..')

/** The address that the host prints when it listens. */
function addressOf(host: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    host.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const address = /http:\/\/\S+/.exec(output)?.[0]
      if (address !== undefined) resolve(address)
    })
    host.once('exit', (code) => reject(new Error(`The web host ended with ${code ?? 'a signal'}: ${output}`)))
  })
}

interface WebFixtures {
  readonly home: string
  readonly address: string
  readonly app: AppPage
}

/** Each test has a host, a home folder and a page of its own; a test that sees an error in the page's console fails. */
export const test = base.extend<WebFixtures>({
  home: async ({}, use) => {
    const home = await mkdtemp(path.join(tmpdir(), 'chancery-e2e-'))
    await use(home)
    await rm(home, { recursive: true, force: true })
  },
  address: async ({ home }, use) => {
    const host = spawn(process.execPath, [path.join(root, 'out', 'main', 'web.js'), '--home', home], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise((resolve) => host.once('exit', resolve))
    await use(await addressOf(host))
    host.kill()
    await ended
  },
  app: async ({ page, address }, use) => {
    const errors: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(address)
    await use(new AppPage(page))
    if (errors.length > 0) throw new Error(`The page reported errors:\n${errors.join('\n')}`)
  },
})

export { expect } from '@playwright/test'
