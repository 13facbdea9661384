import type { Locator, Page } from 'playwright-core';
import { succeeds, until } from './workbenchUntil';

/** The tree of one view. */
export class TreeView {
  readonly element: Locator;

  constructor(
    private readonly page: Page,
    view: string,
  ) {
    this.element = page.locator(`.monaco-list[role="tree"][aria-label="${view}"]`);
  }

  /**
   * The row in sight with exactly this label, whatever status an answer has put before it; `occurrence` counts from 0
   * where several have it.
   */
  row(label: string, occurrence = 0): TreeRow {
    const escaped = label.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
    const name = this.page.locator('.label-name').getByText(new RegExp(`^(?:\\d{3} )?${escaped}$`));
    return new TreeRow(this.page, this.element.locator('.monaco-list-row', { has: name }).nth(occurrence));
  }

  /** The rows whose label or description holds this text. */
  rowsWith(text: string | RegExp): Locator {
    return this.element.locator('.monaco-list-row', { hasText: text });
  }

  /** A row that has so many siblings, itself included; wait for it to see that a list has this length. */
  siblings(count: number): Locator {
    return this.element.locator(`.monaco-list-row[aria-setsize="${count}"]`).first();
  }

  /** The labels of the rows in sight, from top to bottom. */
  async labels(): Promise<string[]> {
    const rows = await this.element.locator('.monaco-list-row').all();
    const labels: [number, string][] = await Promise.all(
      rows.map(async (row) => [
        Number(await row.getAttribute('data-index')),
        (await row.locator('.label-name').textContent()) ?? '',
      ]),
    );
    return labels.sort(([left], [right]) => left - right).map(([, label]) => label);
  }
}

/** Hovers over a row until its tooltip is in sight: a row that is drawn anew under a mouse at rest shows none. */
export async function tooltipOf(page: Page, row: Locator): Promise<Locator> {
  // VS Code says that it's loading until the extension has made it.
  const tooltip = page.locator('.workbench-hover-container .monaco-hover', { hasNotText: 'Loading...' });
  await until('the row shows its tooltip', async (patience) => {
    await page.mouse.move(0, 0);
    await row.locator('.label-name').hover();
    return succeeds(tooltip.waitFor({ timeout: patience }));
  });
  return tooltip;
}

export class TreeRow {
  constructor(
    private readonly page: Page,
    readonly element: Locator,
  ) {}

  async click(modifiers: ('ControlOrMeta' | 'Shift')[] = []): Promise<void> {
    await this.element.click({ modifiers });
  }

  /** Opens the row, unless it is open; its children appear when they are loaded. */
  async expand(): Promise<void> {
    const open = this.element.and(this.page.locator('[aria-expanded="true"]'));
    // While rows above come or go, the click may land where the row was.
    await until('the row is open', async (patience) => {
      await this.element.and(this.page.locator('[aria-expanded]')).waitFor();
      if ((await this.element.getAttribute('aria-expanded')) === 'false') {
        await this.element.locator('.monaco-tl-twistie').click();
      }
      return succeeds(open.waitFor({ timeout: patience }));
    });
  }

  async hover(): Promise<void> {
    await this.element.hover();
  }

  /** The row's tooltip, in sight. */
  tooltip(): Promise<Locator> {
    return tooltipOf(this.page, this.element);
  }

  async description(): Promise<string> {
    return this.element.locator('.label-description').innerText();
  }

  /** Clicks a button that the row shows when the mouse is on it. */
  async inlineAction(title: string): Promise<void> {
    await (await this.showInlineAction(title)).click();
  }

  /** Has the row show a button. */
  async showInlineAction(title: string): Promise<Locator> {
    const button = this.element.locator(`.action-label[aria-label^="${title}"]`);
    // Rows move when others come or go above them, and the mouse stays where it was.
    await until(`the row shows “${title}”`, async () => {
      await this.element.hover();
      return button.isVisible();
    });
    return button;
  }

  /** Drags the row into the text of an editor, to where the mouse is over `line`. */
  async dragInto(line: Locator): Promise<void> {
    await this.element.hover();
    await this.page.mouse.down();
    await line.hover();
    // Without it VS Code takes what is dropped for something to open.
    await this.page.keyboard.down('Shift');
    const target = this.page.locator('.monaco-editor .dnd-target');
    await until('the editor shows where the row would be dropped', async () => {
      await line.hover();
      return (await target.count()) > 0;
    });
    await this.page.mouse.up();
    await this.page.keyboard.up('Shift');
  }

  async contextMenu(item: string): Promise<void> {
    await this.element.click({ button: 'right' });
    const label = this.page.locator('.action-label').getByText(item, { exact: true });
    const entry = this.page.locator('.monaco-menu .action-item', { has: label });
    await entry.hover();
    await entry.and(this.page.locator('.focused')).waitFor();
    // Not a click: a menu takes no notice of those that follow its opening faster than a hand can.
    await this.page.keyboard.press('Enter');
    await entry.waitFor({ state: 'hidden' });
  }
}
