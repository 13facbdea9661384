import assert from 'node:assert/strict';
import { collectPlaces } from '../../../src/hooks/comparison/collect';
import { compare, handledKeys, unhandledKeys } from '../../../src/hooks/comparison/compare';
import { excludeGlob } from '../../../src/hooks/comparison/excludeGlob';
import { isRemoved } from '../../../src/events/removed';
import { isTestOrSample, languageOfPath } from '../../../src/hooks/comparison/sourceFiles';
import { comparisonText } from '../../../src/hooks/comparisonText';
import { KeyFinder } from '../../../src/language/find';
import { known } from '../language/fixture';

async function compareFiles(texts: Readonly<Record<string, string>>) {
  const files = Object.keys(texts).map((path) => ({ path, ownPath: path, uri: `file:///${path}` }));
  const collected = await collectPlaces(new KeyFinder(known), {
    files,
    read: ({ path }) => Promise.resolve({ text: texts[path] ?? '' }),
    isWanted: () => true,
  });
  return compare(collected, known, isRemoved);
}

const program = {
  'src/a.ts':
    "/* Bitbucket */ if (eventKey === 'repo:push' || eventKey === 'repo:fork' || eventKey === 'issue:created') run();",
  'src/b.ts': "// Bitbucket\nif (eventKey.startsWith('pullrequest:')) run();",
  'hook.yaml': '# Bitbucket\nevents: [repo:push, pullrequest:created, repo:updated, pullrequest:merged, repo:psh]',
  'test/a.test.ts': "request().set('X-Event-Key', 'repo:push').set('X-Event-Key', 'repo:transfer')",
};

describe('Comparing events with code', () => {
  it('says what follows for each event that anything uses, in the order of the list', async () => {
    const { events, catchAlls } = await compareFiles(program);
    assert.deepEqual(
      events.map(({ key, conclusion }) => `${key} ${conclusion}`),
      [
        'repo:push handledAndSubscribed',
        'repo:fork handledOnly',
        'repo:updated subscribedOnly',
        'issue:created removed',
        'pullrequest:created perhapsHandled',
        'repo:transfer testsOnly',
        'pullrequest:merged mistake',
        'repo:psh unknown',
      ],
    );
    assert.deepEqual(
      catchAlls.map(({ prefix, places }) => [prefix, places.length]),
      [['pullrequest:', 1]],
    );
    assert.deepEqual(events.find(({ key }) => key === 'pullrequest:merged')?.rightKeys, ['pullrequest:fulfilled']);
  });

  it('knows for which events a hook can be created, and which a handler can be written for', async () => {
    const comparison = await compareFiles(program);
    assert.deepEqual(handledKeys(comparison), ['repo:push', 'repo:fork']);
    assert.deepEqual(unhandledKeys(comparison), ['repo:updated']);
  });

  it('is written for people, what needs a look first', async () => {
    const { text, links } = comparisonText(await compareFiles(program));
    assert.deepEqual(text.split('\n'), [
      'Bitbucket events in the code of this workspace',
      'Files looked into: 4.',
      'Webhooks aren’t included: the view Hooks hasn’t loaded any.',
      '',
      'Known mistakes: Bitbucket sends nothing of that name (1)',
      '  pullrequest:merged  use pullrequest:fulfilled',
      '      hook.yaml:2  subscribes',
      '',
      'Unknown: not in the list of events (1)',
      '  repo:psh  use repo:push',
      '      hook.yaml:2  subscribes',
      '',
      'Removed: Bitbucket sends it no more (1)',
      '  issue:created  Sample',
      '      src/a.ts:1  handles',
      '',
      'Subscribed to, not handled (1)',
      '  repo:updated  Sample',
      '      hook.yaml:2  subscribes',
      '',
      'Subscribed to, perhaps handled (1)',
      '  pullrequest:created  Sample',
      '      hook.yaml:2  subscribes',
      '      src/b.ts:2  perhaps handles (pullrequest:)',
      '',
      'Handled, never subscribed to here (1)',
      '  repo:fork  Sample',
      '      src/a.ts:1  handles',
      '',
      'Handled and subscribed to (1)',
      '  repo:push  Sample',
      '      src/a.ts:1  handles',
      '      hook.yaml:2  subscribes',
      '',
      'Perhaps handled: whatever begins so',
      '  pullrequest:*',
      '      src/b.ts:2  perhaps handles (pullrequest:)',
      '',
      'In tests and samples',
      '  repo:push',
      '      test/a.test.ts:1  named',
      '  repo:transfer',
      '      test/a.test.ts:1  named',
      '',
    ]);
    const leading = links.map(({ from, to, target }) => `${target.kind} ${text.slice(from, to)}`);
    assert.deepEqual(leading.slice(0, 6), [
      'event pullrequest:merged',
      'place hook.yaml:2',
      'event repo:psh',
      'place hook.yaml:2',
      'event issue:created',
      'sample Sample',
    ]);
  });

  it('is of one event where one is asked about', async () => {
    const comparison = await compareFiles(program);
    assert.match(
      comparisonText(comparison, 'repo:fork').text,
      /^repo:fork in the code.*\n\nHandled, never .*\n {2}repo:fork {2}Sample\n.*handles\n$/s,
    );
    assert.match(comparisonText(comparison, 'repo:deleted').text, /\n\nNo file uses repo:deleted\.\n$/);
  });
});

describe('Files', () => {
  const languages: [path: string, languageId: string | undefined][] = [
    ['src/a.ts', 'typescript'],
    ['Dockerfile', 'dockerfile'],
    ['docker/Dockerfile.dev', 'dockerfile'],
    ['.env.production', 'dotenv'],
    ['ci/Jenkinsfile', 'groovy'],
    ['A.JAVA', 'java'],
    ['logo.png', undefined],
    ['LICENSE', undefined],
    ['a/package-lock.json', undefined],
    ['jquery.min.js', undefined],
  ];
  for (const [path, expected] of languages) {
    it(`${path}: ${expected ?? 'not read'}`, () => {
      assert.equal(languageOfPath(path), expected);
    });
  }

  it('are tests or samples by their folders and names', () => {
    const tests =
      'test/a.py a/__tests__/b.js a.test.ts a.spec.js a_test.go test_a.py ATest.java a_spec.rb examples/a.yaml x/fixtures/a.json src/testdata/a.go conftest.py';
    const none = 'src/a.ts latest/a.ts contest.py attest.go Test.md src/testing.ts protest/a.js'.split(' ');
    assert.deepEqual(
      tests.split(' ').filter((path) => !isTestOrSample(path)),
      [],
    );
    assert.deepEqual(none.filter(isTestOrSample), []);
  });

  it('are left out by one glob', () => {
    const glob = excludeGlob([
      { '**/*.{js,map}': true, '**/kept': false, '**/*.js': { when: '$(basename).ts' } },
      undefined,
    ]);
    assert.match(glob, /^\{\*\*\/node_modules,.*,\*\*\/\*\.js,\*\*\/\*\.map\}$/);
    assert.doesNotMatch(glob, /kept/);
  });
});
