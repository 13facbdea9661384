import { bitbucketScenario } from '../server/scenario';
import { journey, picture } from './world';

describe('The workbench in German', () => {
  it('speaks German in the view, the palette and the status bar', async () => {
    const faults = [{ on: '/repository', status: 500, body: '' }];
    // High enough for the last row to be in sight.
    const viewport = { width: 1280, height: 1000 };
    await journey({ scenario: { ...bitbucketScenario, faults }, language: 'de', viewport }, async ({ workbench }) => {
      await workbench.activityBar('Bitbucket-Webhooks').click();
      const tree = workbench.tree('Ereignisse');
      await tree.row('repository').expand();
      await tree.row('HTTP 500. Erneut versuchen').element.waitFor();
      await workbench.page.getByText(/^Mitgelieferte Liste vom \d+\.\d+\.\d+$/).waitFor();
      await tree.row('repo:push').inlineAction('Ereignisschlüssel kopieren');
      await workbench.statusBarItem('repo:push kopiert').waitFor();
      await workbench.screenshot(picture('german-dark'));
    });
  });
});
