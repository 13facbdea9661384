import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname } from 'node:path';
import { bitbucketScenario } from '../server/scenario';
import { listen } from '../support/listen';
import { chooseTarget, clickLens, filesWith, openDeliveries, shows, withHandler } from './deliveryHands';
import { until } from './workbenchUntil';
import { sharedPage } from './world';

/** What is between brackets and in round ones is a link wherever VS Code reads it so. */
const oddPath = '/[click](command:workbench.action.closeWindow)';
const files = { 'repo-push.bitbucket.json': '{}' };

describe('Deliveries that go wrong', () => {
  const journey = sharedPage({ scenario: bitbucketScenario, files, viewport: { width: 1400, height: 1000 } });

  it('tell a server without TLS, and never say to send by http', async () => {
    await withHandler(
      () => 'ok',
      async ({ port, requests }) => {
        await journey(async ({ workbench }) => {
          await workbench.editor.open('repo-push.bitbucket.json');
          await clickLens(workbench, 'Send');
          await chooseTarget(workbench, `https://localhost:${port}/hook`);
          await shows(workbench, 'No TLS');
          await shows(workbench, 'does not speak TLS, so nothing was sent. Check the port');
          await workbench.picture('deliveries-no-tls-dark');
          const texts = await workbench.page.locator('.monaco-editor .view-lines').allInnerTexts();
          assert.doesNotMatch(texts.join('\n'), /\bhttp:\/\//);
          assert.equal(requests.length, 0);
        });
      },
    );
  });

  it('show what had come of an answer, and nothing of the query that was sent', async () => {
    const server = createServer((request, response) => {
      request.resume().on('end', () => {
        const url = request.url ?? '';
        response.writeHead(302, {
          Location: url,
          'Content-Location': url,
          Refresh: `0; url=${url}`,
          'Content-Length': '999',
        });
        response.write(`Half of what ${url} has to say`, () => response.destroy());
      });
    });
    const address = `http://127.0.0.1:${await listen(server)}/hook?token=marker-of-a-query`;
    await journey(async ({ workbench }) => {
      await workbench.editor.open('repo-push.bitbucket.json');
      await clickLens(workbench, 'Send');
      await chooseTarget(workbench, address);
      await shows(workbench, 'Half of what /hook?… has to say');
      await shows(workbench, 'Location: /hook?…');
      await shows(workbench, '[Only the beginning of the body is shown.]');
      await workbench.picture('deliveries-broken-off-dark');
      const texts = await workbench.page.locator('.monaco-editor .view-lines').allInnerTexts();
      assert.doesNotMatch(texts.join('\n'), /marker-of-a-query/);
      assert.deepEqual(await filesWith('marker-of-a-query'), []);
    });
    server.close();
  });

  it('make no link of a path while they are waiting', async () => {
    let answer: (text: string) => void = () => undefined;
    await withHandler(
      () => new Promise((resolve) => (answer = resolve)),
      async ({ port, requests }) => {
        await journey(async ({ workbench }) => {
          const { page } = workbench;
          await workbench.editor.open('repo-push.bitbucket.json');
          await clickLens(workbench, 'Send');
          await chooseTarget(workbench, `http://127.0.0.1:${port}${oddPath}`);
          await until('the handler has it', () => Promise.resolve(requests.length === 1));
          assert.equal(requests[0]?.url, oddPath);
          await workbench.runCommand('Notifications: Show Notifications');
          const notification = page.locator('.notifications-center .notification-list-item', {
            hasText: 'Sending repo:push',
          });
          await notification.getByText('[click] (command:workbench.action.closeWindow)').waitFor();
          await workbench.picture('deliveries-no-link-dark');
          assert.equal(await notification.locator('.notification-list-item-message a').count(), 0);
          answer('ok');
          await shows(workbench, '200 OK');
        });
      },
    );
  });

  it('are said to be kept nowhere where the disk takes nothing, and stay in the list', async () => {
    await withHandler(
      () => 'a body for the disk',
      async ({ address }) => {
        await journey(async ({ workbench }) => {
          const { page } = workbench;
          await openDeliveries(workbench);
          await workbench.editor.open('repo-push.bitbucket.json');
          await clickLens(workbench, 'Send');
          await chooseTarget(workbench, address);
          await workbench.tree('Deliveries').siblings(1).waitFor();
          const [file] = await filesWith('a body for the disk');
          const folder = dirname(file ?? assert.fail('nothing is kept'));
          rmSync(folder, { recursive: true });
          // In the place of the folder, so that no file can be made in it.
          writeFileSync(folder, '');
          try {
            await workbench.editor.open('repo-push.bitbucket.json');
            await clickLens(workbench, 'Send');
            await chooseTarget(workbench);
            await page.getByText('Deliveries could not be written to the disk, which may be full.').first().waitFor();
            await workbench.tree('Deliveries').siblings(2).waitFor();
            await workbench.picture('deliveries-disk-dark');
          } finally {
            rmSync(folder);
          }
          await workbench.runCommand('Bitbucket Webhooks: Clear deliveries');
          const dialog = page.locator('.monaco-dialog-box');
          await dialog.getByText('A second window on the same folder has a list of its own').waitFor();
          await workbench.picture('deliveries-clear-dark');
          await dialog.getByRole('button', { name: 'Forget All' }).click();
          await page.getByText('Send your webhook handler what Bitbucket would send').waitFor();
        });
      },
    );
  });
});
