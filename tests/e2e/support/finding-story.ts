import { expect } from '@playwright/test'
import type { AppPage } from './app-page.ts'

/**
 * An official's five minutes: asks, refines by a facet and by time, opens a PDF, walks its hits on the page, keeps the search, asks
 * something else and comes back. The same in the browser and on the desktop.
 */
export async function refineReadAndComeBack(app: AppPage): Promise<void> {
  const { page, reader } = app
  await app.openSample()
  await app.search('cooperation')
  await expect(page.getByRole('list', { name: 'Also searched' })).toContainText('تعاون')
  await page
    .getByRole('region', { name: 'Kind' })
    .getByRole('button', { name: /^Agreement/ })
    .click()
  await expect(app.counts).toContainText('3 documents')
  await page.getByRole('region', { name: 'Language' }).getByRole('button', { name: 'Without Arabic' }).click()
  await expect(app.counts).toContainText('2 documents')

  await app.search('cooperation')
  const bars = page.getByRole('region', { name: 'When issued' }).getByRole('option', { name: /[1-9]\d* documents?$/ })
  const named = (await bars.last().getAttribute('aria-label')) ?? ''
  const counted = /(\d+) documents?$/.exec(named)?.[1] ?? '?'
  await bars.last().click()
  await expect(app.counts).toContainText(`${counted} document`)
  await page.getByRole('button', { name: 'All times' }).click()

  await app.search('title:agreement kind:agreement lang:en military')
  await app.openFirst()
  await reader.getByRole('tab', { name: 'Original' }).click()
  await expect(reader.locator('[data-hit]').first()).toBeVisible()
  await reader.getByRole('button', { name: 'Next hit' }).click()
  await expect(reader.getByRole('status').first()).toContainText('2 of')

  await page.getByRole('button', { name: 'More for these results' }).click()
  await page.getByRole('menuitem', { name: 'Save this search…' }).click()
  await app.dialog('Save this search').getByLabel('Name').fill('The agreement itself')
  await app.dialog('Save this search').getByRole('button', { name: 'Save' }).click()
  await app.search('tourism')
  await expect(app.counts).not.toContainText('1 document')
  await page.getByRole('button', { name: /^The agreement itself/ }).click()
  await expect(app.searchBox).toHaveValue('title:agreement kind:agreement lang:en military')
  await expect(app.counts).toContainText('1 document')
}
