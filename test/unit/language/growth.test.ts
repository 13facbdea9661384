import assert from 'node:assert/strict';
import { KeyScan, speaksOfBitbucketNear, tokenAt } from '../../../src/language/scan';
import { familyOf } from '../../../src/language/scan/family';
import { chunksOf } from '../../../src/language/scan/keysIn';
import { charactersDown, charactersUp, longLine } from '../../../src/language/scan/limits';
import { windowAround } from '../../../src/language/scan/window';
import { CountingSource } from './countingSource';
import { everything } from './judges';

const blocks: readonly (readonly [languageId: string, head: string, block: readonly string[]])[] = [
  [
    'yaml',
    'hooks:',
    ['- name: hook', '  url: https://example.org', '  events:', '    - repo:push', '    - issue:created'],
  ],
  ['json', '{ "hooks": [', ['  {', '    "url": "https://example.org",', '    "events": ["repo:push"]', '  },']],
  [
    'jsonc',
    '{ "hooks": [ // all',
    ['  {', '    "url": "https://example.org", // ours', '    "events": ["repo:push"]', '  },'],
  ],
  ...['typescript', 'typescriptreact'].map((languageId): [string, string, readonly string[]] => [
    languageId,
    "describe('hooks', () => {",
    ["  it('works', () => {", "    post({ events: ['repo:push'] });", '  });'],
  ]),
  [
    'python',
    'hooks = [',
    ['    {', '        "url": "https://example.org",', '        "events": ["repo:push"],', '    },'],
  ],
];

function document(head: string, block: readonly string[], lineCount: number): { lines: string[]; line: number } {
  const lines = Array.from({ length: lineCount - 1 }, (_, line) =>
    // Numbered, as no two places of a real document are the same.
    (block[line % block.length] ?? '').replace(/(?<=example\.org|works)/, ` ${String(line).padStart(6, '0')}`),
  );
  lines.unshift(head);
  const from = Math.floor(lineCount / 2 / block.length) * block.length + 1;
  return { lines, line: lines.findIndex((text, at) => at >= from && text.includes('repo:push')) };
}

function visitedIn(languageId: string, head: string, block: readonly string[], lineCount: number): number {
  const { lines, line } = document(head, block, lineCount);
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

/** Text that no scanner may be held up by, 5 MB of it unless there is something to find everywhere. */
const pathological: readonly (readonly [what: string, text: string])[] = [
  ['open brackets', '['.repeat(5_000_000)],
  ['open brackets and braces', '[{'.repeat(2_500_000)],
  ['closing brackets', ')]}'.repeat(1_700_000)],
  ['open quotes', `"'\``.repeat(1_700_000)],
  ['keys without an end', '"repo:'.repeat(800_000)],
  ['templates', '`${'.repeat(1_700_000)],
  ['keys', '"repo:push",'.repeat(20_000)],
];

describe('the work in pathological documents', () => {
  for (const [what, text] of pathological) {
    for (const languageId of ['yaml', 'json', 'typescript', 'typescriptreact', 'python']) {
      it(`${languageId}: is bounded in one line: ${what}`, () => {
        const half = Math.floor(text.length / 2);
        const line = `${text.slice(0, half)}"issue:created"${text.slice(half)}`;
        const chunks = chunksOf(familyOf(languageId), line, 0);
        const sizes = chunks.map(({ window }) => (window.lines[0] ?? '').length);
        assert.ok(Math.max(0, ...sizes) < 30_000);
        assert.ok(sizes.reduce((sum, size) => sum + size, 0) <= 1.3 * line.length);
        const source = new CountingSource(['bitbucket', line]);
        new KeyScan(languageId, 'file').read(source, everything);
        // Once to see whether there are keys in it, once to read them.
        assert.ok(source.visited <= 2 * line.length + 100, `${source.visited} characters`);
        tokenAt(languageId, source, { line: 1, character: half + 5 });
      });
    }
  }

  const nested: readonly (readonly [languageId: string, line: (level: number) => string])[] = [
    ['yaml', (level) => `${' '.repeat(Math.min(level, 200))}- a:b: [`],
    ['yaml', (level) => `${'- '.repeat(level % 50)}key_${level}: {`],
    ['json', (level) => `{ "level_${level}": [ "repo:push",`],
    ['typescript', (level) => `f_${level}(['repo:push', {`],
    ['typescriptreact', (level) => `<A b={f_${level}(['repo:push', {`],
    ['python', (level) => `f_${level}(["repo:push", {`],
  ];
  for (const [languageId, lineAt] of nested) {
    it(`${languageId}: is bounded in 20,000 levels of ${JSON.stringify(lineAt(1))}`, () => {
      const lines = ['bitbucket', ...Array.from({ length: 20_000 }, (_, level) => lineAt(level))];
      const source = new CountingSource(lines);
      tokenAt(languageId, source, { line: 10_000, character: (lines[10_000] ?? '').indexOf(':') + 1 });
      assert.ok(source.visited <= charactersUp + charactersDown + 2_000, `${source.visited} characters`);
      source.visited = 0;
      const scan = new KeyScan(languageId, 'file');
      scan.read(source, everything);
      const length = lines.join('').length;
      // Each group of lines with keys looks around, as far as it may.
      assert.ok(source.visited <= 40 * length, `${source.visited} of ${length} characters`);
    });
  }
});

/** What a check visits after the line of a key in the middle of the document has changed. */
function revisitedIn(
  languageId: string,
  head: string,
  block: readonly string[],
  lineCount: number,
  added: readonly string[],
): number {
  const { lines, line } = document(head, block, lineCount);
  const scan = new KeyScan(languageId, 'bitbucket');
  assert.ok(scan.read(new CountingSource(lines), everything).length >= Math.floor(lineCount / block.length) - 1);
  const old = lines[line] ?? '';
  lines.splice(line, 1, old.replace('repo:push', 'repo:pus'), ...added);
  scan.change({ first: line, last: line, count: 1 + added.length });
  const source = new CountingSource(lines);
  const found = scan.read(source, everything);
  assert.equal(found.filter(({ token }) => token.text === 'repo:pus').length, 1);
  return source.visited;
}

describe('the work after an edit', () => {
  for (const [languageId, head, block] of blocks) {
    for (const added of [[], ['', '']]) {
      it(`${languageId}: ${added.length === 0 ? 'a key' : 'lines'}: is bounded in 2,000 and in 10,000 lines`, () => {
        for (const lineCount of [2_000, 10_000]) {
          const visited = revisitedIn(languageId, head, block, lineCount, added);
          // Each of the groups of keys near by looks around, so some lines are handed out several times.
          assert.ok(visited < 5 * (charactersUp + charactersDown), `${visited} characters`);
        }
      });
    }
  }

  it('is nothing where nothing has changed', () => {
    const scan = new KeyScan('yaml', 'bitbucket');
    const source = new CountingSource(['events:', '- repo:push']);
    const found = scan.read(source, everything);
    source.visited = 0;
    assert.deepEqual(scan.read(source, everything), found);
    assert.equal(source.visited, 0);
  });

  it('is two looks at each line of a document that does not speak of Bitbucket, and after edits at theirs', () => {
    const lines = Array.from({ length: 1_000 }, (_, line) => `  - repo:push_${line}`);
    const source = new CountingSource(lines);
    const scan = new KeyScan('yaml', 'file');
    assert.deepEqual(scan.read(source, everything), []);
    assert.equal(source.visited, 2 * lines.join('').length);
    source.visited = 0;
    scan.change({ first: 500, last: 500, count: 1 });
    assert.deepEqual(scan.read(source, everything), []);
    assert.ok(source.visited <= 50 * 20, `${source.visited} characters`);
  });
});
