import assert from 'node:assert/strict';
import { bitbucketScenario } from '../server/scenario';
import type { HandledRequest } from '../support/handler';
import { allDelivered, chooseTarget, openDeliveries, shows, withHandler } from './deliveryHands';
import type { Workbench } from './workbench';
import { until } from './workbenchUntil';
import { sharedPage } from './world';

const isFork = ({ headers }: HandledRequest) => headers['x-event-key'] === 'repo:fork';

/** Selects three events in the view and sends them. */
async function sendThree(workbench: Workbench, address: string): Promise<void> {
  await openDeliveries(workbench);
  const tree = workbench.tree('Events');
  await tree.row('repository').expand();
  await tree.row('repo:push').click();
  await tree.row('repo:updated').click(['Shift']);
  await tree.row('repo:fork').contextMenu('Send test delivery');
  await takeUsualSamples(workbench);
  await chooseTarget(workbench, address);
}

/** Takes what is ticked off in the list of variants. */
async function takeUsualSamples({ quickInput }: Workbench): Promise<void> {
  await quickInput.element.locator('.quick-input-title', { hasText: 'What has happened' }).waitFor();
  await quickInput.rows().first().waitFor();
  await quickInput.accept();
}

describe('Deliveries of several events, and of what Bitbucket might not send', () => {
  const journey = sharedPage({
    scenario: bitbucketScenario,
    files: { 'notes.json': '{"any": "JSON"}' },
    viewport: { width: 1400, height: 1000 },
  });

  it('come one after the other, with a summary', async () => {
    await withHandler(
      (request) => (isFork(request) ? 500 : 'ok'),
      async ({ address, requests }) => {
        await journey(async ({ workbench }) => {
          await sendThree(workbench, address);
          await shows(workbench, '3 deliveries of 3 events to');
          await shows(workbench, '2 as expected, 1 not:');
          await shows(workbench, '1 not: 500 ');
          assert.equal(requests.length, 3);
          await workbench.picture('deliveries-several-dark');
        });
      },
    );
  });

  it('say how far they are, and stop when they are told to', async () => {
    await withHandler(
      (request) => (isFork(request) ? new Promise(() => undefined) : 'ok'),
      async ({ address, requests }) => {
        await journey(async ({ workbench }) => {
          await sendThree(workbench, address);
          await until('the second one is waited for', () => Promise.resolve(requests.some(isFork)));
          await workbench.runCommand('Notifications: Show Notifications');
          const center = workbench.page.locator('.notifications-center');
          await center.getByText(`Sending 3 deliveries to ${address}`).waitFor();
          await center.getByText('2 of 3: repo:fork').waitFor();
          await workbench.picture('deliveries-progress-dark');
          await center.getByRole('button', { name: 'Cancel' }).click();
          await shows(workbench, '2 deliveries of 2 events to');
          await shows(workbench, 'Cancelled');
          await workbench.statusBarItem('2 of 3 sent').waitFor();
          await allDelivered(workbench, 2);
          assert.equal(requests.length, 2);
        });
      },
    );
  });

  it('go after a question: an event whose body nobody knows, any JSON, and several of which some are unknown', async () => {
    await withHandler(
      () => 'ok',
      async ({ address, requests }) => {
        await journey(async ({ workbench }) => {
          const { editor, page, quickInput } = workbench;
          const dialog = page.locator('.monaco-dialog-box');
          const send = dialog.getByRole('button', { name: 'Send', exact: true });
          // High enough for all events to be in sight.
          await page.setViewportSize({ width: 1400, height: 2000 });
          await openDeliveries(workbench);
          await workbench.tree('Events').row('workspace').expand();
          const unknown = workbench.tree('Events').row('project:updated');
          await unknown.contextMenu('Send test delivery');
          await dialog.getByText('Nobody has published what Bitbucket sends with project:updated.').waitFor();
          await workbench.picture('deliveries-unknown-dark');
          await dialog.getByRole('button', { name: 'Cancel' }).click();
          await unknown.contextMenu('Send test delivery');
          await send.click();
          await chooseTarget(workbench, address);
          await allDelivered(workbench, 1);

          await editor.open('notes.json');
          await workbench.runCommand('Bitbucket Webhooks: Send editor text as test delivery');
          await quickInput.element.locator('.quick-input-title', { hasText: 'this text is the body of' }).waitFor();
          await quickInput.type('project:updated');
          await quickInput.pick('project:updated');
          await dialog.getByText('Send this text all the same?').waitFor();
          await send.click();
          await chooseTarget(workbench);
          await allDelivered(workbench, 2);
          await workbench.runCommand('Bitbucket Webhooks: Send editor text as test delivery');
          await quickInput.type('repo:fork');
          await quickInput.pick('repo:fork');
          await chooseTarget(workbench);
          await allDelivered(workbench, 3);

          await workbench.runCommand('Bitbucket Webhooks: Send several events');
          await quickInput.type('repo:push');
          await quickInput.pick('repo:push');
          await quickInput.type('project:updated');
          await quickInput.pick('project:updated');
          await quickInput.accept();
          await dialog.getByText('1 of 2 events can’t be sent. Send the others?').waitFor();
          await send.click();
          await takeUsualSamples(workbench);
          await chooseTarget(workbench);
          await shows(workbench, 'For Bitbucket, this delivery has arrived.');
          await allDelivered(workbench, 4);
          assert.deepEqual(
            requests.map(({ headers, body }) => [headers['x-event-key'], body.toString().slice(0, 15)]),
            [
              ['project:updated', '{}'],
              ['project:updated', '{"any": "JSON"}'],
              ['repo:fork', '{"any": "JSON"}'],
              ['repo:push', '{\n  "push": {\n  '.slice(0, 15)],
            ],
          );
        });
      },
    );
  });
});
