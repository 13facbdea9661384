import assert from 'node:assert/strict';
import { bitbucketScenario } from '../server/scenario';
import { succeeds, until } from './workbenchUntil';
import { sharedPage } from './world';

const written = `{
  "pullrequest": {
    "id": "7",
    "title": "Tides",
    "state": "OPENED",
    "source": { "branch": { "name": "tides" }, "repository": null }
  }
}
`;

const files = {
  'pullrequest-created.mine.bitbucket.json': written,
  'pullrequest-merged.mine.bitbucket.json': '{}\n',
  'pullrequest_created.bitbucket.json': '{}\n',
  'notes.bitbucket.json': '{}\n',
};

describe('Bodies that people write', () => {
  const journey = sharedPage({ scenario: bitbucketScenario, files });

  it('have what is wrong marked, and nothing that is missing', async () => {
    await journey(async ({ workbench }) => {
      const { editor, page } = workbench;
      await editor.open('pullrequest-created.mine.bitbucket.json');
      const marks = page.locator('.editor-group-container.active .squiggly-warning');
      await marks.first().waitFor();
      await workbench.runCommand('Problems: Focus on Problems View');
      const problems = page.locator('.markers-panel .monaco-list-row .marker-line, .markers-panel .monaco-list-row');
      await problems.filter({ hasText: '[Ln 3' }).first().waitFor();
      await problems.filter({ hasText: '[Ln 5' }).first().waitFor();
      await workbench.picture('written-problems');
      const texts = await page.locator('.markers-panel .monaco-list-row', { hasText: '[Ln ' }).allInnerTexts();
      assert.deepEqual(
        texts.filter((text) => !/\[Ln [35],/.test(text)),
        [],
      );
      await page.keyboard.press('ControlOrMeta+J');
    });
  });

  it('that are named after no event say so and take the right name, by which they have their schema', async () => {
    await journey(async ({ workbench }) => {
      const { editor, page } = workbench;
      const lens = (title: string) =>
        page.locator('.editor-group-container.active .codelens-decoration > *', { hasText: title });
      const tab = (name: string) => page.locator(`.tab.active[data-resource-name="${name}"]`);
      await editor.open('pullrequest_created.bitbucket.json');
      await lens('No event is called pullrequest_created').waitFor();
      await lens('Rename to pullrequest-created.bitbucket.json').waitFor();
      await editor.open('pullrequest-merged.mine.bitbucket.json');
      await lens('Rename to pullrequest-fulfilled.mine.bitbucket.json').waitFor();
      await workbench.picture('misnamed');
      await until('the file has another name', async (patience) => {
        await lens('Rename to').first().click({ timeout: patience });
        return succeeds(tab('pullrequest-fulfilled.mine.bitbucket.json').waitFor({ timeout: patience }));
      });
      await lens('Send').waitFor();
      assert.equal(await lens('Rename to').count(), 0);
    });
  });

  it('that are named after nothing like an event get the name of one that is picked', async () => {
    await journey(async ({ workbench }) => {
      const { editor, page, quickInput } = workbench;
      await editor.open('notes.bitbucket.json');
      const lens = page.locator('.codelens-decoration > *', { hasText: 'Name it after an event' });
      await until('the events are listed', async (patience) => {
        await lens.click({ timeout: patience });
        return succeeds(quickInput.rows('repo:fork').first().waitFor({ timeout: patience }));
      });
      await quickInput.type('forked');
      await quickInput.element.locator('.monaco-list-row[data-index="0"]', { hasText: 'repo:fork' }).waitFor();
      await quickInput.accept();
      await page.locator('.tab.active[data-resource-name="repo-fork.bitbucket.json"]').waitFor();
    });
  });

  it('that are named after no event are sent as the one that is probably meant', async () => {
    await journey(async ({ workbench }) => {
      const { editor, page, quickInput } = workbench;
      await editor.open('pullrequest_created.bitbucket.json');
      const lens = page.locator('.codelens-decoration > *', { hasText: 'Send' });
      await until('the event is proposed', async (patience) => {
        await lens.first().click({ timeout: patience });
        return succeeds(quickInput.rows('pullrequest:created').first().waitFor({ timeout: patience }));
      });
      assert.equal(await quickInput.element.locator('input.input').inputValue(), 'pullrequest created');
      await quickInput.element
        .locator('.monaco-list-row.focused[data-index="0"]', { hasText: 'pullrequest:created' })
        .waitFor();
      await workbench.picture('misnamed-send');
      await quickInput.dismiss();
    });
  });
});
