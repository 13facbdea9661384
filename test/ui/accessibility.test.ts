import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bitbucketScenario } from '../server/scenario';
import { journey } from './world';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** VS Code's rows have no space between label and description, so that no sensible name holds their text as it is. */
const rules = { 'label-content-name-mismatch': { enabled: false } };

describe('Accessibility', () => {
  it('gives a screen reader key, name and category of events, and says what the buttons do', async () => {
    const faults = [{ on: '/hook_events', status: 500, body: '' }];
    await journey({ scenario: { ...bitbucketScenario, faults } }, async ({ workbench }) => {
      await workbench.activityBar('Bitbucket Webhooks').click();
      const tree = workbench.tree('Events');
      const heard = async (label: string) => {
        await tree.row(label).element.waitFor();
        return tree.row(label).element.getAttribute('aria-label');
      };
      assert.match((await heard('HTTP 500. Retry')) ?? '', /answered with HTTP status 500.*Retry$/);
      assert.equal(await heard('repository'), 'repository');
      await tree.row('repository').expand();
      assert.equal(await heard('repo:push'), 'repo:push, Push, Repository');
      assert.equal(await heard('issue:created'), 'issue:created, Issue');
      assert.equal(await workbench.viewAction('Refresh events').getAttribute('role'), 'button');
    });
  });

  for (const theme of ['Default High Contrast', 'Default Light Modern']) {
    it(`passes an audit of the view: ${theme}`, async () => {
      const settings = { 'workbench.colorTheme': theme };
      const options = { scenario: bitbucketScenario, settings };
      await journey(options, async ({ workbench: { page } }) => {
        await page.locator('.activitybar .action-label[aria-label^="Bitbucket Webhooks"]').click();
        await page.locator('.monaco-list[aria-label="Events"] .monaco-list-row').first().click();
        await page.locator('.monaco-list-row', { hasText: 'repo:push' }).first().waitFor();
        await page.evaluate(axe);
        const violations = await page.evaluate<unknown>(
          `axe.run('.monaco-list[aria-label="Events"]', { rules: ${JSON.stringify(rules)} }).then(({ violations }) =>
            violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' | ')))`,
        );
        assert.deepEqual(violations, []);
      });
    });
  }
});
