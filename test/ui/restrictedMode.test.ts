import assert from 'node:assert/strict';
import { bitbucketScenario } from '../server/scenario';
import { clickLens, withHandler } from './deliveryHands';
import { showSample } from './payloadHands';
import type { Workbench } from './workbench';
import { sharedPage } from './world';

/** A workspace that would like to choose which API is asked. */
const files = {
  '.vscode/settings.json': JSON.stringify({ 'bitbucketWebhooks.apiBaseUrl': 'http://127.0.0.1:9/elsewhere' }),
  'hook.yaml': 'events:\n  - \n',
  'repo-push.bitbucket.json': '{}',
};

async function browseAndCopy(workbench: Workbench): Promise<void> {
  await workbench.activityBar('Bitbucket Webhooks').click();
  const tree = workbench.tree('Events');
  await tree.row('workspace').expand();
  await tree.row('repo:push').inlineAction('Copy event key');
  await workbench.statusBarItem('Copied repo:push').waitFor();
  await workbench.viewMessage('Live from Bitbucket').waitFor();
}

async function complete({ editor }: Workbench): Promise<void> {
  await editor.open('hook.yaml');
  await editor.goTo(2, 5);
  await editor.type('repo:f');
  await editor.suggest.accept('repo:fork');
  assert.equal(await editor.save(), 'events:\n  - repo:fork\n');
}

async function waitWithDelivery(workbench: Workbench): Promise<void> {
  const { page, quickInput } = workbench;
  await workbench.editor.open('repo-push.bitbucket.json');
  await clickLens(workbench, 'Send');
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.getByText('Deliveries are sent when you trust this folder').waitFor();
  await workbench.picture('deliveries-restricted-dark');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  assert.equal(await quickInput.element.count(), 0);
}

async function verify(workbench: Workbench): Promise<void> {
  const { quickInput } = workbench;
  await workbench.runCommand('Bitbucket Webhooks: Verify signature');
  await quickInput.pick('Text of repo-push.bitbucket.json');
  await quickInput.element.locator('.quick-input-title', { hasText: '2/3' }).waitFor();
  await quickInput.dismiss();
}

async function findNoSignIn(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await workbench.openHooks();
  await page.getByText('In Restricted Mode no token is read or sent').waitFor();
  await workbench.runCommand('Bitbucket Webhooks: Sign in to Bitbucket');
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.getByText('You can sign in when you trust this folder').waitFor();
  await workbench.picture('hooks-restricted-dark');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  assert.equal(await workbench.quickInput.element.count(), 0);
}

describe('The workbench in Restricted Mode', () => {
  const settings = { 'security.workspace.trust.startupPrompt': 'never' };
  const journey = sharedPage({ scenario: bitbucketScenario, files, settings, workspaceTrust: true });

  it('does all but sending and signing in, and takes no API address from the workspace', async () => {
    await withHandler(
      () => 'ok',
      async (handler) => {
        await journey(async ({ workbench, requests }) => {
          await workbench.statusBarItem('Restricted Mode').waitFor();
          await browseAndCopy(workbench);
          assert.deepEqual(requests(), ['/hook_events', '/hook_events/workspace']);
          await findNoSignIn(workbench);
          await complete(workbench);
          await workbench.picture('restricted-dark');
          await showSample(workbench, 'Recorded 2025');
          await waitWithDelivery(workbench);
          await verify(workbench);
          assert.equal(handler.requests.length, 0);
        });
      },
    );
  });
});
