import assert from 'node:assert/strict';
import { bitbucketScenario } from '../server/scenario';
import type { HandledRequest } from '../support/handler';
import { chooseTarget, shows, withHandler } from './deliveryHands';
import type { Workbench } from './workbench';
import { until } from './workbenchUntil';
import { journey, picture } from './world';

const viewport = { width: 1400, height: 1000 };
const scenario = bitbucketScenario;
const isFork = ({ headers }: HandledRequest) => headers['x-event-key'] === 'repo:fork';

/** Selects three events in the view and sends them. */
async function sendThree(workbench: Workbench, address: string): Promise<void> {
  await workbench.activityBar('Bitbucket Webhooks').click();
  const tree = workbench.tree('Events');
  await tree.row('repository').expand();
  await tree.row('repo:push').click();
  await tree.row('repo:updated').click(['Shift']);
  await tree.row('repo:fork').contextMenu('Send test delivery');
  await chooseTarget(workbench, address);
}

describe('Deliveries of several events', () => {
  it('come one after the other, with a summary', async () => {
    await withHandler(
      (request) => (isFork(request) ? 500 : 'ok'),
      async ({ address, requests }) => {
        await journey({ scenario, viewport }, async ({ workbench }) => {
          await sendThree(workbench, address);
          await shows(workbench, '3 deliveries to');
          await shows(workbench, '500 Internal Server Error');
          assert.equal(requests.length, 3);
          await workbench.screenshot(picture('deliveries-several-dark'));
        });
      },
    );
  });

  it('say how far they are, and stop when they are told to', async () => {
    await withHandler(
      (request) => (isFork(request) ? new Promise(() => undefined) : 'ok'),
      async ({ address, requests }) => {
        await journey({ scenario, viewport }, async ({ workbench }) => {
          await sendThree(workbench, address);
          await until('the second one is waited for', () => Promise.resolve(requests.some(isFork)));
          await workbench.runCommand('Notifications: Show Notifications');
          const center = workbench.page.locator('.notifications-center');
          await center.getByText(`Sending 3 events to ${address}`).waitFor();
          await center.getByText('2 of 3: repo:fork').waitFor();
          await workbench.screenshot(picture('deliveries-progress-dark'));
          await center.getByRole('button', { name: 'Cancel' }).click();
          await shows(workbench, '2 deliveries to');
          await shows(workbench, 'Cancelled');
          await workbench.statusBarItem('2 of 3 sent').waitFor();
          await workbench.tree('Deliveries').siblings(2).waitFor();
          assert.equal(requests.length, 2);
        });
      },
    );
  });
});
