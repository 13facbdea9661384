import { answer, files, itShowsHooks, marker, email, scenario, viewport } from './hooksHands';
import { sharedPage } from './world';

describe('Hooks in the workbench', () => {
  const journey = sharedPage({ scenario, files, viewport });

  itShowsHooks(journey, 'dark');
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
