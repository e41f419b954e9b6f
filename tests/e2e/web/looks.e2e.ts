import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../support/web-fixtures.ts'

const languages = [
  { code: 'en', direction: 'ltr', undo: 'History' },
  { code: 'fr', direction: 'ltr', undo: 'Historique' },
  { code: 'ar', direction: 'rtl', undo: 'السجل' },
] as const

async function setPreferences(
  page: import('@playwright/test').Page,
  address: string,
  preferences: object,
): Promise<void> {
  const token = new URLSearchParams(new URL(address).hash.slice(1)).get('token') ?? ''
  await page.request.post(`${new URL(address).origin}/api/call`, {
    data: { name: 'preferences.set', input: preferences },
    headers: { 'x-chancery-token': token },
  })
  await page.reload()
}

for (const theme of ['light', 'dark'] as const) {
  for (const { code, direction, undo } of languages) {
    test(`the window in ${code}, ${theme}, has no fault that axe finds`, async ({ app, page, address }) => {
      await app.openSample()
      await setPreferences(page, address, { theme, language: code })
      await expect(page.locator('html')).toHaveAttribute('dir', direction)
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      await expect(page.getByRole('button', { name: undo, exact: true })).toBeVisible()
      await page.getByRole('grid').getByRole('row').first().click()
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
    })
  }
}
