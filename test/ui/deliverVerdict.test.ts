import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { bitbucketScenario } from '../server/scenario';
import type { HandledRequest } from '../support/handler';
import { allDelivered, chooseTarget, clickLens, clickStep, openDeliveries, shows, withHandler } from './deliveryHands';
import { showSample } from './payloadHands';
import { until } from './workbenchUntil';
import { sharedPage } from './world';

/** A handler that reads the name of what each push has left behind, as if there always were such a thing. */
function crashesOnNull({ body }: HandledRequest): string | number {
  const { push } = JSON.parse(body.toString()) as { push: { changes: { new: { name: string } | null }[] } };
  return push.changes.some((change) => change.new === null) ? 500 : 'ok';
}

describe('What an answer means', () => {
  const files = { 'repo-push.bitbucket.json': '{}' };
  const journey = sharedPage({ scenario: bitbucketScenario, files, viewport: { width: 1400, height: 1000 } });

  it('depends on what was sent, and what to do next stands above it', async () => {
    await withHandler(
      () => 'ok',
      async ({ address, requests }) => {
        await journey(async ({ workbench }) => {
          const { page, quickInput } = workbench;
          await openDeliveries(workbench);
          await workbench.editor.open('repo-push.bitbucket.json');
          await clickLens(workbench, 'Send');
          await chooseTarget(workbench, address);
          await shows(workbench, 'It was not signed: its target has no secret here.');
          await clickStep(workbench, 'Wrong signature');
          await shows(workbench, 'It accepted a wrong signature: anyone can send to it.');
          await workbench.tree('Deliveries').rowsWith('wrong signature').locator('.codicon-warning').waitFor();
          await workbench.picture('verdict-accepted-dark');
          await clickStep(workbench, 'Recipe');
          const preview = page.frameLocator('iframe.webview').frameLocator('#active-frame');
          await preview.getByText('reads the raw body').waitFor();
          await workbench.picture('verdict-recipe-dark');
          await workbench.runCommand('View: Close Editor');

          await clickStep(workbench, 'Set secret');
          // As it is copied out of a file.
          await quickInput.element.locator('input[type="password"]').fill('"quoted" ');
          await quickInput.accept();
          const dialog = page.locator('.monaco-dialog-box');
          await dialog.getByText('The secret has quotes around it').waitFor();
          await workbench.picture('secret-quotes-dark');
          await page.keyboard.press('Enter');
          await workbench.statusBarItem('are signed from now on').waitFor();
          await clickStep(workbench, 'Send again');
          await allDelivered(workbench, 3);
          const body = requests[2]?.body ?? '';
          const signature = `sha256=${createHmac('sha256', 'quoted').update(body).digest('hex')}`;
          assert.equal(requests[2]?.headers['x-hub-signature'], signature);

          await clickStep(workbench, 'Copy as curl');
          await workbench.statusBarItem('Copied a curl command').waitFor();
          assert.ok((await workbench.readClipboard()).includes(signature));
          // What the handler takes for the body, out of its log.
          await workbench.writeClipboard('{ }');
          await clickStep(workbench, 'Verify');
          const title = (step: string) => quickInput.element.locator('.quick-input-title', { hasText: step });
          await title('1/3').waitFor();
          await quickInput.pick('Text in the clipboard');
          await title('2/3').waitFor();
          assert.equal(await quickInput.element.locator('input.input').inputValue(), signature);
          await quickInput.accept();
          await title('3/3').waitFor();
          await quickInput.pick(`Secret of ${address}`);
          await dialog.getByText('the signature is not that of this body').waitFor();
          await page.keyboard.press('Escape');
          await dialog.waitFor({ state: 'hidden' });
        });
      },
    );
  });

  it('is told of all variants, with what went wrong first', async () => {
    await withHandler(crashesOnNull, async ({ address, requests }) => {
      await journey(async ({ workbench }) => {
        await openDeliveries(workbench);
        await workbench.tree('Events').row('repository').expand();
        await showSample(workbench, 'Recorded 2025');
        await clickLens(workbench, 'variants');
        await chooseTarget(workbench, address);
        await shows(workbench, ' not: 500 ');
        await until('the last one is listed', async () => {
          return (await workbench.statusBarText()).includes(`${requests.length} of ${requests.length} sent, `);
        });
        const crashed = requests.filter((request) => crashesOnNull(request) === 500).length;
        assert.ok(crashed > 0 && requests.length > 5, `${crashed} of ${requests.length}`);
        await shows(workbench, `${requests.length} deliveries of repo:push to ${address}`);
        await shows(workbench, `${requests.length - crashed} as expected, ${crashed} not:`);
        await workbench.picture('verdict-variants-dark');

        const all = requests.length;
        await clickStep(workbench, `Send again: ${crashed} not as expected`);
        await until('they came again', () => Promise.resolve(requests.length === all + crashed));
        await allDelivered(workbench, all + crashed);
      });
    });
  });
});
