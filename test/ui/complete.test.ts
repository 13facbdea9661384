import assert from 'node:assert/strict';
import { bitbucketScenario } from '../server/scenario';
import type { Workbench } from './workbench';
import { sharedPage } from './world';

interface Typing {
  readonly file: string;
  /** The text before; ‸ is where the cursor is put. */
  readonly text: string;
  /** What is typed there, key by key; nothing: Ctrl+Space. */
  readonly type: string;
  readonly pick: string;
  /** The whole text after accepting. */
  readonly result: string;
  /** It is still being read when one types: the next letter or Ctrl+Space has the list. */
  readonly isLarge?: boolean;
}

/** 50,000 lines. */
const large = '  - events: [repo:push]\n    active: true\n'.repeat(25_000);

/** Files that speak of Bitbucket by their names: keys are offered from the first letter. */
const typings: Typing[] = [
  {
    file: 'bitbucket-letters.yaml',
    text: 'events:\n  - ‸\n',
    type: 'pull',
    pick: 'pullrequest:fulfilled',
    result: 'events:\n  - pullrequest:fulfilled\n',
  },
  { file: 'bitbucket-colon.yaml', text: 'event: ‸\n', type: 'repo:', pick: 'repo:push', result: 'event: repo:push\n' },
  {
    file: 'bitbucket-synonym.yaml',
    text: 'events:\n  - ‸\n',
    type: 'merged',
    pick: 'pullrequest:fulfilled',
    result: 'events:\n  - pullrequest:fulfilled\n',
  },
  {
    file: 'bitbucket-wrong-verb.yaml',
    text: 'events:\n  - ‸\n',
    type: 'pullrequest:decl',
    pick: 'pullrequest:rejected',
    result: 'events:\n  - pullrequest:rejected\n',
  },
  {
    file: 'bitbucket-wrong-family.json',
    text: '{ "events": ["‸"] }\n',
    type: 'pull_request:upd',
    pick: 'pullrequest:updated',
    result: '{ "events": ["pullrequest:updated"] }\n',
  },
  {
    file: 'bitbucket-inside.yaml',
    text: 'events: [repo:pu‸sh]\n',
    type: '',
    pick: 'repo:push',
    result: 'events: [repo:push]\n',
  },
  {
    file: 'bitbucket-letters.json',
    text: '{ "events": ["‸"] }\n',
    type: 're',
    pick: 'repo:fork',
    result: '{ "events": ["repo:fork"] }\n',
  },
  {
    file: 'bitbucket-quotes.json',
    text: '{ "events": [‸] }\n',
    type: '',
    pick: 'pullrequest:approved',
    result: '{ "events": ["pullrequest:approved"] }\n',
  },
  {
    file: 'bitbucket-comments.jsonc',
    text: '{\n  // keys\n  "events": ["repo:‸"]\n}\n',
    type: 'pu',
    pick: 'repo:push',
    result: '{\n  // keys\n  "events": ["repo:push"]\n}\n',
  },
  {
    file: 'bitbucket-quote.ts',
    text: '// Bitbucket\nexport const events = [‸];\n',
    type: "'",
    pick: 'pullrequest:created',
    result: "// Bitbucket\nexport const events = ['pullrequest:created'];\n",
  },
  {
    file: 'bitbucket-colon.ts',
    text: "export const isPush = (eventKey: string) => eventKey === '‸';\n",
    type: 'repo:',
    pick: 'repo:push',
    result: "export const isPush = (eventKey: string) => eventKey === 'repo:push';\n",
  },
  {
    file: 'bitbucket-inside.tsx',
    text: "export const hook = { events: ['repo:pu‸sh'] };\n",
    type: '',
    pick: 'repo:updated',
    result: "export const hook = { events: ['repo:updated'] };\n",
  },
  {
    file: 'bitbucket-large.yaml',
    text: `hooks:\n${large}  - events: [‸]\n${large}`,
    type: 'declined',
    pick: 'pullrequest:rejected',
    result: `hooks:\n${large}  - events: [pullrequest:rejected]\n${large}`,
    isLarge: true,
  },
];

/** Says beside the list what an event means, in a narrow window too, and leads to its sample. */
async function readDetails(workbench: Workbench): Promise<void> {
  const { editor, page } = workbench;
  await editor.open('hook.yaml');
  await editor.goTo(2, 5);
  await editor.type('pullrequest:upd');
  await editor.suggest.item('pullrequest:updated').waitFor();
  await editor.suggest.showDetails('It doesn’t say which of these.');
  await workbench.picture('complete-details-wide');
  await page.setViewportSize({ width: 560, height: 700 });
  await workbench.picture('complete-details-narrow');
  await page.locator('.suggest-details').getByText('Sample payload').click();
  await page.locator('.tab.active', { hasText: 'pullrequest-updated.json' }).waitFor();
  await page.locator('.view-line', { hasText: '"repository"' }).first().waitFor();
  await workbench.picture('complete-details-sample');
}

const files = {
  ...Object.fromEntries(typings.map(({ file, text }) => [file, text.replace('‸', '')])),
  'hook.yaml': 'events:\n  - \n',
};

describe('Complete in the workbench', () => {
  const journey = sharedPage({ scenario: bitbucketScenario, files });

  it('completes what is typed, in every language and wherever the cursor stands, and explains it', async () => {
    await journey(async ({ workbench }) => {
      const { editor } = workbench;
      const [first] = typings;
      await editor.open(first?.file ?? '');
      await editor.goTo(2, 5);
      await editor.suggestUntil('repo:push');
      for (const { file, text, type, pick, result, isLarge } of typings) {
        const [before = ''] = text.split('‸');
        await editor.open(file);
        await editor.goTo(before.split('\n').length, before.length - before.lastIndexOf('\n'));
        if (type === '') {
          await editor.triggerSuggest();
        } else {
          await editor.type(type);
        }
        if (isLarge) {
          await editor.offerSuggestion(pick);
        }
        await editor.suggest.item(pick).waitFor();
        await workbench.picture(`complete-${file.replace('.', '-')}`);
        await editor.suggest.accept(pick);
        assert.equal(await editor.save(), result, file);
      }
      await readDetails(workbench);
    });
  });
});
