import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/web-fixtures.ts'

async function expectNoFaults(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
}

test('a document is restricted, words are marked, and the export says what it withholds and how that was proved', async ({
  app,
  page,
}) => {
  await app.openSample()
  await app.search('lang:en')
  await app.openFirst()
  await app.reader.getByRole('button', { name: 'More for this document' }).click()
  await page.getByRole('menuitem', { name: 'Restrict access…' }).click()
  await app.dialog('Access').getByRole('textbox', { name: 'Reason' }).fill('Under negotiation')
  const review = app.dialog('Access').getByRole('textbox', { name: 'To be reviewed on' })
  await review.fill('tomorrow')
  await expect(app.dialog('Access').getByRole('button', { name: 'Restrict' })).toBeDisabled()
  await review.fill('2031-05')
  await expectNoFaults(page)
  await app.dialog('Access').getByRole('button', { name: 'Restrict' }).click()
  await expect(app.reader.getByText('Restricted: Under negotiation · review May 2031')).toBeVisible()

  await app.fromMenu('Export results…')
  await expect(app.dialog('Export')).toContainText('1 restricted document is only told of.')
  await expectNoFaults(page)
  await app.dialog('Export').getByRole('button', { name: 'Words marked for redaction…' }).click()
  const marks = app.dialog('Words marked for redaction')
  await marks.getByRole('textbox', { name: 'Words or a phrase' }).fill('Kigali')
  await marks.getByRole('button', { name: 'Mark', exact: true }).click()
  await expect(marks.getByRole('listitem')).toHaveText(/Kigali/)
  await expectNoFaults(page)
  await page.keyboard.press('Escape')

  await app.fromMenu('Export results…')
  await expect(app.dialog('Export')).toContainText('1 phrase is left out.')
  await app.dialog('Export').getByRole('button', { name: 'Export', exact: true }).click()
  await expect(app.dialog('Export')).toContainText('were searched for the marked words: none of them is there.', {
    timeout: 30_000,
  })
  await expect(app.dialog('Export')).toContainText('1 restricted document is only told of.')
})
