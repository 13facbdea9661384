import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pseudoLocale } from '../host/pseudoLocale';
import { bitbucketScenario } from '../server/scenario';
import { chooseTarget, clickLens, shows, withHandler } from './deliveryHands';
import { journey, picture } from './world';

const scenario = bitbucketScenario;
const viewport = { width: 1400, height: 1000 };
const files = { 'repo-push.bitbucket.json': '{}' };
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** VS Code's rows have no space between label and description, so that no sensible name holds their text as it is. */
const rules = { 'label-content-name-mismatch': { enabled: false } };

describe('Deliveries elsewhere', () => {
  it('wait in Restricted Mode, where samples are shown and signatures verified', async () => {
    await withHandler(
      () => 'ok',
      async ({ requests }) => {
        const settings = { 'security.workspace.trust.startupPrompt': 'never' };
        await journey({ scenario, viewport, files, settings, workspaceTrust: true }, async ({ workbench }) => {
          const { page, quickInput } = workbench;
          await workbench.statusBarItem('Restricted Mode').waitFor();
          await workbench.editor.open('repo-push.bitbucket.json');
          await clickLens(workbench, 'Send');
          const dialog = page.locator('.monaco-dialog-box');
          await dialog.getByText('Deliveries are sent when you trust this folder').waitFor();
          await workbench.screenshot(picture('deliveries-restricted-dark'));
          await dialog.getByRole('button', { name: 'Cancel' }).click();
          assert.equal(await quickInput.element.count(), 0);
          await workbench.runCommand('Bitbucket Webhooks: Verify signature');
          await quickInput.pick('Text of repo-push.bitbucket.json');
          await quickInput.element.locator('.quick-input-title', { hasText: '2/3' }).waitFor();
          await quickInput.dismiss();
          assert.equal(requests.length, 0);
        });
      },
    );
  });

  it('are not offered in the web worker host, but signatures are verified', async () => {
    const settings = { 'remote.extensionKind': { 'bitbucket-webhook-events.bitbucket-webhook-events': ['web'] } };
    const web = { scenario: { ...scenario, cors: true }, viewport, files, settings };
    await journey(web, async ({ workbench }) => {
      const { page, quickInput } = workbench;
      await workbench.activityBar('Bitbucket Webhooks').click();
      await workbench.tree('Events').row('repository').expand();
      await workbench.editor.open('repo-push.bitbucket.json');
      assert.equal(await page.locator('.pane-header', { hasText: 'Deliveries' }).count(), 0);
      const verify = quickInput.rows('Bitbucket Webhooks: Verify signature');
      await quickInput.open('F1', '>Bitbucket Webhooks: Verify signature', verify.first());
      await quickInput.type('>Bitbucket Webhooks: Send test delivery');
      await verify.waitFor({ state: 'detached' });
      assert.equal(await quickInput.rows('Bitbucket Webhooks: Send').count(), 0);
      await quickInput.dismiss();
      assert.equal(await page.locator('.codelens-decoration a', { hasText: 'Send' }).count(), 0);
      await workbench.runCommand('Bitbucket Webhooks: Verify signature');
      await quickInput.pick('Text of repo-push.bitbucket.json');
      await quickInput.element.locator('.quick-input-title', { hasText: '2/3' }).waitFor();
      await quickInput.accept();
      await quickInput.element.locator('.quick-input-title', { hasText: '3/3' }).waitFor();
      await quickInput.accept();
      await page.locator('.monaco-dialog-box', { hasText: 'There is no signature.' }).waitFor();
      await workbench.screenshot(picture('deliveries-web-host-dark'));
    });
  });

  it('speak German', async () => {
    await withHandler(
      () => 404,
      async ({ address }) => {
        await journey({ scenario, viewport, files, language: 'de' }, async ({ workbench }) => {
          await workbench.activityBar('Bitbucket-Webhooks').click();
          await workbench.page.getByText('Senden Sie Ihrem Webhook-Handler').waitFor();
          await workbench.editor.open('repo-push.bitbucket.json');
          await clickLens(workbench, 'Senden');
          await chooseTarget(workbench, address);
          await shows(workbench, 'Der Handler nimmt an dieser Adresse keine Zustellungen an.');
          await workbench.tree('Zustellungen').row('repo:push').element.waitFor();
          await workbench.screenshot(picture('deliveries-german-dark'));
        });
      },
    );
  });

  it('show no text that cannot be translated', async () => {
    await withHandler(
      () => 500,
      async ({ address }) => {
        await journey({ scenario, viewport, files, language: pseudoLocale }, async ({ workbench }) => {
          const { page, quickInput } = workbench;
          const texts: (string | null)[] = [];
          await workbench.activityBar('⟦Bitbucket Webhooks⟧').click();
          const welcome = page.locator('.welcome-view-content').getByText(/⟦/);
          await welcome.first().waitFor();
          texts.push(...(await welcome.allInnerTexts()));
          await workbench.editor.open('repo-push.bitbucket.json');
          await clickLens(workbench, '⟦Send⟧');
          await quickInput.rows('http://localhost:3000/').first().waitFor();
          texts.push(...(await quickInput.rows().locator('.label-description').allInnerTexts()));
          texts.push(await quickInput.element.locator('input.input').getAttribute('placeholder'));
          await chooseTarget(workbench, address);
          const row = workbench.tree('⟦Deliveries⟧').row('repo:push').element;
          await row.waitFor();
          await shows(workbench, '⟦The handler failed.');
          await workbench.screenshot(picture('deliveries-pseudo-locale'));
          const answer = await page.locator('.editor-group-container .view-lines').last().innerText();
          const ours = /^(?!HTTP|POST|[\w-]+: |500|\d+$)/;
          // The lines of a long sentence are between the brackets of its first and its last.
          const sentences = answer
            .replaceAll('\u00a0', ' ')
            .replaceAll(/⟦[^⟦⟧]*⟧/g, (text) => text.replaceAll('\n', ' '));
          texts.push(...sentences.split('\n').filter((line) => /\p{L}{2}/u.test(line) && ours.test(line)));
          assert.ok(texts.length > 10, texts.join('\n'));
          assert.deepEqual(
            texts.filter((text) => !text?.includes('⟦')),
            [],
          );
        });
      },
    );
  });

  it('tell a screen reader what became of them, and pass an audit', async () => {
    await withHandler(
      () => 500,
      async ({ address }) => {
        await journey({ scenario, viewport, files, theme: 'light' }, async ({ workbench }) => {
          const { page } = workbench;
          await workbench.activityBar('Bitbucket Webhooks').click();
          await workbench.editor.open('repo-push.bitbucket.json');
          await clickLens(workbench, 'Send');
          await chooseTarget(workbench, address);
          const row = workbench.tree('Deliveries').row('repo:push').element;
          await row.waitFor();
          const heard = (await row.getAttribute('aria-label')) ?? '';
          assert.match(heard, /^repo:push, 500 Internal Server Error, 127\.0\.0\.1:\d+\/hook, \d+ ms, /);
          await page.evaluate(axe);
          const violations = await page.evaluate<unknown>(
            `axe.run('.monaco-list[aria-label="Deliveries"]', { rules: ${JSON.stringify(rules)} }).then(({ violations }) =>
              violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' | ')))`,
          );
          assert.deepEqual(violations, []);
          await workbench.screenshot(picture('deliveries-light'));
        });
      },
    );
  });
});
