import { defineConfig } from '@playwright/test'
import { findBrowser } from './tests/e2e/support/find-browser.ts'

const isDesktop = process.argv.some((argument) => argument.includes('desktop'))

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 1,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: process.env['E2E_REPORT'] ?? 'test-results/report.json' }]],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure', viewport: { width: 1440, height: 900 } },
  projects: [
    {
      name: 'web',
      testMatch: 'web/*.e2e.ts',
      use: isDesktop
        ? {}
        : {
            launchOptions: {
              executablePath: findBrowser(),
              args: [
                ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
                '--disable-background-networking',
                '--disable-quic',
              ],
            },
          },
    },
    { name: 'desktop', testMatch: 'desktop/*.e2e.ts' },
  ],
})
