import type { Locator } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { linesOfText, makePdf } from '../../support/makers/pdf-maker.ts'
import { expect, test } from '../support/web-fixtures.ts'

const command = path.resolve(import.meta.dirname, '..', '..', '..', 'out', 'main', 'cli.js')

test('the sample archive opens, is searched and read, with the hits marked', async ({ app, page }) => {
  await app.openSample()
  await expect(app.counts).toContainText('24 documents')
  await app.search('"joint military cooperation commission"')
  await expect(app.counts).not.toContainText('24 documents')
  await app.openFirst()
  await expect(app.reader.locator('mark').first()).toBeVisible()
  await page.keyboard.press('F3')
  await expect(app.reader.locator('mark[data-current]')).toHaveCount(1)
})

test('one question finds English, French and Arabic', async ({ app }) => {
  await app.openSample()
  await app.search('coopération')
  await expect(app.rows.first()).toContainText(/fr|en/)
  await app.search('الاتفاقية')
  await expect(app.rows.first()).toContainText('ar')
  await app.openFirst()
  await expect(app.reader.locator('p[dir="auto"]').first()).toBeVisible()
})

test('whatever is typed, an answer comes', async ({ app }) => {
  await app.openSample()
  for (const odd of [
    '"',
    'NEAR(',
    '12:30',
    'RDF: x',
    '*',
    '((((',
    'constructor',
    '__proto__',
    '🕊️',
    "'; DROP TABLE document; --",
  ]) {
    await app.search(odd)
    await expect(app.counts).toContainText('document')
  }
})

test('a document is tagged, the tag is counted, and undo takes it back', async ({ app, page }) => {
  await app.openSample()
  await app.openFirst()
  const field = app.reader.getByRole('combobox').last()
  await field.fill('review/checked')
  await field.press('Enter')
  await expect(page.getByRole('treegrid', { name: 'Tags' }).getByText('checked')).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(page.getByRole('treegrid', { name: 'Tags' }).getByText('checked')).toHaveCount(0)
})

test('several documents are tagged at once', async ({ app, page }) => {
  await app.openSample()
  await app.search('lang:fr')
  await app.rows.first().click()
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: 'Add tag' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').fill('langues/français')
  await dialog.getByRole('combobox').press('Enter')
  await dialog.getByRole('button', { name: 'Add tag' }).click()
  await app.search('tag:"langues/français"')
  await expect(app.counts).toContainText('7 documents')
})

test('files are imported with progress, and refused ones are listed with the reason', async ({ app, page, home }) => {
  const folder = path.join(home, 'to-import')
  await mkdir(folder)
  await writeFile(path.join(folder, 'note.txt'), 'RABAT, 22 January 2026 - A sample note about the commission.\n')
  await writeFile(path.join(folder, 'empty.txt'), '')
  await app.makeArchive('Notes')
  await page.getByRole('button', { name: 'Import', exact: true }).first().click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles([path.join(folder, 'note.txt'), path.join(folder, 'empty.txt')])
  const strip = page.getByRole('region', { name: 'Import' })
  await expect(strip).toContainText('1 imported')
  await expect(strip).toContainText('1 refused')
  await strip.getByRole('button', { name: 'Details' }).click()
  await expect(page.getByRole('dialog', { name: 'Imports' })).toContainText('There is nothing in the file.')
})

test('a tagged collection is exported as a package that verifies', async ({ app, page, home }) => {
  await app.openSample()
  await app.search('tag:commission')
  await app.fromMenu('Export results…')
  const dialog = app.dialog('Export')
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  const saved = path.join(home, 'package.zip')
  await (await download).saveAs(saved)
  await expect(dialog).toContainText('exported')
  const report = JSON.parse(
    execFileSync(process.execPath, [command, 'verify', saved, '--json'], { encoding: 'utf8' }),
  ) as {
    valid: boolean
    filesChecked: number
  }
  expect(report.valid).toBe(true)
  expect(report.filesChecked).toBeGreaterThan(3)
})

test('the original of a PDF is shown, and an HTML original without its scripts', async ({ app }) => {
  await app.openSample()
  await app.search('file:pdf lang:ar')
  await app.openFirst()
  await app.reader.getByRole('tab', { name: 'Original' }).click()
  await expect(app.reader.locator('canvas').first()).toBeVisible()
  await app.search('file:html')
  await app.openFirst()
  await app.reader.getByRole('tab', { name: 'Original' }).click()
  const frame = app.reader.locator('iframe')
  await expect(frame).toHaveAttribute('sandbox', '')
  await expect(frame).toHaveAttribute('srcdoc', /Content-Security-Policy/)
  await expect(frame).not.toHaveAttribute('srcdoc', /<script/i)
})

test('the hits of a search are marked and walked on the pages of a PDF', async ({ app, page, home }) => {
  const file = path.join(home, 'report.pdf')
  const lines = (place: string): readonly string[] => [`Report of the session in ${place}`, 'The parties met again.']
  await writeFile(file, makePdf(['Rabat', 'Casablanca', 'Kigali'].map((place) => linesOfText(lines(place)))))
  await app.makeArchive('Reports')
  await page.getByRole('button', { name: 'Import', exact: true }).first().click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles([file])
  await expect(page.getByRole('region', { name: 'Import' })).toContainText('1 imported')
  await app.search('session')
  await app.openFirst()
  await app.reader.getByRole('tab', { name: 'Original' }).click()
  const sheet = (number: number): Locator => app.reader.getByRole('group', { name: `Page ${number}` })
  await expect(sheet(1).locator('canvas')).toBeVisible()
  await expect(app.reader.locator('[data-hit]')).toHaveCount(3)
  await expect(sheet(1).locator('[data-hit][data-current]')).toBeInViewport()
  await page.keyboard.press('F3')
  await expect(app.reader.locator('[data-hit][data-current]')).toHaveCount(1)
  await expect(sheet(2).locator('[data-hit][data-current]')).toBeInViewport()
  // The word begins fourteen letters of 7.2 points after the margin of 72, on a page 595 points wide.
  const [mark, paper] = [await sheet(2).locator('[data-hit]').boundingBox(), await sheet(2).boundingBox()]
  expect(((mark?.x ?? 0) - (paper?.x ?? 0)) / (paper?.width ?? 1)).toBeCloseTo((72 + 14 * 7.2) / 595, 2)
  expect((mark?.width ?? 0) / (paper?.width ?? 1)).toBeCloseTo((7 * 7.2) / 595, 2)
  await page.getByLabel('Go to page').fill('3')
  await page.getByLabel('Go to page').press('Enter')
  await expect(sheet(3)).toBeInViewport()
})

test('the page is refused without its token', async ({ page, address }) => {
  const answer = await page.request.post(`${new URL(address).origin}/api/call`, {
    data: { name: 'archives.list', input: {} },
  })
  expect(answer.status()).toBe(403)
})
