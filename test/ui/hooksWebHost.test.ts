import {
  compareHooks,
  files,
  loseKeyring,
  marker,
  scenario,
  seeHooks,
  seeWithAccessToken,
  signIn,
  viewport,
} from './hooksHands';
import { sharedPage } from './world';

describe('Hooks in the web worker host', () => {
  const settings = { 'remote.extensionKind': { 'bitbucket-webhook-events.bitbucket-webhook-events': ['web'] } };
  const journey = sharedPage({ scenario: { ...scenario, cors: true }, files, settings, viewport });

  it('are seen after signing in, wrong first, then right; with what is wrong with them; and are gone after signing out', async () => {
    await journey((page) => seeHooks(page, 'web-host-dark'));
  });

  it('are seen with an access token too, for what it is said to serve alone', async () => {
    await journey((page) => seeWithAccessToken(page, 'web-host-dark'));
  });

  it('are compared with the code of the open folder, without signing in and then with it', async () => {
    await journey((page) => compareHooks(page, 'web-host-dark'));
  });

  it('say so where the keyring has lost the token, and ask again', async () => {
    await journey((page) => loseKeyring(page, 'web-host-dark'));
  });

  it('say what is needed where the API lets no page send a token', async () => {
    await journey(async ({ workbench, replay }) => {
      await workbench.openEvents();
      await workbench.openHooks();
      await signIn(workbench, marker);
      const tree = workbench.tree('Hooks');
      await tree.row('Build and deploy').element.waitFor();
      replay({ cors: false });
      await workbench.runCommand('Bitbucket Webhooks: Refresh webhooks');
      const fault = tree.row('Server not reachable. Retry');
      await (await fault.tooltip()).filter({ hasText: 'desktop or remote window' }).waitFor();
      await tree.row('Build and deploy').element.waitFor();
    });
  });
});
