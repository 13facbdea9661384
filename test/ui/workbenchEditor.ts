import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { QuickInput } from './workbenchQuickInput';
import { nextFrame, pressUntilVisible, succeeds, until } from './workbenchUntil';
import { SuggestWidget } from './workbenchSuggest';

/** The text editor in front. */
export class EditorPart {
  readonly suggest: SuggestWidget;
  private readonly element: Locator;
  private file = '';

  constructor(
    private readonly page: Page,
    private readonly folder: string,
    private readonly quickInput: QuickInput,
  ) {
    this.suggest = new SuggestWidget(page);
    this.element = page.locator('.editor-group-container.active .monaco-editor').first();
  }

  /** Opens a file of the folder with quick open. */
  async open(file: string): Promise<void> {
    this.file = file;
    // Files that were open come first, one of the same name in another folder among them.
    const parent = dirname(file) === '.' ? '' : basename(dirname(file));
    const row = this.quickInput.rows(basename(file)).filter({ hasText: parent }).first();
    // The whole path, for which quick open needs no index of the folder.
    await this.quickInput.open('ControlOrMeta+P', join(this.folder, file), row);
    await row.click();
    await this.activeTab(file).waitFor();
    await this.element.locator('.view-line').first().waitFor();
  }

  /** The same in the Explorer, which has to show: for files that are on no disk. */
  async openInExplorer(file: string): Promise<void> {
    this.file = file;
    await this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: file }).dblclick();
    await this.activeTab(file).waitFor();
    await this.element.locator('.view-line').first().waitFor();
  }

  /** Puts the cursor somewhere; both numbers count from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.quickInput.open('Control+G', `:${line}:${column}`, this.quickInput.rows().first());
    await this.quickInput.accept();
    await this.quickInput.element.waitFor({ state: 'hidden' });
    await this.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  /** Types as a person does, key by key. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Asks for completions with Ctrl+Space, until VS Code shows some or says that there are none. */
  async triggerSuggest(): Promise<void> {
    // On a slow machine VS Code at times does nothing at all, for a while after the editor has the focus back.
    await pressUntilVisible(this.page, 'Control+Space', this.suggest.element);
  }

  /** Asks for completions until one is offered, which tells that the extension has been activated; then lets go. */
  async suggestUntil(label: string): Promise<void> {
    await this.offerSuggestion(label);
    await this.suggest.dismiss();
  }

  /** Asks for completions until one is offered: in a large file there are none while all of it is read. */
  async offerSuggestion(label: string): Promise<void> {
    const { element } = this.suggest;
    await until(`“${label}” is offered`, async () => {
      if (await this.suggest.item(label).isVisible()) {
        return true;
      }
      if (!(await element.isVisible())) {
        await this.triggerSuggest();
      } else if (await element.getByText('No suggestions').isVisible()) {
        await this.page.keyboard.press('Escape');
      }
      return false;
    });
  }

  /** Asks for quick fixes at the cursor until this one is among them. */
  async offerQuickFix(title: string): Promise<Locator> {
    const fix = this.page.locator('.action-widget .monaco-list-row', { hasText: title });
    // VS Code drops the question when marks come or go before all have answered it, as TypeScript's do at its start. It
    // is asked by its name, since its key takes the chosen fix where the list has come after all.
    await until(`“${title}” is among the quick fixes`, async (patience) => {
      if (!(await fix.isVisible())) {
        await this.quickInput.run('Quick Fix...');
      }
      return succeeds(fix.waitFor({ timeout: patience }));
    });
    return fix;
  }

  async quickFix(title: string): Promise<void> {
    const fix = await this.offerQuickFix(title);
    await fix.hover();
    await fix.and(this.page.locator('.focused')).waitFor();
    // Not a click: other fixes come late, and move those that are there away from under the mouse.
    await this.page.keyboard.press('Enter');
  }

  /** The hover at the cursor, once it says something like this. */
  async showHover(text: string | RegExp): Promise<string> {
    await this.quickInput.run('Show or Focus Hover');
    const hover = this.page.locator('.monaco-hover:not(.hidden)', { hasText: text });
    await hover.waitFor();
    return hover.innerText();
  }

  /** Saves the file, if there is anything to save, and returns its whole text as it is on the disk then. */
  async save(): Promise<string> {
    const path = join(this.folder, this.file);
    const tab = this.activeTab(this.file);
    await nextFrame(this.page);
    if ((await tab.and(this.page.locator('.dirty')).count()) > 0) {
      const before = await lastWritten(path);
      await this.page.keyboard.press('ControlOrMeta+S');
      await until(`${this.file} is saved`, async () => (await lastWritten(path)) !== before);
      await tab.and(this.page.locator(':not(.dirty)')).waitFor();
    }
    return readFile(path, 'utf8');
  }

  private activeTab(file: string): Locator {
    return this.page.locator(`.editor-group-container.active .tab.active[data-resource-name="${basename(file)}"]`);
  }
}

const lastWritten = async (path: string): Promise<bigint> => (await stat(path, { bigint: true })).mtimeNs;
