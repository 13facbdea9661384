import assert from 'node:assert/strict';
import { bundledList } from '../../../src/catalog/bundled/bundledList';
import { HookEventsServer } from '../../server/hookEventsServer';
import { manyRows, type Scenario } from '../../server/scenario';
import { createCatalog, createClient } from '../../support/createCatalog';

const bundledKeys = [...new Set([...bundledList.subjectTypes.values()].flat().map(({ key }) => key))];

describe('EventCatalog', () => {
  const server = new HookEventsServer();
  let scenarios = 0;

  before(() => server.start());
  after(() => server.stop());

  function play(scenario: Partial<Scenario> = {}) {
    const name = `catalog${++scenarios}`;
    const baseUrl = server.play(name, {
      subjectTypes: { repository: manyRows(45), workspace: manyRows(3, 'workspace') },
      pageLength: 20,
      ...scenario,
    });
    return {
      catalog: createCatalog({ baseUrl }),
      baseUrl,
      requests: () => server.requests(name),
    };
  }

  it('knows the bundled events at once and asks nobody', () => {
    const { catalog, requests } = play();
    assert.deepEqual(
      catalog.listKnownEvents().map(({ key }) => key),
      bundledKeys,
    );
    assert.deepEqual(catalog.listSubjectTypes().names, ['repository', 'workspace']);
    assert.equal(catalog.listEvents('repository').origin.kind, 'bundled');
    assert.deepEqual(requests(), []);
  });

  it('knows what Bitbucket has removed, after its lists have lost it', async () => {
    const { catalog } = play({ pageLength: 50 });
    await catalog.loadEvents('repository');
    await catalog.loadEvents('workspace');
    const listed = () => catalog.listKnownEvents().map(({ key }) => key);
    assert.ok(listed().includes('repo:made_up_02') && !listed().includes('issue:created'));
    assert.deepEqual(catalog.findEvent('issue:created')?.subjectTypes, ['repository', 'workspace']);
    assert.equal(catalog.findEvent('repo:fork'), undefined);
  });

  it('says of an event which subject types have it', () => {
    const push = play()
      .catalog.listKnownEvents()
      .find(({ key }) => key === 'repo:push');
    assert.deepEqual(push?.subjectTypes, ['repository', 'workspace']);
  });

  it('loads page after page, each once', async () => {
    const { catalog, requests } = play();
    await catalog.loadSubjectTypes();
    const seen: [number, boolean, number | undefined][] = [];
    const look = () => {
      const { events, hasMore, total } = catalog.listEvents('repository');
      seen.push([events.length, hasMore, total]);
    };
    await catalog.loadEvents('repository');
    look();
    await catalog.loadMoreEvents('repository');
    look();
    await catalog.loadMoreEvents('repository');
    look();
    await catalog.loadMoreEvents('repository');
    await catalog.loadEvents('repository');
    await catalog.loadSubjectTypes();
    assert.deepEqual(seen, [
      [20, true, 45],
      [40, true, 45],
      [45, false, 45],
    ]);
    assert.deepEqual(requests(), [
      '/hook_events',
      '/hook_events/repository',
      '/hook_events/repository?page=2',
      '/hook_events/repository?page=3',
    ]);
  });

  it('makes one request of several at once', async () => {
    const { catalog, requests } = play();
    await Promise.all([catalog.loadSubjectTypes(), catalog.loadSubjectTypes()]);
    await Promise.all([catalog.loadEvents('repository'), catalog.loadEvents('repository')]);
    await Promise.all([catalog.loadMoreEvents('repository'), catalog.loadMoreEvents('repository')]);
    assert.deepEqual(requests(), ['/hook_events', '/hook_events/repository', '/hook_events/repository?page=2']);
    assert.equal(catalog.listEvents('repository').events.length, 40);
  });

  it('lets live events win, and fills what is not loaded from the bundled list', async () => {
    const { catalog } = play();
    await catalog.loadSubjectTypes();
    await catalog.loadEvents('repository');
    const partly = catalog.listKnownEvents();
    assert.equal(partly.find(({ key }) => key === 'repo:push')?.origin.kind, 'live');
    assert.equal(partly.find(({ key }) => key === 'pullrequest:fulfilled')?.origin.kind, 'bundled');

    await catalog.loadMoreEvents('repository');
    await catalog.loadMoreEvents('repository');
    await catalog.loadEvents('workspace');
    const known = catalog.listKnownEvents();
    assert.ok(known.every(({ origin }) => origin.kind === 'live'));
    assert.equal(known.length, 48);
  });

  it('starts over from page one when refreshed, without duplicates, and keeps what it had until then', async () => {
    const { catalog, requests } = play();
    await catalog.loadSubjectTypes();
    await catalog.loadEvents('repository');
    await catalog.loadMoreEvents('repository');
    catalog.markStale('repository');
    assert.equal(catalog.listEvents('repository').events.length, 40);
    await catalog.loadEvents('repository');
    const keys = catalog.listEvents('repository').events.map(({ key }) => key);
    assert.equal(keys.length, 20);
    assert.equal(new Set(keys).size, 20);
    assert.deepEqual(requests().slice(3), ['/hook_events/repository']);

    catalog.markStale();
    await catalog.loadSubjectTypes();
    assert.equal(catalog.listEvents('repository').events.length, 20);
    assert.deepEqual(requests().slice(4), ['/hook_events']);
  });

  it('keeps what it had when a page fails, says why, and asks for that page again on retry', async () => {
    const { catalog, requests } = play({ faults: [{ on: 'page=2', times: 1, status: 500, body: '' }] });
    await catalog.loadSubjectTypes();
    await catalog.loadEvents('repository');
    await catalog.loadMoreEvents('repository');
    const failed = catalog.listEvents('repository');
    assert.deepEqual([failed.events.length, failed.hasMore], [20, true]);
    assert.deepEqual(failed.fault?.fault, { kind: 'status', status: 500, message: '' });
    assert.deepEqual([failed.isPageFault, failed.origin.kind], [true, 'live']);

    await catalog.retryEvents('repository');
    const mended = catalog.listEvents('repository');
    assert.deepEqual([mended.events.length, mended.fault], [40, undefined]);
    assert.deepEqual(requests().slice(2), ['/hook_events/repository?page=2', '/hook_events/repository?page=2']);
  });

  it('falls back to the bundled list when the subject types cannot be had, and asks again only on retry', async () => {
    const { catalog, requests } = play({ faults: [{ on: '/hook_events', times: 3, disconnect: true }] });
    await catalog.loadSubjectTypes();
    assert.equal(catalog.listSubjectTypes().fault?.fault.kind, 'connection');
    assert.deepEqual(catalog.listSubjectTypes().names, ['repository', 'workspace']);
    assert.equal(catalog.loadSubjectTypes(), undefined);
    assert.equal(catalog.loadEvents('repository'), undefined);
    assert.equal(requests().length, 3);

    await catalog.retrySubjectTypes();
    assert.deepEqual(catalog.listSubjectTypes(), {
      names: ['repository', 'workspace'],
      origin: { kind: 'live' },
      fault: undefined,
    });
  });

  it('falls back to the bundled events of one subject type when its first page fails', async () => {
    const { catalog } = play({ faults: [{ on: '/repository', times: 1, status: 500 }] });
    await catalog.loadSubjectTypes();
    await catalog.loadEvents('repository');
    const list = catalog.listEvents('repository');
    assert.equal(list.origin.kind, 'bundled');
    assert.equal(list.events.length, bundledList.subjectTypes.get('repository')?.length);
    assert.equal(catalog.loadEvents('repository'), undefined);
    await catalog.retryEvents('repository');
    assert.equal(catalog.listEvents('repository').origin.kind, 'live');
  });

  it('lists deprecated subject types last, others as they come', async () => {
    const { catalog } = play({ subjectTypes: { user: [], project: [], team: [], repository: [] } });
    await catalog.loadSubjectTypes();
    assert.deepEqual(catalog.listSubjectTypes().names, ['project', 'repository', 'user', 'team']);
  });

  it('keeps an event once that stands on two pages', async () => {
    const [push, other] = manyRows(2);
    assert.ok(push && other);
    const { catalog } = play({ subjectTypes: { repository: [push, push, other] }, pageLength: 1 });
    await catalog.loadSubjectTypes();
    for (const load of ['loadEvents', 'loadMoreEvents', 'loadMoreEvents'] as const) {
      await catalog[load]('repository');
    }
    assert.deepEqual(
      catalog.listEvents('repository').events.map(({ key }) => key),
      [push.event, other.event],
    );
  });

  it('does not walk in a circle of pages', async () => {
    const body = JSON.stringify({ values: [{ event: 'repo:push' }], next: '{base}/hook_events/repository?page=1' });
    const { catalog, requests } = play({
      faults: [
        { on: '/repository', body },
        { on: 'page=1', body },
      ],
    });
    await catalog.loadSubjectTypes();
    await catalog.loadEvents('repository');
    await catalog.loadMoreEvents('repository');
    await catalog.loadMoreEvents('repository');
    assert.equal(catalog.listEvents('repository').fault?.fault.kind, 'brokenLink');
    assert.equal(requests().length, 3);
  });

  it('forgets live data when the client changes', async () => {
    const { catalog } = play();
    await catalog.loadSubjectTypes();
    await catalog.loadEvents('repository');
    let changes = 0;
    catalog.onDidChange(() => changes++);
    catalog.useClient(createClient({ baseUrl: play().baseUrl }));
    assert.equal(catalog.listEvents('repository').origin.kind, 'bundled');
    assert.equal(changes, 1);
  });

  it('tells what has changed', async () => {
    const { catalog } = play();
    const changes: (string | undefined)[] = [];
    const subscription = catalog.onDidChange((subjectType) => changes.push(subjectType));
    await catalog.loadSubjectTypes();
    await catalog.loadEvents('repository');
    subscription.dispose();
    await catalog.loadEvents('workspace');
    assert.deepEqual(changes, [undefined, 'repository']);
  });
});
