import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator } from 'playwright-core';
import { bitbucketScenario } from '../server/scenario';
import { chooseTarget, clickLens, withHandler } from './deliveryHands';
import { type Journey, sharedPage } from './world';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** VS Code's rows have no space between label and description, so that no sensible name holds their text as it is. */
const rules = { 'label-content-name-mismatch': { enabled: false } };

const rows = bitbucketScenario.subjectTypes['repository']?.slice(0, 3) ?? [];
const faults = [{ on: 'page=2', times: 1, status: 500, body: '' }];
const scenario = { subjectTypes: { repository: rows }, pageLength: 2, faults };
const files = { 'hook.yaml': 'events:\n  - repo:\n', 'repo-push.bitbucket.json': '{}' };

describe('Accessibility', () => {
  const journey = sharedPage({ scenario, files });

  it('gives a screen reader key, name and category of events, and says what the buttons do', async () => {
    await journey(async ({ workbench }) => {
      const { editor, page, quickInput } = workbench;
      const heard: string[] = [];
      const listen = async (elements: Locator): Promise<void> => {
        await elements.first().waitFor();
        for (const element of await elements.all()) {
          const [role, name] = [await element.getAttribute('role'), await element.getAttribute('aria-label')];
          heard.push(`${role ?? 'input'}: ${name ?? ''}`);
        }
      };
      const tree = await workbench.openEvents();
      await tree.row('repository').expand();
      await tree.row('Load more…').element.waitFor();
      await listen(tree.element);
      await listen(tree.element.locator('.monaco-list-row'));
      await tree.row('Load more…').click();
      await listen(tree.rowsWith('500'));
      await listen(workbench.viewAction('Refresh events'));
      for (const label of ['repository', 'repo:push']) {
        await tree.row(label).hover();
        await listen(tree.row(label).element.locator('.action-label'));
      }
      await workbench.runCommand('Bitbucket Webhooks: Copy event key');
      await quickInput.type('repo:push');
      await listen(quickInput.element.locator('input.input'));
      await listen(quickInput.rows('repo:push'));
      await quickInput.dismiss();
      // Only now is Bitbucket asked for what failed before.
      await tree.siblings(3).waitFor();
      await editor.open('hook.yaml');
      await editor.goTo(2, 10);
      await editor.suggestUntil('repo:push');
      await editor.triggerSuggest();
      await editor.suggest.showDetails('Sent when commits');
      await editor.press('ArrowDown');
      await editor.suggest.item('repo:fork').and(page.locator('[aria-label*="docs:"]')).waitFor();
      await listen(editor.suggest.item('repo:fork'));
      await workbench.picture('complete-details');
      assert.deepEqual(heard, [
        'tree: Events',
        'treeitem: repository',
        'treeitem: repo:push, Push, Repository',
        'treeitem: repo:fork, Fork, Repository',
        'treeitem: Load more… 2 of 3',
        'treeitem: Bitbucket answered with HTTP status 500. ' +
          'The server has a problem, which usually passes. Retry in a while. Retry',
        'button: Refresh events (F5)',
        'button: Refresh events',
        'button: Copy event key (Ctrl+C)',
        'input: Search by key, name, or what happens: “PR merged” - Copy Bitbucket webhook event key',
        'option: repo:push, Push · Repository, Sent when commits, branches or tags are pushed, ' +
          'and when a branch or tag is created or deleted. It lists at most 5 commits of each change.',
        'option: repo:fork, Bitbucket · Fork, Event, docs: Sent when the repository is forked.\n\n' +
          'Repository · Subject types: repository\n\nBitbucket’s key for “forked”\n\n' +
          '[Sample payload](sample/repo-fork.json) · ' +
          '[API reference](https://developer.atlassian.com/cloud/bitbucket/rest/api-group-webhooks/)',
      ]);
    });
  });

  it('passes an audit of both views, in a light theme and in high contrast', async () => {
    const walk = async ({ workbench, replay }: Journey, address: string): Promise<void> => {
      const { page } = workbench;
      replay({ ...bitbucketScenario, pageLength: 30, faults: [] });
      const tree = await workbench.openEvents();
      await tree.row('repository').expand();
      await workbench.viewAction('Refresh events').click();
      await tree.siblings(23).waitFor();
      await workbench.editor.open('repo-push.bitbucket.json');
      await clickLens(workbench, 'Send');
      await chooseTarget(workbench, address);
      const delivery = workbench.tree('Deliveries').rowsWith('500 repo:push').first();
      await delivery.waitFor();
      const heard = (await delivery.getAttribute('aria-label')) ?? '';
      assert.match(heard, /^repo:push, 500 Internal Server Error, 127\.0\.0\.1:\d+\/hook, \d+ ms, /);
      await page.evaluate(axe);
      for (const [theme, kind] of [
        ['Light Modern', 'vs'],
        ['Dark High Contrast', 'hc-black'],
      ] as const) {
        await workbench.chooseTheme(theme, kind);
        await workbench.picture(`views-${kind}`);
        for (const view of ['Events', 'Deliveries']) {
          const violations = await page.evaluate<unknown>(
            `axe.run('.monaco-list[aria-label="${view}"]', { rules: ${JSON.stringify(rules)} }).then(({ violations }) =>
              violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' | ')))`,
          );
          assert.deepEqual(violations, [], `${view}, ${theme}`);
        }
      }
    };
    await withHandler(
      () => 500,
      ({ address }) => journey((opened) => walk(opened, address)),
    );
  });
});
