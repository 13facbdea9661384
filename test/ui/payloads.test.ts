import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { payloads } from '../../src/events/payloads';
import { bitbucketScenario } from '../server/scenario';
import { takesPictures } from './pictures';
import type { Workbench } from './workbench';
import { succeeds, until } from './workbenchUntil';
import { sharedPage } from './world';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const textOf = (key: string, variant: string): string => {
  const body = payloads.get(key)?.variants.find(({ id }) => id === variant)?.body;
  return `${JSON.stringify(body, undefined, 2)}\n`;
};

/** The line of the first text like this, counted from 1. */
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

const tab = ({ page }: Workbench, name: string) =>
  page.locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`);
const lens = ({ page }: Workbench, title: string) =>
  page.locator('.editor-group-container.active .codelens-decoration > *', { hasText: title });
const squiggles = ({ page }: Workbench) => page.locator('.editor-group-container.active .squiggly-warning');

/** Clicks an action above the body until that has an effect: VS Code draws them anew now and then, also under the mouse. */
async function clickLens(workbench: Workbench, title: string, effect: Locator): Promise<void> {
  await until(`“${title}” does something`, async (patience) => {
    await lens(workbench, title).first().click();
    return succeeds(effect.waitFor({ timeout: patience }));
  });
}

async function openTree(workbench: Workbench) {
  const tree = await workbench.openEvents();
  await tree.row('repository').expand();
  await tree.row('repo:push').element.waitFor();
  return tree;
}

describe('Payloads in the workbench', () => {
  const journey = sharedPage({ scenario: bitbucketScenario });

  it('is reached by keys alone: actions above the body, how sure we are, headers', async () => {
    await journey(async ({ workbench }) => {
      const { page, quickInput } = workbench;
      await workbench.runCommand('Bitbucket Webhooks: Show sample payload');
      await quickInput.type('approval removed');
      await quickInput.rows('pullrequest:unapproved').first().waitFor();
      await quickInput.accept();
      await tab(workbench, 'pullrequest-unapproved.json').waitFor();
      await lens(workbench, 'Verdict withdrawn').waitFor();
      await until('the actions are listed', async (patience) => {
        await workbench.runCommand('Show CodeLens Commands for Current Line');
        return succeeds(quickInput.rows('Edit a copy').waitFor({ timeout: patience }));
      });
      const actions = await quickInput.labels();
      assert.ok(
        actions.some((label) => label.includes('Recorded 2025')),
        actions.join(),
      );
      await quickInput.dismiss();
      await workbench.runCommand('Bitbucket Webhooks: Copy headers');
      await workbench.statusBarItem('Copied 6 headers').waitFor();
      assert.match(await workbench.readClipboard(), /^X-Event-Key: pullrequest:unapproved\n/);

      await workbench.runCommand('Bitbucket Webhooks: Choose variant');
      // It has only one, which is what is shown.
      await tab(workbench, 'pullrequest-unapproved.withdrawn.json').waitFor();
      await workbench.runCommand('Bitbucket Webhooks: Show sample payload');
      await quickInput.type('repo:commit_status_updated');
      await quickInput.rows('repo:commit_status_updated').first().waitFor();
      await quickInput.accept();
      await tab(workbench, 'repo-commit_status_updated.json').waitFor();
      await lens(workbench, 'Successful').waitFor();
      await workbench.runCommand('Bitbucket Webhooks: Choose variant');
      await quickInput.rows('STOPPED').waitFor();
      const heard = await Promise.all((await quickInput.rows().all()).map((row) => row.getAttribute('aria-label')));
      assert.deepEqual(heard, [
        'Successful, Recorded 2025 · shown now',
        'Failed, Recorded 2024',
        'Build in progress (INPROGRESS), Recorded 2017',
        'Build stopped (STOPPED), After the documentation',
      ]);
      await page.evaluate(axe);
      // Of pick lists the audit finds faults that are VS Code's own.
      const violations = await page.evaluate<unknown>(
        `axe.run('.codelens-decoration').then(({ violations }) => violations.map(({ id, nodes }) => id + nodes[0].html))`,
      );
      assert.deepEqual(violations, []);
      await quickInput.dismiss();
      await page.locator('.statusbar-item[id="status.languageStatus"]').click();
      const status = page.locator('.hover-language-status');
      await status.getByText('Bodies sent in 2025 have this shape.').waitFor();
      await status.getByText('6 headers').waitFor();
      await workbench.picture('sample-status-dark');
    });
  });

  it('shows the sample of the row that is clicked, changes the variant, copies, and closes without a question', async () => {
    await journey(async ({ workbench }) => {
      const { page, quickInput } = workbench;
      // The size of the README's pictures.
      await page.setViewportSize({ width: 1100, height: 640 });
      const tree = await openTree(workbench);
      await tree.row('repo:push').click();
      await tab(workbench, 'repo-push.json').waitFor();
      await page.locator('.tab.active .label-name.italic, .tab.active .italic').first().waitFor();
      const certainty = lens(workbench, 'Recorded 2025');
      await certainty.and(page.locator('span')).waitFor();
      assert.match((await certainty.getAttribute('title')) ?? '', /^Bodies sent in 2025 have this shape\./);
      await workbench.statusBarItem('Activating Extensions').waitFor({ state: 'hidden' });
      await workbench.picture('sample-dark');

      await clickLens(workbench, 'Copy', workbench.statusBarItem('Copied the sample of repo:push'));
      assert.equal(await workbench.readClipboard(), textOf('repo:push', 'commits'));

      await clickLens(workbench, 'Commits pushed', quickInput.rows('Branch deleted'));
      await workbench.picture('sample-variants-dark');
      await quickInput.pick('Branch deleted');
      await tab(workbench, 'repo-push.deleted-branch.json').waitFor();
      await lens(workbench, 'Branch deleted').waitFor();
      await until('the variant is copied', async () => {
        await lens(workbench, 'Copy').first().click();
        return (await workbench.readClipboard()) === textOf('repo:push', 'deleted-branch');
      });
      assert.equal(await squiggles(workbench).count(), 0);

      if (takesPictures) {
        await workbench.chooseTheme('Light Modern', 'vs');
        await lens(workbench, 'Edit a copy').waitFor();
        await workbench.picture('sample-light');
      }
      await workbench.runCommand('View: Close Editor');
      await tab(workbench, 'repo-push.deleted-branch.json').waitFor({ state: 'detached' });
    });
  });

  it('opens rows as the Explorer does: Enter pins, and an event without a sample says so', async () => {
    await journey(async ({ workbench }) => {
      const { page } = workbench;
      // High enough for all the rows to be in sight.
      await page.setViewportSize({ width: 1280, height: 2000 });
      const tree = await openTree(workbench);
      await tree.row('repo:fork').click();
      await tab(workbench, 'repo-fork.json').waitFor();
      await tree.row('repo:updated').click();
      await tab(workbench, 'repo-updated.json').waitFor();
      // The preview has taken the place of the one before.
      assert.equal(await page.locator('.tab').count(), 1);
      await page.keyboard.press('Enter');
      await page.locator('.tab.active .label-name:not(.italic)').first().waitFor();
      await tree.row('workspace').expand();
      const unknown = tree.row('project:updated');
      await unknown.click();
      await tab(workbench, 'project-updated.txt').waitFor();
      await page.locator('.view-line', { hasText: 'Nobody has published' }).waitFor();
      await workbench.picture('sample-unknown-dark');
    });
  });

  it('edits a copy: asks nothing unless it was changed, marks a broken field, completes a property', async () => {
    await journey(async ({ workbench }) => {
      const { editor, page, quickInput } = workbench;
      const tree = await openTree(workbench);
      await tree.row('pullrequest:created').contextMenu('Edit a copy');
      const name = 'pullrequest-created.opened.bitbucket.json';
      await tab(workbench, name).waitFor();
      await workbench.runCommand('View: Close Editor');
      await tab(workbench, name).waitFor({ state: 'detached' });

      await tree.row('pullrequest:created').contextMenu('Edit a copy');
      const copy = 'pullrequest-created.opened.2.bitbucket.json';
      await tab(workbench, copy).waitFor();
      const text = textOf('pullrequest:created', 'opened');
      const line = lineOf(text, '"draft"');
      await editor.goTo(line, 1);
      await page.keyboard.press('ControlOrMeta+Shift+K');
      await tab(workbench, copy).and(page.locator('.dirty')).waitFor();
      await editor.goTo(line - 1, (text.split('\n')[line - 2]?.length ?? 0) + 1);
      await page.keyboard.press('Enter');
      await editor.type('"dr');
      await editor.suggest.item('draft').waitFor();
      await workbench.picture('sample-complete-dark');
      await editor.suggest.dismiss();
      await page.keyboard.press('ControlOrMeta+Shift+K');

      await editor.goTo(lineOf(text, '"state"'), 1);
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      await editor.type('ED');
      await squiggles(workbench).first().waitFor();
      await workbench.picture('sample-problem-dark');
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Backspace');
      await squiggles(workbench).first().waitFor({ state: 'detached' });

      // It is no file yet: as for a text without a name, VS Code asks where it belongs.
      await page.keyboard.press('ControlOrMeta+S');
      const path = quickInput.element.locator('input.input');
      const proposed = join(workbench.folder, copy);
      await until('the folder and the name are proposed', async () => (await path.inputValue()) === proposed);
      await workbench.picture('sample-save-dark');
      const file = join(workbench.folder, 'kept.bitbucket.json');
      await path.fill(file);
      await quickInput.accept();
      await until('the copy is a file', () => succeeds(readFile(file)));
      assert.deepEqual(Object.keys(JSON.parse(await readFile(file, 'utf8')) as object), [
        'repository',
        'actor',
        'pullrequest',
      ]);
      // The file stands in the copy's place.
      await tab(workbench, 'kept.bitbucket.json').waitFor();
      await until('one tab is open', async () => (await page.locator('.tab').count()) === 1);
      await workbench.picture('sample-saved-dark');
    });
  });

  it('writes a copy to a file by the action above its body, and keeps through a reload what was saved of it', async () => {
    await journey(async ({ workbench }) => {
      const { editor, page, quickInput } = workbench;
      const tree = await openTree(workbench);
      await tree.row('repo:push').contextMenu('Edit a copy');
      const copy = 'repo-push.commits.bitbucket.json';
      await tab(workbench, copy).waitFor();
      await editor.goTo(1, 2);
      await page.keyboard.insertText('"edited": true, ');
      await tab(workbench, copy).and(page.locator('.dirty')).waitFor();
      // As auto save does, which is on in browsers.
      await workbench.runCommand('File: Save All Files');
      await tab(workbench, copy).and(page.locator(':not(.dirty)')).waitFor();
      await page.keyboard.press('ControlOrMeta+Home');
      await clickLens(workbench, 'Save as file', quickInput.element);
      const kept = join(workbench.folder, 'written.bitbucket.json');
      const path = quickInput.element.locator('input.input');
      await until('a name is proposed', async () => (await path.inputValue()).endsWith(copy));
      await path.fill(kept);
      await quickInput.accept();
      await tab(workbench, 'written.bitbucket.json').waitFor();
      assert.match(await readFile(kept, 'utf8'), /^\{"edited": true, /);

      // The copy is still there, so that the next one gets another name.
      await workbench.reload();
      // Not by its icon: the view comes back by itself at some moment, and a click would hide it then.
      await workbench.runCommand('View: Show Bitbucket Webhooks');
      await tree.row('repository').expand();
      await tree.row('repo:push').contextMenu('Edit a copy');
      await tab(workbench, 'repo-push.commits.2.bitbucket.json').waitFor();
    });
  });
});
