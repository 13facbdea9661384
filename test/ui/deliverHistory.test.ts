import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bitbucketScenario } from '../server/scenario';
import type { HandledRequest } from '../support/handler';
import { allDelivered, chooseTarget, clickLens, openDeliveries, shows, withHandler } from './deliveryHands';
import { until } from './workbenchUntil';
import { sharedPage } from './world';

/** Bytes that whoever writes them anew would change. */
const body = '{\r\n  "first": "ü",\r\n  "same": 1.0\r\n}';
const files = { 'repo-push.bitbucket.json': body, 'repo-fork.bitbucket.json': '{"second": 2}' };

describe('Deliveries that were sent', () => {
  const journey = sharedPage({ scenario: bitbucketScenario, files, viewport: { width: 1400, height: 1000 } });

  it('are sent from a sample and from an edited copy, compared, and there again after a reload', async () => {
    const answer = ({ body }: HandledRequest) => JSON.stringify({ bytes: body.length });
    await withHandler(answer, async ({ address, requests }) => {
      await journey(async ({ workbench }) => {
        const { editor, page } = workbench;
        await openDeliveries(workbench);
        await workbench.picture('deliveries-welcome-dark');
        await workbench.tree('Events').row('repository').expand();
        await workbench.tree('Events').row('repo:push').element.dblclick();
        await clickLens(workbench, 'Send');
        await workbench.quickInput.rows('http://localhost:3000/').first().waitFor();
        await workbench.picture('deliveries-target-dark');
        await chooseTarget(workbench, address);
        await shows(workbench, '200 OK');
        await shows(workbench, 'For Bitbucket, this delivery has arrived.');
        const [first] = requests;
        assert.ok(first);
        assert.equal(first.headers['x-event-key'], 'repo:push');
        assert.equal(first.headers['user-agent'], 'Bitbucket-Webhooks/2.0');
        assert.ok(first.names.includes('X-Request-UUID'));
        assert.ok('push' in (JSON.parse(first.body.toString()) as object));
        await workbench.tree('Deliveries').row('repo:push').element.waitFor();
        await workbench.picture('deliveries-answer-dark');

        await clickLens(workbench, 'Edit a copy');
        await page
          .locator('.editor-group-container.active .tab.active', { hasText: 'commits.bitbucket.json' })
          .waitFor();
        await editor.goTo(1, 2);
        // As if pasted: keys would bring suggestions.
        await page.keyboard.insertText('"edited": true, ');
        await clickLens(workbench, 'Send');
        await chooseTarget(workbench);
        await allDelivered(workbench, 2);
        assert.deepEqual((JSON.parse(requests[1]?.body.toString() ?? '') as { edited: unknown }).edited, true);

        await workbench.tree('Deliveries').row('repo:push').contextMenu('Compare');
        await workbench.quickInput.element.locator('.quick-input-title', { hasText: 'Compare repo:push' }).waitFor();
        await workbench.quickInput.rows(address).first().and(page.locator('.focused')).waitFor();
        await workbench.quickInput.accept();
        await page.locator('.monaco-diff-editor .line-insert').first().waitFor();
        await workbench.picture('deliveries-compare-dark');

        await workbench.tree('Deliveries').row('repo:push').inlineAction('Send again');
        await allDelivered(workbench, 3);
        assert.deepEqual(requests[2]?.body, requests[1]?.body);
        assert.notEqual(requests[2]?.headers['x-request-uuid'], requests[1]?.headers['x-request-uuid']);

        await workbench.reload();
        await workbench.activityBar('Bitbucket Webhooks').waitFor();
        await allDelivered(workbench, 3);
        await workbench.tree('Deliveries').row('repo:push').click();
        await shows(workbench, '200 OK');
        await workbench.tree('Deliveries').row('repo:push').contextMenu('Copy as curl');
        await workbench.statusBarItem('Copied a curl command').waitFor();
        assert.match(await workbench.readClipboard(), /^printf %s '\{"edited": true, [\s\S]*X-Event-Key: repo:push/);
        await workbench.runCommand('Bitbucket Webhooks: Clear deliveries');
        await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Forget All' }).click();
        await page.getByText('Send your webhook handler what Bitbucket would send').waitFor();
      });
    });
  });

  it('are opened, saved byte for byte, and removed, by row and by command', async () => {
    await withHandler(
      ({ headers }) => `welcome, ${String(headers['x-event-key'])}`,
      async ({ address, requests }) => {
        await journey(async ({ workbench }) => {
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
          await openDeliveries(workbench);
          for (const [index, name] of ['repo-push', 'repo-fork'].entries()) {
            await editor.open(`${name}.bitbucket.json`);
            await clickLens(workbench, 'Send');
            await chooseTarget(workbench, address);
            await allDelivered(workbench, index + 1);
          }
          assert.equal(requests[0]?.body.toString(), body);

          await workbench.runCommand('View: Close All Editors');
          await deliveries.row('repo:push').contextMenu('Open body');
          await shows(workbench, '"first": "ü"');
          await deliveries.row('repo:push').contextMenu('Open answer');
          await shows(workbench, 'welcome, repo:push');

          await deliveries.row('repo:push').contextMenu('Save body');
          await saveAs('repo-push.bitbucket.json', 'kept.bitbucket.json');
          assert.equal(await readFile(join(workbench.folder, 'kept.bitbucket.json'), 'utf8'), body);

          // By the key: what is selected, not what was sent last.
          await deliveries.row('repo:push').click();
          await page.keyboard.press('Delete');
          await allDelivered(workbench, 1);
          assert.deepEqual(await deliveries.labels(), ['200 repo:fork']);
          await deliveries.row('repo:fork').contextMenu('Remove from the list');
          await page.getByText('Send your webhook handler what Bitbucket would send').waitFor();
          await workbench.runCommand('Bitbucket Webhooks: Send again');
          await page.getByText('Nothing has been sent yet.').first().waitFor();
          assert.equal(requests.length, 2);
        });
      },
    );
  });

  it('are signed with a secret that was generated, once the handler has been given it', async () => {
    await withHandler(
      () => 'ok',
      async ({ address, requests }) => {
        await journey(async ({ workbench }) => {
          const { editor, page } = workbench;
          await openDeliveries(workbench);
          await editor.open('repo-push.bitbucket.json');
          await clickLens(workbench, 'Send');
          await chooseTarget(workbench, address);
          await allDelivered(workbench, 1);
          const row = workbench.tree('Deliveries').row('repo:push');
          await row.contextMenu('Generate secret');
          await workbench.runCommand('Notifications: Show Notifications');
          const message = page.locator('.notifications-center .notification-list-item');
          await message.filter({ hasText: `A new secret for ${address} is kept.` }).waitFor();
          await workbench.picture('deliveries-generated-dark');
          await message.getByRole('button', { name: 'Copy Secret' }).click();
          await workbench.statusBarItem('is in the clipboard').waitFor();
          const secret = await workbench.readClipboard();
          assert.match(secret, /^[\da-f]{64}$/);
          assert.ok(!(await page.content()).includes(secret));

          await row.inlineAction('Send again');
          await allDelivered(workbench, 2);
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
