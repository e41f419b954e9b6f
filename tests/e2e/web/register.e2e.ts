import { expect, test } from '../support/web-fixtures.ts'

test('an agreement is one record with its texts in three languages and the documents that cite it', async ({
  app,
  page,
}) => {
  await app.openSample()
  await page.getByRole('button', { name: 'Register of agreements' }).click()
  const dialog = app.dialog('Register of agreements')
  await dialog.getByLabel('Find by title, party or year').fill('2025-06-17')
  const row = dialog.getByRole('row', { name: /Morocco · Rwanda.*17 June 2025/ })
  await expect(row).toHaveCount(1)
  await row.getByRole('button').click()
  await expect(dialog.getByRole('region', { name: 'Texts of the agreement' }).getByRole('listitem')).toHaveCount(3)
  await expect(dialog.getByRole('region', { name: 'What happened' })).toContainText('2026')
  const citing = dialog.getByRole('region', { name: 'Documents that cite it' }).getByRole('listitem')
  expect(await citing.count()).toBeGreaterThan(8)
  await citing.first().getByRole('button').click()
  await expect(app.reader.getByRole('heading').first()).toBeVisible()
})

test('what a text names leads to everything that names it', async ({ app, page }) => {
  await app.openSample()
  await app.search('file:2026-01-22-joint-communique-first-session.en.txt')
  await app.openFirst()
  await app.reader.getByRole('tab', { name: 'Facts' }).click()
  await app.reader.getByRole('region', { name: 'People' }).getByRole('button', { name: 'Patrick Karuretwa' }).click()
  await expect(app.searchBox).toHaveValue('person:"Patrick Karuretwa"')
  await expect(app.counts).not.toContainText('1 document')
  await page
    .getByRole('region', { name: 'Country' })
    .getByRole('button', { name: /^Rwanda/ })
    .click()
  await expect(app.searchBox).toHaveValue('person:"Patrick Karuretwa" country:Rwanda')
})
