import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { bitbucketScenario } from '../server/scenario';
import type { HandledRequest } from '../support/handler';
import { allDelivered, chooseTarget, clickLens, openDeliveries, shows, withHandler } from './deliveryHands';
import { sharedPage } from './world';

describe('What is sent, and where to', () => {
  const files = { 'repo-push.mine.bitbucket.json': '{"mine": true}' };
  const journey = sharedPage({ scenario: bitbucketScenario, files, viewport: { width: 1400, height: 1000 } });

  it('is asked by the button of the view, with the file in front first', async () => {
    await withHandler(
      () => 'ok',
      async ({ address, requests }) => {
        await journey(async ({ workbench }) => {
          const { page, quickInput } = workbench;
          const title = (text: string) => quickInput.element.locator('.quick-input-title', { hasText: text });
          await openDeliveries(workbench);
          await workbench.editor.open('repo-push.mine.bitbucket.json');
          await workbench.viewAction('Send test delivery').click();
          await title('Event to send').waitFor();
          await quickInput.rows('as in repo-push.mine.bitbucket.json').first().and(page.locator('.focused')).waitFor();
          await workbench.picture('send-what-dark');
          await quickInput.accept();
          await chooseTarget(workbench, address);
          await allDelivered(workbench, 1);
          assert.equal(requests[0]?.body.toString(), '{"mine": true}');

          await workbench.viewAction('Send test delivery').click();
          await title('Event to send').waitFor();
          await quickInput.type('repo:fork');
          await quickInput.pick('repo:fork');
          await chooseTarget(workbench);
          await allDelivered(workbench, 2);
          assert.equal(requests[1]?.headers['x-event-key'], 'repo:fork');
          await shows(workbench, 'repo:fork to');
        });
      },
    );
  });

  it('is shown as it becomes of what is typed, is offered once, and can have a name', async () => {
    await withHandler(
      () => 'ok',
      async ({ address, port, requests }) => {
        await journey(async ({ workbench }) => {
          const { page, quickInput } = workbench;
          const rows = quickInput.rows();
          const focused = page.locator('.focused');
          await openDeliveries(workbench);
          await workbench.runCommand('Bitbucket Webhooks: Name target');
          await quickInput.element.locator('.quick-input-title', { hasText: 'Name a target' }).waitFor();
          await quickInput.type('push');
          await quickInput.rows('A word alone is no address').first().and(focused).waitFor();
          await quickInput.type('4001?x=1');
          await quickInput.rows('http://localhost:4001/?x=1').first().and(focused).waitFor();
          await quickInput.type(`"127.0.0.1:${port}/hook"`);
          await quickInput.rows(address).first().and(focused).waitFor();
          await quickInput.accept();
          await quickInput.element.locator('.quick-input-title', { hasText: `Name of ${address}` }).waitFor();
          await quickInput.element.locator('input.input').fill('Express');
          await quickInput.accept();
          await quickInput.element.waitFor({ state: 'hidden' });

          await workbench.editor.open('repo-push.mine.bitbucket.json');
          await workbench.viewAction('Send test delivery').click();
          await quickInput.rows('as in repo-push.mine').first().and(focused).waitFor();
          await quickInput.accept();
          await quickInput.rows('Express').first().waitFor();
          await quickInput.type('/other');
          await quickInput.rows(`http://127.0.0.1:${port}/other`).first().and(focused).waitFor();
          await quickInput.type(`127.0.0.1:${port}/hook`);
          await quickInput.rows('Express').first().and(focused).waitFor();
          assert.equal(await rows.filter({ hasText: address }).count(), 1, 'offered once');
          await quickInput.type('exp');
          await quickInput.rows('Express').first().and(focused).waitFor();
          await workbench.picture('send-where-dark');
          await quickInput.accept();
          await allDelivered(workbench, 1);
          assert.equal(requests[0]?.url, '/hook');
        });
      },
    );
  });

  it('has a secret that may be lost, as where there is no keyring: then it is set again, or nothing is sent', async () => {
    const isRight = ({ body, headers }: HandledRequest) =>
      headers['x-hub-signature'] === `sha256=${createHmac('sha256', 'again').update(body).digest('hex')}`;
    await withHandler(
      (request) => (isRight(request) ? 'welcome' : 401),
      async ({ address, requests }) => {
        await journey(async ({ workbench }) => {
          const { page, quickInput } = workbench;
          const dialog = page.locator('.monaco-dialog-box');
          const password = quickInput.element.locator('input[type="password"]');
          await openDeliveries(workbench);
          await workbench.runCommand('Bitbucket Webhooks: Set secret');
          await chooseTarget(workbench, address);
          await password.fill('first');
          await quickInput.accept();
          await workbench.statusBarItem('are signed from now on').waitFor();
          await workbench.untilStored(`secretNames":["${address}"`);
          // This VS Code has no keyring: it forgets.
          await workbench.reload();
          await workbench.activityBar('Bitbucket Webhooks').waitFor();
          await workbench.editor.open('repo-push.mine.bitbucket.json');
          await clickLens(workbench, 'Send');
          await quickInput.rows(address).filter({ hasText: 'its secret is lost' }).first().waitFor();
          await workbench.picture('secret-lost-list-dark');
          await chooseTarget(workbench, address);
          await dialog.getByText(`The secret of ${address} is lost. Set it anew?`).waitFor();
          await workbench.picture('secret-lost-dark');
          await page.keyboard.press('Enter');
          await password.fill('again');
          assert.equal(requests.length, 0);
          await quickInput.accept();
          await shows(workbench, 'welcome');
          assert.ok(requests.every(isRight));
        });
      },
    );
  });
});
