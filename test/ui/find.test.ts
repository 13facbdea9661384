import assert from 'node:assert/strict';
import { bitbucketScenario } from '../server/scenario';
import { until } from './workbenchUntil';
import { sharedPage } from './world';

/** What has happened, as people tell it, and the key that they are after. */
const happenings: readonly (readonly [told: string, key: string])[] = [
  ['PR merged', 'pullrequest:fulfilled'],
  ['someone declined a PR', 'pullrequest:rejected'],
  ['delete branch', 'repo:push'],
  ['changes requested', 'pullrequest:changes_request_created'],
  ['build failed', 'repo:commit_status_updated'],
  ['pr:opened', 'pullrequest:created'],
];

const files = { 'hook.yaml': '# Bitbucket\nevents:\n  - \n' };

describe('Finding an event by what people say', () => {
  const journey = sharedPage({ scenario: bitbucketScenario, files });

  it('has what is meant first, in every list, and a list is never empty', async () => {
    await journey(async ({ workbench }) => {
      const { quickInput } = workbench;
      const first = quickInput.element.locator('.monaco-list-row[data-index="0"]');
      for (const [told, key] of happenings) {
        await workbench.runCommand('Bitbucket Webhooks: Copy event key');
        await quickInput.type(told);
        await first.filter({ hasText: key }).waitFor();
        await workbench.picture(`find-${key.replace(':', '-')}`);
        await quickInput.accept();
        await workbench.statusBarItem(`Copied ${key}`).waitFor();
        assert.equal(await workbench.readClipboard(), key);
      }

      const tree = await workbench.openEvents();
      await workbench.viewAction('Search events').click();
      await quickInput.type('pr declinde');
      await quickInput.element.getByText('No exact match. Did you mean …').waitFor();
      await first.filter({ hasText: 'pullrequest:rejected' }).waitFor();
      await workbench.picture('find-near');
      await quickInput.type('spaceship');
      await first.filter({ hasText: 'No event matches “spaceship”' }).waitFor();
      await quickInput.rows('repo:push').first().waitFor();
      await workbench.picture('find-none');
      await quickInput.type('force push');
      await first.filter({ hasText: 'repo:push' }).waitFor();
      await quickInput.accept();
      await tree.row('repo:push').element.and(workbench.page.locator('[aria-selected="true"].focused')).waitFor();
    });
  });

  it('keeps what is ticked off while something else is typed', async () => {
    await journey(async ({ workbench }) => {
      const { quickInput } = workbench;
      await workbench.runCommand('Bitbucket Webhooks: Copy event keys as JSON array');
      for (const [told, key] of [
        ['branch created', 'repo:push'],
        ['pr merge', 'pullrequest:fulfilled'],
      ] as const) {
        await quickInput.type(told);
        await quickInput.rows('repo:fork').waitFor({ state: 'detached' });
        await quickInput.pick(key);
        await quickInput.element.locator('.monaco-list-row[aria-checked="true"]', { hasText: key }).waitFor();
      }
      await quickInput.type('spaceship');
      await quickInput.element.getByText('No event matches “spaceship”').waitFor();
      await workbench.picture('find-several');
      await quickInput.accept();
      await workbench.statusBarItem('Copied 2 event keys').waitFor();
      assert.deepEqual(JSON.parse(await workbench.readClipboard()), ['repo:push', 'pullrequest:fulfilled']);
    });
  });

  it('completes a key by a word that it doesn’t have', async () => {
    await journey(async ({ workbench }) => {
      const { editor } = workbench;
      await editor.open('hook.yaml');
      await editor.goTo(3, 5);
      await editor.suggestUntil('repo:push');
      for (const [word, key] of [
        ['build', 'repo:commit_status_updated'],
        ['force', 'repo:push'],
        ['declined', 'pullrequest:rejected'],
      ] as const) {
        await editor.type(word);
        await until(`${word} brings ${key}`, () => editor.suggest.item(key).isVisible());
        await workbench.picture(`find-word-${word}`);
        await editor.suggest.dismiss();
        for (let letters = word.length; letters > 0; letters--) {
          await editor.press('Backspace');
        }
      }
    });
  });
});
