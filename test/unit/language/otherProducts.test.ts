import assert from 'node:assert/strict';
// eslint-disable-next-line no-restricted-imports -- Types alone.
import type { MarkdownString, Position, TextDocument } from 'vscode';
import type { EventCatalog } from '../../../src/catalog/eventCatalog';
import { namesIn } from '../../../src/events/dialects';
import { events as records } from '../../../src/events/events';
import { findingText } from '../../../src/language/check/findingText';
import { KeyFinder } from '../../../src/language/find';
import { EventKeyHover } from '../../../src/language/hover';
import { known, offered, withCursor } from './fixture';

const descriptor = (events: string[], more = '"name": "Bitbucket app"') =>
  `{${more}, "key": "app", "baseUrl": "https://example.com", "modules": {"webhooks": [${events
    .map((event) => `{"event": "${event}", "url": "/hook"}`)
    .join(', ')}]}}`;

async function marks(text: string, path: string, languageId = 'json') {
  return (await new KeyFinder(known).check({ languageId, getText: () => text }, path))?.findings ?? assert.fail();
}

async function hoverAt(languageId: string, marked: string, path: string): Promise<string> {
  const { text, cursor } = withCursor(marked);
  const document = {
    languageId,
    uri: { scheme: 'file', path: `/${path}` },
    getText: () => text,
    offsetAt: () => cursor,
    positionAt: (at: number) => at,
  };
  const catalog = { ...known, wake: () => undefined } as unknown as EventCatalog;
  const hover = await new EventKeyHover(catalog, new KeyFinder(known)).provideHover(
    document as unknown as TextDocument,
    0 as unknown as Position,
  );
  const contents = hover ? [hover.contents as MarkdownString | MarkdownString[]].flat() : [];
  return contents.map(({ value }) => value.replaceAll('\\', '')).join('\n');
}

describe('Connect apps', () => {
  const places: [name: string, text: string, path: string, isMarked: boolean][] = [
    ['keys', descriptor(['repo:push', 'pullrequest:created']), 'app/atlassian-connect.json', true],
    ['all events', descriptor(['*'], '"name": "App", "contexts": ["account"]'), 'atlassian-connect-dev.json', true],
    ['Connect’s own', descriptor(['repo:branch_created']), 'atlassian-connect.json', true],
    ['Jira’s', descriptor(['jira:issue_created'], '"name": "Links to Bitbucket"'), 'atlassian-connect.json', false],
    ['no webhooks', '{"name": "Bitbucket", "modules": {"webPanels": []}}', 'atlassian-connect.json', false],
    ['another file', descriptor(['repo:push']), 'hooks.json', false],
    ['elsewhere', '{"webhooks": [{"event": "repo:push"}]}', 'bitbucket/atlassian-connect.json', false],
  ];
  for (const [name, text, path, isMarked] of places) {
    it(`${isMarked ? 'end' : 'are left alone'}: ${name} in ${path}`, async () => {
      const found = await marks(text, path);
      assert.deepEqual(
        found.map(({ kind, from, to }) => [kind, text.slice(from, to)]),
        isMarked ? [['connectEnds', 'webhooks']] : [],
      );
    });
  }

  it('end on a day, and have ended after it', async () => {
    const [finding] = await marks(descriptor(['repo:push']), 'atlassian-connect.json');
    assert.ok(finding);
    const said = (day: string) => findingText(finding, Date.parse(day));
    assert.equal(said('2026-11-30'), 'Connect for Bitbucket Cloud ends on Jan 31, 2027.');
    assert.equal(said('2027-01-31T23:59:59Z'), 'Connect for Bitbucket Cloud ends on Jan 31, 2027.');
    assert.equal(said('2027-02-01'), 'Connect for Bitbucket Cloud ended on Jan 31, 2027.');
  });

  it('are told what Forge calls an event', async () => {
    const text = '{"name": "Bitbucket", "modules": {"webhooks": [{"event": "repo:pu|sh"}]}}';
    assert.match(
      await hoverAt('json', text, 'atlassian-connect.json'),
      /In a Forge app: \*\*avi:bitbucket:push:repository\*\*/,
    );
  });
});

describe('Bitbucket Pipelines', () => {
  const triggers = (name: string) =>
    `image: node:22\npipelines:\n  custom:\n    check:\n      - step:\n          script:\n            - npm test\ntriggers:\n  ${name}:\n    - condition: BITBUCKET_BRANCH == "main"\n      pipelines:\n        - check\n`;
  const path = 'bitbucket-pipelines.yml';

  for (const name of namesIn('pipelines')) {
    it(`${name} is neither offered nor marked, and explained`, async () => {
      assert.deepEqual(await marks(triggers(name), path, 'yaml'), []);
      const [start, rest] = [name.slice(0, 4), name.slice(4)];
      for (const asked of ['quote', 'colon', 'otherwise'] as const) {
        assert.equal(await offered('yaml', triggers(`${start}|`), asked, path), false);
        assert.equal(await offered('yaml', triggers('|'), asked, path), false);
      }
      assert.match(
        await hoverAt('yaml', triggers(`${start}|${rest}`), path),
        /A trigger of Bitbucket Pipelines\. (?:For webhooks: \*\*|Webhooks have no)/,
      );
    });
  }

  it('is silent elsewhere in its file, and about its words in other files', async () => {
    assert.equal(
      await hoverAt('yaml', 'pipelines:\n  custom:\n    pipeline-|completed:\n      - step: {}\n', path),
      '',
    );
    assert.equal(await hoverAt('yaml', 'jobs:\n  repository-|push: {}\n', 'ci.yml'), '');
  });
});

describe('Hovers of names', () => {
  for (const [key, record] of records) {
    it(`tell of ${key} what Forge and Pipelines call it`, async () => {
      const text = await hoverAt('yaml', `events:\n  - ${key}|\n`, 'bitbucket.yaml');
      const { forge, pipelines = [] } = record;
      assert.ok(
        text.includes(forge === undefined ? 'Forge has no event for it.' : `In a Forge app: **${forge}**.`),
        text,
      );
      assert.equal(text.includes('It stands for these, too'), forge?.endsWith('reviewer-status') === true);
      for (const name of pipelines) {
        assert.ok(text.includes(`**${name}**`), text);
      }
    });
  }

  for (const name of namesIn('forge')) {
    it(`tell of ${name} which webhooks’ events it is, and that no sample fits it`, async () => {
      const manifest = `modules:\n  trigger:\n    - key: a\n      events:\n        - ${name}|\n`;
      const code = `// Bitbucket\nif (event.eventType === '${name}|') {}`;
      const keys = [...records].filter(([, { forge }]) => forge === name).map(([key]) => key);
      for (const text of [
        await hoverAt('yaml', manifest, 'manifest.yml'),
        await hoverAt('typescript', code, 'index.ts'),
      ]) {
        assert.match(text, /An event of Forge apps\./);
        assert.match(text, /no sample or schema here fits it/);
        assert.match(text, /needs the scope \*\*read:(?:repository|pullrequest|pipeline):bitbucket\*\*/);
        assert.ok(
          keys.length === 0
            ? text.includes('Webhooks have none like it')
            : keys.every((key) => text.includes(`**${key}**`)),
          text,
        );
      }
    });
  }
});
