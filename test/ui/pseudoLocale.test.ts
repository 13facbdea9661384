import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { pseudoLocale } from '../host/pseudoLocale';
import { chooseTarget, clickLens, shows, withHandler } from './deliveryHands';
import type { Workbench } from './workbench';
import { type Journey, sharedPage } from './world';

/** What comes from Bitbucket is in brackets of its own, since nobody translates it. */
const row = (event: string) => ({ event, category: '‹category›', label: '‹label›', description: '‹description›' });
const rows = ['repo:push', 'repo:fork', 'pullrequest:fulfilled', 'pullrequest:rejected'].map(row);
const scenario = {
  subjectTypes: { repository: rows, workspace: rows },
  pageLength: 3,
  faults: [{ on: 'page=2', times: 1, status: 500, body: '' }],
};

/** One of each kind that is marked. */
const findings = [
  '# x-event-key',
  'workspaces/acme/hooks:',
  '  events:',
  '    - repo:push',
  '    - repo:push',
  '    - repo:pushed',
  '    - pullrequest:merged',
  '    - pr:opened',
  '    - ',
  '',
].join('\n');

/** Names and data: event keys, subject types, hosts and addresses, what the files say. */
const untranslated =
  /⟦[^⟦⟧]*⟧|‹[^‹›]*›|\b[\w-]+(?::\w+)+\b|\brepository\b|\bworkspace\b|\bBitbucket\b(?: Webhooks)?|bitbucket-webhooks|https?:\S+|\b(?:YAML|JSON|HTTP)\b/g;

/** What VS Code adds, the name of an icon in the status bar, and the codes of what is marked. */
const notOurs =
  /^copy {2}(?=⟦)|, Event\b|\bQuick Fix\b|\.\.\. \(Ctrl\+\.\)|View Problem \(Alt\+F8\)|Checking for quick fixes\.\.\.|\[Ln \d+, Col \d+\]|unknown\n|dataCenter\n|, docs: /g;

/** What is left of a text without what is translated or can't be. */
function forgotten(text: string): string {
  let [before, rest] = ['', text.replaceAll('\\', '').replaceAll(notOurs, '')];
  while (rest !== before) {
    [before, rest] = [rest, rest.replaceAll(untranslated, '')];
  }
  return /\p{L}{2}/u.test(rest) ? text : '';
}

/** Reads what is said before a delivery is sent, when it is asked for the target, and of its answer. */
async function readDelivery(workbench: Workbench, address: string): Promise<void> {
  const { page, quickInput } = workbench;
  const welcome = page.locator('.welcome-view-content').getByText(/⟦/);
  await welcome.first().waitFor();
  const texts: (string | null)[] = await welcome.allInnerTexts();
  await workbench.editor.open('repo-push.bitbucket.json');
  await clickLens(workbench, '⟦Send⟧');
  await quickInput.rows('http://localhost:3000/').first().waitFor();
  texts.push(...(await quickInput.rows().locator('.label-description').allInnerTexts()));
  texts.push(await quickInput.element.locator('input.input').getAttribute('placeholder'));
  await chooseTarget(workbench, address);
  await workbench.tree('⟦Deliveries⟧').row('repo:push').element.waitFor();
  await shows(workbench, '⟦The handler failed.');
  await workbench.picture('deliveries-pseudo-locale');
  const answer = await page.locator('.editor-group-container .view-lines').last().innerText();
  const ofWire = /^(?:HTTP|POST|[\w-]+: |500|\d+$)/;
  // The lines of a long sentence are between the brackets of its first and its last.
  const sentences = answer.replaceAll('\u00a0', ' ').replaceAll(/⟦[^⟦⟧]*⟧/g, (text) => text.replaceAll('\n', ' '));
  texts.push(...sentences.split('\n').filter((line) => /\p{L}{2}/u.test(line) && !ofWire.test(line)));
  assert.ok(texts.length > 10, texts.join('\n'));
  assert.deepEqual(
    texts.filter((text) => !text?.includes('⟦')),
    [],
  );
}

describe('The workbench in a pseudo-locale', () => {
  const journey = sharedPage({
    scenario,
    files: { 'hook.yaml': findings, 'repo-push.bitbucket.json': '{}' },
    language: pseudoLocale,
    // High enough for all that is said of a delivery, above the problems.
    viewport: { width: 1400, height: 1200 },
  });

  it('shows no text of ours that cannot be translated', async () => {
    const seen: string[] = [];
    const walk = async ({ workbench }: Journey, address: string): Promise<void> => {
      const { editor, page, quickInput } = workbench;
      const read = async (locator: Locator): Promise<void> => {
        await locator.first().waitFor();
        for (const element of await locator.all()) {
          seen.push(await element.innerText(), (await element.getAttribute('aria-label')) ?? '');
        }
      };
      await workbench.activityBar('⟦Bitbucket Webhooks⟧').click();
      const tree = workbench.tree('⟦Events⟧');
      await tree.row('repository').expand();
      await tree.rowsWith('⟦Load more…⟧').click();
      await tree.rowsWith('500').waitFor();
      await tree.row('workspace').expand();
      await tree.rowsWith('⟦Load more…⟧').waitFor();
      await read(tree.element.locator('.monaco-list-row'));
      await read(page.locator('.sidebar .title-label h2'));
      await read(
        page.locator(
          '.sidebar .pane-header .action-label:not([aria-label^="Views"], [aria-label^="Collapse"], [aria-label^="More"])',
        ),
      );
      await read(page.locator('.sidebar .tree-explorer-viewlet-tree-view .message'));
      seen.push(await tree.rowsWith('500').locator('.label-name').innerText());
      for (const label of ['repo:push', 'repository']) {
        seen.push(await (await tree.row(label).tooltip()).innerText());
        await page.mouse.move(900, 400);
        await page.locator('.workbench-hover-container .monaco-hover').waitFor({ state: 'hidden' });
      }
      for (const text of ['repo:push', 'workspace', '⟦3', '500']) {
        const menu = await workbench.contextMenu(tree.rowsWith(text).first());
        await read(menu);
        await page.keyboard.press('Escape');
        await menu.first().waitFor({ state: 'hidden' });
      }
      await tree.rowsWith('⟦Load more…⟧').click();
      await tree.rowsWith('⟦Load more…⟧').waitFor({ state: 'detached' });
      await tree.rowsWith('500').click();
      await tree.rowsWith('500').waitFor({ state: 'detached' });
      await workbench.picture('pseudo-locale-view');

      await quickInput.open('F1', '>Bitbucket Webhooks: ', quickInput.rows('Bitbucket Webhooks:').first());
      // Below each title VS Code repeats the English one.
      const titles = await quickInput.rows('Bitbucket Webhooks:').locator('.quick-input-list-label').allInnerTexts();
      seen.push(...titles.map((title) => title.split('\n')[0] ?? ''));
      await quickInput.dismiss();
      await workbench.runCommand('Bitbucket Webhooks: ⟦Copy event key⟧');
      await read(quickInput.rows());
      await read(quickInput.element.locator('.quick-input-title'));
      seen.push((await quickInput.element.locator('input.input').getAttribute('placeholder')) ?? '');
      await quickInput.pick('repo:push');
      const copied = workbench.statusBarItem('repo:push');
      await read(copied);

      await editor.open('hook.yaml');
      await editor.goTo(9, 7);
      await editor.suggestUntil('pullrequest:fulfilled');
      await editor.type('merged');
      await editor.suggest.item('pullrequest:fulfilled').waitFor();
      await read(editor.suggest.element.locator('.monaco-list-row'));
      await editor.press('Escape');
      await workbench.runCommand('Problems: Focus on Problems View');
      await page.locator('.markers-panel .monaco-list-row', { hasText: 'pr:opened' }).waitFor();
      await read(page.locator('.markers-panel .monaco-list-row .marker-message-details-container'));
      await workbench.picture('pseudo-locale-problems');
      await editor.open('hook.yaml');
      await editor.goTo(7, 12);
      await editor.offerQuickFix('pullrequest:fulfilled');
      await read(page.locator('.action-widget .monaco-list-row.action'));
      await editor.press('Escape');
      for (const line of [4, 8]) {
        await editor.goTo(line, 10);
        seen.push(await editor.showHover(/repo:push|pr:opened/));
      }
      await readDelivery(workbench, address);
    };
    await withHandler(
      () => 500,
      ({ address }) => journey((opened) => walk(opened, address)),
    );
    const texts = [...new Set(seen)].filter((text) => text !== '');
    assert.deepEqual(
      texts.filter((text) => forgotten(text) !== ''),
      [],
    );
    assert.ok(texts.filter((text) => text.includes('⟦')).length > 30, `${texts.length} texts`);
  });
});
