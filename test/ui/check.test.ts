import assert from 'node:assert/strict';
import { bitbucketScenario } from '../server/scenario';
import { sharedPage } from './world';

/** 50,000 lines. */
const large = '  {\n    "events": ["repo:push"],\n    "active": true\n  },\n'.repeat(12_500);

/** A document with a place for a key, ‸. */
const documents: { file: string; text: string }[] = [
  { file: 'hook.yaml', text: '# Bitbucket\nevents:\n  - ‸\n' },
  { file: 'hook.json', text: '{\n  "url": "https://bitbucket.example.com",\n  "events": ["‸"]\n}\n' },
  { file: 'hook.jsonc', text: '{\n  // Bitbucket\n  "events": ["‸"]\n}\n' },
  { file: 'hook.ts', text: "// Bitbucket\nexport const isMerge = (eventKey: string) => eventKey === '‸';\n" },
  { file: 'hook.tsx', text: "// Bitbucket\nexport const events = ['‸'];\n" },
  { file: 'bitbucket.json', text: `[\n${large}  { "events": ["‸"] },\n${large}  {}\n]\n` },
];

const quickFix = 'Replace with “pullrequest:fulfilled”';

const files = Object.fromEntries(documents.map(({ file, text }) => [file, text.replace('‸', '')]));

describe('Check and hover in the workbench', () => {
  const journey = sharedPage({ scenario: bitbucketScenario, files });

  it('marks a wrong key that is typed, mends it and explains the right one, in every language', async () => {
    await journey(async ({ workbench }) => {
      const { editor, page } = workbench;
      for (const { file, text } of documents) {
        const [before = ''] = text.split('‸');
        await editor.open(file);
        await editor.goTo(before.split('\n').length, before.length - before.lastIndexOf('\n'));
        await editor.type('pullrequest:merged');
        await editor.press('Escape');
        await page.locator('.editor-group-container.active .squiggly-warning').first().waitFor();
        await editor.offerQuickFix(quickFix);
        await workbench.picture(`fix-${file.replace('.', '-')}`);
        await editor.quickFix(quickFix);
        await page.locator('.editor-group-container.active .squiggly-warning').first().waitFor({ state: 'detached' });

        assert.match(await editor.showHover('pullrequest:fulfilled – Merged'), /Category: Pull Request/);
        await workbench.picture(`hover-${file.replace('.', '-')}`);
        await editor.press('Escape');
        assert.equal(await editor.save(), text.replace('‸', 'pullrequest:fulfilled'), file);
      }
    });
  });
});
