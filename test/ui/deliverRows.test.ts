import assert from 'node:assert/strict';
import { bitbucketScenario } from '../server/scenario';
import type { HandledRequest } from '../support/handler';
import { allDelivered, chooseTarget, clickLens, openDeliveries, withHandler } from './deliveryHands';
import { sharedPage } from './world';

const files = {
  'repo-push.bitbucket.json': '{}',
  'pullrequest-changes_request_created.bitbucket.json': '{}',
};
const isPush = ({ headers }: HandledRequest) => headers['x-event-key'] === 'repo:push';

describe('The rows of the view Deliveries', () => {
  const journey = sharedPage({ scenario: bitbucketScenario, files, viewport: { width: 1400, height: 1000 } });

  it('offer what can be done, lead with what differs, and can be filtered', async () => {
    await withHandler(
      (request) => (isPush(request) ? 'ok' : 500),
      async ({ address, requests }) => {
        await journey(async ({ workbench }) => {
          const { page, quickInput } = workbench;
          const deliveries = workbench.tree('Deliveries');
          const menuOf = async (event: string) => {
            const menu = await workbench.contextMenu(deliveries.row(event).element);
            await workbench.picture(`deliveries-menu-${event.replace(':', '-')}-dark`);
            const titles = await menu.allInnerTexts();
            await page.keyboard.press('Escape');
            await menu.first().waitFor({ state: 'hidden' });
            return titles;
          };
          await openDeliveries(workbench);
          await workbench.editor.open('repo-push.bitbucket.json');
          await clickLens(workbench, 'Send');
          await chooseTarget(workbench, address);
          await allDelivered(workbench, 1);
          const titles = ['Open answer', 'Open body', 'Send again', 'Send again as Bitbucket’s retry'];
          titles.push(
            'Send again with a wrong signature',
            'Send again without a signature',
            'Copy as curl',
            'Save body',
          );
          assert.deepEqual(await menuOf('repo:push'), [
            ...[...titles, 'Set secret', 'Generate secret', 'Name target', 'Remove from the list'],
          ]);
          await workbench.editor.open('pullrequest-changes_request_created.bitbucket.json');
          await clickLens(workbench, 'Send');
          await chooseTarget(workbench);
          await allDelivered(workbench, 2);
          await deliveries.row('repo:push').contextMenu('Generate secret');
          await workbench.runCommand('Notifications: Clear All Notifications');
          await deliveries.row('repo:push').contextMenu('Send again with a wrong signature');
          await allDelivered(workbench, 3);
          assert.deepEqual(await menuOf('changes_request_created'), [
            ...['Open answer', 'Open body', 'Compare', ...titles.slice(2)],
            ...['Set secret', 'Generate secret', 'Copy secret', 'Forget secret', 'Name target', 'Remove from the list'],
          ]);
          assert.match(await deliveries.row('repo:push').description(), /^wrong signature · \d/);
          for (const width of [300, 200]) {
            await workbench.resizeSideBar(width);
            await workbench.picture(`deliveries-rows-${width}-dark`);
          }
          await workbench.resizeSideBar(300);

          // One that is there is replaced after a question only, and not by Enter.
          const dialog = page.locator('.monaco-dialog-box');
          await deliveries.row('repo:push').contextMenu('Generate secret');
          await dialog.getByText(`Replace the secret of ${address}?`).waitFor();
          await workbench.picture('secret-replace-dark');
          await page.keyboard.press('Enter');
          await workbench.statusBarItem('is in the clipboard').waitFor();

          await workbench.viewAction('Filter deliveries').click();
          await quickInput.pick('With a warning');
          await workbench.picture('deliveries-filter-dark');
          await quickInput.accept();
          await allDelivered(workbench, 1);
          await workbench.viewMessage('1 of 3: With a warning').waitFor();
          await workbench.viewAction('Clear filter of deliveries').click();
          await allDelivered(workbench, 3);

          // Without a row the event and the target are named first.
          await workbench.runCommand('View: Close All Editors');
          await page.keyboard.press('Escape');
          await workbench.runCommand('Bitbucket Webhooks: Send again');
          await quickInput.rows(`repo:push to ${address}`).first().waitFor();
          await workbench.picture('deliveries-again-dark');
          await quickInput.pick(`pullrequest:changes_request_created to ${address}`);
          await allDelivered(workbench, 4);
          assert.equal(requests.at(-1)?.headers['x-event-key'], 'pullrequest:changes_request_created');
        });
      },
    );
  });
});
