import assert from 'node:assert/strict';
import { bitbucketScenario } from '../server/scenario';
import { until } from './workbenchUntil';
import { sharedPage } from './world';

const events = bitbucketScenario.subjectTypes['repository'] ?? [];
const firstAnswer = { on: '/repository', times: 1, body: JSON.stringify({ values: events.slice(0, 3) }) };

const files = {
  'hook.json': '{ "events": [] }\n',
  'hook.yaml': 'events:\n  - repo:fork\n  \n',
  'other.yaml': 'events:\n  - repo:forked\n',
};

describe('Hands in the workbench', () => {
  const journey = sharedPage({ scenario: { ...bitbucketScenario, faults: [firstAnswer] }, files });

  it('copies and refreshes by the keyboard, groups by category, and remembers it', async () => {
    await journey(async ({ workbench, requests }) => {
      const tree = await workbench.openEvents();
      await tree.row('repository').expand();
      await tree.siblings(3).waitFor();
      await tree.row('repo:push').click();
      await workbench.page.keyboard.press('ControlOrMeta+C');
      await workbench.statusBarItem('Copied repo:push').waitFor();
      assert.equal(await workbench.readClipboard(), 'repo:push');
      // The arrow moves the focus, and leaves the selection where it is.
      await workbench.page.keyboard.press('ArrowDown');
      await workbench.page.keyboard.press('ControlOrMeta+C');
      await workbench.statusBarItem('Copied repo:fork').waitFor();
      assert.equal(await workbench.readClipboard(), 'repo:fork');
      await tree.row('repo:updated').click(['ControlOrMeta']);
      await workbench.page.keyboard.press('ControlOrMeta+C');
      await workbench.statusBarItem('Copied 2 event keys').waitFor();
      assert.equal(await workbench.readClipboard(), 'repo:push\nrepo:updated');

      await workbench.page.keyboard.press('F5');
      await tree.siblings(events.length).waitFor();
      await workbench.viewAction('Group events by category').click();
      await tree.row('Repository webhooks').element.waitFor();
      const category = tree.row('Pull Request');
      assert.equal(await category.description(), '13');
      const row = tree.row('fulfilled').element;
      assert.equal(await row.getAttribute('aria-label'), 'pullrequest:fulfilled, Merged, Pull Request');
      const menu = await workbench.contextMenu(row);
      const keyed = workbench.page.locator('.monaco-menu .action-item', { hasText: /^Copy event keyCtrl\+C$/ });
      await keyed.waitFor();
      assert.ok((await menu.allInnerTexts()).includes('Copy event keys as JSON array'));
      await workbench.picture('grouped-dark');
      await workbench.page.keyboard.press('Escape');
      await workbench.activityBar('Explorer').click();
      await tree.element.waitFor({ state: 'hidden' });
      const known = requests().length;
      await workbench.runCommand('Bitbucket Webhooks: Refresh events');
      await tree.row('Pull Request').element.waitFor();
      await until('Bitbucket is asked', () => Promise.resolve(requests().length > known));

      await workbench.reload();
      await workbench.runCommand('Bitbucket Webhooks: Refresh events');
      await tree.row('Repository webhooks').element.waitFor();
      await workbench.viewAction('Show events as a flat list').click();
      await tree.row('Repository webhooks').element.waitFor({ state: 'detached' });
    });
  });

  it('inserts events that are picked or dragged, in the form of the place, and searches the workspace for one', async () => {
    await journey(async ({ workbench }) => {
      const { editor, page, quickInput } = workbench;
      await editor.open('hook.json');
      await editor.goTo(1, 14);
      await workbench.runCommand('Bitbucket Webhooks: Insert event key');
      for (const key of ['repo:push', 'pullrequest:fulfilled']) {
        await quickInput.type(key);
        // What is ticked off in the list that is there before would not be in the one that comes.
        await quickInput.rows('repo:fork').waitFor({ state: 'detached' });
        await quickInput.pick(key);
      }
      await workbench.picture('insert-dark');
      await quickInput.accept();
      await page.locator('.view-line', { hasText: 'pullrequest:fulfilled' }).waitFor();
      assert.equal(await editor.save(), '{ "events": ["repo:push", "pullrequest:fulfilled"] }\n');

      await editor.open('hook.yaml');
      const tree = await workbench.openEvents();
      await tree.row('repository').expand();
      await tree.row('repo:push').dragInto(page.locator('.editor-group-container.active .view-line').nth(2));
      await page.locator('.view-line', { hasText: 'repo:push' }).waitFor();
      await workbench.picture('drag-dark');
      assert.equal(await editor.save(), 'events:\n  - repo:fork\n  - repo:push\n');

      await tree.row('repo:fork').contextMenu('Find event key in workspace');
      const found = page.locator('.search-view .monaco-list-row');
      await found.filter({ hasText: 'hook.yaml' }).waitFor();
      assert.equal(await found.filter({ hasText: 'other.yaml' }).count(), 0);
      await workbench.picture('find-dark');
    });
  });
});
