import assert from 'node:assert/strict';
import { manyRows } from '../../server/scenario';
import { CatalogStage, completeLoad, hour } from '../../support/catalogStage';

describe('Freshness', () => {
  let stage: CatalogStage;

  beforeEach(async () => {
    stage = await CatalogStage.open();
  });
  afterEach(() => stage.close());

  function look({ catalog }: ReturnType<CatalogStage['openWindow']>, name = 'repository') {
    const { events, origin } = catalog.listEvents(name);
    return `${events.length} ${origin.kind}`;
  }

  it('shows an old list at once, and a newer one only when it is whole', async () => {
    await stage.fillCache();
    stage.now += 25 * hour;
    stage.play({ subjectTypes: { repository: manyRows(50) }, faults: [{ on: 'page=3', times: 1, hold: true }] });
    const window = stage.openWindow();
    const seen = new Set<string>();
    const told: (string | undefined)[] = [];
    window.catalog.onDidChange((name) => {
      seen.add(look(window));
      told.push(name);
    });
    await window.catalog.loadSubjectTypes();
    assert.equal(look(window), '45 cached');
    await stage.requested(4);
    assert.deepEqual([...seen], ['45 cached']);
    stage.release();
    await window.idle();
    assert.deepEqual([...seen], ['45 cached', '50 live']);
    assert.deepEqual(told, [undefined, undefined, 'repository'], 'the cache, and each list once');
  });

  it('keeps what it had when the newer list fails half-way, and asks for the page that failed on retry', async () => {
    await stage.fillCache();
    stage.now += 25 * hour;
    stage.play({ faults: [{ on: 'page=2', times: 1, status: 403 }] });
    const window = stage.openWindow();
    await window.catalog.loadSubjectTypes();
    await window.idle();
    assert.equal(look(window), '45 cached');
    assert.equal(window.catalog.listEvents('repository').fault?.fault.kind, 'status');
    const before = stage.requests.length;
    await window.catalog.retryEvents('repository');
    assert.deepEqual(stage.requests.slice(before), completeLoad.slice(2, 4));
    assert.equal(look(window), '45 live');
    assert.equal(window.catalog.listEvents('repository').fault, undefined);
  });

  it('comes back online by itself, without a reload', async () => {
    stage.play({ faults: [{ on: '', disconnect: true }] });
    const window = stage.openWindow();
    window.catalog.wake();
    await window.idle();
    assert.equal(window.catalog.listSubjectTypes().fault?.fault.kind, 'connection');
    assert.ok(window.catalog.listKnownEvents().length > 0);
    stage.play();
    stage.now += 61_000;
    window.catalog.wake();
    await window.idle();
    assert.equal(look(window), '45 live');
    assert.equal(window.catalog.listSubjectTypes().fault, undefined);
  });

  it('comes back online at once when the user wants it', async () => {
    stage.play({ faults: [{ on: '', disconnect: true }] });
    const { catalog, idle } = stage.openWindow();
    catalog.wake();
    await idle();
    await catalog.loadSubjectTypes();
    stage.play();
    await catalog.retrySubjectTypes();
    assert.deepEqual(stage.requests, ['/hook_events']);
    assert.equal(catalog.listSubjectTypes().origin.kind, 'live');
  });

  it('starts over at once when the user refreshes a subject type of which only the bundled list is known', async () => {
    stage.play({ faults: [{ on: '', disconnect: true }] });
    const window = stage.openWindow();
    await window.catalog.loadSubjectTypes();
    stage.play();
    window.catalog.markStale('repository');
    await window.catalog.loadSubjectTypes();
    await window.catalog.loadEvents('repository');
    assert.equal(look(window), '20 live');
  });

  it('renews the lists too when the user retries, however lately that has failed', async () => {
    await stage.fillCache();
    stage.now += 72 * hour;
    stage.play({ faults: [{ on: '', disconnect: true }] });
    const window = stage.openWindow();
    await window.catalog.loadSubjectTypes();
    await window.idle();
    stage.play();
    await window.catalog.retrySubjectTypes();
    await window.catalog.loadSubjectTypes();
    await window.idle();
    assert.equal(look(window), '45 live');
  });

  it('starts over with a refresh that was asked for before the cache was read', async () => {
    await stage.fillCache();
    stage.play({ subjectTypes: { repository: manyRows(2) } });
    const window = stage.openWindow();
    window.catalog.markStale();
    await window.catalog.loadSubjectTypes();
    await window.catalog.loadEvents('repository');
    assert.equal(look(window), '2 live');
  });

  it('knows again what is cached, without being asked, after a change of the settings', async () => {
    await stage.fillCache();
    const window = stage.openWindow();
    await window.catalog.ready();
    window.catalog.useClient(stage.openWindow().client);
    const changed = new Promise<void>((resolve) => {
      window.catalog.onDidChange(() => {
        resolve();
      });
    });
    assert.equal(look(window), '23 bundled');
    await changed;
    assert.equal(look(window), '45 cached');
  });

  it('lets a change of the settings take effect: another API, which knows nothing of this one', async () => {
    await stage.fillCache();
    const other = await CatalogStage.open();
    try {
      const { catalog } = stage.openWindow();
      await catalog.loadSubjectTypes();
      assert.equal(catalog.listEvents('repository').origin.kind, 'cached');
      catalog.useClient(other.openWindow().client);
      assert.equal(catalog.listEvents('repository').origin.kind, 'bundled');
      await catalog.loadSubjectTypes();
      assert.equal(catalog.listSubjectTypes().origin.kind, 'live');
      assert.deepEqual([stage.requests.length, other.requests.length], [0, 1]);
    } finally {
      await other.close();
    }
  });

  it('never lets the late answer of an API that is no longer asked show up', async () => {
    stage.play({ faults: [{ on: '/hook_events', times: 1, hold: true }] });
    const { catalog, client, idle } = stage.openWindow();
    const late = catalog.loadSubjectTypes();
    await stage.requested(1);
    catalog.useClient(client);
    stage.release();
    await assert.rejects(late ?? assert.fail(), { name: 'AbortError' });
    await idle();
    assert.equal(catalog.listSubjectTypes().origin.kind, 'bundled');
    assert.equal(stage.folder.files.size, 0);
  });

  it('asks an API nothing more in the background once another one is chosen, even while its answer is told of', async () => {
    const other = await CatalogStage.open();
    try {
      const { catalog, idle } = stage.openWindow();
      const next = other.openWindow();
      const subscription = catalog.onDidChange(() => {
        subscription.dispose();
        catalog.useClient(next.client);
      });
      catalog.wake();
      await idle();
      assert.deepEqual([stage.requests, other.requests], [completeLoad.slice(0, 1), []]);
    } finally {
      await other.close();
    }
  });

  it('keeps no late answer of a renewal that the user has overtaken', async () => {
    await stage.fillCache();
    stage.now += 25 * hour;
    stage.play({ faults: [{ on: 'page=2', times: 1, hold: true }] });
    const window = stage.openWindow();
    await window.catalog.loadSubjectTypes();
    await stage.requested(3);
    window.catalog.markStale('repository');
    stage.play({ subjectTypes: { repository: manyRows(7) } });
    await window.catalog.loadEvents('repository');
    stage.release();
    await window.idle();
    assert.equal(look(window), '7 live');
  });
});
