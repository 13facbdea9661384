import assert from 'node:assert/strict';
import { insertionFor } from '../../../src/language/insert/insertionFor';
import { sourceOf } from './fixture';

const two = ['repo:push', 'repo:fork'];

/** The document after keys were inserted at the mark `‸`. */
function insert(languageId: string, marked: string, keys: readonly string[]): string {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const before = marked.slice(0, offset).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const insertion = insertionFor(languageId, sourceOf(text), position, keys);
  const lines = text.split('\n');
  const line = lines[insertion.line] ?? assert.fail('no such line');
  lines[insertion.line] = line.slice(0, insertion.start) + insertion.text + line.slice(insertion.end);
  return lines.join('\n');
}

describe('insertionFor', () => {
  /** Language, document, and what becomes of it with one and with two keys. */
  const places: [string, string, string, string][] = [
    ['yaml', 'events:\n  - ‸', 'events:\n  - repo:push', 'events:\n  - repo:push\n  - repo:fork'],
    ['yaml', 'events:\n  - "‸"', 'events:\n  - "repo:push"', 'events:\n  - "repo:push"\n  - "repo:fork"'],
    ['yaml', 'events:\n  - is‸sue:created\n', 'events:\n  - repo:push\n', 'events:\n  - repo:push\n  - repo:fork\n'],
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
    ['yaml', 'events:‸', 'events: repo:push', 'events: [repo:push, repo:fork]'],
    ['json', '["a:b", ‸"a:c"]', '["a:b", "repo:push", "a:c"]', '["a:b", "repo:push", "repo:fork", "a:c"]'],
    ['json', '["a:b"‸]', '["a:b", "repo:push"]', '["a:b", "repo:push", "repo:fork"]'],
    ['json', '["a:b"‸, "a:c"]', '["a:b", "repo:push", "a:c"]', '["a:b", "repo:push", "repo:fork", "a:c"]'],
    ['json', '[\n  ‸\n  "a:b"\n]', '[\n  "repo:push",\n  "a:b"\n]', '[\n  "repo:push", "repo:fork",\n  "a:b"\n]'],
    ['json', '[\n  "a:b",\n  ‸\n]', '[\n  "a:b",\n  "repo:push"\n]', '[\n  "a:b",\n  "repo:push", "repo:fork"\n]'],
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
    ['terraform', 'events = ["‸"]', 'events = ["repo:push"]', 'events = ["repo:push", "repo:fork"]'],
  ];
  for (const [languageId, document, one, several] of places) {
    it(`${languageId}: ${document.replaceAll('\n', '⏎')}`, () => {
      assert.equal(insert(languageId, document, ['repo:push']), one);
      assert.equal(insert(languageId, document, two), several);
    });
  }
});
