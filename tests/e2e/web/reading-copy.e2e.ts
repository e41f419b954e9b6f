import AxeBuilder from '@axe-core/playwright'
import { type Page, expect, test as base } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const root = path.resolve(import.meta.dirname, '..', '..', '..')
const run = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [path.join(root, 'out', 'main', 'cli.js'), ...args], { encoding: 'utf8' })

/** A package of the sample documents, made once; its page is opened as a file, in a browser without a network. */
const test = base.extend<object, { package: string }>({
  package: [
    async ({}, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'chancery-package-'))
      const [archive, to] = [path.join(folder, 'archive'), path.join(folder, 'package')]
      run('init', archive, '--title', 'Sample documents')
      run('import', archive, path.join(root, 'resources', 'sample-archive', 'documents'), '--tag', 'sample/first')
      run('export', archive, '--query', '', '--to', to, '--date', '2026-03-01')
      await use(to)
      await rm(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
})
test.use({ offline: true, locale: 'en-GB' })

const openPackage = async (page: Page, folder: string): Promise<void> => {
  await page.goto(pathToFileURL(path.join(folder, 'index.html')).href)
  await expect(page.getByRole('list', { name: 'Documents' }).getByRole('listitem')).toHaveCount(24)
}

test('the reading copy finds words in three languages, from a file and without a network', async ({
  page,
  package: folder,
}) => {
  await openPackage(page, folder)
  const found = page.getByRole('list', { name: 'Documents' }).getByRole('listitem')
  for (const [question, language] of [
    ['agreements signed', 'English'],
    ['coopération militaire', 'French'],
    ['اتفاقية التعاون', 'Arabic'],
  ] as const) {
    await page.getByRole('searchbox').fill(question)
    await expect(page.getByRole('status').first()).toHaveText(/^\d+ of 24 documents$/)
    await expect(found.filter({ hasText: language }).first()).toBeVisible()
  }
  await found.first().getByRole('button').click()
  const reader = page.getByRole('article')
  await expect(reader.locator('mark').first()).toBeVisible()
  await expect(reader.getByRole('link', { name: 'Open the original' })).toHaveAttribute('href', /^data\/originals\//)
})

test('the reading copy finds words in a row, and leaves out what is not wanted, as the program does', async ({
  page,
  package: folder,
}) => {
  await openPackage(page, folder)
  const archive = path.join(path.dirname(folder), 'archive')
  for (const question of [
    '"military cooperation"',
    '"cooperation military"',
    '« coopération militaire »',
    'cooperation -Rabat',
  ]) {
    await page.getByRole('searchbox').fill(`${question} `)
    const asked = `${question.replaceAll(/[«»]/g, '"')} widen:none`
    const { total } = JSON.parse(run('search', archive, asked, '--json')) as { total: number }
    await expect(page.getByRole('status').first()).toHaveText(`${total} of 24 documents`)
  }
})

test('the reading copy counts what each filter leaves, and keeps the count', async ({ page, package: folder }) => {
  await openPackage(page, folder)
  const languages = page.getByRole('group', { name: 'Filters' }).getByRole('combobox', { name: /^Language/ })
  const french = await languages.getByRole('option', { name: /^French/ }).innerText()
  await languages.selectOption('fr')
  const count = /\((?<count>\d+)\)/.exec(french)?.groups?.['count'] ?? ''
  await expect(page.getByRole('status').first()).toHaveText(`${count} of 24 documents`)
  await expect(page.getByRole('list', { name: 'Documents' }).getByRole('listitem')).toHaveCount(Number(count))
})

test('the reading copy has the agreements and what happened', async ({ page, package: folder }) => {
  await openPackage(page, folder)
  await page.getByRole('button', { name: 'Agreements' }).click()
  const agreement = page
    .getByRole('list', { name: 'Agreements' })
    .getByRole('listitem')
    .filter({ hasText: 'Signed: 17 June 2025' })
  await expect(agreement.first()).toContainText('Morocco · Rwanda')
  await page.getByRole('button', { name: 'Timeline' }).click()
  await expect(page.getByRole('region', { name: '2016' })).toContainText('Kigali')
})

test('the reading copy verifies its package, and names what was changed', async ({ page, package: folder }) => {
  await openPackage(page, folder)
  await page.getByRole('button', { name: 'Check the package' }).click()
  const chooser = page.getByLabel('Choose the folder and check')
  await chooser.setInputFiles(folder)
  await expect(page.getByRole('status')).toContainText('Nothing was changed')

  const [name = ''] = await readdir(path.join(folder, 'data', 'text'))
  const file = path.join(folder, 'data', 'text', name)
  const content = await readFile(file)
  const changed = Buffer.from(content)
  changed[0] = (changed[0] ?? 0) ^ 1
  await writeFile(file, changed)
  await chooser.setInputFiles(folder)
  await expect(page.getByRole('alert')).toContainText('The package is not as it was made')
  await expect(page.getByRole('alert')).toContainText(`data/text/${name}`)
  await writeFile(file, content)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the reading copy, ${colorScheme}, has no fault that axe finds, in Arabic too`, async ({
    page,
    package: folder,
  }) => {
    await page.emulateMedia({ colorScheme })
    await openPackage(page, folder)
    await page.getByRole('searchbox').fill('cooperation')
    await page.getByRole('list', { name: 'Documents' }).getByRole('listitem').first().getByRole('button').click()
    await expect(page.getByRole('article').locator('mark').first()).toBeVisible()
    for (const [language, view] of [
      ['en', 'Agreements'],
      ['fr', 'Chronologie'],
      ['ar', 'التحقق من الحزمة'],
    ] as const) {
      await page.locator('header select').selectOption(language)
      await page.getByRole('button', { name: view }).click()
      await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr')
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
    }
  })
