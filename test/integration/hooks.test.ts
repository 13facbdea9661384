import assert from 'node:assert/strict';
import { CancellationTokenSource, commands, env, LanguageModelTextPart, lm, Uri, workspace } from 'vscode';
import { platformRequest } from '#platformRequest';
import type { Credential } from '../../src/credentials/credential';
import { Tokens } from '../../src/credentials/tokens';
import { CodeTool } from '../../src/agents/codeTool';
import { DeliverySecrets } from '../../src/deliveries/secrets';
import { ComparisonDocuments, comparisonUri } from '../../src/hooks/comparisonDocuments';
import { HooksAccess } from '../../src/hooks/hooksAccess';
import { HookSecrets } from '../../src/hooks/hookSecrets';
import { hooksFaultText } from '../../src/hooks/hooksFaultText';
import { HooksTree } from '../../src/hooks/hooksTree';
import type { HooksNode } from '../../src/hooks/nodes';
import { Repositories } from '../../src/hooks/repositories';
import type { HooksFault } from '../../src/hooks/rest/hooksFault';
import { WorkspaceComparison } from '../../src/hooks/workspaceComparison';
import { lazyFinder } from '../../src/language/lazyFinder';
import { type HookRow, hookRow, type HooksScenario, readScope, writeScope } from '../server/hooksApi';
import { bitbucketScenario, type Fault, type Scenario } from '../server/scenario';
import { createCatalog } from '../support/createCatalog';
import { MemoryMemento, MemorySecrets } from '../support/memento';
import { silentLog } from '../support/silentLog';
import { play } from './testServer';

const person: Credential = { holder: { kind: 'apiToken', email: 'me@example.com' }, token: 'marker-token' };
const authorization = `Basic ${btoa('me@example.com:marker-token')}`;
const secretAddress = 'https://user:marker-password@ci.example.org/hook?token=marker-query#marker-fragment';

const subjects: HooksScenario['subjects'] = {
  'team/app': [
    hookRow(1),
    hookRow(2, { description: '**Bold** [x](command:y) $(alert)', url: secretAddress, active: false, read_only: true }),
    hookRow(3, {
      description: '',
      url: 'http://localhost:3000/hook?token=marker-query',
      events: ['repo:push', 'pullrequest:merged', 'issue:created'],
      secret_set: false,
      skip_cert_verification: true,
    }),
    { nonsense: true },
  ],
  team: [hookRow(4, { url: 'https://ci.example.org/hooks/1', events: ['repo:push', 'repo:fork'] })],
};

/** The tree as the extension has it, with a token that is kept in memory. */
async function open(scenario: Partial<Scenario> = {}) {
  const hooks = { tokens: { [authorization]: [readScope] }, subjects };
  const played = await play({ ...bitbucketScenario, hooks, ...scenario });
  const { baseUrl } = played;
  const [memory, storage] = [new MemoryMemento(), new MemorySecrets()];
  const logged: string[] = [];
  const note = (message: string) => void logged.push(message);
  const tokens = new Tokens(storage, memory);
  const log = { debug: note, info: note, warn: note };
  const access = new HooksAccess({ tokens, request: platformRequest, log, baseUrl: () => baseUrl });
  const repositories = new Repositories(memory);
  await tokens.keep(new URL(baseUrl).origin, person);
  await repositories.add({ workspace: 'team', repository: 'app' });
  const catalog = createCatalog({ baseUrl });
  const comparison = new WorkspaceComparison(catalog, lazyFinder(catalog, silentLog));
  const loads: Promise<void>[] = [];
  const tree = new HooksTree(
    repositories,
    access.lists,
    catalog,
    () => access.isSignedIn,
    (load) => loads.push(load.catch(() => undefined)),
    () => comparison.latest,
  );
  /** The children when all that they have loaded is there. */
  const below = async (node?: HooksNode): Promise<HooksNode[]> => {
    await tree.getChildren(node);
    await Promise.all(loads.splice(0));
    return tree.getChildren(node);
  };
  const all = async (node?: HooksNode): Promise<HooksNode[]> => {
    const rows = await below(node);
    const others: HooksNode[] = [];
    for (const row of rows) {
      others.push(row, ...(await all(row)));
    }
    return others;
  };
  const text = (node: HooksNode) => {
    const { label, description } = tree.getTreeItem(node);
    assert.ok(typeof label === 'string');
    return typeof description === 'string' && description !== '' ? `${label} | ${description}` : label;
  };
  const tooltip = (node: HooksNode) => {
    const { tooltip: shown } = tree.resolveTreeItem(tree.getTreeItem(node), node);
    return typeof shown === 'string' ? shown : (shown?.value ?? '');
  };
  /** What the document says that compares events with code. */
  const documents = new ComparisonDocuments(comparison, access, catalog);
  const compared = () => documents.provideTextDocumentContent(comparisonUri());
  const stage = { ...played, memory, storage, tokens, access, repositories, comparison, documents, compared };
  return { ...stage, tree, below, all, text, tooltip, logged };
}

/** What a row runs isn't shown. */
const withoutCommand = (name: string, value: unknown) => (name === 'command' ? undefined : value);

describe('The view Hooks', () => {
  it('shows repositories and workspaces, their hooks, what is wrong with them, and their events', async () => {
    const { all, below, text, tree, tooltip } = await open();
    // Both subjects first: what comes twice is known when both are.
    const [app, team] = await below();
    assert.ok(app && team);
    await below(app);
    await below(team);
    const rows = await all();
    assert.deepEqual(rows.map(text), [
      'team/app | 3 webhooks',
      'Hook 1 | 2 events · ci.example.org/hooks/1',
      'Sent twice: repo:push',
      ...['repo:push | Push', 'pullrequest:fulfilled | Merged'],
      '**Bold** [x](command:y) $(alert) | 2 events · paused · read-only · ci.example.org/hook',
      ...['repo:push | Push', 'pullrequest:fulfilled | Merged'],
      'localhost:3000/hook | 3 events',
      'Bitbucket can’t reach the address',
      'pullrequest:merged isn’t in the list of events',
      'issue:created is no longer sent',
      'No secret',
      'Certificates not verified',
      'http: not encrypted',
      ...['repo:push | Push', 'pullrequest:merged', 'issue:created | removed in August 2026'],
      'Webhooks that couldn’t be read: 1',
      'team | 1 webhook',
      'Hook 4 | 2 events · ci.example.org/hooks/1',
      'Sent twice: repo:push',
      ...['repo:push | Push', 'repo:fork | Fork'],
    ]);
    assert.equal(tree.findings, 8);
    const ids = rows.map((node) => tree.getTreeItem(node).id);
    assert.equal(new Set(ids).size, ids.length, ids.join('\n'));
    const kinds = rows.map((node) => tree.getTreeItem(node).contextValue);
    assert.deepEqual(kinds.slice(0, 4), ['repository.added', 'hook.repository', 'finding', 'eventOfForge']);
    assert.ok(kinds.includes('hook.repository.readOnly.paused') && kinds.includes('hook.workspace'));
    const paused = tooltip(rows[5] ?? assert.fail());
    assert.match(
      paused,
      /^\*\*Bold\*\* \[x\]\(command:y\) \$\(alert\)\nAddress: https:\/\/ci\.example\.org\/hook \(its/,
    );
    assert.match(
      paused,
      /Paused[^]*never gives it back[^]*are verified[^]*no history[^]*can’t be changed[^]*Created: /,
    );
    for (const row of rows) {
      if (row.kind === 'finding') {
        assert.match(tooltip(row), /Remove|Use |Give|Switch|Refresh/, text(row));
      }
    }
  });

  it('asks for nothing before it is looked at, for each list once, and again only when told to', async () => {
    const { below, tree, requests, authorized } = await open();
    const asked = async () => (await requests()).filter((path) => path.includes('hooks?'));
    assert.deepEqual(await requests(), []);
    const [app, team] = await below();
    assert.ok(app && team);
    assert.deepEqual(await asked(), []);
    await below(app);
    await below(app);
    await below(await tree.getChildren().then(([first]) => first));
    assert.deepEqual(await asked(), ['/repositories/team/app/hooks?pagelen=100']);
    await below(team);
    tree.refresh();
    await below();
    while ((await asked()).length < 4);
    assert.deepEqual(new Set(await authorized()), new Set([authorization]));
  });

  it('says what isn’t handled and what isn’t sent once somebody has compared, and the comparison knows the hooks; nothing is asked for that', async () => {
    const handler = "// Bitbucket\nif (eventKey === 'repo:push' || eventKey === 'repo:imported') run();\n";
    const folder = Uri.joinPath(workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder'), 'hooks-test');
    await workspace.fs.writeFile(Uri.joinPath(folder, 'handler.ts'), new TextEncoder().encode(handler));
    try {
      const whole = { ...subjects, 'team/app': subjects['team/app']?.slice(0, 3) as HookRow[] };
      const { all, below, text, tooltip, tree, compared, documents, requests, access } = await open({
        hooks: { tokens: { [authorization]: [readScope] }, subjects: whole },
      });
      assert.match(await compared(), /Webhooks aren’t included/);
      assert.deepEqual(
        (await requests()).filter((path) => path.includes('hooks?')),
        [],
      );
      const [app, team] = await below();
      assert.ok(app && team);
      await below(app);
      // Before all lists are there, nobody knows what no hook sends.
      assert.ok((await below()).every(({ kind }) => kind === 'subject'));
      await below(team);
      const rows = await all();
      const texts = rows.map(text);
      assert.ok(texts.includes('Not handled in code: pullrequest:fulfilled'), texts.join('\n'));
      assert.ok(texts.includes('Not handled in code: repo:fork'));
      const last = rows.at(-1) ?? assert.fail();
      assert.match(text(last), /^Handled in code, but not sent: /);
      assert.match(tooltip(last), /repo:imported.*Add them to a webhook/);
      assert.doesNotMatch(tooltip(last), /repo:push/);
      assert.equal(tree.getTreeItem(last).command?.command, 'bitbucketWebhooks.compareWithCode');
      assert.equal(tree.findings, rows.filter(({ kind }) => kind === 'finding').length);
      assert.equal((await requests()).filter((path) => path.includes('hooks?')).length, 2);
      const uri = comparisonUri();
      const written = await compared();
      assert.match(written, /With the webhooks in the view Hooks: team\/app \(3\), team \(1\)\./);
      assert.match(written, /hooks-test\/handler\.ts:2 {2}handles\n {6}Hook 1 \(team\/app\) {2}webhook\n/);
      assert.doesNotMatch(written, /marker/);
      documents.refresh(uri);
      access.start();
      assert.match(await compared(), /Webhooks aren’t included/);
    } finally {
      await workspace.fs.delete(folder, { recursive: true });
    }
  });

  it('keeps what it has where something newer can’t be had, and retries only what stands in it', async () => {
    const { below, tree, replay, requests, text } = await open();
    const [app] = await below();
    await below(app);
    await replay({ faults: [{ on: 'pagelen=100', times: 1, status: 404, body: '' }] });
    tree.retry({ kind: 'subject', subject: { workspace: 'victim' } });
    tree.retry(app);
    await below();
    const rows = await below(app);
    assert.equal(text(rows[0] ?? assert.fail()), 'Not found. Retry');
    assert.equal(rows.filter(({ kind }) => kind === 'hook').length, 3);
    assert.ok((await requests()).every((path) => !path.includes('victim')));
  });

  it('is empty for whoever isn’t signed in, and says what is lost', async () => {
    const { below, tokens, storage, requests, text, tooltip } = await open();
    storage.values.clear();
    const [app] = await below();
    const fault = (await below(app))[0] ?? assert.fail();
    assert.equal(text(fault), 'Token lost. Sign in');
    assert.match(tooltip(fault), /keyring.*Sign in again/);
    await tokens.forget(tokens.kept.map(({ id }) => id));
    assert.deepEqual(await below(), []);
    assert.deepEqual(await requests(), []);
  });

  it('has a sentence for every fault, with what to do, and others’ words as text', async () => {
    const message = 'x](command:y) **z**';
    const faults: HooksFault[] = [
      ...(['signedOut', 'lost', 'refused', 'restricted', 'origin'] as const).map((reason): HooksFault => ({
        kind: 'noToken',
        reason,
      })),
      { kind: 'unauthorized', message },
      { kind: 'scope', required: [readScope] },
      { kind: 'rights', message },
      { kind: 'notFound', message },
      { kind: 'gone', message, announcement: undefined },
      { kind: 'gone', message, announcement: 'https://developer.atlassian.com/' },
      { kind: 'invalid', message, fields: ['url: Invalid URL'] },
      { kind: 'redirect' },
      { kind: 'rateLimit', message, retryAt: Date.now() },
      { kind: 'unreachable', host: 'api.bitbucket.org' },
      { kind: 'status', status: 500, message },
      { kind: 'brokenLink', target: 'x' },
    ];
    for (const fault of faults) {
      for (const subject of [{ workspace: 'team' }, { workspace: 'team', repository: 'app' }]) {
        const { short, full, action } = hooksFaultText(fault, subject);
        assert.ok(short.length > 5 && short.length < 40, short);
        assert.match(full, /sign in|retry|check|ask|trust|create|needs a newer/i, full);
        assert.ok(action);
      }
    }
    const { full } = hooksFaultText({ kind: 'scope', required: [readScope] }, { workspace: 'team' });
    assert.match(full, /read:webhook:bitbucket/);
    const { below, tooltip } = await open({
      faults: [{ on: 'pagelen=100', status: 403, body: JSON.stringify({ error: { message } }) }],
    });
    const [app] = await below();
    const [fault] = await below(app);
    assert.match(tooltip(fault ?? assert.fail()), /admins of the repository.*“x\\\]\\\(command\\:y\\\) \\\*\\\*z/);
  });

  it('tells nothing of a token, nor of what is behind a question mark, wherever one looks', async () => {
    const echo = JSON.stringify({ error: { message: 'Sent: {authorization}', detail: '{authorization}' } });
    const stage = await open();
    const { all, text, tooltip, tree, logged, memory, tokens, access, replay, compared, comparison } = stage;
    const texts: Record<string, string[]> = { rows: [], clipboard: [], documents: [], 'the log': logged };
    const on = 'pagelen=100';
    const cases: readonly (readonly Fault[])[] = [[], [{ on, status: 418, body: echo }], [{ on, body: echo }]];
    for (const faults of cases) {
      await replay({ faults });
      access.start();
      for (const node of await all()) {
        texts['rows']?.push(text(node), tooltip(node), JSON.stringify(tree.getTreeItem(node), withoutCommand));
        if (node.kind === 'hook') {
          await commands.executeCommand('bitbucketWebhooks.copyHookAddress', node);
          texts['clipboard']?.push(await env.clipboard.readText());
        }
      }
      texts['documents']?.push(await compared());
    }
    texts['globalState'] = [...memory.values.values(), JSON.stringify(tokens.kept)];
    const answer = await lm.invokeTool('lookup_bitbucket_webhook_events', {
      input: {},
      toolInvocationToken: undefined,
    });
    const input = {};
    const { token } = new CancellationTokenSource();
    const ofCode = await new CodeTool(comparison).invoke({ input, toolInvocationToken: undefined }, token);
    texts['answers to agents'] = [...answer.content, ...ofCode.content].map((part) =>
      part instanceof LanguageModelTextPart ? part.value : JSON.stringify(part),
    );
    for (const [place, found] of Object.entries(texts)) {
      assert.ok(found.join('').length > 20, `nothing in ${place}`);
      assert.doesNotMatch(found.join('\n'), /marker|bWFya2Vy/, place);
      assert.ok(!found.join('\n').includes(authorization.slice(6)), place);
    }
    // Nor does any assistant learn of hooks.
    assert.doesNotMatch(texts['answers to agents'].join('\n'), /Bold|Hook 1/);
    assert.ok(texts['clipboard']?.includes('https://ci.example.org/hook'));
    assert.match(texts['documents']?.[0] ?? '', /\*\*Bold\*\*.* webhook, paused/);
    assert.ok([...stage.storage.values.values()].some((value) => value.includes('marker-token')));
  });

  it('keeps a secret that a webhook was given in SecretStorage alone, and copies it only when told to', async () => {
    const secret = 'marker-secret';
    const [memory, storage] = [new MemoryMemento(), new MemorySecrets()];
    const secrets = new HookSecrets(new DeliverySecrets(storage, memory));
    await env.clipboard.writeText('nothing');
    assert.equal(await secrets.keep(secretAddress, secret), true);
    assert.ok(secrets.has(secretAddress));
    assert.equal(await env.clipboard.readText(), 'nothing');
    assert.doesNotMatch(JSON.stringify([...memory.values]), /marker/);
    assert.ok(JSON.stringify([...storage.values]).includes(secret));
    const { compared, all, text, tooltip, logged, access, requests } = await open({
      hooks: { tokens: { [authorization]: [readScope, writeScope] }, subjects: { 'team/app': [hookRow(1)], team: [] } },
    });
    const subject = { workspace: 'team', repository: 'app' };
    const { signal } = new AbortController();
    const { hooks } = await access.listHooks(subject, signal);
    const changed = await access.writer.change(subject, hooks[0] ?? assert.fail(), { secret }, signal);
    assert.equal(changed.kind, 'changed');
    const rows = (await all()).flatMap((node) => [text(node), tooltip(node)]);
    assert.ok(rows.some((row) => row.includes('never gives it back')));
    const answer = await lm.invokeTool('lookup_bitbucket_webhook_events', {
      input: {},
      toolInvocationToken: undefined,
    });
    const texts = [...rows, ...logged, ...(await requests()), await compared(), JSON.stringify(answer.content)];
    assert.doesNotMatch(texts.join('\n') + JSON.stringify(changed), /marker/);
    await secrets.copy(secretAddress, secret);
    assert.equal(await env.clipboard.readText(), secret);
    await secrets.forget(secretAddress);
    assert.doesNotMatch(JSON.stringify([...storage.values]), /marker/);
  });
});
