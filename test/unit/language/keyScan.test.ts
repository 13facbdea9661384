import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bundledList } from '../../../src/catalog/bundled/bundledList';
import { mergeEvents } from '../../../src/catalog/mergeEvents';
import { KeyLookup } from '../../../src/language/check/findings';
import { KeyScan, type Found, type Judge, type LineSource } from '../../../src/language/scan';
import { groupsOf } from '../../../src/language/scan/groups';
import { keyLinesIn, keyTextsIn, mayBeKey } from '../../../src/language/scan/keyLines';
import { charactersDown, longLine } from '../../../src/language/scan/limits';
import { speaks } from '../../../src/language/scan/signal';
import { scanDocument } from '../../support/scanDocument';
import { sourceOf } from './fixture';
import { CountingSource } from './countingSource';
import { everything } from './judges';
import { samples } from './samples';

const linesSource = (lines: readonly string[]): LineSource => ({
  lineCount: lines.length,
  lineText: (line) => lines[line] ?? '',
});

function scanOnce(languageId: string, lines: readonly string[], path = 'file', judge = everything): Found[] {
  return new KeyScan(languageId, path).read(linesSource(lines), judge);
}

const lookup = new KeyLookup(
  mergeEvents([...bundledList.subjectTypes].map(([name, events]) => ({ name, events, origin: bundledList.origin }))),
);

const bundledKeys = (bundledList.subjectTypes.get('workspace') ?? []).map(({ key }) => key);

/** Judges of all kinds: all that a document holds may be doubtful, or right, or some of both. */
const judges: readonly Judge[] = [everything, () => 'right', () => 'ignored', lookup.judge];

/** The keys that a scan of the whole document finds, as text. */
function wholeScan(languageId: string, text: string): string[] {
  return scanDocument(languageId, sourceOf(text))
    .filter(({ token, place }) => place.strength === 'strong' && mayBeKey(token.text))
    .map(({ token }) => `${token.line}:${token.start} ${token.text}`);
}

/** What stands in documents, of every family: keys, other texts, and all that opens or closes something. */
const pieces = [
  ...['events:', '  events:', '- repo:push', '  - repo:push', '    - "issue:created"', '---', 'url: a:b', 'x: |'],
  ...[
    "bitbucket: {events: ['repo:fork',",
    ']}',
    '"events": ["repo:push",',
    '"pullrequest:created"]',
    '}, {',
    '/*',
    '*/',
  ],
  ...[
    'const a = [',
    "'repo:push',",
    '];',
    'switch (eventKey) {',
    "  case 'repo:fork':",
    '}',
    '`',
    '${',
    "type T = 'repo:push'",
  ],
  ...[
    '',
    '  ',
    '\uFEFFevent: repo:push',
    'x-event-key: repo:push\r',
    '"',
    "'",
    '[1, "repo:push"], '.repeat(longLine / 15),
  ],
  // No keys, and yet they say something of those beside them.
  ...['- main', '  - main', '"main",', "'main',", "  case 'main':", 'type: github', 'subject_type: workspace', 'a: {'],
];

const piece = fc.constantFrom(...pieces);
const document = fc.oneof(
  fc.array(piece, { maxLength: 60 }),
  fc.constantFrom(...samples).map(([, text]) => text.split('\n')),
  // One list over many lines, and what belongs to it far away.
  fc
    .tuple(fc.constantFrom('- main', '"main",', "'main',", '  - main'), fc.integer({ min: 20, max: 90 }), piece, piece)
    .map(([entry, count, head, key]) => [head, key, ...Array<string>(count).fill(entry), key]),
  // Long enough for groups that know nothing of each other.
  fc.tuple(fc.constantFrom(...samples), fc.integer({ min: 5, max: 12 })).map(([[, text], times]) =>
    Array.from({ length: times }, (_, at) => `${text}# ${at}\n${'\n'.repeat(at * 3)}`)
      .join('')
      .split('\n'),
  ),
);
const edit = fc.record({
  at: fc.nat(),
  removed: fc.oneof({ weight: 8, arbitrary: fc.nat(4) }, fc.nat(80)),
  added: fc.oneof({ weight: 8, arbitrary: fc.array(piece, { maxLength: 4 }) }, fc.array(piece, { maxLength: 50 })),
  judge: fc.option(fc.constantFrom(...judges)),
});
const languages = fc.constantFrom('yaml', 'json', 'typescript', 'typescriptreact', 'python');

describe('KeyScan', () => {
  for (const [languageId, text] of samples) {
    it(`${languageId}: finds the keys that a scan of the whole document finds`, () => {
      const found = scanOnce(languageId, text.split('\n'), 'bitbucket');
      assert.deepEqual(
        found.map(({ token }) => `${token.line}:${token.start} ${token.text}`),
        wholeScan(languageId, text),
      );
      assert.ok(found.length > 2);
    });
  }

  it('finds after edits what a new scan of the same text finds', () => {
    const judge = fc.constantFrom(...judges);
    const property = fc.property(
      languages,
      document,
      judge,
      fc.array(edit, { maxLength: 8 }),
      (languageId, ...rest) => {
        const [start, first, edits] = rest;
        const lines = [...start];
        const scan = new KeyScan(languageId, 'file');
        scan.read(linesSource(lines), first);
        for (const { at, removed, added, judge } of edits) {
          const first = at % (lines.length + 1);
          const last = Math.min(lines.length - 1, first + removed);
          // VS Code's changes are about parts of lines: at least one line becomes at least one.
          if (first > last || added.length === 0) {
            continue;
          }
          lines.splice(first, last - first + 1, ...added);
          scan.change({ first, last, count: added.length });
          if (judge !== null) {
            assert.deepEqual(scan.read(linesSource(lines), judge), scanOnce(languageId, lines, 'file', judge));
          }
        }
        const source = linesSource(lines);
        assert.deepEqual(scan.read(source, lookup.judge), scanOnce(languageId, lines, 'file', lookup.judge));
        assert.equal(scan.speaksOfBitbucket(source), lines.some(speaks));
      },
    );
    fc.assert(property, { seed: 6, numRuns: 100 });
  });

  it('sees in a line all texts with the form of a key', () => {
    const part = fc.constantFrom('a', 'B_', '7', ':', '::', '_', ' ', '"', '-', 'ä', 'repo:push', 'x'.repeat(99));
    const property = fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const line = parts.join('');
      const words = [...line.matchAll(/\w+(?::[\w:]*)?/g)].map(([word]) => word.replace(/:+$/, ''));
      assert.deepEqual(
        keyTextsIn(line).map(({ text }) => text),
        words.filter(mayBeKey),
      );
      assert.ok(keyTextsIn(line).every(({ text, start }) => line.startsWith(text, start)));
    });
    fc.assert(property, { seed: 6, numRuns: 500 });
  });

  it('sees every key of a scan of the whole document among the texts of its line', () => {
    const property = fc.property(languages, document, (languageId, lines) => {
      for (const { token } of scanDocument(languageId, linesSource(lines)).filter(({ token }) =>
        mayBeKey(token.text),
      )) {
        const texts = keyTextsIn(lines[token.line] ?? '').map(({ text }) => text);
        assert.ok(texts.includes(token.text), `${token.text} in ${texts.join()}`);
      }
    });
    fc.assert(property, { seed: 6, numRuns: 200 });
  });

  const repetitions: [languageId: string, text: string, duplicates: number][] = [
    ['yaml', 'events:\n  - repo:push\n  # once more: [x]\n\n  - "repo:push"\n', 1],
    ['yaml', 'events:\n  - repo:push # a: b\n  - issue:created\n  - repo:push', 1],
    ['yaml', 'events: [repo:push, issue:created, repo:push]', 1],
    ['yaml', 'events: [repo:push,\n  issue:created,\n  repo:push]', 1],
    ['yaml', 'hooks:\n  - events:\n      - repo:push\n  - events:\n      - repo:push', 0],
    ['yaml', 'a: { events: [repo:push] }\nb: { events: [repo:push] }', 0],
    ['json', '{"events": ["repo:push", "repo:push"]}', 1],
    ['json', `{"events": ${JSON.stringify([...bundledKeys, bundledKeys[0]])}}`, 1],
    ['json', '{"events": [\n  "repo:push",\n\n  "issue:created",\n  "repo:push"\n]}', 1],
    ['jsonc', '{"events": [\n  "repo:push", // [1]\n  "repo:push"\n]}', 1],
    ['json', '[{"events": ["repo:push"]},\n{"events": ["repo:push"]}]', 0],
    ['typescript', "const events = ['repo:push', 'repo:push'];", 1],
    ['typescript', "type Key =\n  | 'repo:push' // {1}\n  | 'issue:created'\n  | 'repo:push';", 1],
    ['typescript', "const events = new Set([\n  'repo:push',\n  'repo:push',\n]);", 1],
    ['typescript', "const events = ['repo:push'];\nif (eventKey === 'repo:push') {}", 0],
    ['python', 'events = [\n    "repo:push",  # [1]\n    "repo:push",\n]', 1],
    ['go', 'events := []string{"repo:push", "repo:push"}', 1],
    ['java', 'List<String> events = List.of("repo:push",\n  "repo:push");', 1],
  ];
  for (const [languageId, text, duplicates] of repetitions) {
    it(`${languageId}: sees that a right key is repeated: ${JSON.stringify(text)}`, () => {
      const lines = ['bitbucket', ...text.split('\n')];
      for (const judge of [lookup.judge, everything]) {
        const found = lookup.findingsIn(scanOnce(languageId, lines, 'bitbucket', judge));
        assert.equal(found.filter(({ kind }) => kind === 'duplicate').length, duplicates);
        assert.equal(found.length, duplicates);
      }
    });
  }

  const rightLists: [what: string, languageId: string, line: (at: number) => string][] = [
    ['lists', 'yaml', (at) => ['  - name: hook', '    events:', '      - repo:push'][at % 3] ?? ''],
    ['the same key far apart', 'yaml', (at) => (at % 45 === 0 ? '- repo:push' : '# main')],
    ['two lists in a line', 'json', () => '{ "a": ["repo:push"], "b": ["repo:push"] },'],
    ['the end of one list and the beginning of the next', 'json', () => '"repo:push"], "a": ["repo:fork",'],
    [
      'lists over two lines',
      'json',
      (at) =>
        ['repo:push"], ["issue:created', 'repo:fork"], ["repo:push', 'issue:created"], ["repo:fork'].map(
          (text) => `"${text}",`,
        )[at % 3] ?? '',
    ],
  ];
  for (const [what, languageId, line] of rightLists) {
    it(`reads nothing but the lines themselves where all keys are right: ${what}`, () => {
      const source = new CountingSource(Array.from({ length: 600 }, (_, at) => line(at)));
      const scan = new KeyScan(languageId, 'bitbucket');
      assert.deepEqual(scan.read(source, lookup.judge), []);
      assert.ok(scan.holdsKeys);
      const size = source.lines.join('').length;
      assert.ok(source.visited < 6 * size, `${source.visited} of ${size} characters`);
    });
  }

  it('looks for repetitions in a very long line once', () => {
    const keys = Array.from({ length: 1_000 }, (_, at) => `"some:key_${at}", `);
    const lines = [...keys.slice(0, 20), keys.join(''), ...keys.slice(-20).reverse()];
    const source = new CountingSource(lines);
    assert.deepEqual(
      new KeyScan('json', 'bitbucket').read(source, () => 'right'),
      [],
    );
    const size = lines.join('').length;
    assert.ok(source.visited < 4 * size, `${source.visited} of ${size} characters`);
  });

  it('reads a very long line by itself', () => {
    const source = linesSource(['"repo:a",', '"repo:b",', '"repo:c", '.repeat(longLine), '"repo:d",', '', '"repo:e"']);
    const keyLines = keyLinesIn(source, 0, source.lineCount);
    assert.deepEqual(groupsOf(source, keyLines, new Set(keyLines)), [
      { first: 0, last: 1, isLong: false },
      { first: 2, last: 2, isLong: true },
      { first: 3, last: 5, isLong: false },
    ]);
  });

  const lists: [languageId: string, head: string, entry: string, other: string, key: string, end: string][] = [
    ['yaml', 'events:', '- main', '- other', '- repo:push', 'a: b'],
    ['json', '{"events": [', '"main",', '"other",', '"repo:push",', ']}'],
    ['typescript', 'const events = [', "'main',", "'other',", "'repo:push',", '];'],
  ];
  for (const [languageId, head, entry, other, key, end] of lists) {
    it(`${languageId}: notices a change in any line around a key`, () => {
      const many = Array<string>(36).fill(entry);
      const start = ['bitbucket', head, ...many.slice(0, 4), key, ...many, key, ...many, end];
      const read = (lines: readonly string[], judge: Judge, scan = new KeyScan(languageId, 'bitbucket')): Found[] =>
        scan.read(linesSource(lines), judge);
      assert.equal(lookup.findingsIn(read(start, lookup.judge)).length, 1);
      for (const judge of [everything, lookup.judge]) {
        for (let line = 1; line < start.length; line++) {
          for (const added of [[other], [entry, entry], [other, key], [end, head], [end, ...many, key]]) {
            const lines = [...start];
            const scan = new KeyScan(languageId, 'bitbucket');
            read(lines, judge, scan);
            lines.splice(line, 1, ...added);
            scan.change({ first: line, last: line, count: added.length });
            assert.deepEqual(read(lines, judge, scan), read(lines, judge));
          }
        }
      }
    });
  }

  it('notices a change in the line where a look-around ended', () => {
    const lines = ['events:', '- repo:push', `# ${'x'.repeat(charactersDown)}`, ''];
    const scan = new KeyScan('yaml', 'bitbucket');
    assert.equal(scan.read(linesSource(lines), everything).length, 1);
    lines[2] = '- main';
    scan.change({ first: 2, last: 2, count: 1 });
    assert.deepEqual(scan.read(linesSource(lines), everything), []);
  });

  it('finds what stands on the lines of doubtful keys, and of right ones that may be repeated', () => {
    const lines = ['events:', '- repo:pushed', '- repo:push', '- [repo:fork, repo:forkd]', '- repo:push', '- main'];
    assert.deepEqual(
      scanOnce('yaml', lines, 'bitbucket', lookup.judge).map(({ token }) => `${token.line} ${token.text}`),
      ['1 repo:pushed', '3 repo:fork', '3 repo:forkd'],
    );
    lines[3] = '- repo:forkd';
    assert.deepEqual(
      scanOnce('yaml', lines, 'bitbucket', lookup.judge).map(({ token }) => `${token.line} ${token.text}`),
      ['1 repo:pushed', '3 repo:forkd', '4 repo:push'],
    );
  });

  it('reads everything anew when it was not told of a change', () => {
    const scan = new KeyScan('yaml', 'bitbucket');
    scan.read(linesSource(['events: [repo:push]']), everything);
    const lines = ['', 'events: [repo:fork]'];
    assert.deepEqual(scan.read(linesSource(lines), everything), scanOnce('yaml', lines, 'bitbucket'));
  });

  it('finds nothing until the document speaks of Bitbucket', () => {
    const lines = ['events: [repo:push]', ''];
    const scan = new KeyScan('yaml', 'file');
    assert.deepEqual(scan.read(linesSource(lines), everything), []);
    lines[1] = '# Bitbucket';
    scan.change({ first: 1, last: 1, count: 1 });
    assert.equal(scan.read(linesSource(lines), everything).length, 1);
    lines.unshift('');
    scan.change({ first: 0, last: 0, count: 2 });
    assert.equal(scan.read(linesSource(lines), everything).length, 1);
    lines[2] = '';
    scan.change({ first: 2, last: 2, count: 1 });
    assert.deepEqual(scan.read(linesSource(lines), everything), []);
  });

  it('finds every key of a very long line', () => {
    const line = `{"hooks":[${'{"url":"https://example.org","events":["repo:push","issue:created"]},'.repeat(3_000)}{}]}`;
    assert.equal(scanOnce('json', [line], 'bitbucket').length, 6_000);
  });

  it('is not held up by lines full of keys', () => {
    const lines = Array.from({ length: 2_000 }, (_, line) =>
      Array.from({ length: 300 }, (_, at) => `"a:b_${line}_${at}", `).join(''),
    );
    assert.deepEqual(
      scanOnce('json', lines, 'bitbucket', () => 'right'),
      [],
    );
  });

  it('is not held up by brackets without an end', () => {
    const lines = ['['.repeat(300_000), '{'.repeat(300_000), '', 'const events = ["repo:push"]'];
    assert.equal(scanOnce('typescript', lines, 'bitbucket').length, 1);
    assert.ok(scanDocument('json', linesSource(lines)).length > 0);
  });
});
