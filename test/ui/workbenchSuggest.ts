import type { Locator, Page } from 'playwright-core';
import { pressUntilVisible } from './workbenchUntil';

/** The list of completions. */
export class SuggestWidget {
  readonly element: Locator;

  constructor(private readonly page: Page) {
    this.element = page.locator('.suggest-widget.visible');
  }

  /** The item with exactly this label; wait for it to see that it is offered. */
  item(label: string): Locator {
    const name = this.page.locator('.label-name').getByText(label, { exact: true });
    return this.element.locator('.monaco-list-row', { has: name });
  }

  /** The labels in sight, once there is one. */
  async labels(): Promise<string[]> {
    await this.element.locator('.monaco-list-row').first().waitFor();
    return this.element.locator('.monaco-list-row .label-name').allInnerTexts();
  }

  /** Chooses the item with this label and accepts it. */
  async accept(label: string, key: 'Enter' | 'Tab' = 'Enter'): Promise<void> {
    const item = this.item(label);
    await item.waitFor();
    for (let moves = 0; !(await isFocused(item)); moves++) {
      if (moves === 50) {
        throw new Error(`The arrow keys did not reach “${label}” among: ${(await this.labels()).join(', ')}`);
      }
      await this.page.keyboard.press('ArrowDown');
    }
    await this.page.keyboard.press(key);
    await this.element.waitFor({ state: 'hidden' });
  }

  /** Opens what is known of the focused item beside the list, or leaves it open, until it holds this text. */
  async showDetails(text: string): Promise<void> {
    await this.element.locator('.monaco-list-row.focused').waitFor();
    // The key opens and closes, and VS Code remembers which from the last list.
    await pressUntilVisible(this.page, 'Control+Space', this.page.locator('.suggest-details').getByText(text));
  }

  async dismiss(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.element.waitFor({ state: 'hidden' });
  }
}

async function isFocused(item: Locator): Promise<boolean> {
  return (await item.getAttribute('class'))?.split(' ').includes('focused') === true;
}
