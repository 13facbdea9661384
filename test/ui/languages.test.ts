import assert from 'node:assert/strict';
import { bitbucketScenario } from '../server/scenario';
import { secondsAtMost } from './workbenchUntil';
import { type Journey, sharedPage } from './world';

/** Texts with a wrong key, and a place for one, ‸. In code nothing opens the list but quotes and colons. */
const hooks: Readonly<Record<string, string>> = {
  'hook.py': '# Bitbucket\nEVENTS = ["pullrequest:merged", "‸"]\n',
  'hook.go': 'package hooks // Bitbucket\n\nvar Events = []string{"pullrequest:merged", "‸"}\n',
  'hook.sh': `curl https://api.bitbucket.org/2.0/repositories/acme/app/hooks \\\n  -d '{"events": ["pullrequest:merged", "‸"]}'\n`,
  'hook.md': '# Bitbucket\n\n```yaml\nevents:\n  - pullrequest:merged\n  - ‸\n```\n\nNever `pullrequest:declined`.\n',
};

/** The same in languages that other extensions bring. */
const brought: Readonly<Record<string, string>> = {
  // First, so that nothing else can have started the extension.
  'hook.ex': '# Bitbucket\nevents = ["pullrequest:merged", "‸"]\n',
  'hook.tf': 'resource "bitbucket_hook" "ci" {\n  events = ["pullrequest:merged", "‸"]\n}\n',
  'Hook.vue': `<script setup lang="ts">\n// Bitbucket\nconst events = ['pullrequest:merged', '‸'];\n</script>\n`,
};

const notes = 'Bitbucket sends `` then.\n';

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

const unmarked = (texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, text.replace('‸', '')]));

/** The line and column of an offset, from 1. */
function placeOf(text: string, offset: number): [line: number, column: number] {
  const before = text.slice(0, offset);
  return [before.split('\n').length, offset - before.lastIndexOf('\n')];
}

async function walk({ workbench }: Journey, texts: Readonly<Record<string, string>>, isVirtual = false): Promise<void> {
  const { editor, page } = workbench;
  if (isVirtual) {
    await workbench.runCommand('View: Show Explorer');
  }
  const active = page.locator('.editor-group-container.active');
  for (const [file, text] of Object.entries(texts)) {
    await (isVirtual ? editor.openInExplorer(file) : editor.open(file));
    // Only then is the extension active, which the colon would not wait for.
    await active.locator('.squiggly-warning').first().waitFor();
    await editor.goTo(...placeOf(text, text.indexOf('‸')));
    await editor.type('repo:');
    await editor.suggest.accept('repo:push');
    await active.locator('.view-line', { hasText: 'repo:push' }).waitFor();

    await editor.goTo(...placeOf(text, text.indexOf('merged')));
    await editor.offerQuickFix('Replace with “pullrequest:fulfilled”');
    await workbench.picture(`language-${file.replace('.', '-')}`);
    await editor.quickFix('Replace with “pullrequest:fulfilled”');
    await active.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
    await active.locator('.view-line', { hasText: 'pullrequest:fulfilled' }).waitFor();
    await editor.showHover('pullrequest:fulfilled – Merged');
    await workbench.picture(`language-hover-${file.replace('.', '-')}`);
    await editor.press('Escape');
  }
}

/** Code in a sentence is completed and explained. */
async function write({ workbench }: Journey): Promise<void> {
  const { editor } = workbench;
  await editor.open('notes.md');
  await editor.goTo(1, notes.indexOf('``') + 2);
  await editor.type('pullrequest:');
  await editor.suggest.accept('pullrequest:fulfilled');
  await editor.showHover('pullrequest:fulfilled – Merged');
  await workbench.picture('language-hover-notes-md');
  await editor.press('Escape');
  assert.equal(await editor.save(), notes.replace('``', '`pullrequest:fulfilled`'));
}

describe('Languages in the workbench', () => {
  const texts = Object.fromEntries(documents.map(({ file, text }) => [file, text]));
  const files = { ...unmarked(texts), ...unmarked(hooks), 'notes.md': notes };
  const journey = sharedPage({ scenario: bitbucketScenario, files });

  it('complete, mark, mend and explain keys: Python, Go, a curl command, Markdown', async () => {
    await journey(async (started) => {
      await walk(started, hooks);
      await write(started);
    });
  });

  it('mark a wrong key that is typed, mend it and explain the right one: YAML, JSON, TypeScript, a large file', async () => {
    await journey(async ({ workbench }) => {
      const { editor, page } = workbench;
      const mark = page.locator('.editor-group-container.active .squiggly-warning').first();
      // Where the machine is busy, a check of 100,000 lines, which lets everybody else go first, takes minutes.
      const timeout = 4 * secondsAtMost * 1000;
      for (const { file, text } of documents) {
        const [before = ''] = text.split('‸');
        await editor.open(file);
        await editor.goTo(before.split('\n').length, before.length - before.lastIndexOf('\n'));
        await editor.type('pullrequest:merged');
        await editor.press('Escape');
        await mark.waitFor({ timeout });
        await editor.offerQuickFix(quickFix);
        await workbench.picture(`fix-${file.replace('.', '-')}`);
        await editor.quickFix(quickFix);
        await mark.waitFor({ state: 'detached', timeout });

        assert.match(await editor.showHover('pullrequest:fulfilled – Merged'), /Category: Pull Request/);
        await workbench.picture(`hover-${file.replace('.', '-')}`);
        await editor.press('Escape');
        assert.equal(await editor.save(), text.replace('‸', 'pullrequest:fulfilled'), file);
      }
    });
  });
});

describe('Languages of other extensions in the workbench', () => {
  const settings = { 'bitbucketWebhooks.completion.languages': { elixir: true } };
  const journey = sharedPage({ scenario: bitbucketScenario, files: unmarked(brought), settings, isVirtual: true });

  it('complete, mark, mend and explain keys, those of other extensions and those that a user adds, and nothing else is open', async () => {
    await journey((started) => walk(started, brought, true));
  });
});
