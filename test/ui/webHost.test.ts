import assert from 'node:assert/strict';
import { bitbucketScenario } from '../server/scenario';
import { showSample } from './payloadHands';
import type { Workbench } from './workbench';
import { tooltipOf } from './workbenchTree';
import { sharedPage } from './world';

/** Has VS Code run the installed extension where VS Code for the Web would: in the web worker extension host. */
const settings = { 'remote.extensionKind': { 'bitbucket-webhook-events.bitbucket-webhook-events': ['web'] } };

const retryRow = (workbench: Workbench) => workbench.tree('Events').rowsWith(/not reachable. Retry/);

/** Why there is only the bundled list where the API keeps browsers out. */
async function seeWhyNot(workbench: Workbench): Promise<void> {
  await workbench.activityBar('Bitbucket Webhooks').click();
  const retry = retryRow(workbench);
  await retry.waitFor();
  await workbench.viewMessage(/^Bundled list of/).waitFor();
  const tooltip = await tooltipOf(workbench.page, retry);
  await tooltip.filter({ hasText: 'may also not allow requests from this page' }).waitFor();
  await workbench.picture('web-host-without-cors-dark');
}

async function copyFromView(workbench: Workbench): Promise<void> {
  await workbench.viewMessage('Live from Bitbucket').waitFor();
  const tree = workbench.tree('Events');
  await tree.row('repository').expand();
  await tree.row('repo:push').inlineAction('Copy event key');
  await workbench.statusBarItem('Copied repo:push').waitFor();
  assert.equal(await workbench.readClipboard(), 'repo:push');
}

async function copyFromPalette(workbench: Workbench): Promise<void> {
  await workbench.runCommand('Bitbucket Webhooks: Copy event key');
  await workbench.quickInput.type('Merged');
  await workbench.quickInput.pick('pullrequest:fulfilled');
  await workbench.statusBarItem('Copied pullrequest:fulfilled').waitFor();
}

async function completeAndMend(workbench: Workbench): Promise<void> {
  const { editor, page } = workbench;
  await editor.open('hook.yaml');
  await editor.goTo(3, 5);
  await editor.type('merged');
  await editor.suggest.accept('pullrequest:fulfilled');
  await editor.goTo(4, 5);
  await editor.type('pullrequest:declined');
  await editor.press('Escape');
  await page.locator('.editor-group-container.active .squiggly-warning').first().waitFor();
  await editor.quickFix('Replace with “pullrequest:rejected”');
  await workbench.picture('web-host-dark');
  const mended = '# Bitbucket\nevents:\n  - pullrequest:fulfilled\n  - pullrequest:rejected\n';
  assert.equal(await editor.save(), mended);
}

async function editSample(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await showSample(workbench, 'Recorded 2025');
  await workbench.runCommand('Bitbucket Webhooks: Edit a copy');
  await page.locator('.tab.active[data-resource-name="repo-push.commits.bitbucket.json"]').waitFor();
  await workbench.picture('sample-web-host-dark');
}

/** A page can send no such delivery. */
async function findNothingToSend(workbench: Workbench): Promise<void> {
  const { page, quickInput } = workbench;
  await workbench.editor.open('repo-push.bitbucket.json');
  assert.equal(await page.locator('.pane-header', { hasText: 'Deliveries' }).count(), 0);
  const verify = quickInput.rows('Bitbucket Webhooks: Verify signature');
  await quickInput.open('F1', '>Bitbucket Webhooks: Verify signature', verify.first());
  await quickInput.type('>Bitbucket Webhooks: Send test delivery');
  await verify.waitFor({ state: 'detached' });
  assert.equal(await quickInput.rows('Bitbucket Webhooks: Send').count(), 0);
  await quickInput.dismiss();
  assert.equal(await page.locator('.codelens-decoration a', { hasText: 'Send' }).count(), 0);
}

async function verifySignature(workbench: Workbench): Promise<void> {
  const { page, quickInput } = workbench;
  await workbench.runCommand('Bitbucket Webhooks: Verify signature');
  await quickInput.pick('Text of repo-push.bitbucket.json');
  await quickInput.element.locator('.quick-input-title', { hasText: '2/3' }).waitFor();
  await quickInput.accept();
  await quickInput.element.locator('.quick-input-title', { hasText: '3/3' }).waitFor();
  await quickInput.accept();
  await page.locator('.monaco-dialog-box', { hasText: 'There is no signature.' }).waitFor();
  await workbench.picture('deliveries-web-host-dark');
}

describe('The workbench with the web worker host', () => {
  const files = { 'hook.yaml': '# Bitbucket\nevents:\n  - \n  - \n', 'repo-push.bitbucket.json': '{}' };
  const journey = sharedPage({ scenario: bitbucketScenario, files, settings });

  it('does all but sending, and says why where the API keeps browsers out', async () => {
    await journey(async ({ workbench, requests, replay }) => {
      await seeWhyNot(workbench);
      replay({ cors: true });
      const ofPage: string[] = [];
      workbench.page.context().on('request', (request) => ofPage.push(request.url()));
      await retryRow(workbench).click();
      await copyFromView(workbench);
      assert.deepEqual(requests(), ['/hook_events', '/hook_events/repository']);
      // The Node.js host would have asked from outside of the page.
      assert.equal(ofPage.filter((url) => url.includes('/hook_events')).length, 2);
      await copyFromPalette(workbench);
      await completeAndMend(workbench);
      await editSample(workbench);
      await findNothingToSend(workbench);
      await verifySignature(workbench);
    });
  });
});
