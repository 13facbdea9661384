import assert from 'node:assert/strict';
import { KeyFinder } from '../../../src/language/find';
import { plainInsertion } from '../../../src/language/insert/insertion';
import { known } from './fixture';

const two = ['repo:push', 'repo:fork'];

/** The document after keys were inserted at the mark `‸`, or in place of what stands between two of them. */
async function insert(languageId: string, marked: string, keys: readonly string[]): Promise<string> {
  const [before = '', ...rest] = marked.split('‸');
  const text = before + rest.join('');
  const selected = { from: before.length, to: before.length + (rest.length > 1 ? (rest[0] ?? '').length : 0) };
  const insertion = await new KeyFinder(known).insertion({ languageId, getText: () => text }, selected, keys);
  const { from, to, text: inserted } = insertion ?? plainInsertion(selected, keys);
  return text.slice(0, from) + inserted + text.slice(to);
}

describe('insertionFor', () => {
  /** Language, document, and what becomes of it with one and with two keys. */
  const places: [string, string, string, string][] = [
    ['yaml', 'events:\n  - ‸', 'events:\n  - repo:push', 'events:\n  - repo:push\n  - repo:fork'],
    ['yaml', 'events:\n  - "‸"', 'events:\n  - "repo:push"', 'events:\n  - "repo:push"\n  - "repo:fork"'],
    ['yaml', 'events:\n  - issue:‸x\n', 'events:\n  - repo:push\n', 'events:\n  - repo:push\n  - repo:fork\n'],
    [
      'markdown',
      'Sends `issue:cre‸ated` then.',
      'Sends `issue:created`, `repo:push` then.',
      'Sends `issue:created`, `repo:push`, `repo:fork` then.',
    ],
    // Beside a good key.
    [
      'yaml',
      'events:\n  - is‸sue:created # c\n',
      'events:\n  - issue:created # c\n  - repo:push\n',
      'events:\n  - issue:created # c\n  - repo:push\n  - repo:fork\n',
    ],
    ['json', '["repo:up‸dated"]', '["repo:updated", "repo:push"]', '["repo:updated", "repo:push", "repo:fork"]'],
    [
      'json',
      '[\n  "repo:up‸dated"\n]',
      '[\n  "repo:updated",\n  "repo:push"\n]',
      '[\n  "repo:updated",\n  "repo:push",\n  "repo:fork"\n]',
    ],
    [
      'json',
      '{"e": "repo:up‸dated"}',
      '{"e": ["repo:updated", "repo:push"]}',
      '{"e": ["repo:updated", "repo:push", "repo:fork"]}',
    ],
    [
      'json',
      '{"e": "a:b,repo:up‸dated"}',
      '{"e": "a:b,repo:updated,repo:push"}',
      '{"e": "a:b,repo:updated,repo:push,repo:fork"}',
    ],
    // What closes a list keeps its comma, and Go wants one.
    [
      'go',
      'var e = []string{\n\t"a:b",‸\n}',
      'var e = []string{\n\t"a:b",\n\t"repo:push",\n}',
      'var e = []string{\n\t"a:b",\n\t"repo:push",\n\t"repo:fork",\n}',
    ],
    [
      'go',
      'var e = []string{\n\t‸\n}',
      'var e = []string{\n\t"repo:push",\n}',
      'var e = []string{\n\t"repo:push", "repo:fork",\n}',
    ],
    [
      'python',
      'E = (\n    "a:b",\n    ‸\n)',
      'E = (\n    "a:b",\n    "repo:push",\n)',
      'E = (\n    "a:b",\n    "repo:push",\n    "repo:fork",\n)',
    ],
    [
      'terraform',
      'events = [\n  "a:b",‸\n]\n',
      'events = [\n  "a:b",\n  "repo:push",\n]\n',
      'events = [\n  "a:b",\n  "repo:push",\n  "repo:fork",\n]\n',
    ],
    ['json', '[\n  "a:b",\n  ‸\n]', '[\n  "a:b",\n  "repo:push"\n]', '[\n  "a:b",\n  "repo:push",\n  "repo:fork"\n]'],
    // A key in a sentence is code.
    ['markdown', 'Sends ‸ then.', 'Sends `repo:push` then.', 'Sends `repo:push`, `repo:fork` then.'],
    // In a text that is in quotes itself.
    [
      'json',
      String.raw`{"body": "{\"events\": [\"repo:up‸dated\"]}"}`,
      String.raw`{"body": "{\"events\": [\"repo:updated\", \"repo:push\"]}"}`,
      String.raw`{"body": "{\"events\": [\"repo:updated\", \"repo:push\", \"repo:fork\"]}"}`,
    ],
    [
      'json',
      String.raw`{"body": "{\"events\": [‸]}"}`,
      String.raw`{"body": "{\"events\": [\"repo:push\"]}"}`,
      String.raw`{"body": "{\"events\": [\"repo:push\", \"repo:fork\"]}"}`,
    ],
    ['json', '["pullrequest:m‸erged"]', '["repo:push"]', '["repo:push", "repo:fork"]'],
    ['json', '[‸"repo:updated"‸]', '["repo:push"]', '["repo:push", "repo:fork"]'],
    [
      'typescript',
      "type T = 'repo:up‸dated';",
      "type T = 'repo:updated' | 'repo:push';",
      "type T = 'repo:updated' | 'repo:push' | 'repo:fork';",
    ],
    [
      'typescript',
      "type T = 'a:b' | 'repo:up‸dated';",
      "type T = 'a:b' | 'repo:updated' | 'repo:push';",
      "type T = 'a:b' | 'repo:updated' | 'repo:push' | 'repo:fork';",
    ],
    [
      'typescript',
      "switch (k) { case 'repo:up‸dated': }",
      "switch (k) { case 'repo:updated': case 'repo:push': }",
      "switch (k) { case 'repo:updated': case 'repo:push': case 'repo:fork': }",
    ],
    ['yaml', 'events:\n‸', 'events:\n  - repo:push', 'events:\n  - repo:push\n  - repo:fork'],
    [
      'yaml',
      'a:\n  events:\n    ‸',
      'a:\n  events:\n    - repo:push',
      'a:\n  events:\n    - repo:push\n    - repo:fork',
    ],
    ['yaml', 'events:\n- repo:x\n‸', 'events:\n- repo:x\n- repo:push', 'events:\n- repo:x\n- repo:push\n- repo:fork'],
    ['yaml', 'a:\n- events:\n  ‸', 'a:\n- events:\n    - repo:push', 'a:\n- events:\n    - repo:push\n    - repo:fork'],
    [
      'yaml',
      'a:\n  - events:\n    ‸\n    url: b',
      'a:\n  - events:\n      - repo:push\n    url: b',
      'a:\n  - events:\n      - repo:push\n      - repo:fork\n    url: b',
    ],
    ['yaml', 'events:\n‸\n- a:b', 'events:\n- repo:push\n- a:b', 'events:\n- repo:push\n- repo:fork\n- a:b'],
    [
      'yaml',
      '- events:\n‸\n- events:',
      '- events:\n    - repo:push\n- events:',
      '- events:\n    - repo:push\n    - repo:fork\n- events:',
    ],
    // By its name, a list is wanted.
    ['yaml', 'events:‸', 'events: [repo:push]', 'events: [repo:push, repo:fork]'],
    ['terraform', 'events = ‸', 'events = ["repo:push"]', 'events = ["repo:push", "repo:fork"]'],
    ['go', 'events := ‸', 'events := []string{"repo:push"}', 'events := []string{"repo:push", "repo:fork"}'],
    // Where no list can stand, one literal holds several.
    ['go', 'key := "repo:up‸dated"', 'key := "repo:updated,repo:push"', 'key := "repo:updated,repo:push,repo:fork"'],
    ['python', "if key == '‸':", "if key == 'repo:push':", "if key == 'repo:push,repo:fork':"],
    ['dotenv', 'E=‸', 'E=repo:push', 'E=repo:push,repo:fork'],
    ['ruby', 'e = %w[‸]', 'e = %w[repo:push]', 'e = %w[repo:push repo:fork]'],
    // As the elements beside it are written.
    ['shellscript', 'e=(a:b ‸)', 'e=(a:b repo:push)', 'e=(a:b repo:push repo:fork)'],
    ['shellscript', 'e=(a:b‸)', 'e=(a:b repo:push)', 'e=(a:b repo:push repo:fork)'],
    [
      'typescript',
      "f([\n  'a:b',‸\n])",
      "f([\n  'a:b',\n  'repo:push',\n])",
      "f([\n  'a:b',\n  'repo:push',\n  'repo:fork',\n])",
    ],
    [
      'rust',
      'match k { "repo:up‸dated" => 1 }',
      'match k { "repo:updated" | "repo:push" => 1 }',
      'match k { "repo:updated" | "repo:push" | "repo:fork" => 1 }',
    ],
    // In sentences and comments, as words.
    ['yaml', '# Keys ‸', '# Keys repo:push', '# Keys repo:push, repo:fork'],
    ['json', '{"a": "of ‸ here"}', '{"a": "of repo:push here"}', '{"a": "of repo:push, repo:fork here"}'],
    ['json', '["a:b", ‸"a:c"]', '["a:b", "repo:push", "a:c"]', '["a:b", "repo:push", "repo:fork", "a:c"]'],
    ['json', '["a:b"‸]', '["a:b", "repo:push"]', '["a:b", "repo:push", "repo:fork"]'],
    ['json', '["a:b"‸, "a:c"]', '["a:b", "repo:push", "a:c"]', '["a:b", "repo:push", "repo:fork", "a:c"]'],
    ['json', '[\n  ‸\n  "a:b"\n]', '[\n  "repo:push",\n  "a:b"\n]', '[\n  "repo:push",\n  "repo:fork",\n  "a:b"\n]'],
    ['json', '[\n  "a:b",\n  ‸\n]', '[\n  "a:b",\n  "repo:push"\n]', '[\n  "a:b",\n  "repo:push",\n  "repo:fork"\n]'],
    ['typescript', "f('a:b'‸)", "f('a:b', 'repo:push')", "f('a:b', 'repo:push', 'repo:fork')"],
    ['yaml', 'events: [‸]', 'events: [repo:push]', 'events: [repo:push, repo:fork]'],
    ['yaml', 'events: [a:b, ‸]', 'events: [a:b, repo:push]', 'events: [a:b, repo:push, repo:fork]'],
    ['yaml', 'event: ‸', 'event: repo:push', 'event: [repo:push, repo:fork]'],
    ['json', '{"events": [‸]}', '{"events": ["repo:push"]}', '{"events": ["repo:push", "repo:fork"]}'],
    ['json', '{"events": ["‸"]}', '{"events": ["repo:push"]}', '{"events": ["repo:push", "repo:fork"]}'],
    [
      'json',
      '{"events": ["a:b", "re‸po:x"]}',
      '{"events": ["a:b", "repo:push"]}',
      '{"events": ["a:b", "repo:push", "repo:fork"]}',
    ],
    ['json', '{"event": ‸}', '{"event": "repo:push"}', '{"event": ["repo:push", "repo:fork"]}'],
    [
      'typescript',
      "const events = ['‸'];",
      "const events = ['repo:push'];",
      "const events = ['repo:push', 'repo:fork'];",
    ],
    [
      'typescript',
      'const events = [‸];',
      "const events = ['repo:push'];",
      "const events = ['repo:push', 'repo:fork'];",
    ],
    ['typescript', 'const event = ‸;', "const event = 'repo:push';", "const event = ['repo:push', 'repo:fork'];"],
    ['typescript', 'const event = "‸";', 'const event = "repo:push";', 'const event = ["repo:push", "repo:fork"];'],
    ['typescript', 'f("x", ‸)', 'f("x", "repo:push")', 'f("x", "repo:push", "repo:fork")'],
    ['plaintext', '‸', 'repo:push', 'repo:push\nrepo:fork'],
    ['markdown', 'Keys: ‸', 'Keys: `repo:push`', 'Keys: `repo:push`, `repo:fork`'],
    [
      'markdown',
      '```yaml\nevents:\n  - ‸\n```',
      '```yaml\nevents:\n  - repo:push\n```',
      '```yaml\nevents:\n  - repo:push\n  - repo:fork\n```',
    ],
    [
      'yaml',
      'body: \'{"events": ["a:b"‸]}\'',
      'body: \'{"events": ["a:b", "repo:push"]}\'',
      'body: \'{"events": ["a:b", "repo:push", "repo:fork"]}\'',
    ],
    [
      'vue',
      '<script>const a = [‸]</script>',
      "<script>const a = ['repo:push']</script>",
      "<script>const a = ['repo:push', 'repo:fork']</script>",
    ],
    ['ruby', 'A = %w[a:b ‸].freeze', 'A = %w[a:b repo:push].freeze', 'A = %w[a:b repo:push repo:fork].freeze'],
    ['go', 'var e = []string{‸}', 'var e = []string{"repo:push"}', 'var e = []string{"repo:push", "repo:fork"}'],
    ['ruby', 'E = [‸].freeze', "E = ['repo:push'].freeze", "E = ['repo:push', 'repo:fork'].freeze"],
    ['php', '<?php\n$e = [‸];', "<?php\n$e = ['repo:push'];", "<?php\n$e = ['repo:push', 'repo:fork'];"],
    [
      'terraform',
      'events = ["repo:updated"‸]',
      'events = ["repo:updated", "repo:push"]',
      'events = ["repo:updated", "repo:push", "repo:fork"]',
    ],
    ['terraform', 'events = [‸"repo:updated"‸]', 'events = ["repo:push"]', 'events = ["repo:push", "repo:fork"]'],
    ['terraform', 'events = ["‸"]', 'events = ["repo:push"]', 'events = ["repo:push", "repo:fork"]'],
  ];
  for (const [languageId, document, one, several] of places) {
    it(`${languageId}: ${document.replaceAll('\n', '⏎')}`, async () => {
      assert.equal(await insert(languageId, document, ['repo:push']), one);
      assert.equal(await insert(languageId, document, two), several);
    });
  }
});
