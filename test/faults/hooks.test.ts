import assert from 'node:assert/strict';
import type { Credential } from '../../src/credentials/credential';
import type { HooksTransportOptions } from '../../src/hooks/rest/hooksTransport';
import { HooksError, type HooksFault } from '../../src/hooks/rest/hooksFault';
import { HookEventsServer } from '../server/hookEventsServer';
import { basic, type HookRow, hookRow, type HooksScenario, readScope } from '../server/hooksApi';
import type { Fault } from '../server/scenario';
import { openHooks } from '../support/openHooks';
import { nobody } from './places';

const signal = new AbortController().signal;
const app = { workspace: 'team', repository: 'app' };
const path = '/repositories/team/app/hooks?pagelen=100';
const marker = 'marker-token-of-a-person';
const email = 'jürgen@example.com';
const person: Credential = { holder: { kind: 'apiToken', email }, token: marker };
const ofApp: Credential = { holder: { kind: 'accessToken', reach: app }, token: 'marker-token-of-app' };

const rows = (count: number): HookRow[] => Array.from({ length: count }, (_, index) => hookRow(index + 1));

interface Case {
  readonly faults?: readonly Fault[];
  readonly hooks?: Partial<HooksScenario>;
  readonly credentials?: readonly Credential[];
  readonly options?: Partial<HooksTransportOptions>;
}

describe('Hooks from a server that misbehaves', () => {
  const server = new HookEventsServer();
  /** Who must never get a token. */
  const elsewhere = new HookEventsServer();
  let scenarios = 0;

  before(() => Promise.all([server.start(), elsewhere.start()]));
  after(() => Promise.all([server.stop(), elsewhere.stop()]));
  afterEach('nobody else has got a token, and none is told of', () => {
    assert.deepEqual(elsewhere.authorized, []);
    assert.equal(elsewhere.asked, 0);
  });

  async function open({ faults = [], hooks = {}, credentials = [person], options = {} }: Case = {}) {
    const name = `hooks${++scenarios}`;
    const scenario: HooksScenario = {
      tokens: { [basic(email, marker)]: [readScope], [`Bearer ${ofApp.token}`]: [readScope] },
      subjects: { 'team/app': rows(3), team: rows(1) },
      ...hooks,
    };
    const baseUrl = server.play(name, { subjectTypes: {}, faults, hooks: scenario });
    const stage = openHooks(baseUrl, options);
    const origin = new URL(baseUrl).origin;
    for (const credential of credentials) {
      await stage.tokens.keep(origin, credential);
    }
    const sent = () =>
      server.authorized.filter((each) => each.path.includes(`/${name}/`)).map((each) => each.authorization);
    return { ...stage, baseUrl, origin, name, sent, requests: () => server.requests(name) };
  }

  async function faultOf(request: Promise<unknown>): Promise<HooksFault> {
    const error: unknown = await request.then(
      () => assert.fail('expected an error'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof HooksError, String(error));
    assert.doesNotMatch(`${error.message} ${error.stack ?? ''} ${JSON.stringify(error)}`, /marker/);
    assert.equal(error.cause, undefined, 'which may quote what was sent');
    return error.fault;
  }

  for (const count of [0, 10, 11, 100, 101, 250]) {
    it(`have ${count} of ${count}, on pages of a hundred`, async () => {
      const { client, requests } = await open({ hooks: { subjects: { 'team/app': rows(count) } } });
      const list = await client.listHooks(app, signal);
      assert.deepEqual([list.hooks.length, list.malformed, list.isCut], [count, 0, false]);
      assert.equal(requests().length, Math.max(1, Math.ceil(count / 100)));
      assert.equal(requests()[0], path);
    });
  }

  it('are asked for with the most special token, of the workspace too', async () => {
    const { client, sent, requests } = await open({ credentials: [ofApp, person] });
    await client.listHooks(app, signal);
    await client.listHooks({ workspace: 'team' }, signal);
    assert.deepEqual(sent(), [`Bearer ${ofApp.token}`, basic(email, marker)]);
    assert.equal(requests()[1], '/workspaces/team/hooks?pagelen=100');
  });

  it('end after fifty pages, and say so', async () => {
    const body = '{"values": [], "next": "{base}/repositories/team/app/hooks?page={n}"}';
    const { client, requests } = await open({ faults: [{ on: '', body }] });
    assert.equal((await client.listHooks(app, signal)).isCut, true);
    assert.equal(requests().length, 50);
  });

  const unknown = { error: { message: 'Sent: {authorization}' } };
  const table: [name: string, fault: Omit<Fault, 'on'>, expected: HooksFault['kind']][] = [
    [
      '400 with a map',
      { status: 400, body: '{"error":{"message":"Bad request","fields":{"url":["Invalid URL"]}}}' },
      'invalid',
    ],
    [
      '400 with a list',
      { status: 400, body: '{"error":{"message":"Bad request","fields":["Field: url"]}}' },
      'invalid',
    ],
    ['401', { status: 401, body: JSON.stringify(unknown) }, 'unauthorized'],
    ['401 in HTML', { status: 401, body: '<html>{authorization}</html>' }, 'unauthorized'],
    ['403 of a scope', { status: 403, body: '{"error":{"detail":{"required":["{authorization}"]}}}' }, 'scope'],
    ['403 of a person', { status: 403, body: JSON.stringify(unknown) }, 'rights'],
    ['404', { status: 404, body: JSON.stringify(unknown) }, 'notFound'],
    ['410', { status: 410, body: JSON.stringify(unknown) }, 'gone'],
    ['418', { status: 418, body: JSON.stringify(unknown) }, 'status'],
    ['500', { status: 500, body: JSON.stringify(unknown) }, 'status'],
    [
      'HTML',
      { body: '<html>{authorization}</html>', headers: { 'content-type': 'text/html; {authorization}' } },
      'notJson',
    ],
    ['another shape', { body: '{"values": "{authorization}"}' }, 'shape'],
    ['a page too large', { body: '{}', blanks: 6_000_000 }, 'tooLarge'],
    ['a page that breaks off', { body: '{"values": []}', afterHalf: 'break' }, 'connection'],
    ['no connection', { disconnect: true }, 'connection'],
    ['the same page as the next one', { body: `{"values": [], "next": "{base}${path}"}` }, 'brokenLink'],
    [
      'an address with a name as the next one',
      { body: '{"values": [], "next": "http://a:b@127.0.0.1/"}' },
      'brokenLink',
    ],
  ];
  for (const [name, fault, expected] of table) {
    it(`survive ${name}, and repeat nothing of the token that the answer repeats`, async () => {
      const { client, logged, memory, tokens } = await open({ faults: [{ on: '', ...fault }] });
      const found = await faultOf(client.listHooks(app, signal));
      assert.equal(found.kind, expected);
      const texts = [...logged, ...memory.values.values(), JSON.stringify([found, tokens.kept])].join('\n');
      assert.doesNotMatch(texts, /marker/);
      assert.ok(!texts.includes(basic(email, marker).slice(6)));
      assert.ok(logged.length > 0);
    });
  }

  it('have nothing of the token in them that an answer repeats, however it is written', async () => {
    // As JSON may write any letter.
    const escaped = marker.replace('m', '\\u006d');
    const row = hookRow(1, { description: '{authorization}', source: 'SOURCE', url: 'https://a.b/{authorization}' });
    const body = JSON.stringify({ values: [row] }).replace('SOURCE', () => escaped);
    const { client } = await open({ faults: [{ on: '', body }] });
    const { hooks } = await client.listHooks(app, signal);
    assert.deepEqual([hooks[0]?.title, hooks[0]?.source, hooks[0]?.url], ['Basic …', '…', 'https://a.b/Basic …']);
  });

  for (const status of [301, 302, 303, 307, 308]) {
    it(`aren’t looked for behind a redirect, here or elsewhere: ${status}`, async () => {
      for (const location of [`${elsewhere.origin}/hooks/2.0/x`, '{base}/somewhere', '//evil.example/', 'nowhere']) {
        const { client, requests } = await open({ faults: [{ on: '', status, headers: { location } }] });
        assert.equal((await faultOf(client.listHooks(app, signal))).kind, 'redirect');
        assert.equal(requests().length, 1);
      }
    });
  }

  it('aren’t looked for on a next page elsewhere', async () => {
    const http = elsewhere.origin;
    for (const next of [`${http}/2.0/x`, http.replace('127.0.0.1', 'localhost'), `blob:${server.origin}/x`]) {
      const { client, requests } = await open({ faults: [{ on: '', body: JSON.stringify({ values: [], next }) }] });
      assert.equal((await faultOf(client.listHooks(app, signal))).kind, 'foreignLink');
      assert.equal(requests().length, 1);
    }
  });

  it('make requests with the token at one origin alone, as many as are said, whatever is answered', async () => {
    const away = `${elsewhere.origin}/2.0/x`;
    const page = (next: string) => ({ body: JSON.stringify({ values: [], next }) });
    const to = (location: string) => ({ status: 302, headers: { location } });
    const ok = '{"values": []}';
    const link = `<${away}>; rel="next", <${away}>; rel="preload"`;
    const hostile: readonly (readonly [answer: Omit<Fault, 'on'>, requests: number])[] = [
      [{ body: ok, headers: { link, refresh: `0; url=${away}`, 'content-location': away } }, 1],
      [page(away), 1],
      [page(`//${new URL(away).host}/2.0/x`), 1],
      [page(`http://user@${new URL(away).host}/`), 1],
      [page('{base}/repositories/team/app/hooks?pagelen=100&page={n}'), 50],
      [to(away), 1],
      [to('{base}/elsewhere'), 1],
      [{ status: 300, headers: { location: away, link } }, 1],
      [{ status: 201, headers: { location: away }, body: ok }, 1],
      [{ status: 401, headers: { 'www-authenticate': `Bearer realm="${away}"` }, body: '{}' }, 1],
      [{ status: 407, headers: { 'proxy-authenticate': `Basic realm="${away}"` }, body: '{}' }, 1],
      [{ status: 429, headers: { location: away }, body: '{}' }, 1],
      [{ status: 410, body: JSON.stringify({ error: { data: { announcement_url: away } } }) }, 1],
      [{ status: 503, headers: { location: away, 'retry-after': '0' }, body: '{}' }, 3],
    ];
    for (const [answer, expected] of hostile) {
      const { client, sent, requests } = await open({ faults: [{ on: '', ...answer }] });
      await client.listHooks(app, signal).catch(() => undefined);
      const name = JSON.stringify(answer);
      assert.equal(requests().length, expected, name);
      assert.deepEqual(sent(), Array(expected).fill(basic(email, marker)), name);
    }
  });

  it('aren’t asked for with a token that was refused, before there is another one', async () => {
    const { client, tokens, origin, requests } = await open({
      hooks: { tokens: { [basic(email, 'newer')]: [readScope] } },
    });
    assert.equal((await faultOf(client.listHooks(app, signal))).kind, 'unauthorized');
    assert.deepEqual(await faultOf(client.listHooks(app, signal)), { kind: 'noToken', reason: 'refused' });
    assert.equal(requests().length, 1);
    await tokens.keep(origin, { ...person, token: 'newer' });
    assert.equal((await client.listHooks(app, signal)).hooks.length, 3);
  });

  it('say which 403 it is, by the answers that Bitbucket is known to give', async () => {
    const { client } = await open({
      hooks: { tokens: { [basic(email, marker)]: ['read:user:bitbucket'] }, subjects: {} },
    });
    assert.deepEqual(await faultOf(client.listHooks(app, signal)), { kind: 'scope', required: [readScope] });
    const other = await open({ hooks: { subjects: { 'team/app': 'forbidden' } } });
    assert.deepEqual(await faultOf(other.client.listHooks(app, signal)), { kind: 'rights', message: 'Forbidden' });
    const third = await open({ hooks: { subjects: {} } });
    assert.equal((await faultOf(third.client.listHooks(app, signal))).kind, 'notFound');
  });

  it('aren’t asked for at all until a rate limit is over: a minute, or as long as is said, but an hour', async () => {
    for (const [retryAfter, seconds] of [
      [undefined, 60],
      ['90', 90],
      ['999999', 3600],
      ['0', 0],
      ['soon', 60],
    ] as const) {
      let now = Date.now();
      const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
      const { client, requests } = await open({
        faults: [{ on: '', times: 1, status: 429, headers, body: '{}' }],
        options: { now: () => now },
      });
      assert.equal((await faultOf(client.listHooks(app, signal))).kind, 'rateLimit');
      now += seconds * 1000 - 2_000;
      if (seconds > 0) {
        assert.equal((await faultOf(client.listHooks({ workspace: 'team' }, signal))).kind, 'rateLimit');
        assert.equal(requests().length, 1, String(retryAfter));
      }
      now += 120_000;
      assert.equal((await client.listHooks(app, signal)).hooks.length, 3);
    }
  });

  it('aren’t asked for by a name that is none, wherever it comes from', async () => {
    const { client, requests } = await open();
    for (const repository of ['..', '%2e%2e', 'a/b', 'x'.repeat(101)]) {
      assert.equal((await faultOf(client.listHooks({ workspace: 'team', repository }, signal))).kind, 'notFound');
    }
    assert.deepEqual(requests(), []);
  });

  it('are asked for again where that may help: after 503, a broken connection', async () => {
    const passing: readonly Omit<Fault, 'on'>[] = [{ status: 503 }, { disconnect: true }];
    for (const fault of passing) {
      const { client, requests } = await open({ faults: [{ on: '', times: 2, ...fault }] });
      assert.equal((await client.listHooks(app, signal)).hooks.length, 3);
      assert.equal(requests().length, 3);
    }
  });

  it('are waited for in vain no longer than said, and not at all by whoever goes away', async () => {
    const { client } = await open({ faults: [{ on: '', hold: true }], options: { timeout: 300 } });
    assert.equal((await faultOf(client.listHooks(app, signal))).kind, 'timeout');
    const controller = new AbortController();
    const waiting = client.listHooks(app, controller.signal);
    controller.abort(new Error('gone'));
    await assert.rejects(waiting, /gone/);
  });

  it('aren’t asked for where nobody listens, with a token that is still none of an error’s business', async () => {
    const place = await nobody();
    const stage = openHooks(place.baseUrl);
    await stage.tokens.keep(new URL(place.baseUrl).origin, person);
    assert.equal((await faultOf(stage.client.listHooks(app, signal))).kind, 'connection');
    assert.doesNotMatch(stage.logged.join(), /marker/);
  });

  it('aren’t asked for without a token, in Restricted Mode, or at an API that isn’t the one that is set', async () => {
    const nobodys = await open({ credentials: [] });
    assert.deepEqual(await faultOf(nobodys.client.listHooks(app, signal)), { kind: 'noToken', reason: 'signedOut' });
    const restricted = await open();
    restricted.surroundings.isTrusted = false;
    assert.deepEqual(await faultOf(restricted.client.listHooks(app, signal)), {
      kind: 'noToken',
      reason: 'restricted',
    });
    const moved = await open();
    moved.surroundings.apiOrigin = elsewhere.origin;
    assert.deepEqual(await faultOf(moved.client.listHooks(app, signal)), { kind: 'noToken', reason: 'origin' });
    // Nor with a token of another API.
    const other = await open({ credentials: [] });
    await other.tokens.keep(elsewhere.origin, person);
    assert.deepEqual(await faultOf(other.client.listHooks(app, signal)), { kind: 'noToken', reason: 'signedOut' });
    for (const { requests } of [nobodys, restricted, moved, other]) {
      assert.deepEqual(requests(), []);
    }
  });

  it('aren’t asked for if the API changes while the keyring takes its time', async () => {
    const { client, storage, surroundings, requests } = await open();
    const get = storage.get.bind(storage);
    storage.get = (key) => {
      surroundings.apiOrigin = elsewhere.origin;
      return get(key);
    };
    assert.deepEqual(await faultOf(client.listHooks(app, signal)), { kind: 'noToken', reason: 'origin' });
    assert.deepEqual(requests(), []);
  });

  it('can be tried with a token that isn’t kept, at the API that it was entered for alone', async () => {
    const { client, authorizer, tokens, origin, sent } = await open({ credentials: [] });
    await client.tryOut(app, authorizer.fetchWith(person, origin), signal);
    assert.deepEqual(sent(), [basic(email, marker)]);
    const wrong = authorizer.fetchWith({ ...person, token: 'marker-wrong' }, origin);
    assert.equal((await faultOf(client.tryOut(app, wrong, signal))).kind, 'unauthorized');
    const foreign = authorizer.fetchWith(person, elsewhere.origin);
    assert.deepEqual(await faultOf(client.tryOut(app, foreign, signal)), { kind: 'noToken', reason: 'origin' });
    assert.deepEqual(tokens.kept, []);
  });
});
