import assert from 'node:assert/strict';
import { bundledList } from '../../../src/catalog/bundled/bundledList';
import type { CatalogEvent } from '../../../src/catalog/eventCatalog';
import { mergeEvents } from '../../../src/catalog/mergeEvents';
import { live, type ListOrigin } from '../../../src/catalog/storedList';
import type { Finding } from '../../../src/language/check/finding';
import { KeyFinder } from '../../../src/language/find';
import { knownAs } from '../../support/knownEvents';

function eventsFrom(origin: ListOrigin): readonly CatalogEvent[] {
  return mergeEvents([...bundledList.subjectTypes].map(([name, events]) => ({ name, events, origin })));
}

/** What is found in a document that speaks of Bitbucket, as `kind key`. */
async function check(languageId: string, text: string, origin: ListOrigin = live): Promise<string[]> {
  return (await findingsIn(languageId, text, eventsFrom(origin))).map(({ kind, text: key }) => `${kind} ${key}`);
}

async function findingsIn(
  languageId: string,
  text: string,
  events: readonly CatalogEvent[],
): Promise<readonly Finding[]> {
  const document = { languageId, getText: () => text };
  const checked = await new KeyFinder(knownAs(events)).check(document, 'bitbucket');
  return checked?.findings ?? assert.fail();
}

describe('KeyChecks', () => {
  const documents: [string, string, string[]][] = [
    ['yaml', 'events: [repo:push, pullrequest:merged]', ['unknown pullrequest:merged']],
    ['yaml', 'events: [repo:push, repo:push]', ['duplicate repo:push']],
    ['yaml', 'events: [repo:push, pr:opened]', ['dataCenter pr:opened']],
    ['yaml', 'events: [pr:opened, repo:refs_changed]', []],
    ['go', 'var server = []string{"repo:refs_changed", "repo:forked"}\nvar cloud = []string{"repo:push"}', []],
    ['go', 'if key == "repo:refs_changed" || key == "repo:push" { // of Bitbucket Server, too\n}', []],
    ['yaml', 'events: [repo:push, "pullrequest:", "*", "repo:commit_status_"]', []],
    // A map that was meant as a key; wildcards.
    ['yaml', 'events:\n  - repo:push\n  - pullrequest: created\n', ['unknown pullrequest: created']],
    ['yaml', 'events:\n  - repo: push\n  - issue:  created', ['unknown repo: push', 'unknown issue:  created']],
    ['yaml', 'events: |\n  - repo:push\n  - repo: push\n', ['unknown repo: push']],
    ['yaml', 'events:\n  - repo:push\n  - repo: push\n    branch: main\n  - repo: local\n', []],
    ['yaml', 'checkout:\n  - repo: push\n', []],
    ['yaml', 'events: [repo:push, "pullrequest:*"]', ['wildcard pullrequest:*']],
    ['yaml', 'events: ["pullrequest:*"]', []],
    ['typescript', "router.on('pullrequest:*', run); const events = ['repo:push'];", []],
    ['yaml', 'scopes: [pullrequest:write, repository:admin, pipeline:variable]', []],
    ['json', '{"events": ["jira:issue_created", "avi:bitbucket:created:repository"]}', []],
    [
      'json',
      '{"modules": {"webhooks": [{"event": "pullrequest:superseded"}, {"event": "pullrequest:merged"}]}}',
      ['unknown pullrequest:merged'],
    ],
    ['json', '{"subject_type": "repository", "events": ["project:updated"]}', ['otherSubjectType project:updated']],
    ['json', '{"subject_type": "workspace", "events": ["project:updated"]}', []],
    // A value that is written as a text in what says whose it is.
    ...['repositories/acme/site', 'workspaces/acme'].map((owner): [string, string, string[]] => [
      'typescript',
      `post('https://api.bitbucket.org/2.0/${owner}/hooks', '{"events": ["project:updated"]}')`,
      owner.startsWith('repo') ? ['otherSubjectType project:updated'] : [],
    ]),
    ['markdown', 'Bitbucket sends `repo:push`, never `pullrequest:merged`.', []],
    ['markdown', '```yaml\nevents: [repo:push, pullrequest:merged]\n```', ['unknown pullrequest:merged']],
    // Tasks, scripts, scopes and names of others.
    ['yaml', 'deps: [build:assets, build:prod]\nlabels: [issue:bug, project:frontend]', []],
    ['json', '{"scripts": {"build": "x", "build:dev": "y", "build:prod": "z"}}', []],
    ['json', '{"dependsOn": ["build:types", "build:css"], "actions": ["project:Get", "repo:Get"]}', []],
    ['typescript', "const required = ['repo:status', 'repo:invite']; type P = 'project:create' | 'project:edit';", []],
    ['yaml', 'events: [build:assets, repo:push]', ['unknown build:assets']],
    ['typescript', "if (eventKey.startsWith('pullrequest:')) {}", []],
    ['typescript', "if (eventKey.startsWith('pullrequest:comment')) {}", []],
    ['typescript', "if (eventKey === 'pullrequest:comment') {}", ['unknown pullrequest:comment']],
    ['typescript', "if (eventKey === 'repo:push' || eventKey === 'repo:push') {}", []],
    ['typescript', "switch (eventKey) { case 'repo:forked': case 'repo:push': }", ['dataCenter repo:forked']],
    ['typescript', "switch (eventKey) { case 'build:status': }", ['unknown build:status']],
    // Type parameters, not elements.
    ...['<K extends string>(k: K) => k', '<T,>(x: T) => x', '<T, U>(x: T) => x'].map(
      (arrow): [string, string, string[]] => [
        'typescriptreact',
        `const f = useCallback(${arrow}, []);\n  if (eventKey === 'pullrequest:merged') return <p>a</p>;`,
        ['unknown pullrequest:merged'],
      ],
    ),
    // Named after what they handle; only a hook of a repository lacks events.
    ['typescript', "class RepositoryWebhooks { on() { switch (eventKey) { case 'project:updated': } } }", []],
    ['typescript', "export enum RepoHookEvent { Push = 'repo:push', Updated = 'project:updated' }", []],
    [
      'kotlin',
      'when (it) {\n  HookEvent.PR -> listOf("pullrequest:created", "repo:fork")\n  HookEvent.REPO -> listOf("repo:push", "project:updated")\n}',
      [],
    ],
    // What is expected, and rows of a table, may say something twice.
    ['typescript', "expect(keys).toEqual(['repo:push', 'pullrequest:created', 'repo:push']);", []],
    ['typescript', "it.each([['repo:push', 'repo:push'], ['issue:created', 'issue:created']])('', test);", []],
  ];
  for (const [languageId, text, expected] of documents) {
    it(`${languageId}: ${text}`, async () => {
      assert.deepEqual(await check(languageId, text), expected);
    });
  }

  it('does not say which subject type has an event when only the bundled list is known', async () => {
    const text = '{"subject_type": "repository", "events": ["project:updated"]}';
    assert.deepEqual(await check('json', text, bundledList.origin), []);
  });

  it('says in which list a key was not found', async () => {
    const cached: ListOrigin = { kind: 'cached', date: new Date(0) };
    // A list is as sure as its least sure part.
    const events = eventsFrom(bundledList.origin).map((event, at) => (at > 0 ? event : { ...event, origin: cached }));
    const [finding] = await findingsIn('yaml', 'events: [pullrequest:merged]', events);
    assert.ok(finding?.kind === 'unknown' && finding.isKnownMistake);
    assert.deepEqual(finding.origin, bundledList.origin);
  });
});
