import type { Locator, Page } from 'playwright-core';
import { until } from './workbenchUntil';

/** The box at the top that the command palette, quick open and pick lists share. */
export class QuickInput {
  readonly element: Locator;

  constructor(private readonly page: Page) {
    this.element = page.locator('.quick-input-widget:visible');
  }

  /** Runs a command from the palette, by its full title with the category. */
  async run(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.type(`>${title}`);
    // Not a click: what the command opens may appear under the mouse before the button is up again.
    const row = this.rows(title).first();
    await row.waitFor();
    await until(`“${title}” is the one that Enter runs`, async () => {
      if ((await row.and(this.page.locator('.focused')).count()) > 0) {
        return true;
      }
      await this.page.keyboard.press('ArrowDown');
      return false;
    });
    await this.page.keyboard.press('Enter');
  }

  /** The rows in sight whose label, description or detail holds this text. */
  rows(text: string | RegExp = ''): Locator {
    return this.element.locator('.quick-input-list .monaco-list-row', { hasText: text });
  }

  /** Replaces what is typed in the box. */
  async type(text: string): Promise<void> {
    await this.element.locator('input.input').fill(text);
  }

  /** The labels of the rows in sight, once there is one. */
  async labels(): Promise<string[]> {
    await this.rows().first().waitFor();
    return this.rows().locator('.quick-input-list-label .label-name, .label-name').allInnerTexts();
  }

  /** The titles of the groups in sight. */
  async separators(): Promise<string[]> {
    await this.rows().first().waitFor();
    const titles = await this.element.locator('.quick-input-list-separator').allInnerTexts();
    return titles.filter((title) => title.trim() !== '');
  }

  /** Clicks the first row with this text and waits until the box is done with it. */
  async pick(text: string): Promise<void> {
    await this.rows(text).first().click();
  }

  async accept(): Promise<void> {
    await this.page.keyboard.press('Enter');
  }

  async dismiss(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.element.waitFor({ state: 'hidden' });
  }
}
