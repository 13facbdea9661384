import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bitbucketScenario } from '../server/scenario';
import { chooseTarget, clickLens, shows, withHandler } from './deliveryHands';
import { until } from './workbenchUntil';
import { journey, picture } from './world';

const viewport = { width: 1400, height: 1000 };
const scenario = bitbucketScenario;
/** Bytes that whoever writes them anew would change. */
const body = '{\r\n  "first": "ü",\r\n  "same": 1.0\r\n}';

describe('Deliveries that were sent', () => {
  it('are opened, saved byte for byte, and removed, by row and by command', async () => {
    const files = { 'repo-push.bitbucket.json': body, 'repo-fork.bitbucket.json': '{"second": 2}' };
    await withHandler(
      ({ headers }) => `welcome, ${String(headers['x-event-key'])}`,
      async ({ address, requests }) => {
        await journey({ scenario, viewport, files }, async ({ workbench }) => {
          const { editor, page, quickInput } = workbench;
          const saveAs = async (proposed: string, name: string) => {
            const path = quickInput.element.locator('input.input');
            const isProposed = async () => (await path.inputValue()) === join(workbench.folder, proposed);
            // The folder comes first, the name after it.
            await until(`${proposed} is proposed`, isProposed);
            await path.fill(join(workbench.folder, name));
            await quickInput.accept();
            await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
          };
          const deliveries = workbench.tree('Deliveries');
          await workbench.activityBar('Bitbucket Webhooks').click();
          for (const [index, name] of ['repo-push', 'repo-fork'].entries()) {
            await editor.open(`${name}.bitbucket.json`);
            await clickLens(workbench, 'Send');
            await chooseTarget(workbench, address);
            await deliveries.siblings(index + 1).waitFor();
          }
          assert.equal(requests[0]?.body.toString(), body);

          await workbench.runCommand('View: Close All Editors');
          await workbench.runCommand('Bitbucket Webhooks: Open body of a delivery');
          await shows(workbench, '"second": 2');
          await workbench.runCommand('Bitbucket Webhooks: Open answer of a delivery');
          await shows(workbench, 'welcome, repo:fork');
          await deliveries.row('repo:push').contextMenu('Open body of a delivery');
          await shows(workbench, '"first": "ü"');
          await deliveries.row('repo:push').contextMenu('Open answer of a delivery');
          await shows(workbench, 'welcome, repo:push');

          await deliveries.row('repo:push').contextMenu('Save body of a delivery');
          await saveAs('repo-push.bitbucket.json', 'kept.bitbucket.json');
          assert.equal(await readFile(join(workbench.folder, 'kept.bitbucket.json'), 'utf8'), body);
          await workbench.runCommand('Bitbucket Webhooks: Save body of a delivery');
          await saveAs('repo-fork.bitbucket.json', 'last.json');
          assert.equal(await readFile(join(workbench.folder, 'last.json'), 'utf8'), '{"second": 2}');

          // From the palette: what is selected, not what was sent last.
          await deliveries.row('repo:push').click();
          await workbench.runCommand('Bitbucket Webhooks: Remove delivery from the list');
          await deliveries.siblings(1).waitFor();
          assert.deepEqual(await deliveries.labels(), ['repo:fork']);
          await deliveries.row('repo:fork').contextMenu('Remove delivery from the list');
          await page.getByText('Send your webhook handler what Bitbucket would send').waitFor();
          await workbench.runCommand('Bitbucket Webhooks: Save body of a delivery');
          await page.getByText('Nothing has been sent yet.').first().waitFor();
          assert.equal(requests.length, 2);
        });
      },
    );
  });

  it('are signed with a secret that was generated, once the handler has been given it', async () => {
    const files = { 'repo-push.bitbucket.json': body };
    await withHandler(
      () => 'ok',
      async ({ address, requests }) => {
        await journey({ scenario, viewport, files }, async ({ workbench }) => {
          const { editor, page } = workbench;
          await editor.open('repo-push.bitbucket.json');
          await clickLens(workbench, 'Send');
          await chooseTarget(workbench, address);
          await workbench.activityBar('Bitbucket Webhooks').click();
          const row = workbench.tree('Deliveries').row('repo:push');
          await row.element.waitFor();
          await row.contextMenu('Generate secret for a target');
          await workbench.runCommand('Notifications: Show Notifications');
          const message = page.locator('.notifications-center .notification-list-item');
          await message.filter({ hasText: `A new secret for ${address} is kept.` }).waitFor();
          await workbench.screenshot(picture('deliveries-generated-dark'));
          await message.getByRole('button', { name: 'Copy Secret' }).click();
          await workbench.statusBarItem('is in the clipboard').waitFor();
          const secret = await workbench.readClipboard();
          assert.match(secret, /^[\da-f]{64}$/);
          assert.ok(!(await page.content()).includes(secret));

          await row.inlineAction('Send again');
          await workbench.tree('Deliveries').siblings(2).waitFor();
          const signature = createHmac('sha256', secret).update(body).digest('hex');
          assert.deepEqual(
            requests.map(({ headers }) => headers['x-hub-signature']),
            [undefined, `sha256=${signature}`],
          );
        });
      },
    );
  });
});
