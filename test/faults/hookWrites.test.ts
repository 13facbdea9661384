import assert from 'node:assert/strict';
import type { Credential } from '../../src/credentials/credential';
import type { HookDraft } from '../../src/hooks/rest/change';
import { HooksError } from '../../src/hooks/rest/hooksFault';
import { HookWriter } from '../../src/hooks/rest/hookWriter';
import { HookEventsServer } from '../server/hookEventsServer';
import { basic, deleteScope, type HookRow, hookRow, readScope, writeScope } from '../server/hooksApi';
import type { Fault } from '../server/scenario';
import { openHooks } from '../support/openHooks';

const signal = new AbortController().signal;
const app = { workspace: 'team', repository: 'app' };
const email = 'me@example.com';
const person: Credential = { holder: { kind: 'apiToken', email }, token: 'marker-token' };
const secret = 'marker "secret" \\ of a hook';
const draft: HookDraft = {
  url: 'https://me:marker-password@ci.example.org/new?token=marker-query',
  title: 'New',
  events: ['repo:push', 'repo:fork'],
  isActive: true,
  secret,
};
const added = { events: { add: ['repo:fork'], remove: [] } };

/** What a connection comes to before there is an answer, or with half of one. */
const losses: readonly (readonly [name: string, loss: Omit<Fault, 'on'>])[] = [
  ['breaks off', { disconnect: true }],
  ['is never answered', { hold: true }],
  ['is answered by half', { status: 200, body: '{"uuid": "{1}"}', afterHalf: 'break' }],
  ['is answered by a gateway', { status: 504, body: '<html>Sent: {authorization}</html>' }],
];

describe('Changing hooks over a connection', () => {
  const server = new HookEventsServer();
  let scenarios = 0;

  before(() => server.start());
  after(() => server.stop());

  async function open(faults: readonly Fault[] = [], rows: readonly HookRow[] = [hookRow(1, { secret_set: false })]) {
    const name = `writes${++scenarios}`;
    const tokens = { [basic(email, person.token)]: [readScope, writeScope, deleteScope] };
    const hooks = { tokens, subjects: { 'team/app': rows } };
    const baseUrl = server.play(name, { subjectTypes: {}, faults, hooks });
    // Enough for whatever is answered; what never is has to be waited for.
    const stage = openHooks(baseUrl, { timeout: faults.some(({ hold }) => hold) ? 400 : 15_000 });
    await stage.tokens.keep(new URL(baseUrl).origin, person);
    const writer = new HookWriter(stage.client);
    const list = async () => (await stage.client.listHooks(app, signal)).hooks;
    const first = async () => (await list())[0] ?? assert.fail();
    const sent = (method: string) => server.requests(name).filter((path) => path.startsWith(method)).length;
    const end = () => {
      server.release(name);
      assert.doesNotMatch([...stage.logged, ...stage.memory.values.values()].join('\n'), /marker/);
      assert.ok(![...stage.storage.values.values()].some((value) => value.includes(secret)));
    };
    return { ...stage, writer, list, first, sent, end };
  }

  async function faultOf(request: Promise<unknown>) {
    const error: unknown = await request.then(
      (value) => assert.fail(JSON.stringify(value)),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof HooksError, String(error));
    assert.doesNotMatch(`${error.message} ${error.stack ?? ''} ${JSON.stringify(error)}`, /marker/);
    return error.fault;
  }

  for (const [name, loss] of losses) {
    it(`a POST that is carried out and ${name} isn’t sent again: the list tells`, async () => {
      const { writer, list, sent, end } = await open([{ on: '/hooks', method: 'POST', isCarriedOut: true, ...loss }]);
      const created = await writer.create(app, draft, await list(), signal);
      assert.deepEqual([created.kind, sent('POST')], ['found', 1]);
      assert.equal((await list()).filter(({ url }) => url === draft.url).length, 1);
      end();
    });

    it(`a POST that gets lost and ${name} isn’t sent again: nobody knows`, async () => {
      const { writer, list, sent, end } = await open([{ on: '/hooks', method: 'POST', ...loss }]);
      const created = await writer.create(app, draft, await list(), signal);
      assert.deepEqual([created.kind, sent('POST')], ['unknown', 1]);
      assert.doesNotMatch(JSON.stringify(created), /marker/);
      end();
    });

    it(`a PUT that is carried out and ${name} isn’t sent again: GET tells, but nothing of a secret`, async () => {
      const faults: readonly Fault[] = [{ on: '', method: 'PUT', isCarriedOut: true, ...loss }];
      const { writer, first, sent, end } = await open(faults);
      const changed = await writer.change(app, await first(), added, signal);
      assert.deepEqual([changed.kind, sent('PUT')], ['changed', 1]);
      assert.ok((await first()).events.includes('repo:fork'));
      const withSecret = await writer.change(app, await first(), { secret }, signal);
      assert.deepEqual([withSecret.kind, sent('PUT')], ['unknown', 2]);
      end();
    });

    it(`a DELETE that is carried out and ${name} isn’t sent again: GET tells`, async () => {
      const { writer, first, list, sent, end } = await open([
        { on: '', method: 'DELETE', isCarriedOut: true, ...loss },
      ]);
      const deleted = await writer.remove(app, await first(), signal);
      assert.deepEqual([deleted.kind, sent('DELETE'), await list()], ['deleted', 1, []]);
      end();
    });

    it(`a DELETE that gets lost and ${name} isn’t sent again: nobody knows`, async () => {
      const { writer, first, sent, end } = await open([{ on: '', method: 'DELETE', ...loss }]);
      const deleted = await writer.remove(app, await first(), signal);
      assert.deepEqual([deleted.kind, sent('DELETE')], ['unknown', 1]);
      end();
    });
  }

  it('a hook that somebody else has deleted counts as deleted', async () => {
    const { writer, first, end } = await open();
    const hook = await first();
    await writer.remove(app, hook, signal);
    assert.deepEqual(await writer.remove(app, hook, signal), { kind: 'deleted' });
    assert.deepEqual(await writer.change(app, hook, added, signal), { kind: 'deleted' });
    end();
  });

  it('says in which fields a PUT or a POST is answered with something else than was sent', async () => {
    const answer = JSON.stringify(hookRow(1, { description: 'Other', events: ['repo:push'], active: false }));
    const { writer, list, first, sent, end } = await open([
      { on: '', method: 'PUT', isCarriedOut: true, body: answer },
      { on: '', method: 'POST', isCarriedOut: true, status: 201, body: answer },
    ]);
    const changed = await writer.change(app, await first(), added, signal);
    assert.deepEqual(changed.kind === 'changed' && changed.others, ['title', 'isActive', 'events']);
    const created = await writer.create(app, draft, await list(), signal);
    assert.deepEqual(created.kind === 'created' && created.others, ['url', 'title', 'isActive', 'events']);
    assert.deepEqual([sent('PUT'), sent('POST')], [1, 1]);
    end();
  });

  it('keeps what somebody else has changed since the hook was shown, and asks where it is the same', async () => {
    const { writer, first, sent, end } = await open();
    const shown = await first();
    await writer.change(
      app,
      shown,
      { title: 'Theirs', events: { add: ['repo:updated'], remove: ['repo:push'] } },
      signal,
    );
    const mine = await writer.change(app, shown, { title: 'Mine', ...added }, signal);
    assert.deepEqual(mine.kind === 'conflict' && mine.fields, ['title']);
    assert.equal(sent('PUT'), 1);
    await writer.change(app, shown, added, signal);
    const { title, events } = await first();
    assert.deepEqual([title, events], ['Theirs', ['pullrequest:fulfilled', 'repo:updated', 'repo:fork']]);
    end();
  });

  it('tells why Bitbucket refuses removed events, and repeats neither secret nor query that a refusal repeats', async () => {
    const echo = JSON.stringify({ error: { message: `Not ${secret}`, fields: { url: [draft.url] } } });
    const { writer, list, first, sent, end } = await open([
      { on: '/hooks', method: 'POST', status: 400, times: 1, body: echo },
    ]);
    const echoed = await faultOf(writer.create(app, draft, await list(), signal));
    assert.deepEqual(echoed, { kind: 'invalid', message: 'Not …', fields: ['url: https://…ci.example.org/new…'] });
    const removed = await faultOf(writer.create(app, { ...draft, events: ['issue:created'] }, await list(), signal));
    assert.deepEqual(removed.kind === 'invalid' && removed.fields, ['events: "issue:created" is not a valid choice.']);
    const add = ['issue:created'];
    const changed = await faultOf(writer.change(app, await first(), { events: { add, remove: [] } }, signal));
    assert.equal(changed.kind, 'invalid');
    assert.deepEqual([sent('POST'), sent('PUT'), (await list()).length], [2, 1, 1]);
    end();
  });
});
