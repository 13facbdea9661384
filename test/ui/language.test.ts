import { bitbucketScenario } from '../server/scenario';
import { chooseTarget, clickLens, shows, withHandler } from './deliveryHands';
import { showSample } from './payloadHands';
import type { Workbench } from './workbench';
import { sharedPage } from './world';

async function readEvents(workbench: Workbench): Promise<void> {
  await workbench.activityBar('Bitbucket-Webhooks').click();
  const tree = workbench.tree('Ereignisse');
  await tree.row('repository').expand();
  await tree.row('HTTP 500. Erneut versuchen').element.waitFor();
  await workbench.viewMessage(/^Mitgelieferte Liste vom \d+\.\d+\.\d+$/).waitFor();
  await workbench.page.getByText('Senden Sie Ihrem Webhook-Handler').waitFor();
  await tree.row('repo:push').inlineAction('Ereignisschlüssel kopieren');
  await workbench.statusBarItem('repo:push kopiert').waitFor();
  await workbench.picture('german-dark');
}

/** The bodies are English in every language. */
async function readSample(workbench: Workbench): Promise<void> {
  const { quickInput } = workbench;
  await showSample(workbench, 'Aufgezeichnet 2025', 'Ereignisse');
  await workbench.runCommand('Bitbucket Webhooks: Variante wählen');
  await quickInput.rows('Branch gelöscht').waitFor();
  await workbench.picture('sample-german-dark');
  await quickInput.dismiss();
}

async function readDelivery(workbench: Workbench, address: string): Promise<void> {
  await workbench.editor.open('repo-push.bitbucket.json');
  await clickLens(workbench, 'Senden');
  await chooseTarget(workbench, address);
  await shows(workbench, 'Der Handler nimmt an dieser Adresse keine Zustellungen an.');
  await workbench.tree('Zustellungen').row('repo:push').element.waitFor();
  await workbench.picture('deliveries-german-dark');
}

describe('The workbench in German', () => {
  const journey = sharedPage({
    scenario: { ...bitbucketScenario, faults: [{ on: '/repository', status: 500, body: '' }] },
    files: { 'repo-push.bitbucket.json': '{}' },
    language: 'de',
    viewport: { width: 1400, height: 1000 },
  });

  it('speaks German in the views, the palette, the status bar, of samples and of deliveries', async () => {
    await withHandler(
      () => 404,
      async ({ address }) => {
        await journey(async ({ workbench }) => {
          await readEvents(workbench);
          await readSample(workbench);
          await readDelivery(workbench, address);
        });
      },
    );
  });
});
