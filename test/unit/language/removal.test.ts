import assert from 'node:assert/strict';
import { KeyFinder } from '../../../src/language/find';
import { known } from './fixture';

/** What is left of a document when the key at the mark, repo:fork, is removed. */
async function without(languageId: string, marked: string): Promise<string> {
  const [key = ''] = /(?<=\|)repo: ?fork/.exec(marked) ?? [];
  const from = marked.indexOf(`|${key}`);
  const text = marked.replace(`|${key}`, key);
  const document = { languageId, getText: () => text };
  const spans = await new KeyFinder(known).removal(document, { from, to: from + key.length });
  return [...spans]
    .sort((a, b) => b.from - a.from)
    .reduce((left, span) => left.slice(0, span.from) + left.slice(span.to), text);
}

describe('Removal of a key', () => {
  const removals: [languageId: string, marked: string, left: string][] = [
    [
      'yaml',
      'events:\n  - repo:push\n  - |repo:fork # why\n  - issue:created\n',
      'events:\n  - repo:push\n  - issue:created\n',
    ],
    ['yaml', 'events:\n  - |repo:fork', 'events:\n'],
    ['yaml', 'events:\n  - repo:fork\n  - |repo: fork\n', 'events:\n  - repo:fork\n'],
    ['yaml', 'events: [|repo:fork, repo:push]\n', 'events: [repo:push]\n'],
    ['yaml', 'events: [repo:push, |repo:fork, issue:created]\n', 'events: [repo:push, issue:created]\n'],
    ['yaml', 'events: [repo:push  ,  |repo:fork]\n', 'events: [repo:push]\n'],
    ['json', '{"events": ["|repo:fork"]}', '{"events": []}'],
    ['json', '{"events": [\n  "repo:push",\n  "|repo:fork"\n]}', '{"events": [\n  "repo:push"\n]}'],
    ['jsonc', '["repo:push", // one\n"|repo:fork" // two\n]', '["repo:push" // one\n]'],
    ['typescript', "type Key = '|repo:fork' | 'repo:push';", "type Key = 'repo:push';"],
    [
      'typescript',
      "type Key = 'repo:push' | '|repo:fork' | 'issue:created';",
      "type Key = 'repo:push' | 'issue:created';",
    ],
    ['typescript', "on('|repo:fork', run);", 'on(run);'],
    ['python', "events = ['repo:push', '|repo:fork']\n", "events = ['repo:push']\n"],
    ['terraform', 'events = [\n  "repo:push",\n  "|repo:fork",\n]\n', 'events = [\n  "repo:push",\n]\n'],
    // One of several in a literal
    ['json', '{"events": "repo:push, |repo:fork, issue:created"}', '{"events": "repo:push, issue:created"}'],
    ['json', '{"events": "repo:push|repo:fork"}'.replace('push|', 'push;|'), '{"events": "repo:push"}'],
    ['yaml', 'events: repo:push |repo:fork\n', 'events: repo:push\n'],
  ];
  for (const [languageId, marked, left] of removals) {
    it(`${languageId}: ${JSON.stringify(marked)}`, async () => {
      assert.equal(await without(languageId, marked), left);
    });
  }
});
