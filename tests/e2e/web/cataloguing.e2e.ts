import { catalogueByKeys } from '../support/cataloguing-story.ts'
import { expect, test } from '../support/web-fixtures.ts'

test('documents are gone through by keys, and what was accepted is undone', async ({ app }) => {
  await catalogueByKeys(app)
})

test('many documents are accepted at once, by how sure their proposals are', async ({ app, page }) => {
  await app.openSample()
  await page.getByRole('button', { name: 'Cataloguing…' }).click()
  const lane = app.dialog('Cataloguing')
  await lane.getByRole('button', { name: 'Accept many…' }).click()
  const ready = lane.getByRole('status').filter({ hasText: /ready/ })
  await expect(ready).not.toContainText('0 documents are ready')
  const count = Number(/^\d+/.exec((await ready.textContent()) ?? '')?.[0])
  await lane.getByRole('button', { name: new RegExp(`^Accept ${count} document`) }).click()
  await expect(lane.getByText(`${24 - count} documents to go through`)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(lane.getByText('24 documents to go through')).toBeVisible()
})

test('a rule of one’s own shows what it would change, changes it, and is undone', async ({ app, page }) => {
  await app.openSample()
  await app.fromMenu('Rules…')
  const dialog = app.dialog('Rules')
  await dialog.getByRole('button', { name: 'New rule' }).click()
  await dialog.getByLabel('Name').fill('For the minister')
  await dialog.getByLabel('When a search for this finds a document').fill('lang:ar')
  await dialog.getByLabel('Put it in the collection').fill('In Arabic')
  await expect(dialog.getByRole('status')).toContainText('6 of 6 documents found would change')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByRole('button', { name: 'Run now' }).click()
  await expect(page.getByText('“For the minister” changed 6 documents')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'In Arabic 6' }).click()
  await expect(app.counts).toContainText('6 documents')
})

test('names of one person in two scripts are joined, and found together', async ({ app, page }) => {
  await app.openSample()
  await app.fromMenu('Names…')
  const dialog = app.dialog('Names')
  await dialog.getByLabel('Find a name').fill('karuretwa')
  await dialog.getByRole('button', { name: 'Patrick Karuretwa' }).click()
  await dialog.getByRole('button', { name: '“باتريك كاروريتوا” is the same' }).click()
  await expect(dialog.getByRole('region', { name: 'Also called' })).toContainText('باتريك كاروريتوا')
  await dialog.getByRole('button', { name: 'Search its documents' }).click()
  await expect(app.searchBox).toHaveValue('person:"Patrick Karuretwa"')
  await expect(app.counts).toContainText('7 documents')
  await page.getByRole('button', { name: 'History' }).click()
  await expect(app.dialog('History')).toContainText('is another name of “Patrick Karuretwa”')
})
