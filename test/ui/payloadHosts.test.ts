import assert from 'node:assert/strict';
import { bitbucketScenario } from '../server/scenario';
import type { Workbench } from './workbench';
import { journey, picture } from './world';

const extension = 'bitbucket-webhook-events.bitbucket-webhook-events';

async function showSample(workbench: Workbench, lensText: string): Promise<void> {
  const { page } = workbench;
  await workbench.activityBar('Bitbucket').click();
  const tree = page.locator('.sidebar .monaco-list[role="tree"]').first();
  await tree.locator('.monaco-list-row', { hasText: 'repository' }).first().locator('.monaco-tl-twistie').click();
  await tree.locator('.monaco-list-row', { hasText: 'repo:push' }).first().click();
  await page.locator('.view-line', { hasText: '"push": {' }).first().waitFor();
  await page.locator('.codelens-decoration a', { hasText: lensText }).waitFor();
}

describe('Payloads in every host', () => {
  it('are there in the web worker host', async () => {
    const settings = { 'remote.extensionKind': { [extension]: ['web'] } };
    await journey({ scenario: { ...bitbucketScenario, cors: true }, settings }, async ({ workbench }) => {
      await showSample(workbench, 'Recorded 2025');
      await workbench.runCommand('Bitbucket Webhooks: Edit a copy');
      await workbench.page.locator('.tab.active[data-resource-name="repo-push.commits.bitbucket.json"]').waitFor();
      await workbench.screenshot(picture('sample-web-host-dark'));
    });
  });

  it('are there in German, schema and sample in English', async () => {
    await journey({ scenario: bitbucketScenario, language: 'de' }, async ({ workbench }) => {
      await showSample(workbench, 'Aufgezeichnet 2025');
      await workbench.runCommand('Bitbucket Webhooks: Variante wählen');
      await workbench.quickInput.rows('Branch gelöscht').waitFor();
      await workbench.screenshot(picture('sample-german-dark'));
    });
  });

  it('are there in a virtual workspace: samples, names, copies, files with their schema, types', async () => {
    const name = 'repo-push.kept.bitbucket.json';
    const files = {
      [name]: '{"push": 1}',
      '.git/config': '[remote "origin"]\n\turl = https://bitbucket.org/my-team/my-repo.git\n',
    };
    await journey({ scenario: bitbucketScenario, files, isVirtual: true }, async ({ workbench }) => {
      const { editor, page, quickInput } = workbench;
      const tab = (name: string) => page.locator(`.tab.active[data-resource-name="${name}"]`);
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
      await workbench.screenshot(picture('sample-virtual-dark'));
      await workbench.runCommand('Bitbucket Webhooks: Copy payload type');
      await quickInput.pick('repo:push');
      await quickInput.accept();
      await workbench.statusBarItem('Copied the type of repo:push').waitFor();
      assert.match(await workbench.readClipboard(), /^export interface RepoPushPayload \{/m);
    });
  });

  it('are there in Restricted Mode', async () => {
    const settings = { 'security.workspace.trust.startupPrompt': 'never' };
    await journey({ scenario: bitbucketScenario, settings, workspaceTrust: true }, async ({ workbench }) => {
      await workbench.statusBarItem('Restricted Mode').waitFor();
      await showSample(workbench, 'Recorded 2025');
    });
  });
});
