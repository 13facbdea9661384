import assert from 'node:assert/strict';
import { bitbucketScenario } from '../server/scenario';
import { chooseTarget, shows, withHandler } from './deliveryHands';
import { journey, picture } from './world';

/** High enough for all events to be in sight. */
const viewport = { width: 1280, height: 2000 };
const scenario = bitbucketScenario;

describe('Deliveries of what Bitbucket might not send', () => {
  it('go after a question: an event whose body nobody knows, any JSON, and several of which some are unknown', async () => {
    const files = { 'notes.json': '{"any": "JSON"}' };
    await withHandler(
      () => 'ok',
      async ({ address, requests }) => {
        await journey({ scenario, viewport, files }, async ({ workbench }) => {
          const { editor, page, quickInput } = workbench;
          const dialog = page.locator('.monaco-dialog-box');
          const send = dialog.getByRole('button', { name: 'Send', exact: true });
          const deliveries = workbench.tree('Deliveries');
          await workbench.activityBar('Bitbucket Webhooks').click();
          await workbench.tree('Events').row('workspace').expand();
          const unknown = workbench.tree('Events').row('project:updated');
          await unknown.contextMenu('Send test delivery');
          await dialog.getByText('Nobody has published what Bitbucket sends with project:updated.').waitFor();
          await workbench.screenshot(picture('deliveries-unknown-dark'));
          await dialog.getByRole('button', { name: 'Cancel' }).click();
          await unknown.contextMenu('Send test delivery');
          await send.click();
          await chooseTarget(workbench, address);
          await deliveries.siblings(1).waitFor();

          await editor.open('notes.json');
          await workbench.runCommand('Bitbucket Webhooks: Send editor text as test delivery');
          await quickInput.element.locator('.quick-input-title', { hasText: 'this text is the body of' }).waitFor();
          await quickInput.type('project:updated');
          await quickInput.pick('project:updated');
          await dialog.getByText('Send this text all the same?').waitFor();
          await send.click();
          await chooseTarget(workbench);
          await deliveries.siblings(2).waitFor();
          await workbench.runCommand('Bitbucket Webhooks: Send editor text as test delivery');
          await quickInput.type('repo:fork');
          await quickInput.pick('repo:fork');
          await chooseTarget(workbench);
          await deliveries.siblings(3).waitFor();

          await workbench.runCommand('Bitbucket Webhooks: Send test deliveries of several events');
          await quickInput.type('repo:push');
          await quickInput.pick('repo:push');
          await quickInput.type('project:updated');
          await quickInput.pick('project:updated');
          await quickInput.accept();
          await dialog.getByText('1 of 2 events can’t be sent. Send the others?').waitFor();
          await send.click();
          await chooseTarget(workbench);
          await shows(workbench, 'For Bitbucket, this delivery has arrived.');
          await deliveries.siblings(4).waitFor();
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
