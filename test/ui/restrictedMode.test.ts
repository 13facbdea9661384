import assert from 'node:assert/strict';
import { bitbucketScenario } from '../server/scenario';
import { journey, picture } from './world';

describe('The workbench in Restricted Mode', () => {
  it('does all three jobs, and takes no API address from the workspace', async () => {
    const files = {
      '.vscode/settings.json': JSON.stringify({ 'bitbucketWebhooks.apiBaseUrl': 'http://127.0.0.1:9/elsewhere' }),
      'hook.yaml': 'events:\n  - \n',
    };
    const settings = { 'security.workspace.trust.startupPrompt': 'never' };
    await journey(
      { scenario: bitbucketScenario, files, settings, workspaceTrust: true },
      async ({ workbench, requests }) => {
        await workbench.statusBarItem('Restricted Mode').waitFor();
        await workbench.activityBar('Bitbucket Webhooks').click();
        const tree = workbench.tree('Events');
        await tree.row('workspace').expand();
        await tree.row('repo:push').inlineAction('Copy event key');
        await workbench.statusBarItem('Copied repo:push').waitFor();
        await workbench.viewMessage('Live from Bitbucket').waitFor();
        assert.deepEqual(requests(), ['/hook_events', '/hook_events/workspace']);

        await workbench.editor.open('hook.yaml');
        await workbench.editor.goTo(2, 5);
        await workbench.editor.type('repo:f');
        await workbench.editor.suggest.accept('repo:fork');
        assert.equal(await workbench.editor.save(), 'events:\n  - repo:fork\n');
        await workbench.screenshot(picture('restricted-dark'));
      },
    );
  });
});
