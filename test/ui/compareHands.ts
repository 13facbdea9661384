import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { clickLens } from './deliveryHands';
import type { Workbench } from './workbench';
import { succeeds, until } from './workbenchUntil';

/** A program that receives webhooks, and what it is sent. */
export const receiver = {
  'src/handler.ts': `// Bitbucket
export function handle(eventKey: string): void {
  switch (eventKey) {
    case 'repo:push':
      return build();
    case 'pullrequest:fulfilled':
      return release();
  }
  if (eventKey.startsWith('pullrequest:comment_')) {
    answer();
  }
}
`,
  'hook.yaml': `# Bitbucket
events:
  - repo:push
  - repo:fork
  - pullrequest:comment_created
  - pullrequest:merged
`,
  'test/handler.test.ts': "request(app).post('/').set('X-Event-Key', 'repo:push');\n",
};

const line = ({ page }: Workbench, text: string) =>
  page.locator('.editor-group-container.active .view-line', { hasText: text });
const tab = ({ page }: Workbench, name: string) => page.locator(`.tab.active[data-resource-name="${name}"]`);

/**
 * Follows a link in a line of the text in front, as people do, to what it leads to. Again where that doesn't come: when
 * all links of a text have been found it is drawn anew, and the link under the mouse isn't one to click any more.
 */
async function follow(workbench: Workbench, text: string, link: string, target: Locator): Promise<void> {
  const { page } = workbench;
  const element = line(workbench, text).first();
  await until(`“${link}” leads to ${String(target)}`, async (patience) => {
    if (!(await target.isVisible())) {
      await element.locator('.detected-link', { hasText: link }).waitFor();
      await page.keyboard.down('ControlOrMeta');
      await element.locator('.detected-link', { hasText: link }).hover();
      await succeeds(element.locator('.detected-link-active').click({ timeout: patience }));
      await page.keyboard.up('ControlOrMeta');
    }
    return succeeds(target.waitFor({ timeout: patience }));
  });
}

/** Compares all events with the code, and goes wherever the result leads. */
export async function compareAll(workbench: Workbench, picture: string): Promise<void> {
  const { editor, page, quickInput } = workbench;
  await workbench.runCommand('Bitbucket Webhooks: Compare events with code');
  await tab(workbench, 'events-in-code.txt').waitFor();
  await line(workbench, 'Subscribed to, not handled (1)').waitFor();
  await line(workbench, 'Known mistakes').waitFor();
  await line(workbench, 'Handled, never subscribed to here (1)').waitFor();
  await page.locator('.detected-link').first().waitFor();
  await page.locator('.codelens-decoration > *', { hasText: 'Refresh' }).waitFor();
  await workbench.picture(picture);

  await clickLens(workbench, 'Copy create-hook request');
  await quickInput.pick('JSON body');
  await workbench.statusBarItem('Copied: JSON body').waitFor();
  const { events } = JSON.parse(await workbench.readClipboard()) as { events: string[] };
  assert.deepEqual(events, ['repo:push', 'pullrequest:fulfilled']);

  await follow(workbench, 'src/handler.ts:6', 'src/handler.ts:6', tab(workbench, 'handler.ts'));
  await page.locator('.statusbar-item', { hasText: 'Ln 6, Col 11' }).waitFor();
  await editor.goTo(8, 1);
  await editor.type("    case 'repo:fork':\n");
  await workbench.runCommand('Bitbucket Webhooks: Compare events with code');
  await tab(workbench, 'events-in-code.txt').waitFor();
  await line(workbench, 'Handled and subscribed to (2)').waitFor();
  assert.equal(await line(workbench, 'Subscribed to, not handled').count(), 0);
}

/** All places of an event, and its sample. */
export async function followEvent(workbench: Workbench, picture: string): Promise<void> {
  const { page } = workbench;
  await workbench.runCommand('Bitbucket Webhooks: Compare events with code');
  await line(workbench, 'Handled and subscribed to').waitFor();
  await follow(workbench, 'repo:push Sample', 'repo:push', page.locator('.peekview-widget'));
  await page.locator('.peekview-widget .monaco-list-row', { hasText: 'repo:push' }).first().waitFor();
  await workbench.picture(picture);
  await page.keyboard.press('Escape');
  await page.locator('.peekview-widget').waitFor({ state: 'detached' });
  const sample = page.locator('.tab.active[data-resource-name$=".json"]');
  await follow(workbench, 'repo:push Sample', 'Sample', sample);
}

/** One event, from its row. */
export async function compareOne(workbench: Workbench, picture: string): Promise<void> {
  const tree = await workbench.openEvents();
  await tree.row('repository').expand();
  await workbench.page.locator('.sidebar .pane-header').first().hover();
  await workbench.viewAction('More Actions').first().click();
  await workbench.page.locator('.monaco-menu .action-label', { hasText: 'Compare events with code' }).waitFor();
  await workbench.page.keyboard.press('Escape');
  await tree.row('repo:fork').contextMenu('Compare events with code');
  await tab(workbench, 'repo-fork-in-code.txt').waitFor();
  await line(workbench, 'repo:fork in the code of this workspace').waitFor();
  await line(workbench, 'hook.yaml:4').waitFor();
  assert.equal(await line(workbench, 'repo:push').count(), 0);
  await workbench.picture(picture);
}
