import assert from 'node:assert/strict';
import { bitbucketScenario } from '../server/scenario';
import { showSample } from './payloadHands';
import { sharedPage } from './world';

describe('Payloads in another file system', () => {
  const name = 'repo-push.kept.bitbucket.json';
  const files = {
    [name]: '{"push": 1}',
    '.git/config': '[remote "origin"]\n\turl = https://bitbucket.org/my-team/my-repo.git\n',
  };
  const journey = sharedPage({ scenario: bitbucketScenario, files, isVirtual: true });

  it('are there: samples, names, copies, files with their schema, types', async () => {
    await journey(async ({ workbench }) => {
      const { editor, page, quickInput } = workbench;
      const tab = (name: string) => page.locator(`.tab.active[data-resource-name="${name}"]`);
      await workbench.activityBar('Bitbucket').click();
      await workbench.tree('Events').row('repository').expand();
      await showSample(workbench, 'Recorded 2025');
      await workbench.runCommand('Bitbucket Webhooks: Use names of this repository');
      await tab('repo-push.commits.json').waitFor();
      await workbench.runCommand('Bitbucket Webhooks: Copy sample payload');
      await workbench.statusBarItem('Copied the sample').waitFor();
      assert.match(await workbench.readClipboard(), /"full_name": "my-team\/my-repo"/);

      await workbench.runCommand('Bitbucket Webhooks: Edit a copy');
      await tab('repo-push.commits.bitbucket.json').waitFor();
      await editor.goTo(1, 2);
      await page.keyboard.insertText('"actor": 1, ');
      await page.locator('.squiggly-warning').first().waitFor();

      await workbench.runCommand('View: Show Explorer');
      await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).click();
      await tab(name).waitFor();
      await page.locator('.squiggly-warning').first().waitFor();
      await page.locator('.codelens-decoration a', { hasText: 'Send' }).waitFor();
      await workbench.picture('sample-virtual-dark');
      await workbench.runCommand('Bitbucket Webhooks: Copy payload type');
      await quickInput.pick('repo:push');
      await quickInput.accept();
      await quickInput.pick('TypeScript');
      await workbench.statusBarItem('Copied the type of repo:push').waitFor();
      assert.match(await workbench.readClipboard(), /^export interface RepoPushPayload \{/m);
    });
  });
});
