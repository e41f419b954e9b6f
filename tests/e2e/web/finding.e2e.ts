import { refineReadAndComeBack } from '../support/finding-story.ts'
import { expect, test } from '../support/web-fixtures.ts'

test('a question is refined, read on the page of a PDF, kept, and asked again', async ({ app }) => {
  await refineReadAndComeBack(app)
})

test('a widening is switched off and on again by its chip', async ({ app, page }) => {
  await app.openSample()
  await app.search('agreement')
  const without = page.getByRole('button', { name: 'Search “agreement” without these words' })
  // The chip comes with the results; until then the line still counts what was shown before.
  await expect(without).toBeVisible()
  const widened = await app.counts.textContent()
  await without.click()
  await expect(app.searchBox).toHaveValue('agreement -widen:agreement')
  await expect(app.counts).not.toHaveText(widened ?? '')
  await page.getByRole('button', { name: 'Search “agreement” with its other names too' }).click()
  await expect(app.counts).toHaveText(widened ?? '')
})

test('documents are gathered in a collection and shown in its order', async ({ app, page }) => {
  await app.openSample()
  await app.search('lang:ar')
  await app.rows.first().click()
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: 'Put in a collection' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Collection').fill('For the minister')
  await dialog.getByRole('button', { name: 'A new one: For the minister' }).click()
  await page.getByRole('button', { name: 'For the minister 6' }).click()
  await expect(app.searchBox).toHaveValue('collection:"For the minister"')
  await expect(app.counts).toContainText('6 documents')
})

test('what can be done is found by its name in the search box', async ({ app, page }) => {
  await app.openSample()
  await app.searchBox.fill('thesarus')
  await page.getByRole('option', { name: 'Thesaurus' }).click()
  const dialog = app.dialog('Thesaurus')
  await dialog.getByLabel('Find a name').fill('وزارة الدفاع')
  await expect(dialog.getByText('ministère de la défense')).toBeVisible()
})

test('many queries are asked at once, and one of them is followed', async ({ app }) => {
  await app.openSample()
  await app.fromMenu('Many queries…')
  const dialog = app.dialog('Many queries at once')
  await dialog.getByRole('textbox').fill('"military cooperation"\nlang:ar\nzzz')
  await dialog.getByRole('button', { name: 'Ask them all' }).click()
  await expect(dialog.getByRole('row')).toHaveCount(4)
  await dialog.getByRole('button', { name: 'lang:ar' }).click()
  await expect(app.searchBox).toHaveValue('lang:ar')
})
