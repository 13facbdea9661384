import { bitbucketScenario } from '../server/scenario';
import { compareAll, compareOne, followEvent, receiver } from './compareHands';
import { sharedPage } from './world';

describe('Comparing events with code', () => {
  const journey = sharedPage({ scenario: bitbucketScenario, files: receiver });

  it('says what is handled and subscribed to, and leads there', async () => {
    await journey(async ({ workbench }) => {
      await compareAll(workbench, 'compare-dark');
    });
  });

  it('shows all places of an event, and its sample', async () => {
    await journey(async ({ workbench }) => {
      await followEvent(workbench, 'compare-places-dark');
    });
  });

  it('tells of one event, from its row', async () => {
    await journey(async ({ workbench }) => {
      await compareOne(workbench, 'compare-one-dark');
    });
  });
});

describe('Comparing events with code in the web worker host', () => {
  /** Has VS Code run the installed extension where VS Code for the Web would. */
  const settings = { 'remote.extensionKind': { 'bitbucket-webhook-events.bitbucket-webhook-events': ['web'] } };
  const scenario = { ...bitbucketScenario, cors: true };
  const journey = sharedPage({ scenario, files: receiver, settings });

  it('does the same', async () => {
    await journey(async ({ workbench }) => {
      await compareAll(workbench, 'compare-web-host-dark');
      await followEvent(workbench, 'compare-web-host-places-dark');
      await compareOne(workbench, 'compare-web-host-one-dark');
    });
  });
});
