import type { Locator, Page } from 'playwright-core';
import { pressUntilVisible, succeeds, until } from './workbenchUntil';

/** The box at the top that the command palette, quick open and pick lists share. */
export class QuickInput {
  readonly element: Locator;

  constructor(private readonly page: Page) {
    this.element = page.locator('.quick-input-widget:visible');
  }

  /**
   * Opens a box of VS Code's own by its key and types there, until that brings a row. VS Code gives the focus back to a
   * tree that it has refreshed, even if a box has taken it just now; the box closes then, and people open it again. They
   * type again, too, where a list was made before extensions had their commands in it.
   */
  async open(key: string, text: string, row: Locator): Promise<void> {
    await until(`${key} and “${text}” bring ${String(row)}`, async (patience) => {
      await pressUntilVisible(this.page, key, this.element);
      const typed = this.type('', { timeout: patience }).then(() => this.type(text, { timeout: patience }));
      return succeeds(typed.then(() => row.waitFor({ timeout: patience })));
    });
  }

  /** Runs a command from the palette, by its full title with the category. */
  async run(title: string): Promise<void> {
    // Not a click: what the command opens may appear under the mouse before the button is up again.
    const row = this.rows(title).first();
    await this.open('F1', `>${title}`, row);
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

  /** Replaces what is typed in the box. `timeout` is in milliseconds. */
  async type(text: string, options: { readonly timeout?: number } = {}): Promise<void> {
    await this.element.locator('input.input').fill(text, options);
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
