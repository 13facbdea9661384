import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { AuthorizedAnswer, AuthorizedFetch } from '../../src/credentials/authorizedFetch';
import type { HookChange } from '../../src/hooks/rest/change';
import type { Hook } from '../../src/hooks/rest/hook';
import { HooksClient } from '../../src/hooks/rest/hooksClient';
import { HooksError } from '../../src/hooks/rest/hooksFault';
import { HookWriter } from '../../src/hooks/rest/hookWriter';
import { silentLog } from '../support/silentLog';

const subject = { workspace: 'team', repository: 'app' };
const { signal } = new AbortController();
const keys = ['repo:push', 'repo:fork', 'repo:updated', 'pullrequest:created', 'unknown:event'];

/** What becomes of a request: it and its answer arrive, it gets lost, or its answer does, in one of several ways. */
const fates = ['answered', 'answered', 'answered', 'lost', 'broken', 'unavailable', 'garbled'] as const;
type Fate = (typeof fates)[number];

interface Row {
  uuid: string;
  url: string;
  description: string;
  active: boolean;
  events: string[];
  secret?: string | null;
}

type Body = Omit<Row, 'uuid'>;

/** Bitbucket with the hooks of one repository, to which requests get, or don't. */
class Repository {
  readonly rows = new Map<string, Row>();
  fates: Fate[] = [];
  /** What has been carried out. */
  readonly done: { method: string; body: Body | undefined; before: Row | undefined }[] = [];
  private count = 0;

  readonly fetch: AuthorizedFetch = ({ url, method, body }) => {
    const fate = this.fates.shift() ?? 'answered';
    if (fate === 'lost') {
      return Promise.reject(broken());
    }
    const answer = this.carryOut(url, method, body as Body | undefined);
    switch (fate) {
      case 'answered':
        return Promise.resolve(answerOf(answer.status, answer.body));
      case 'broken':
        return Promise.reject(broken());
      case 'unavailable':
        return Promise.resolve(answerOf(502, {}));
      case 'garbled':
        return Promise.resolve({ ...answerOf(answer.status, {}), json: () => JSON.parse('<html>') as unknown });
    }
  };

  private carryOut(url: URL, method: string, body: Body | undefined): { status: number; body: unknown } {
    const uuid = decodeURIComponent(/hooks\/(.+)$/.exec(url.pathname)?.[1] ?? '');
    const row = this.rows.get(uuid);
    if (method !== 'GET') {
      this.done.push({ method, body, before: row });
    }
    if (uuid === '') {
      if (method === 'GET') {
        return { status: 200, body: { values: [...this.rows.values()].map(shown) } };
      }
      assert.ok(body);
      const created = { uuid: `{${String(++this.count).padStart(8, '0')}-0000-4000-8000-000000000000}`, ...body };
      this.rows.set(created.uuid, created);
      return { status: 201, body: shown(created) };
    }
    if (!row) {
      return { status: 404, body: {} };
    }
    if (method === 'DELETE') {
      this.rows.delete(uuid);
      return { status: 204, body: undefined };
    }
    if (method === 'PUT') {
      assert.ok(body);
      const { secret = row.secret ?? null } = body;
      this.rows.set(uuid, { ...row, ...body, secret });
    }
    return { status: 200, body: shown(this.rows.get(uuid) ?? assert.fail()) };
  }
}

const shown = ({ secret, ...row }: Row) => ({ ...row, secret_set: typeof secret === 'string' });
const broken = () => Object.assign(new Error('broken'), { code: 'ECONNRESET' });
const answerOf = (status: number, body: unknown): AuthorizedAnswer => ({
  status,
  header: () => null,
  json: () => body,
});

interface Step {
  readonly client: number;
  readonly action: 'look' | 'create' | 'edit' | 'delete';
  readonly which: number;
  readonly change: HookChange;
  readonly fates: Fate[];
}

const someKeys = fc.subarray(keys);
const secret = fc.constantFrom(undefined, undefined, 'marker-secret', null);
const step: fc.Arbitrary<Step> = fc.record({
  client: fc.nat(1),
  action: fc.constantFrom('look', 'create', 'edit', 'edit', 'edit', 'delete'),
  which: fc.nat(5),
  change: fc
    .record({
      add: someKeys,
      remove: someKeys,
      title: fc.option(fc.constantFrom('One', 'Two'), { nil: undefined }),
      isActive: fc.option(fc.boolean(), { nil: undefined }),
      secret,
    })
    .map(({ add, remove, ...plain }) => ({
      events: { add, remove: remove.filter((key) => !add.includes(key)) },
      ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)),
    })),
  fates: fc.array(fc.constantFrom(...fates), { maxLength: 8 }),
});

/** One of those who change the hooks. It acts on what it saw last. */
class Person {
  private hooks: readonly Hook[] = [];
  private readonly client: HooksClient;
  private readonly writer: HookWriter;

  constructor(repository: Repository) {
    const options = { baseUrl: 'https://api.bitbucket.org/2.0', retryDelay: 0 };
    this.client = new HooksClient(options, repository.fetch, silentLog);
    this.writer = new HookWriter(this.client);
  }

  async look(): Promise<void> {
    this.hooks = (await this.client.listHooks(subject, signal)).hooks;
  }

  hook(which: number): Hook | undefined {
    return this.hooks[which % Math.max(1, this.hooks.length)];
  }

  /** Tries as people do: as often as it takes, as long as no hook has the address. */
  async create(url: string, { title = '', events, secret: given }: HookChange): Promise<void> {
    for (let tries = 0; tries < 4; tries++) {
      await this.look();
      if (this.hooks.some((hook) => hook.url === url)) {
        return;
      }
      const draft = { url, title, events: events?.add ?? [], isActive: true, secret: given ?? undefined };
      const created = await this.writer.create(subject, draft, this.hooks, signal);
      if (created.kind !== 'unknown') {
        assert.equal(created.hook.url, url);
        return;
      }
    }
  }

  async edit(hook: Hook, change: HookChange): Promise<void> {
    await this.writer.change(subject, hook, change, signal);
  }

  async delete(hook: Hook): Promise<void> {
    await this.writer.remove(subject, hook, signal);
  }
}

async function act(repository: Repository, people: readonly Person[], { client, ...step }: Step, number: number) {
  const person = people[client] ?? assert.fail();
  const hook = person.hook(step.which);
  const before = repository.done.length;
  repository.fates = [...step.fates];
  try {
    if (step.action === 'look') {
      await person.look();
    } else if (step.action === 'create' && step.change.events?.add.length !== 0) {
      await person.create(`https://example.org/${number}`, step.change);
    } else if (hook && step.action === 'edit') {
      await person.edit(hook, step.change);
    } else if (hook && step.action === 'delete') {
      await person.delete(hook);
    }
  } catch (error) {
    assert.ok(error instanceof HooksError, String(error));
    assert.doesNotMatch(JSON.stringify(error) + error.message, /marker/);
  }
  return repository.done.slice(before);
}

describe('Whatever gets lost, and whoever else changes hooks', () => {
  it('no hook is created twice, none loses an event that nobody removed, and no secret is sent unless it was set', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 15 }), async (steps) => {
        const repository = new Repository();
        const people = [new Person(repository), new Person(repository)];
        for (const [number, each] of steps.entries()) {
          const done = await act(repository, people, each, number);
          const { events, secret: given } = each.change;
          const removed = events?.remove ?? [];
          for (const { method, body, before } of done) {
            assert.equal(method, { look: '', create: 'POST', edit: 'PUT', delete: 'DELETE' }[each.action]);
            const lost = before && body ? before.events.filter((key) => !body.events.includes(key)) : [];
            assert.deepEqual(
              lost.filter((key) => !removed.includes(key)),
              [],
            );
            assert.ok(body?.secret === undefined || body.secret === given);
            assert.equal(new Set(body?.events).size, body?.events.length ?? 0);
            assert.ok(method === 'DELETE' || (body?.events.length ?? 0) > 0);
          }
          assert.ok(each.action === 'create' || done.length <= 1, 'sent again');
        }
        const urls = [...repository.rows.values()].map(({ url }) => url);
        assert.equal(new Set(urls).size, urls.length);
      }),
      { numRuns: 500 },
    );
  });

  it('an edit is carried out, or somebody is told', async () => {
    await fc.assert(
      fc.asyncProperty(step, step, async (first, second) => {
        const repository = new Repository();
        const [one, other] = [new Person(repository), new Person(repository)];
        await one.create('https://example.org/', { events: { add: keys.slice(0, 2), remove: [] } });
        await one.look();
        await other.look();
        const hook = one.hook(0) ?? assert.fail();
        const client = new HooksClient({ baseUrl: 'https://a.b/2.0', retryDelay: 0 }, repository.fetch, silentLog);
        const writer = new HookWriter(client);
        await writer.change(subject, hook, first.change, signal);
        repository.fates = [...second.fates];
        const outcome = await writer.change(subject, hook, second.change, signal).catch(() => undefined);
        const row = [...repository.rows.values()][0] ?? assert.fail();
        if (outcome?.kind === 'changed' || outcome?.kind === 'unchanged') {
          const { events, title, isActive } = second.change;
          assert.ok(events);
          assert.ok(events.add.every((key) => row.events.includes(key)));
          assert.ok(!events.remove.some((key) => row.events.includes(key)));
          assert.ok(title === undefined || row.description === title);
          assert.ok(isActive === undefined || row.active === isActive);
        }
      }),
      { numRuns: 300 },
    );
  });
});
