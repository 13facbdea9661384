import assert from 'node:assert/strict';
import { bitbucketScenario } from '../server/scenario';
import { journey, picture } from './world';

/** Has VS Code run the installed extension where VS Code for the Web would: in the web worker extension host. */
const settings = { 'remote.extensionKind': { 'bitbucket-webhook-events.bitbucket-webhook-events': ['web'] } };

describe('The workbench with the web worker host', () => {
  it('does all three jobs, and marks and mends a wrong key', async () => {
    const files = { 'hook.yaml': '# Bitbucket\nevents:\n  - \n  - \n' };
    const scenario = { ...bitbucketScenario, cors: true };
    await journey({ scenario, files, settings }, async ({ workbench, requests }) => {
      const { editor, page } = workbench;
      const ofPage: string[] = [];
      page.context().on('request', (request) => ofPage.push(request.url()));
      await workbench.activityBar('Bitbucket Webhooks').click();
      const tree = workbench.tree('Events');
      await tree.row('repository').expand();
      await tree.row('repo:push').inlineAction('Copy event key');
      await workbench.statusBarItem('Copied repo:push').waitFor();
      assert.equal(await workbench.readClipboard(), 'repo:push');
      assert.deepEqual(requests(), ['/hook_events', '/hook_events/repository']);
      // The Node.js host would have asked from outside of the page.
      assert.equal(ofPage.filter((url) => url.includes('/hook_events')).length, 2);

      await workbench.runCommand('Bitbucket Webhooks: Copy event key');
      await workbench.quickInput.type('Merged');
      await workbench.quickInput.pick('pullrequest:fulfilled');
      await workbench.statusBarItem('Copied pullrequest:fulfilled').waitFor();

      await editor.open('hook.yaml');
      await editor.goTo(3, 5);
      await editor.type('merged');
      await editor.suggest.accept('pullrequest:fulfilled');
      await editor.goTo(4, 5);
      await editor.type('pullrequest:merged');
      await editor.press('Escape');
      await page.locator('.editor-group-container.active .squiggly-warning').first().waitFor();
      await editor.quickFix('Replace with “pullrequest:fulfilled”');
      await workbench.screenshot(picture('web-host-dark'));
      const mended = '# Bitbucket\nevents:\n  - pullrequest:fulfilled\n  - pullrequest:fulfilled\n';
      assert.equal(await editor.save(), mended);
    });
  });

  it('shows the bundled list and says why where the API keeps browsers out', async () => {
    await journey({ scenario: bitbucketScenario, settings }, async ({ workbench }) => {
      await workbench.activityBar('Bitbucket Webhooks').click();
      const retry = workbench.tree('Events').rowsWith(/not reachable. Retry/);
      await retry.waitFor();
      await workbench.viewMessage(/^Bundled list of/).waitFor();
      await retry.hover();
      await workbench.page
        .locator('.monaco-hover', { hasText: 'may also not allow requests from this page' })
        .waitFor();
      await workbench.screenshot(picture('web-host-without-cors-dark'));
    });
  });
});
