import { type Locator, type Page, expect } from '@playwright/test'

/** The program as its user sees it, found by roles and names; the same in the browser and on the desktop. */
export class AppPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async openSample(): Promise<void> {
    await this.page.getByRole('button', { name: 'Try the sample archive' }).click()
    await expect(this.results).toBeVisible({ timeout: 60_000 })
  }

  async makeArchive(title: string): Promise<void> {
    await this.page.getByLabel('A new archive').fill(title)
    await this.page.getByRole('button', { name: 'Make it' }).click()
    await expect(this.page.getByRole('heading', { name: title })).toBeVisible()
  }

  get results(): Locator {
    return this.page.getByRole('grid', { name: 'Documents found' })
  }

  get rows(): Locator {
    return this.results.getByRole('row')
  }

  get reader(): Locator {
    return this.page.getByRole('main', { name: 'Reader' })
  }

  /** The sentence that counts the results. */
  get counts(): Locator {
    return this.page.getByRole('region', { name: 'Results' }).getByRole('status').first()
  }

  get searchBox(): Locator {
    return this.page.getByRole('combobox', { name: 'Search the archive' })
  }

  async search(text: string): Promise<void> {
    await this.searchBox.fill(text)
    await this.searchBox.press('Enter')
  }

  /** Opens the first document of the list. */
  async openFirst(): Promise<void> {
    await this.rows.first().click()
    await expect(this.reader.getByRole('heading').first()).toBeVisible()
  }

  async fromMenu(entry: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Menu', exact: true }).click()
    await this.page.getByRole('menuitem', { name: entry }).click()
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name })
  }
}
