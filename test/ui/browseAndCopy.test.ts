import assert from 'node:assert/strict';
import { manyRows } from '../server/scenario';
import type { Workbench } from './workbench';
import { until } from './workbenchUntil';
import { journey, picture } from './world';

const scenario = { subjectTypes: { repository: manyRows(45), workspace: manyRows(3, 'workspace') }, pageLength: 20 };

/** High enough for all the rows to be in sight, above the other view. */
const viewport = { width: 1280, height: 1800 };

async function openView(workbench: Workbench) {
  await workbench.activityBar('Bitbucket Webhooks').click();
  const tree = workbench.tree('Events');
  await tree.row('repository').element.waitFor();
  return tree;
}

describe('Browse and copy in the workbench', () => {
  it('shows 20, 40 and 45 events, and asks for no more than that needs', async () => {
    await journey({ scenario, viewport }, async ({ workbench, requests }) => {
      const tree = await openView(workbench);
      assert.deepEqual(await tree.labels(), ['repository', 'workspace']);
      assert.deepEqual(requests(), ['/hook_events']);

      await tree.row('repository').expand();
      for (const count of [20, 40]) {
        await tree.siblings(count + 1).waitFor();
        await tree.rowsWith(`${count} of 45`).waitFor();
        await tree.row('Load more…').click();
        // The first new row takes the selection over from the leaf that is gone.
        const firstNew = scenario.subjectTypes.repository[count]?.event ?? '';
        await tree.row(firstNew).element.and(workbench.page.locator('[aria-selected="true"]')).waitFor();
      }
      await tree.siblings(45).waitFor();
      const keys = scenario.subjectTypes.repository.map(({ event }) => event);
      assert.deepEqual(await tree.labels(), ['repository', ...keys, 'workspace']);
      assert.deepEqual(requests(), [
        '/hook_events',
        '/hook_events/repository',
        '/hook_events/repository?page=2',
        '/hook_events/repository?page=3',
      ]);
      await workbench.screenshot(picture('pages-dark'));
    });
  });

  it('shows progress while it loads, and starts over from page one on refresh', async () => {
    const faults = [{ on: 'page=2', times: 1, hold: true }];
    await journey({ scenario: { ...scenario, faults }, viewport }, async ({ workbench, requests, release }) => {
      const tree = await openView(workbench);
      await tree.row('repository').expand();
      await tree.row('Load more…').click();
      await tree.row('Loading…').element.waitFor();
      await workbench.page.locator('.sidebar .monaco-progress-container.active').waitFor();
      release();
      await tree.siblings(41).waitFor();

      await tree.row('repository').inlineAction('Refresh events');
      await tree.siblings(21).waitFor();
      assert.deepEqual(requests().slice(3), ['/hook_events/repository']);

      await workbench.runCommand('Bitbucket Webhooks: Load more events');
      await tree.siblings(41).waitFor();
      await tree.row('Load more…').contextMenu('Load more events');
      await tree.siblings(45).waitFor();
      await workbench.runCommand('Bitbucket Webhooks: Load more events');
      await workbench.statusBarItem('There are no more events to load').waitFor();

      // The focus is on the subject type now, and the button in the title means all of them.
      await workbench.viewAction('Refresh events').click();
      await until('everything is asked for again', () => Promise.resolve(requests().length === 8));
      assert.deepEqual(requests().slice(6), ['/hook_events', '/hook_events/repository']);
    });
  });

  it('copies from the tree: by its button, by its context menu, several at once', async () => {
    await journey({ scenario, theme: 'light' }, async ({ workbench }) => {
      const tree = await openView(workbench);
      await tree.row('workspace').expand();
      await tree.row('workspace:push').inlineAction('Copy event key');
      await workbench.statusBarItem('Copied workspace:push').waitFor();
      assert.equal(await workbench.readClipboard(), 'workspace:push');

      await tree.row('workspace:made_up_02').contextMenu('Copy event key');
      await workbench.statusBarItem('Copied workspace:made_up_02').waitFor();
      assert.equal(await workbench.readClipboard(), 'workspace:made_up_02');

      await tree.row('workspace:push').click();
      await tree.row('workspace:made_up_03').click(['Shift']);
      await tree.row('workspace:made_up_02').contextMenu('Copy event key');
      await workbench.statusBarItem('Copied 3 event keys').waitFor();
      assert.equal(await workbench.readClipboard(), 'workspace:push\nworkspace:made_up_02\nworkspace:made_up_03');
      await workbench.screenshot(picture('copy-tree-light'));
    });
  });

  it('copies from the palette before the view was opened and without a network', async () => {
    const faults = [{ on: '', disconnect: true }];
    await journey({ scenario: { ...scenario, faults } }, async ({ workbench }) => {
      await workbench.runCommand('Bitbucket Webhooks: Copy event key');
      await workbench.quickInput.rows('repo:push').first().waitFor();
      assert.ok((await workbench.quickInput.separators()).includes('Repository'));
      await workbench.screenshot(picture('copy-palette-dark'));
      // The label that people know from Bitbucket's pages finds the key.
      await workbench.quickInput.type('Merged');
      await workbench.quickInput.pick('pullrequest:fulfilled');
      await workbench.statusBarItem('Copied pullrequest:fulfilled').waitFor();
      assert.equal(await workbench.readClipboard(), 'pullrequest:fulfilled');
    });
  });

  it('says that it shows the bundled list when Bitbucket cannot be asked, and recovers on retry', async () => {
    const faults = [{ on: '/hook_events', times: 3, disconnect: true }];
    await journey({ scenario: { ...scenario, faults } }, async ({ workbench }) => {
      const tree = await openView(workbench);
      const retry = tree.row('No connection. Retry');
      await retry.element.waitFor();
      await workbench.page.getByText('Bitbucket could not be asked').waitFor();
      await retry.hover();
      await workbench.page.locator('.monaco-hover', { hasText: 'The connection to 127.0.0.1' }).waitFor();
      await workbench.screenshot(picture('retry-dark'));
      await retry.click();
      await retry.element.waitFor({ state: 'detached' });
      await tree.row('repository').expand();
      await tree.row('Load more…').element.waitFor();
      await workbench.page.getByText('Bitbucket could not be asked').waitFor({ state: 'detached' });
    });
  });
});
