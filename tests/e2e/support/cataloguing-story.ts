import { expect } from '@playwright/test'
import type { AppPage } from './app-page.ts'

/**
 * An archivist's morning: goes through two documents by keys alone, corrects a value, refuses a name, takes that back, looks the
 * agreement up in the register, and undoes what was accepted. The same in the browser and on the desktop.
 */
export async function catalogueByKeys(app: AppPage): Promise<void> {
  const { page } = app
  const press = (key: string): Promise<void> => page.keyboard.press(key)
  await app.openSample()
  await app.search('file:2026-01-22-joint-communique-first-session')
  await page.getByRole('button', { name: 'Cataloguing…' }).click()
  const lane = app.dialog('Cataloguing')
  await expect(lane.getByText('3 documents to go through')).toBeVisible()

  // The proposal under the hand is marked in the text that it comes from.
  const proposals = lane.getByRole('region', { name: 'Proposals' })
  await expect(proposals.getByRole('button', { name: /^Title/ })).toBeFocused()
  for (let step = 0; step < 3; step++) await press('ArrowDown')
  await expect(proposals.getByRole('button', { name: /^Issued/ })).toBeFocused()
  await expect(lane.locator('mark')).toContainText('2026')

  await press('ArrowDown')
  await press('c')
  await page.keyboard.type('The two ministries')
  await press('Enter')
  await expect(proposals.getByText('Corrected, not saved yet')).toBeVisible()
  await press('a')
  await expect(lane.getByText('2 documents to go through')).toBeVisible()
  await expect(lane.getByText('1 done')).toBeVisible()

  // A name is refused, and stays refused.
  const names = proposals.getByRole('button', { name: /^(?:Not in the text|It is in the text)/ })
  await expect(names.first()).toBeVisible()
  const refuse = proposals.getByRole('button', { name: /^Not in the text: (?:Maroc|Morocco)$/ })
  await refuse.click()
  await expect(proposals.getByRole('button', { name: /^It is in the text: (?:Maroc|Morocco)$/ })).toBeVisible()
  await proposals.getByRole('button', { name: /^It is in the text: (?:Maroc|Morocco)$/ }).click()
  await expect(refuse).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Register of agreements' }).click()
  const register = app.dialog('Register of agreements')
  await register.getByRole('tab', { name: 'Promises' }).click()
  await expect(register.getByRole('list', { name: 'Promises' })).toBeVisible()
  await register.getByRole('tab', { name: 'What happened' }).click()
  await register.getByRole('button', { name: /^\d+ more$/ }).click()
  await expect(register.getByRole('region', { name: '2016' })).toContainText('Kigali')
  await register.getByRole('tab', { name: 'Parties' }).click()
  await expect(register.getByRole('img')).toBeVisible()
  await register
    .getByRole('row', { name: /Morocco · Rwanda.*17 June 2025/ })
    .getByRole('button')
    .click()
  await expect(register.getByRole('region', { name: 'Texts of the agreement' }).getByRole('listitem')).toHaveCount(3)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'History' }).click()
  const accepted = app
    .dialog('History')
    .getByRole('listitem')
    .filter({ hasText: /^Went through/ })
  await accepted.getByRole('button', { name: 'Undo' }).click()
  await expect(accepted).toContainText('undone')
  await page.keyboard.press('Escape')
  await app.search('has:catalogued')
  await expect(app.counts).toContainText('0 documents')
}
