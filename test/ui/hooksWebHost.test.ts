import { files, itShowsHooks, marker, scenario, signIn, viewport } from './hooksHands';
import { sharedPage } from './world';

describe('Hooks in the web worker host', () => {
  const settings = { 'remote.extensionKind': { 'bitbucket-webhook-events.bitbucket-webhook-events': ['web'] } };
  const journey = sharedPage({ scenario: { ...scenario, cors: true }, files, settings, viewport });

  itShowsHooks(journey, 'web-host-dark');

  it('say what is needed where the API lets no page send a token', async () => {
    await journey(async ({ workbench, replay }) => {
      await workbench.openEvents();
      await workbench.openHooks();
      await signIn(workbench, marker);
      const tree = workbench.tree('Hooks');
      await tree.row('Build and deploy').element.waitFor();
      replay({ cors: false });
      await workbench.runCommand('Bitbucket Webhooks: Refresh webhooks');
      // Of the repository and of its workspace: the second one to come moves the rows.
      await tree.row('Server not reachable. Retry', 1).element.waitFor();
      const fault = tree.row('Server not reachable. Retry');
      await (await fault.tooltip()).filter({ hasText: 'desktop or remote window' }).waitFor();
      await tree.row('Build and deploy').element.waitFor();
    });
  });
});
