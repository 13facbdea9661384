import assert from 'node:assert/strict';
import { BitbucketClient, type ClientOptions } from '../../../src/bitbucket/bitbucketClient';
import { BitbucketError } from '../../../src/bitbucket/fault';
import type { FetchLike } from '../../../src/bitbucket/fetchLike';
import { platformFetch } from '#platformFetch';
import { HookEventsServer } from '../../server/hookEventsServer';
import { manyRows, type Scenario } from '../../server/scenario';
import { silentLog } from '../../support/silentLog';

const signal = new AbortController().signal;

describe('BitbucketClient', () => {
  const server = new HookEventsServer();
  const logged: string[] = [];
  let scenarios = 0;

  before(() => server.start());
  after(() => server.stop());
  beforeEach(() => {
    logged.length = 0;
  });

  function play(scenario: Partial<Scenario>, options: Partial<ClientOptions> = {}) {
    const name = `client${++scenarios}`;
    const baseUrl = server.play(name, { subjectTypes: { repository: manyRows(45), workspace: [] }, ...scenario });
    const log = (message: string) => logged.push(message);
    const client = new BitbucketClient({ baseUrl, retryDelay: 1, ...options }, platformFetch, {
      debug: log,
      info: log,
      warn: log,
    });
    const repository = { name: 'repository', eventsUrl: `${baseUrl}/hook_events/repository` };
    return { client, repository, baseUrl, requests: () => server.requests(name), name };
  }

  async function faultOf(request: Promise<unknown>) {
    const error: unknown = await request.then(
      () => assert.fail('expected an error'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof BitbucketError, String(error));
    return error.fault;
  }

  it('gets the subject types in the order of the answer', async () => {
    const { client, baseUrl } = play({ subjectTypes: { workspace: [], repository: [] } });
    assert.deepEqual(await client.getSubjectTypes(signal), [
      { name: 'workspace', eventsUrl: `${baseUrl}/hook_events/workspace` },
      { name: 'repository', eventsUrl: `${baseUrl}/hook_events/repository` },
    ]);
  });

  it('gets page after page by following next as given', async () => {
    const { client, repository, requests } = play({ pageLength: 20 });
    const first = await client.getFirstPage(repository, signal);
    assert.deepEqual([first.events.length, first.size], [20, 45]);
    assert.deepEqual(first.events[0], {
      key: 'repo:push',
      category: 'Repository',
      label: 'Push',
      description: 'Whenever a repository push occurs',
    });
    const second = await client.getNextPage(first.next ?? '', signal);
    const third = await client.getNextPage(second.next ?? '', signal);
    assert.deepEqual([second.events.length, third.events.length, third.next], [20, 5, undefined]);
    assert.deepEqual(requests(), [
      '/hook_events/repository',
      '/hook_events/repository?page=2',
      '/hook_events/repository?page=3',
    ]);
  });

  it('asks for the page length that is set', async () => {
    const { client, repository, requests } = play({}, { pageLength: 10 });
    assert.equal((await client.getFirstPage(repository, signal)).events.length, 10);
    assert.deepEqual(requests(), ['/hook_events/repository?pagelen=10']);
  });

  it('drops malformed rows, keeps the rest and logs what was dropped', async () => {
    const values = [
      { event: 5 },
      { event: 'repo:push', label: null, description: 7 },
      null,
      'x',
      { event: 'a:b\u202ec' },
    ];
    const { client, repository } = play({ faults: [{ on: '/repository', body: JSON.stringify({ values }) }] });
    assert.deepEqual((await client.getFirstPage(repository, signal)).events, [
      { key: 'repo:push', category: '', label: '', description: '' },
    ]);
    assert.ok(
      logged.some((line) => line.includes('dropped 4 malformed rows: row 0: event: expected string')),
      logged.join('\n'),
    );
  });

  it('cleans the texts of invisible characters', async () => {
    const values = [{ event: 'repo:push', label: 'Pu\u202esh\u0007\nnow' }];
    const { client, repository } = play({ faults: [{ on: '/repository', body: JSON.stringify({ values }) }] });
    assert.equal((await client.getFirstPage(repository, signal)).events[0]?.label, 'Pu sh now');
  });

  const shapes: [string, string, string][] = [
    ['a list in place of the subject types', '/hook_events', '[]'],
    ['no subject type at all', '/hook_events', '{}'],
    ['an error object with status 200', '/hook_events', '{"type":"error","error":{"message":"no"}}'],
    ['a page without values', '/repository', '{"page":1}'],
    ['a page whose next is no text', '/repository', '{"values":[],"next":2}'],
    ['a page of nothing but malformed rows', '/repository', '{"values":[{},{}]}'],
  ];
  for (const [what, on, body] of shapes) {
    it(`says that the shape is wrong of ${what}`, async () => {
      const { client, repository } = play({ faults: [{ on, body }] });
      const request = on === '/repository' ? client.getFirstPage(repository, signal) : client.getSubjectTypes(signal);
      assert.equal((await faultOf(request)).kind, 'shape');
    });
  }

  it('passes on the HTTP status with the message of the API, and does not try again', async () => {
    const body = JSON.stringify({ type: 'error', error: { message: 'Not for *you*' } });
    const { client, requests } = play({ faults: [{ on: '/hook_events', status: 403, body }] });
    assert.deepEqual(await faultOf(client.getSubjectTypes(signal)), {
      kind: 'status',
      status: 403,
      message: 'Not for *you*',
    });
    assert.equal(requests().length, 1);
  });

  for (const fault of [{ status: 502 }, { status: 503 }, { status: 504 }, { disconnect: true }]) {
    it(`tries twice more after ${JSON.stringify(fault)}`, async () => {
      const failing = play({ faults: [{ on: '/hook_events', ...fault }] });
      await faultOf(failing.client.getSubjectTypes(signal));
      assert.equal(failing.requests().length, 3);

      const passing = play({ faults: [{ on: '/hook_events', times: 2, ...fault }] });
      assert.equal((await passing.client.getSubjectTypes(signal)).length, 2);
      assert.equal(passing.requests().length, 3);
    });
  }

  it('waits as long as a rate limit says, and tries again', async () => {
    const faults = [{ on: '/hook_events', times: 1, status: 429, headers: { 'retry-after': '0' } }];
    const { client, requests } = play({ faults });
    assert.equal((await client.getSubjectTypes(signal)).length, 2);
    assert.equal(requests().length, 2);
  });

  it('does not try again after a rate limit that says nothing, or more than there is time for', async () => {
    const body = JSON.stringify({
      type: 'error',
      error: { message: 'Rate limit for this resource has been exceeded.' },
    });
    const silent = play({ faults: [{ on: '/hook_events', status: 429, body }] });
    assert.deepEqual(await faultOf(silent.client.getSubjectTypes(signal)), {
      kind: 'rateLimit',
      message: 'Rate limit for this resource has been exceeded.',
      retryAt: undefined,
    });
    const date = new Date(Math.ceil(Date.now() / 1000) * 1000 + 3_600_000);
    const late = play({
      faults: [{ on: '/hook_events', status: 429, headers: { 'retry-after': date.toUTCString() } }],
    });
    assert.deepEqual(await faultOf(late.client.getSubjectTypes(signal)), {
      kind: 'rateLimit',
      message: '',
      retryAt: date.getTime(),
    });
    assert.deepEqual([silent.requests().length, late.requests().length], [1, 1]);
  });

  it('says that an answer is not JSON', async () => {
    const headers = { 'content-type': 'text/html' };
    const { client } = play({ faults: [{ on: '/hook_events', headers, body: '<html>Sign in</html>' }] });
    assert.deepEqual(await faultOf(client.getSubjectTypes(signal)), { kind: 'notJson', contentType: 'text/html' });
  });

  it('says that the connection broke', async () => {
    const { client } = play({ faults: [{ on: '/hook_events', disconnect: true }] });
    assert.equal((await faultOf(client.getSubjectTypes(signal))).kind, 'connection');
  });

  it('gives up after the timeout', async () => {
    const { client } = play({ faults: [{ on: '/hook_events', hold: true }] }, { timeout: 20 });
    assert.deepEqual(await faultOf(client.getSubjectTypes(signal)), { kind: 'timeout', seconds: 0.02 });
  });

  it('says what went wrong before the time was over', async () => {
    let attempts = 0;
    const fetch: FetchLike = (_, signal) =>
      attempts++ === 0
        ? Promise.reject(new Error('broken'))
        : new Promise((_, reject) => {
            signal.addEventListener('abort', () => {
              reject(new Error('aborted'));
            });
          });
    const client = new BitbucketClient(
      { baseUrl: 'https://example.org', timeout: 20, retryDelay: 0 },
      fetch,
      silentLog,
    );
    assert.equal((await faultOf(client.getSubjectTypes(signal))).kind, 'unreachable');
  });

  it('rejects with the reason of its caller who aborts', async () => {
    const { client } = play({ faults: [{ on: '/hook_events', hold: true }] });
    const controller = new AbortController();
    const request = client.getSubjectTypes(controller.signal);
    controller.abort(new Error('not wanted any more'));
    await assert.rejects(request, /not wanted any more/);
  });

  it('refuses a body that is too large', async () => {
    const { client } = play({ faults: [{ on: '/hook_events', body: `"${'x'.repeat(5_000_001)}"` }] });
    assert.deepEqual(await faultOf(client.getSubjectTypes(signal)), { kind: 'tooLarge', megabytes: 5 });
  });

  it('follows redirects on its own origin only, and not for ever', async () => {
    const { client, baseUrl } = play({
      faults: [{ on: '/hook_events', times: 1, status: 302, headers: { location: '?again' }, body: '' }],
    });
    assert.equal((await client.getSubjectTypes(signal))[0]?.eventsUrl, `${baseUrl}/hook_events/repository`);

    const endless = play({ faults: [{ on: '', status: 301, headers: { location: '{base}/hook_events' }, body: '' }] });
    assert.equal((await faultOf(endless.client.getSubjectTypes(signal))).kind, 'brokenLink');
    assert.equal(endless.requests().length, 6);

    const away = play({ faults: [{ on: '', status: 301, headers: { location: 'https://example.com/x' }, body: '' }] });
    assert.deepEqual(await faultOf(away.client.getSubjectTypes(signal)), {
      kind: 'foreignLink',
      target: 'https://example.com/x',
    });
  });

  it('follows no link to another origin, and none that is broken', async () => {
    const { client, requests } = play({});
    const away = { name: 'repository', eventsUrl: 'https://example.com/2.0/hook_events/repository' };
    assert.equal((await faultOf(client.getFirstPage(away, signal))).kind, 'foreignLink');
    assert.equal((await faultOf(client.getNextPage('http://', signal))).kind, 'brokenLink');
    assert.equal((await faultOf(client.getNextPage('?page=2', signal))).kind, 'brokenLink');
    assert.deepEqual(requests(), []);
  });

  for (const baseUrl of ['', 'bitbucket', 'http://example.com/2.0', 'https://user:pass@example.com', 'file:///etc']) {
    it(`refuses the base URL "${baseUrl}"`, async () => {
      const { client } = play({}, { baseUrl });
      assert.deepEqual(await faultOf(client.getSubjectTypes(signal)), { kind: 'baseUrl', value: baseUrl });
    });
  }
});
