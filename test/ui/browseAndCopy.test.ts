import assert from 'node:assert/strict';
import { bitbucketScenario, manyRows } from '../server/scenario';
import { until } from './workbenchUntil';
import type { TreeView } from './workbenchTree';
import { type Journey, sharedPage } from './world';

const fulfilled = { event: 'pullrequest:fulfilled', category: 'Pull Request', label: 'Merged' };
const scenario = {
  subjectTypes: {
    repository: [...manyRows(44), fulfilled],
    workspace: [...manyRows(3, 'workspace'), fulfilled],
  },
  pageLength: 20,
};

/** High enough for all the rows to be in sight, above the other view. */
const viewport = { width: 1280, height: 1800 };

/** Has the first page of one subject type shown, as it has just come, and nothing else. */
async function startOver({ workbench, replay, release }: Journey): Promise<TreeView> {
  const tree = await workbench.openEvents();
  await workbench.viewMessage('Live from Bitbucket').waitFor();
  await workbench.viewAction('Collapse All', 'Events').click();
  await tree.row('repository').expand();
  await tree.rowsWith('20 of 45').or(tree.siblings(45)).first().waitFor();
  replay({ faults: [{ on: '/repository', times: 1, hold: true }] });
  await tree.row('repository').inlineAction('Refresh events');
  await workbench.viewProgress.waitFor();
  release();
  await tree.siblings(21).waitFor();
  await workbench.viewProgress.waitFor({ state: 'detached' });
  return tree;
}

describe('Browse and copy in the workbench', () => {
  const journey = sharedPage({ scenario, viewport });

  it('finds an event by what people call it, and shows it in the tree', async () => {
    await journey(async ({ workbench, requests }) => {
      const { page, quickInput } = workbench;
      const tree = await workbench.openEvents();
      const search = async (): Promise<void> => {
        await workbench.viewAction('Search events').click();
        await quickInput.type('merged');
        await quickInput.rows('pullrequest:fulfilled').first().waitFor();
        await quickInput.accept();
      };
      await search();
      const found = tree.row('pullrequest:fulfilled').element.and(page.locator('[aria-selected="true"].focused'));
      await found.and(page.locator('[aria-setsize="45"]')).waitFor();
      assert.equal(requests().at(-1), '/hook_events/repository?page=3');
      await workbench.picture('search-dark');

      await workbench.viewAction('Collapse All', 'Events').click();
      await tree.row('workspace').expand();
      await search();
      await found.and(page.locator('[aria-setsize="4"]')).waitFor();
    });
  });

  it('shows 20, 40 and 45 events, and asks for no more than that needs', async () => {
    await journey(async (opened) => {
      const { workbench, requests } = opened;
      const tree = await startOver(opened);
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
        '/hook_events/repository',
        '/hook_events/repository?page=2',
        '/hook_events/repository?page=3',
      ]);
      await workbench.picture('pages-dark');
    });
  });

  it('shows progress while it loads, and starts over from page one on refresh', async () => {
    await journey(async (opened) => {
      const { workbench, requests, release, replay } = opened;
      const tree = await startOver(opened);
      replay({ faults: [{ on: 'page=2', times: 1, hold: true }] });
      await tree.row('Load more…').click();
      await tree.row('Loading…').element.waitFor();
      await workbench.viewProgress.waitFor();
      release();
      await tree.siblings(41).waitFor();

      await tree.row('repository').inlineAction('Refresh events');
      await tree.siblings(21).waitFor();
      assert.deepEqual(requests().slice(1), ['/hook_events/repository']);

      await workbench.runCommand('Bitbucket Webhooks: Load more events');
      await tree.siblings(41).waitFor();
      await tree.row('Load more…').contextMenu('Load more events');
      await tree.siblings(45).waitFor();
      await workbench.runCommand('Bitbucket Webhooks: Load more events');
      await workbench.statusBarItem('There are no more events to load').waitFor();

      // The focus is on the subject type now, and the button in the title means all of them.
      await workbench.viewAction('Refresh events').click();
      await until('everything is asked for again', () => Promise.resolve(requests().length === 6));
      assert.deepEqual(requests().slice(4), ['/hook_events', '/hook_events/repository']);
    });
  });

  it('copies from the tree: by its button, by its context menu, several at once', async () => {
    await journey(async ({ workbench }) => {
      const tree = await workbench.openEvents();
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
      await workbench.picture('copy-tree-dark');
    });
  });
});

describe('Browse and copy without a network', () => {
  const faults = [{ on: '', disconnect: true }];
  const journey = sharedPage({ scenario: { ...scenario, faults }, viewport });

  it('copies from the palette, without a network: what is clicked or Enter is pressed on, in every form', async () => {
    await journey(async ({ workbench }) => {
      const { quickInput } = workbench;
      await workbench.runCommand('Bitbucket Webhooks: Copy event key');
      await quickInput.rows('repo:push').first().waitFor();
      await workbench.picture('copy-palette-dark');
      // The label that people know from Bitbucket's pages finds the key.
      await quickInput.type('Merged');
      await quickInput.pick('pullrequest:fulfilled');
      await workbench.statusBarItem('Copied pullrequest:fulfilled').waitFor();
      assert.equal(await workbench.readClipboard(), 'pullrequest:fulfilled');

      const copied: [string, string][] = [
        ['Copy event key', 'pullrequest:rejected'],
        ['Copy event keys as JSON array', '[\n  "pullrequest:rejected"\n]'],
        ['Copy event keys as YAML list', '- pullrequest:rejected\n'],
      ];
      for (const [title, text] of copied) {
        await workbench.runCommand(`Bitbucket Webhooks: ${title}`);
        await quickInput.type('spaceship');
        // A box is never empty: it says so, and has all events below.
        await quickInput.element.getByText('No event matches “spaceship”').waitFor();
        await quickInput.rows('repo:push').first().waitFor();
        await quickInput.accept();
        await workbench.statusBarItem('No event matches “spaceship”').waitFor();
        await quickInput.type('declined');
        await quickInput.rows('pullrequest:rejected').first().waitFor();
        await workbench.picture(`pick-${title.split(' ').at(-1) ?? ''}-dark`);
        await quickInput.accept();
        await workbench.statusBarItem('Copied pullrequest:rejected').waitFor();
        assert.equal(await workbench.readClipboard(), text);
      }
    });
  });

  it('says which list it shows and why there is no newer one, and recovers on retry', async () => {
    await journey(async ({ workbench, replay }) => {
      const tree = await workbench.openEvents();
      const retry = tree.row('No connection. Retry');
      await retry.element.waitFor();
      assert.deepEqual(await tree.labels(), ['No connection. Retry', 'repository', 'workspace']);
      await workbench.viewMessage(/^Bundled list of/).waitFor();
      const tooltip = (await retry.tooltip()).filter({ hasText: 'The connection to 127.0.0.1' });
      await tooltip.getByRole('link', { name: 'http.proxy' }).waitFor();
      await workbench.picture('retry-dark');
      replay({ faults: [] });
      const gone = retry.element.waitFor({ state: 'detached' });
      // After a minute the list comes by itself: on a slow machine there may be no row left to click.
      await Promise.race([gone, retry.click().catch(() => gone)]);
      await gone;
      await workbench.viewMessage('Live from Bitbucket').waitFor();
      await tree.row('repository').expand();
      await tree.row('Load more…').element.waitFor();

      // Bitbucket answers, but not with a list.
      replay({ faults: [{ on: '/hook_events', status: 500 }] });
      await workbench.viewAction('Refresh events').click();
      await tree.row('HTTP 500. Retry').element.waitFor();
      await workbench.viewMessage(/^Fetched/).waitFor();
      assert.equal(await tree.rowsWith('Retry').count(), 1);
      await workbench.picture('refresh-failed-dark');
      await tree.row('Load more…').click();
      await tree.siblings(41).waitFor();
      assert.equal((await tree.labels())[0], 'HTTP 500. Retry');
    });
  });
});

describe('Browse before there is an answer', () => {
  const faults = [{ on: '', times: 2, hold: true }];
  const journey = sharedPage({ scenario: { ...scenario, faults }, viewport });

  it('shows the list at hand while Bitbucket takes its time, and leaves alone what stays', async () => {
    await journey(async ({ workbench, requests, release }) => {
      const { page } = workbench;
      const tree = await workbench.openEvents();
      await workbench.viewMessage(/^Bundled list of/).waitFor();
      await workbench.viewProgress.waitFor();
      await tree.row('repository').expand();
      await tree.siblings(23).waitFor();
      await tree.row('repo:push').click();
      await workbench.picture('at-hand-dark');
      release();
      await until('the events are asked for', () => Promise.resolve(requests().length === 2));
      assert.deepEqual(await tree.labels().then((labels) => labels.length), 25);
      release();
      await tree.rowsWith('20 of 45').waitFor();
      await workbench.viewMessage('Live from Bitbucket').waitFor();
      await workbench.viewProgress.waitFor({ state: 'detached' });
      await tree.row('repo:push').element.and(page.locator('[aria-selected="true"].focused')).waitFor();
      assert.equal((await tree.labels()).length, 23);
    });
  });
});

describe('Browse with a wrong setting', () => {
  const settings = { 'bitbucketWebhooks.apiBaseUrl': 'http://api.example.com/2.0' };
  const journey = sharedPage({ scenario, settings });

  it('leads to the setting that is wrong', async () => {
    await journey(async ({ workbench }) => {
      const tree = await workbench.openEvents();
      await tree.row('Wrong API base URL. Open setting').click();
      const setting = workbench.page.locator('.settings-editor .setting-item', { hasText: 'Api Base Url' });
      await setting.waitFor();
      assert.equal(await setting.locator('input').inputValue(), 'http://api.example.com/2.0');
      await workbench.picture('setting-dark');
    });
  });
});

describe('Copy while there is no answer yet', () => {
  const faults = [{ on: '', times: 2, hold: true }];
  const journey = sharedPage({ scenario: { ...bitbucketScenario, faults } });

  it('copies a row at the very moment at which news come, or says that it is gone', async () => {
    await journey(async ({ workbench, requests, release, replay }) => {
      const tree = await workbench.openEvents();
      await tree.row('repository').expand();
      // From the second time on, nothing comes between the click and the command.
      await tree.row('repo:push').inlineAction('Copy event key');
      await workbench.statusBarItem('Copied repo:push').waitFor();
      // The page stands still while it waits for this: the extension has an answer then, and the page nothing of it yet.
      await workbench.page.route('**/answered', async (route) => {
        release();
        await until('the extension has its answer', () => Promise.resolve(requests().length === 2));
        await route.fulfill({ body: '' });
      });
      const copyWhenAnswered = async (key: string): Promise<void> => {
        await tree.row(key).showInlineAction('Copy event key');
        await workbench.page.evaluate(`{
          const request = new XMLHttpRequest();
          request.open('GET', '/answered', false);
          request.send();
          document.querySelector('.monaco-list-row:hover .action-label[aria-label^="Copy event key"]').click();
        }`);
      };
      await copyWhenAnswered('repo:fork');
      await workbench.statusBarItem('Copied repo:fork').waitFor();
      assert.equal(await workbench.readClipboard(), 'repo:fork');

      // With one row less, VS Code asks for all of them anew.
      release();
      await workbench.viewMessage('Live from Bitbucket').waitFor();
      replay({ subjectTypes: { repository: bitbucketScenario.subjectTypes['repository'] ?? [] } });
      await workbench.viewAction('Refresh events').click();
      await until('Bitbucket is asked', () => Promise.resolve(requests().length === 1));
      await copyWhenAnswered('repo:updated');
      await workbench.statusBarItem('The list has just changed. Please try again.').waitFor();
      assert.equal(await workbench.readClipboard(), 'repo:fork');
    });
  });
});
