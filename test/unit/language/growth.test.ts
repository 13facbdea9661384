import assert from 'node:assert/strict';
import { speaksOfBitbucketNear, tokenAt, type LineSource } from '../../../src/language/scan';
import { charactersDown, charactersUp, longLine } from '../../../src/language/scan/limits';
import { windowAround } from '../../../src/language/scan/window';

/** Counts every character it hands out. */
class CountingSource implements LineSource {
  visited = 0;

  constructor(private readonly lines: readonly string[]) {}

  get lineCount(): number {
    return this.lines.length;
  }

  lineText(line: number): string {
    const text = this.lines[line] ?? '';
    this.visited += text.length;
    return text;
  }
}

const blocks: readonly (readonly [languageId: string, head: string, block: readonly string[]])[] = [
  [
    'yaml',
    'hooks:',
    ['- name: hook', '  url: https://example.org', '  events:', '    - repo:push', '    - issue:created'],
  ],
  ['json', '{ "hooks": [', ['  {', '    "url": "https://example.org",', '    "events": ["repo:push"]', '  },']],
  [
    'typescript',
    "describe('hooks', () => {",
    ["  it('works', () => {", "    post({ events: ['repo:push'] });", '  });'],
  ],
  ['python', 'hooks = [', ['    {', '        "events": ["repo:push"],', '    },']],
];

function visitedIn(languageId: string, head: string, block: readonly string[], lineCount: number): number {
  const lines = [head, ...Array.from({ length: lineCount - 1 }, (_, line) => block[line % block.length] ?? '')];
  const from = Math.floor(lineCount / 2 / block.length) * block.length + 1;
  const line = lines.findIndex((text, at) => at >= from && text.includes('repo:push'));
  const source = new CountingSource(lines);
  const position = { line, character: (lines[line] ?? '').indexOf('repo:push') + 5 };
  const found = tokenAt(languageId, source, position);
  speaksOfBitbucketNear(source, 'hooks', position);
  assert.equal(found?.token.text, 'repo:push');
  assert.equal(found.place.strength, 'strong');
  return source.visited;
}

describe('the work per keystroke', () => {
  for (const [languageId, head, block] of blocks) {
    it(`${languageId}: is the same in 1,000 and in 100,000 lines, and in 100 no more`, () => {
      const inMany = visitedIn(languageId, head, block, 100_000);
      assert.equal(visitedIn(languageId, head, block, 1_000), inMany);
      assert.ok(visitedIn(languageId, head, block, 100) <= inMany);
    });
  }

  it('is bounded within a line of 5 MB', () => {
    const line = '{"events":["repo:push","issue:created"]},'.repeat(125_000);
    const character = line.indexOf('repo:push', line.length / 2) + 5;
    const { lines } = windowAround(new CountingSource(['', line, '']), { line: 1, character }, 'json');
    assert.ok(lines.length === 1 && (lines[0] ?? '').length <= charactersUp + charactersDown);
    const found = tokenAt('json', new CountingSource([line]), { line: 0, character });
    assert.equal(found?.token.text, 'repo:push');
    assert.equal(found.place.strength, 'strong');
  });

  it('is bounded beside very long lines', () => {
    const long = 'x'.repeat(longLine * 100);
    const { lines } = windowAround(
      new CountingSource([long, 'events: [re]', long]),
      { line: 1, character: 11 },
      'yaml',
    );
    assert.deepEqual(lines, ['events: [re]']);
  });
});
