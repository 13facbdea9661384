import assert from 'node:assert/strict';
import { bitbucketScenario } from '../server/scenario';
import { allDelivered, chooseTarget, clickLens, openDeliveries, shows, withHandler } from './deliveryHands';
import type { Workbench } from './workbench';
import { until } from './workbenchUntil';
import { sharedPage } from './world';

/** A handler that keeps its answers back until it is told. */
function heldBack() {
  let release: (text: string) => void = () => undefined;
  const answer = () =>
    new Promise<string>((resolve) => {
      release = resolve;
    });
  return {
    answer,
    release: () => {
      release('here it is');
    },
  };
}

async function sendFile(workbench: Workbench, address: string): Promise<void> {
  await openDeliveries(workbench);
  await workbench.editor.open('repo-push.bitbucket.json');
  await clickLens(workbench, 'Send');
  await chooseTarget(workbench, address);
}

describe('An answer that is waited for', () => {
  const files = { 'repo-push.bitbucket.json': '{}' };
  const journey = sharedPage({ scenario: bitbucketScenario, files, viewport: { width: 1400, height: 1000 } });

  it('closes no list when it comes, and leaves the focus where it is', async () => {
    const { answer, release } = heldBack();
    await withHandler(answer, async ({ address, requests }) => {
      await journey(async ({ workbench }) => {
        const { quickInput } = workbench;
        await sendFile(workbench, address);
        await until('the handler has it', () => Promise.resolve(requests.length === 1));
        await workbench.tree('Deliveries').rowsWith('waiting').locator('.codicon-loading').waitFor();
        await workbench.picture('deliveries-waiting-dark');
        // Where nothing is open, the answer comes in front.
        await workbench.runCommand('View: Close All Editors');
        await workbench.page.locator('.editor-group-container .tab').waitFor({ state: 'detached' });
        await workbench.runCommand('Bitbucket Webhooks: Copy event key');
        await quickInput.type('merged');
        await quickInput.rows('pullrequest:fulfilled').first().waitFor();
        release();
        await shows(workbench, 'here it is');
        await allDelivered(workbench, 1);
        await workbench.picture('deliveries-list-stays-dark');
        await quickInput.accept();
        await workbench.statusBarItem('Copied pullrequest:fulfilled').waitFor();
      });
    });
  });

  it('closes no menu when it comes; what the menu would do to a row that went away is not done', async () => {
    const { answer, release } = heldBack();
    await withHandler(answer, async ({ address, requests }) => {
      await journey(async ({ workbench }) => {
        await sendFile(workbench, address);
        await until('the handler has it', () => Promise.resolve(requests.length === 1));
        const menu = await workbench.contextMenu(workbench.tree('Deliveries').row('repo:push').element);
        assert.deepEqual(await menu.allInnerTexts(), ['Cancel delivery']);
        release();
        await shows(workbench, 'here it is');
        await allDelivered(workbench, 1);
        await menu.first().hover();
        await workbench.page.keyboard.press('Enter');
        await workbench.statusBarItem('The list has just changed').waitFor();
        assert.equal(requests.length, 1);
      });
    });
  });
});
