import {
  answer,
  compareHooks,
  files,
  loseKeyring,
  marker,
  email,
  scenario,
  seeHooks,
  seeWithAccessToken,
  viewport,
} from './hooksHands';
import { sharedPage } from './world';

describe('Hooks in the workbench', () => {
  const journey = sharedPage({ scenario, files, viewport });

  it('are seen after signing in, wrong first, then right; with what is wrong with them; and are gone after signing out', async () => {
    await journey((page) => seeHooks(page, 'dark'));
  });

  it('are seen with an access token too, for what it is said to serve alone', async () => {
    await journey((page) => seeWithAccessToken(page, 'dark'));
  });

  it('are compared with the code of the open folder, without signing in and then with it', async () => {
    await journey((page) => compareHooks(page, 'dark'));
  });

  it('say so where the keyring has lost the token, and ask again', async () => {
    await journey((page) => loseKeyring(page, 'dark'));
  });
});

describe('Hooks in German', () => {
  const journey = sharedPage({ scenario, files, viewport, language: 'de' });

  it('are signed in to and shown in German', async () => {
    await journey(async ({ workbench }) => {
      await workbench.activityBar('Bitbucket-Webhooks').click();
      await workbench.openHooks();
      await workbench.page.getByText('Sehen Sie die Webhooks Ihrer Repositorys').waitFor();
      await workbench.runCommand('Bitbucket Webhooks: Bei Bitbucket anmelden');
      await workbench.quickInput.pick('API-Token');
      await answer(workbench, '(2/3)', email);
      await workbench.quickInput.element.getByText('mit Bereichen').waitFor();
      await workbench.picture('hooks-sign-in-german-dark');
      await answer(workbench, '(3/3)', marker);
      const tree = workbench.tree('Webhooks');
      await tree.row('jenkins:8080/bitbucket-hook').expand();
      await tree.row('Kein Geheimnis').element.waitFor();
      await workbench.picture('hooks-german-dark');
    });
  });
});
