import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type ElectronApplication, _electron, test as base, expect } from '@playwright/test'
import { AppPage } from '../support/app-page.ts'
import { catalogueByKeys } from '../support/cataloguing-story.ts'
import { electronArguments, findElectron } from '../support/find-electron.ts'
import { refineReadAndComeBack } from '../support/finding-story.ts'

const root = path.resolve(import.meta.dirname, '..', '..', '..')
const command = path.join(root, 'out', 'main', 'cli.js')
const electron = findElectron()

interface DesktopFixtures {
  readonly home: string
  /** Names in the home folder that answer the native dialogs, in order. */
  readonly dialogAnswers: readonly string[]
  readonly program: ElectronApplication
  readonly app: AppPage
}

const test = base.extend<DesktopFixtures>({
  dialogAnswers: [[], { option: true }],
  home: async ({}, use) => {
    const home = await mkdtemp(path.join(tmpdir(), 'chancery-desktop-'))
    await mkdir(path.join(home, 'files'))
    await writeFile(path.join(home, 'files', 'note.txt'), 'KIGALI, 23 January 2026 - A sample note on cooperation.\n')
    await use(home)
    await rm(home, { recursive: true, force: true })
  },
  program: async ({ home, dialogAnswers }, use) => {
    const program = await _electron.launch({
      ...(electron === undefined ? {} : { executablePath: electron }),
      args: [...electronArguments(), root],
      env: {
        ...(process.env as Record<string, string>),
        CHANCERY_HOME: home,
        E2E_DIALOG_ANSWERS: JSON.stringify(dialogAnswers.map((name) => path.join(home, name))),
      },
    })
    await use(program)
    await program.close()
  },
  app: async ({ program }, use) => {
    await use(new AppPage(await program.firstWindow()))
  },
})

test.skip(electron === undefined, 'There is no Electron runtime on this machine: the desktop program is NOT tested.')

test('the page is sandboxed: no Node, no bridge but four functions', async ({ app }) => {
  await expect(app.page.getByRole('heading', { name: 'Chancery' })).toBeVisible()
  const seen = await app.page.evaluate(() => ({
    require: typeof (globalThis as { require?: unknown }).require,
    process: typeof (globalThis as { process?: unknown }).process,
    bridge: Object.keys((globalThis as unknown as { chancery: object }).chancery).sort(),
  }))
  expect(seen).toEqual({
    require: 'undefined',
    process: 'undefined',
    bridge: ['act', 'call', 'importFiles', 'subscribe'],
  })
})

test('the page cannot name paths, leave its origin or open windows', async ({ app }) => {
  await expect(app.page.getByRole('heading', { name: 'Chancery' })).toBeVisible()
  const reply = await app.page.evaluate(() =>
    (globalThis as unknown as { chancery: { call(name: string, input: unknown): Promise<unknown> } }).chancery.call(
      'archives.openPath',
      {
        path: '/',
        create: true,
      },
    ),
  )
  expect(reply).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
  const fetched = await app.page.evaluate(() =>
    fetch('http://127.0.0.1:9/').then(
      () => 'reached',
      () => 'refused',
    ),
  )
  expect(fetched).toBe('refused')
  expect(await app.page.evaluate(`window.open('https://example.org/') === null`)).toBe(true)
})

test('the sample archive opens, is searched, read and shown as it was', async ({ app }) => {
  await app.openSample()
  await app.search('military cooperation')
  await app.openFirst()
  await expect(app.reader.locator('mark').first()).toBeVisible()
  await app.search('file:pdf lang:en')
  await app.openFirst()
  await app.reader.getByRole('tab', { name: 'Original' }).click()
  await expect(app.reader.locator('canvas').first()).toBeVisible()
})

test.describe('with a folder chosen in the native dialog', () => {
  test.use({ dialogAnswers: ['files', 'package'] })

  test('it is imported, tagged and exported as a package that verifies', async ({ app, home }) => {
    const { page } = app
    await app.makeArchive('Desk')
    await page.getByRole('button', { name: 'Import', exact: true }).first().click()
    await page.getByRole('button', { name: 'Choose a folder' }).click()
    await expect(page.getByRole('region', { name: 'Import' })).toContainText('1 imported')
    await app.openFirst()
    const field = app.reader.getByRole('combobox').last()
    await field.fill('desk/notes')
    await field.press('Enter')
    await expect(page.getByRole('treegrid', { name: 'Tags' }).getByText('notes')).toBeVisible()
    await app.fromMenu('Export results…')
    await app.dialog('Export').getByRole('button', { name: 'Export', exact: true }).click()
    await expect(app.dialog('Export')).toContainText('1 document exported')
    const report = execFileSync(process.execPath, [command, 'verify', path.join(home, 'package'), '--json'], {
      encoding: 'utf8',
    })
    expect(JSON.parse(report)).toMatchObject({ what: 'bag', valid: true })
  })
})

test.describe('with a folder chosen to be watched', () => {
  test.use({ dialogAnswers: ['files'] })

  test('what lies in it and what comes later is imported, and the ledger can be saved', async ({
    app,
    home,
    program,
  }) => {
    const { page } = app
    await app.makeArchive('Watching')
    await app.fromMenu('Imports')
    await app.dialog('Imports').getByRole('button', { name: 'Watch a folder' }).click()
    await expect(app.dialog('Imports').getByText('Import finished.')).toHaveCount(1, { timeout: 20_000 })
    await writeFile(path.join(home, 'files', 'later.txt'), 'RABAT, 24 January 2026 - Another sample note.\n')
    await expect(app.dialog('Imports').getByText('Import finished.')).toHaveCount(2, { timeout: 20_000 })
    const saved = path.join(home, 'ledger.csv')
    await program.evaluate(({ session }, where) => {
      session.defaultSession.once('will-download', (_event, item) => item.setSavePath(where))
    }, saved)
    await app.dialog('Imports').getByRole('button', { name: 'Save the ledger (CSV)' }).first().click()
    await expect.poll(() => readFile(saved, 'utf8').catch(() => '')).toContain('later.txt,catalogued')
    await page.keyboard.press('Escape')
    await expect(app.rows).toHaveCount(2)
  })
})

test.describe('texts', () => {
  test.use({ dialogAnswers: ['texts.pdf'] })

  test('are printed to a PDF file with their contents', async ({ app, home }) => {
    await app.openSample()
    await app.search('cooperation')
    await app.fromMenu('Export results…')
    const dialog = app.dialog('Export')
    await dialog.getByRole('button', { name: /^Verifiable package/ }).click()
    await app.page.getByRole('option', { name: 'Texts (PDF)' }).click()
    await dialog.getByRole('button', { name: 'Export', exact: true }).click()
    await expect(dialog.getByText(/documents exported/)).toBeVisible({ timeout: 30_000 })
    const pdf = await readFile(path.join(home, 'texts.pdf'))
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.length).toBeGreaterThan(20_000)
  })
})

test('what was done is there again after a restart', async ({ app, home, program }) => {
  await app.makeArchive('Lasting')
  await program.close()
  const again = await _electron.launch({
    ...(electron === undefined ? {} : { executablePath: electron }),
    args: [...electronArguments(), root],
    env: { ...(process.env as Record<string, string>), CHANCERY_HOME: home },
  })
  const page = await again.firstWindow()
  await page.getByRole('button', { name: /Lasting/ }).click()
  await expect(page.getByRole('heading', { name: 'Lasting' })).toBeVisible()
  await again.close()
})

test('a question is refined, read on the page of a PDF, kept, and asked again', async ({ app }) => {
  await refineReadAndComeBack(app)
})

test('documents are gone through by keys, and what was accepted is undone', async ({ app }) => {
  await catalogueByKeys(app)
})
