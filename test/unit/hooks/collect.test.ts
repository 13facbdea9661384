import assert from 'node:assert/strict';
import { collectPlaces, type Content, type SourceFile } from '../../../src/hooks/comparison/collect';
import { KeyFinder } from '../../../src/language/find';
import { known } from '../language/fixture';
import { placeText, planted, plantedPlaces } from './planted';

const file = (path: string): SourceFile => ({ path, ownPath: `receiver/${path}`, uri: `file:///${path}` });

function collect(texts: Readonly<Record<string, Content>>, isWanted = () => true) {
  const read = (asked: SourceFile) => Promise.resolve(texts[asked.path] ?? 'unreadable');
  const files = Object.keys(texts).map(file);
  return collectPlaces(new KeyFinder(known), { files, read, isWanted });
}

const contents = (texts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, { text }]));

/** What programs consist of besides: nothing of Bitbucket, or its name only. */
function others(count: number): Record<string, string> {
  const code = Array.from(
    { length: 80 },
    (_, line) => `export const value${line} = compute(${line}, 'text ${line}');\n`,
  );
  const bodies = [
    code.join(''),
    `// Bitbucket\n${code.join('')}`,
    `{ "repo": "site", "events": [${'"click", '.repeat(50)}"x"] }`,
  ];
  const names = ['ts', 'ts', 'json'];
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`lib/part${n}.${names[n % 3] ?? ''}`, bodies[n % 3] ?? '']),
  );
}

/** Measures how long others had to wait for a turn at most: in milliseconds of the processor, which nobody else takes. */
function watchBlocks(): { stop: () => void; longest: () => number; all: () => number } {
  let [longest, all, isOver, last] = [0, 0, false, process.cpuUsage()];
  const watch = () => {
    const { user, system } = process.cpuUsage(last);
    last = process.cpuUsage();
    const block = (user + system) / 1000;
    longest = Math.max(longest, block);
    all += block;
    if (!isOver) {
      setImmediate(watch);
    }
  };
  setImmediate(watch);
  return { stop: () => void (isOver = true), longest: () => longest, all: () => all };
}

describe('Places that use events', () => {
  it('are all found in a folder, with what they are for, and nothing else is', async () => {
    const { places, read, files } = await collect(contents(planted));
    const found = places.map(placeText).filter((text) => text !== '');
    assert.deepEqual(
      {
        missing: plantedPlaces.filter((text) => !found.includes(text)),
        wrong: found.filter((text) => !plantedPlaces.includes(text)),
      },
      { missing: [], wrong: [] },
    );
    assert.equal(found.length, plantedPlaces.length);
    assert.equal(read, files);
    const of = (kind: string) => plantedPlaces.filter((text) => text.endsWith(kind)).length;
    assert.ok(of('h') + of('s') + of('t') >= 60 && of('p') >= 30, `${of('h')} ${of('s')} ${of('t')} ${of('p')}`);
  });

  it('are found among thousands of files, and others get their turn meanwhile', async () => {
    const texts = { ...others(5_000), ...planted };
    const blocks = watchBlocks();
    const { places } = await collect(contents(texts)).finally(blocks.stop);
    const [longest, all] = [blocks.longest(), blocks.all()];
    console.log(
      `      ${Object.keys(texts).length} files in ${Math.round(all)} ms, longest block ${longest.toFixed(1)} ms`,
    );
    // Of the processor's time, which is mostly for making code fast that runs for the first time.
    assert.ok(longest * 5 < all, `${longest} of ${all} ms`);
    assert.equal(places.filter((place) => placeText(place) !== '').length, plantedPlaces.length);
  }).timeout(120_000);

  it('are those found so far, once nobody wants more', async () => {
    let reads = 0;
    const texts = contents(planted);
    const files = Object.keys(planted).map(file);
    const collected = await collectPlaces(new KeyFinder(known), {
      files,
      read: ({ path }) => Promise.resolve(texts[path] ?? 'unreadable'),
      onProgress: () => reads++,
      isWanted: () => reads === 0,
    });
    assert.ok(collected.places.length > 0);
    assert.ok(collected.read < collected.files);
  });

  it('leave out what is too large, no text, or gone, and count it; files of other kinds are not read at all', async () => {
    const { files, read, leftOut } = await collect({
      'a.ts': 'tooLarge',
      'b.py': 'binary',
      'c.go': 'unreadable',
      'd.yaml': { text: '' },
      'logo.png': 'binary',
      'package-lock.json': { text: '' },
    });
    assert.deepEqual([files, read, leftOut], [4, 1, { tooLarge: 1, binary: 1, unreadable: 1 }]);
  });
});
