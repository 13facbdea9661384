import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { pictureFile, takesPictures } from './pictures';
import { EditorPart } from './workbenchEditor';
import { QuickInput } from './workbenchQuickInput';
import { TreeView } from './workbenchTree';
import { until } from './workbenchUntil';

/**
 * VS Code's workbench in a page, as a person sees and uses it. Every action waits until it can be done, and every
 * question until it can be answered; nothing waits for a time to pass.
 */
export class Workbench {
  readonly editor: EditorPart;
  readonly quickInput: QuickInput;

  constructor(
    readonly page: Page,
    /** The folder that is open: this journey's own copy. */
    readonly folder: string,
  ) {
    this.quickInput = new QuickInput(page);
    this.editor = new EditorPart(page, folder, this.quickInput);
  }

  /** Until the workbench takes keys: it shows parts of itself before. */
  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor();
    await this.page.locator('.activitybar .action-item').first().waitFor();
  }

  /** Chooses a colour theme as people do. `kind` is the class that the workbench has in it. */
  async chooseTheme(name: string, kind: 'vs' | 'vs-dark' | 'hc-black' | 'hc-light'): Promise<void> {
    await this.runCommand('Preferences: Color Theme');
    await this.quickInput.type(name);
    await this.quickInput.rows(name).first().waitFor();
    await this.quickInput.accept();
    await this.quickInput.element.waitFor({ state: 'hidden' });
    await this.page.locator(`.monaco-workbench.${kind}`).waitFor();
  }

  /** Waits until the browser has stored a text that VS Code keeps for an extension: a reload loses what is on its way. */
  async untilStored(text: string): Promise<void> {
    const script = `(async () => {
      const resultOf = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const { name } of await indexedDB.databases()) {
        if (name.startsWith('vscode-web-state-db')) {
          const database = await resultOf(indexedDB.open(name));
          const values = await resultOf(database.transaction('ItemTable').objectStore('ItemTable').getAll());
          database.close();
          if (values.some((value) => String(value).includes(${JSON.stringify(text)}))) {
            return true;
          }
        }
      }
      return false;
    })()`;
    await until(`${text} is stored`, () => this.page.evaluate<boolean>(script));
  }

  /** Reloads the window, as people do; it comes back as it was. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  /** Has our views shown, whether they are already or not; resolves with the tree of the events. */
  async openEvents(): Promise<TreeView> {
    const tree = this.tree('Events');
    // A click on the icon would hide them.
    if (!(await tree.element.isVisible())) {
      await this.activityBar('Bitbucket Webhooks').click();
    }
    await tree.row('repository').element.waitFor();
    return tree;
  }

  /** Opens the view "Hooks" of the open container, which is collapsed at first, and pulls its edge up for its rows to be in sight. */
  async openHooks(): Promise<void> {
    // A view that is opened before VS Code has laid them all out is drawn below another one.
    await this.page.locator('.sidebar [role="tree"] .monaco-list-row').first().waitFor();
    const header = this.page.locator('.sidebar .pane-header', { hasText: 'Hooks' });
    if ((await header.getAttribute('aria-expanded')) === 'false') {
      await header.locator('.title').click();
    }
    await until('the view Hooks has room', async () => {
      // Which waits for views that are still moving: pulled at meanwhile, one goes astray.
      await header.hover();
      const { x = 0, y = 0, width = 0 } = (await header.boundingBox()) ?? {};
      if (y < 400) {
        return y > 0;
      }
      await this.drag([x + width / 2, y], [x + width / 2, 300]);
      return false;
    });
  }

  /** Drags the edge of the side bar to where it is so wide. */
  async resizeSideBar(width: number): Promise<void> {
    const { x, y, height, ...box } = (await this.page.locator('.part.sidebar').boundingBox()) ?? assert.fail();
    await this.drag([x + box.width, y + height / 2], [x + width, y + height / 2]);
  }

  private async drag(from: readonly [x: number, y: number], to: readonly [x: number, y: number]): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(...from);
    await mouse.down();
    await mouse.move(...to, { steps: 5 });
    await mouse.up();
  }

  /** The icon of a view container. */
  activityBar(title: string): Locator {
    return this.page.locator(`.activitybar .action-label[aria-label*="${title}"]`);
  }

  /** The tree of a view whose container is open. */
  tree(view: string): TreeView {
    return new TreeView(this.page, view);
  }

  /** What stands above the tree of a view: a text, or part of it. */
  viewMessage(text: string | RegExp): Locator {
    return this.page.locator('.sidebar .tree-explorer-viewlet-tree-view > .message', { hasText: text });
  }

  /** The bar below the title of the open view container while something is loaded. */
  get viewProgress(): Locator {
    return this.page.locator('.sidebar .monaco-progress-container.active');
  }

  /** The buttons in the title bars of views, or of the one that is named. */
  viewAction(title: string, view = ''): Locator {
    const header = this.page.locator('.sidebar .pane-header', { hasText: view });
    return header.locator(`.action-label[aria-label^="${title}"]`);
  }

  /** Opens the context menu of something; resolves with its entries. */
  async contextMenu(element: Locator): Promise<Locator> {
    await element.click({ button: 'right' });
    const entries = this.page.locator('.monaco-menu .action-item:not(.disabled) .action-label');
    await entries.first().waitFor();
    return entries;
  }

  /** Runs a command from the palette, by its full title with the category. */
  async runCommand(title: string): Promise<void> {
    await this.quickInput.run(title);
  }

  /** An item of the status bar by part of its text. Wait for it to see that a message appeared. */
  statusBarItem(text: string): Locator {
    return this.page.locator('.part.statusbar .statusbar-item', { hasText: text });
  }

  async statusBarText(): Promise<string> {
    return (await this.page.locator('.part.statusbar .statusbar-item').allInnerTexts()).join('\n');
  }

  async readClipboard(): Promise<string> {
    return this.page.evaluate<string>('navigator.clipboard.readText()');
  }

  async writeClipboard(text: string): Promise<void> {
    await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  }

  /** Leaves a picture, where those of all that journeys come by are wanted. */
  async picture(name: string): Promise<void> {
    if (takesPictures) {
      await this.screenshot(name);
    }
  }

  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: pictureFile(name), animations: 'disabled', caret: 'hide' });
  }

  /** Closes all editors and messages; what is not saved is, if VS Code need not ask where. */
  async tidyUp(): Promise<void> {
    const tabs = this.page.locator('.editor-group-container .tab');
    if ((await tabs.and(this.page.locator('.dirty')).count()) > 0) {
      await this.runCommand('File: Save All Files');
      await until('all is saved', async () => (await tabs.and(this.page.locator('.dirty')).count()) === 0);
    }
    if ((await tabs.count()) > 0) {
      await this.runCommand('View: Close All Editors');
      await until('all editors are closed', async () => (await tabs.count()) === 0);
    }
    const messages = this.page.locator('.notifications-center.visible, .notifications-toasts.visible');
    if ((await messages.count()) > 0) {
      await this.runCommand('Notifications: Clear All Notifications');
      await until('all messages are closed', async () => (await messages.count()) === 0);
    }
  }

  /** Leaves the page as a person does, so that VS Code ends this window's extension host right away. */
  async close(): Promise<void> {
    await this.page.goto('about:blank');
    await this.page.context().close();
  }
}
