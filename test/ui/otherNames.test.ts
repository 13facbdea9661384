import assert from 'node:assert/strict';
import { bitbucketScenario } from '../server/scenario';
import { until } from './workbenchUntil';
import { sharedPage } from './world';

const head = `permissions:
  scopes:
    - read:pullrequest:bitbucket
modules:
  trigger:
    - key: on-pull-request
      function: main
      events:
`;
const tail = `  function:
    - key: main
      handler: index.run
`;
const item = (name: string) => `        - ${name}\n`;

const connect = `{
  "key": "bitbucket-app",
  "modules": {
    "webhooks": [{ "event": "repo:push", "url": "/hook" }]
  }
}
`;

const files = {
  'manifest.yml': head + item('') + tail,
  'wrong/manifest.yml': head + item('avi:bitbucket:pr:opened') + item('repo:push') + tail,
  'bitbucket-hook.yaml': 'events:\n  - repo:push\n  - issue:created\n  - \n',
  'atlassian-connect.json': connect,
};

describe('Names of events elsewhere, and events that have gone, in the workbench', () => {
  const journey = sharedPage({ scenario: bitbucketScenario, files, viewport: { width: 1300, height: 900 } });

  it('completes, explains and mends what a Forge app is told', async () => {
    await journey(async ({ workbench }) => {
      const { editor, page } = workbench;
      await editor.open('manifest.yml');
      await editor.goTo(9, 11);
      await editor.suggestUntil('avi:bitbucket:fulfilled:pullrequest');
      await editor.type('merged');
      await editor.suggest.item('avi:bitbucket:fulfilled:pullrequest').waitFor();
      await editor.suggest.showDetails('An event of Forge apps.');
      await workbench.picture('forge-completion');
      await editor.suggest.accept('avi:bitbucket:fulfilled:pullrequest');
      await editor.press('Enter');
      await editor.type('- avi:bitbucket:created:pullrequest-c');
      await editor.suggest.accept('avi:bitbucket:created:pullrequest-comment');
      const [merged, commented] = ['avi:bitbucket:fulfilled:pullrequest', 'avi:bitbucket:created:pullrequest-comment'];
      assert.equal(await editor.save(), head + item(merged) + item(commented) + tail);
      const hover = await editor.showHover('An event of Forge apps.');
      assert.match(hover, /pullrequest:comment_created/);
      assert.match(hover, /no sample or schema here fits it/);
      await workbench.picture('forge-hover');

      await editor.open('wrong/manifest.yml');
      await page.locator('.editor-group-container.active .squiggly-warning').nth(1).waitFor();
      await editor.goTo(9, 20);
      await editor.offerQuickFix('Replace with “avi:bitbucket:created:pullrequest”');
      await workbench.picture('forge-quick-fix');
      await page.keyboard.press('Escape');
      await editor.quickFix('Replace all 2 wrong event keys in this file');
      await page.locator('.view-line', { hasText: 'avi:bitbucket:push:repository' }).waitFor();
      const mended = head + item('avi:bitbucket:created:pullrequest') + item('avi:bitbucket:push:repository') + tail;
      assert.equal(await editor.save(), mended);
    });
  });

  it('strikes through what Bitbucket has removed, takes it out of a list, and shows it grey in the view', async () => {
    await journey(async ({ workbench }) => {
      const { editor, page } = workbench;
      await editor.open('bitbucket-hook.yaml');
      await page.locator('.editor-group-container.active .squiggly-inline-deprecated').first().waitFor();
      await editor.goTo(4, 5);
      await editor.suggestUntil('pullrequest:created');
      await editor.type('issue');
      const gone = editor.suggest.item('issue:updated');
      await gone.waitFor();
      // VS Code draws a line through these.
      await gone.locator('.monaco-icon-label.deprecated').waitFor();
      await gone.getByText('removed in August 2026').waitFor();
      await workbench.picture('removed-completion');
      await editor.suggest.dismiss();
      for (let letters = 'issue'.length; letters > 0; letters--) {
        await editor.press('Backspace');
      }
      await editor.goTo(3, 8);
      await editor.quickFix('Remove “issue:created”');
      await until(
        'the key is gone',
        async () => (await page.locator('.view-line', { hasText: 'issue:created' }).count()) === 0,
      );
      assert.equal(await editor.save(), 'events:\n  - repo:push\n  - \n');

      const tree = await workbench.openEvents();
      await tree.row('repository').expand();
      const row = tree.row('issue:created');
      await row.element.waitFor();
      assert.equal(await row.description(), 'removed in August 2026');
      assert.equal(await row.element.getAttribute('aria-label'), 'issue:created, Issue, removed in August 2026');
      for (const [theme, kind] of [
        ['Dark Modern', 'vs-dark'],
        ['Light Modern', 'vs'],
        ['Dark High Contrast', 'hc-black'],
        ['Light High Contrast', 'hc-light'],
      ] as const) {
        await workbench.chooseTheme(theme, kind);
        await row.element.scrollIntoViewIfNeeded();
        await workbench.picture(`removed-view-${kind}`);
      }
      await workbench.chooseTheme('Dark Modern', 'vs-dark');
      const entries = await workbench.contextMenu(row.element);
      assert.ok(!(await entries.allInnerTexts()).includes('Copy event key as Forge name'));
      await page.keyboard.press('Escape');
      await tree.row('pullrequest:fulfilled').contextMenu('Copy event key as Forge name');
      await workbench.statusBarItem('Copied avi:bitbucket:fulfilled:pullrequest').waitFor();
      assert.equal(await workbench.readClipboard(), 'avi:bitbucket:fulfilled:pullrequest');
      await row.contextMenu('Copy event key');
      await workbench.statusBarItem('Copied issue:created · Bitbucket no longer sends issue:created').waitFor();
    });
  });

  it('tells a Connect app of its end', async () => {
    await journey(async ({ workbench }) => {
      const { editor, page } = workbench;
      await editor.open('atlassian-connect.json');
      await page.locator('.editor-group-container.active .squiggly-hint').first().waitFor();
      await editor.goTo(4, 8);
      await editor.showHover(/Connect for Bitbucket Cloud end(?:s|ed) on/);
      await workbench.picture('connect-ends');
    });
  });
});
