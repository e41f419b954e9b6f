import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/web-fixtures.ts'

async function expectNoFaults(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
}

test('originals are checked, a removed document comes back, and a copy is put in the place of the catalogue', async ({
  app,
  page,
}) => {
  await app.openSample()
  await app.search('lang:en')
  await app.openFirst()
  const title = (await app.reader.getByRole('heading').first().textContent()) ?? ''
  await app.reader.getByRole('button', { name: 'More for this document' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('Twice here')
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()

  await app.fromMenu('Preservation…')
  const keeping = app.dialog('Preservation')
  await keeping.getByRole('button', { name: 'Check everything now' }).click()
  await expect(keeping.getByText('Everything is as it was imported.')).toBeVisible()
  await keeping.getByRole('button', { name: 'Copy now' }).click()
  const copies = keeping.getByRole('region', { name: 'Copies of the catalogue' })
  await expect(copies.getByRole('listitem')).toHaveCount(1)
  const removed = keeping.getByRole('region', { name: 'Removed documents' })
  await expect(removed).toContainText('Twice here')
  await expectNoFaults(page)
  await removed.getByRole('button', { name: 'Take back' }).click()
  await expect(removed).toContainText('Nothing was removed.')

  await copies.getByRole('button', { name: 'Put in place…' }).click()
  await expectNoFaults(page)
  await copies.getByRole('button', { name: 'Put in place', exact: true }).click()
  await expect(page.getByText('The copy is in place.')).toBeVisible()
  await app.fromMenu('Preservation…')
  await expect(removed).toContainText(title)
  await page.keyboard.press('Escape')
  await expect(keeping).toBeHidden()
})

test('an archive whose catalogue is damaged is mended from the page', async ({ app, page, home }) => {
  await app.makeArchive('Treaties')
  await app.fromMenu('Other archives…')
  const folder = (await readdir(home)).find((name) => name === 'Treaties') ?? ''
  await writeFile(path.join(home, folder, 'catalogue.sqlite'), 'no catalogue any more')
  await page.getByRole('button', { name: /Treaties/ }).click()
  const repair = app.dialog('“Treaties” cannot be opened')
  await expectNoFaults(page)
  await repair.getByRole('button', { name: 'Make the catalogue again' }).click()
  await expect(page.getByRole('heading', { name: 'Treaties' })).toBeVisible()
  await expect(page.getByText('The catalogue was made again.')).toBeVisible()
})
