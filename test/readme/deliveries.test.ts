import { bitbucketScenario } from '../server/scenario';
import { chooseTarget, clickLens, shows, withHandler } from '../ui/deliveryHands';
import { sharedPage } from '../ui/world';

/** The pictures of the README; `media/screenshots` has the last ones that somebody looked at. */
describe('Pictures of deliveries', () => {
  const journey = sharedPage({ scenario: bitbucketScenario, viewport: { width: 1280, height: 720 } });

  it('show a sample, the answer to it and the view, dark and light', async () => {
    await withHandler(
      ({ headers }) => JSON.stringify({ received: headers['x-event-key'], deploys: 'staging' }),
      async ({ address }) => {
        await journey(async ({ workbench }) => {
          await workbench.activityBar('Bitbucket Webhooks').click();
          const tree = workbench.tree('Events');
          await tree.row('repository').expand();
          for (const event of ['repo:fork', 'repo:push']) {
            await tree.row(event).element.dblclick();
            await workbench.page.locator('.tab.active', { hasText: event.replace(':', '-') }).waitFor();
            await clickLens(workbench, 'Send');
            await chooseTarget(workbench, address);
            await shows(workbench, `"received":"${event}"`);
          }
          await workbench.picture('send-dark');
          await workbench.chooseTheme('Light Modern', 'vs');
          await workbench.picture('send-light');
        });
      },
    );
  });
});
