import assert from 'node:assert/strict';
import type { EventCatalog } from '../../../src/catalog/eventCatalog';
import { manyRows } from '../../server/scenario';
import { CatalogStage, completeLoad, hour } from '../../support/catalogStage';

describe('Requests', () => {
  let stage: CatalogStage;

  beforeEach(async () => {
    stage = await CatalogStage.open();
  });
  afterEach(() => stage.close());

  /** Edits for some hours: something is completed every twenty seconds. */
  async function edit({ catalog, idle }: ReturnType<CatalogStage['openWindow']>, hours: number) {
    for (let moment = 0; moment < hours * 180; moment++) {
      stage.now += 20_000;
      catalog.wake();
      if (moment % 180 === 0) {
        await idle();
      }
    }
    await idle();
  }

  async function expandAll(catalog: EventCatalog) {
    await catalog.loadSubjectTypes();
    for (const name of catalog.listSubjectTypes().names) {
      await catalog.loadEvents(name);
      while (catalog.listEvents(name).hasMore && !catalog.listEvents(name).fault) {
        await catalog.loadMoreEvents(name);
      }
    }
  }

  it('of a window in which files are edited day and night: one complete load a day', async () => {
    const window = stage.openWindow();
    await edit(window, 23);
    assert.deepEqual(stage.requests, completeLoad);
    await edit(window, 24);
    assert.deepEqual(stage.requests, [...completeLoad, ...completeLoad]);
  });

  it('of opening the view and expanding everything: the subject types and the pages, nothing twice', async () => {
    const { catalog, idle } = stage.openWindow();
    catalog.onDidChange(() => {
      // The tree asks again after each change, and editors are open too.
      void catalog.loadSubjectTypes();
      catalog.listSubjectTypes().names.forEach((name) => void catalog.loadEvents(name));
      catalog.wake();
    });
    await expandAll(catalog);
    await idle();
    assert.deepEqual([...stage.requests].sort(), completeLoad);
  });

  it('of a window with a cache that is fresh: none', async () => {
    await stage.fillCache();
    stage.now += 23 * hour;
    const window = stage.openWindow();
    await expandAll(window.catalog);
    assert.equal(window.catalog.listEvents('repository').events.length, 45);
    assert.equal(window.catalog.listEvents('repository').origin.kind, 'cached');
    window.catalog.wake();
    await window.idle();
    assert.deepEqual(stage.requests, []);
  });

  it('of a cache that is old: one complete load, however many ask', async () => {
    await stage.fillCache();
    stage.now += 25 * hour;
    const { catalog, idle } = stage.openWindow();
    await Promise.all(Array.from({ length: 20 }, async () => catalog.loadSubjectTypes()));
    for (let n = 0; n < 1000; n++) {
      catalog.wake();
      void catalog.loadEvents('repository');
    }
    await idle();
    assert.deepEqual(stage.requests, completeLoad);
  });

  it('of lists that got old while the view was open: one complete load', async () => {
    const { catalog, idle } = stage.openWindow();
    await expandAll(catalog);
    stage.play();
    stage.now += 25 * hour;
    assert.equal(catalog.loadEvents('repository'), undefined);
    await idle();
    assert.deepEqual(stage.requests, completeLoad);
  });

  it('of a view that is shown again after days: one complete load', async () => {
    const window = stage.openWindow();
    await expandAll(window.catalog);
    await window.idle();
    stage.now += 240 * hour;
    stage.play();
    window.catalog.renewShown();
    await window.idle();
    assert.deepEqual(stage.requests, completeLoad);
  });

  it('of an interval of 0: none but what the user expands or refreshes', async () => {
    stage.interval = 0;
    const window = stage.openWindow();
    await edit(window, 24);
    await window.catalog.loadSubjectTypes();
    assert.deepEqual(stage.requests, []);
    assert.equal(window.catalog.listEvents('repository').origin.kind, 'bundled');

    await window.catalog.loadEvents('repository');
    assert.deepEqual(stage.requests, completeLoad.slice(0, 2));
    assert.equal(window.catalog.listEvents('repository').events.length, 20);

    window.catalog.markStale();
    await window.catalog.loadSubjectTypes();
    await window.catalog.loadEvents('repository');
    assert.deepEqual(stage.requests.slice(2), completeLoad.slice(0, 2));
    await edit(window, 48);
    assert.equal(stage.requests.length, 4);
  });

  it('of a day without an answer: few, further and further apart', async () => {
    stage.play({ faults: [{ on: '', status: 500 }] });
    await edit(stage.openWindow(), 24);
    assert.ok(stage.requests.length > 20 && stage.requests.length < 35, String(stage.requests.length));
  });

  it('of a list that cannot be had while the others can: one a day', async () => {
    stage.play({ faults: [{ on: '/repository', status: 404 }] });
    const window = stage.openWindow();
    await edit(window, 23);
    assert.deepEqual(stage.requests, ['/hook_events', '/hook_events/repository', '/hook_events/workspace']);
    assert.equal(window.catalog.listEvents('workspace').origin.kind, 'live');
  });

  it('of a list that has become empty: one a day', async () => {
    await stage.fillCache();
    stage.play({ subjectTypes: { repository: [], workspace: manyRows(3, 'workspace') } });
    stage.now += 25 * hour;
    const window = stage.openWindow();
    await edit(window, 23);
    assert.deepEqual(stage.requests, ['/hook_events', '/hook_events/repository', '/hook_events/workspace']);
    // What it had is still there to complete.
    assert.ok(window.catalog.listKnownEvents().some(({ key }) => key === 'repo:made_up_45'));
  });

  it('of a list that has become empty before the eyes of the user: none that the user did not ask for', async () => {
    await stage.fillCache();
    stage.play({ subjectTypes: { repository: [], workspace: manyRows(3, 'workspace') } });
    stage.now += 25 * hour;
    stage.interval = 0;
    const { catalog, idle } = stage.openWindow();
    await catalog.loadSubjectTypes();
    catalog.markStale();
    await expandAll(catalog);
    stage.interval = 24 * hour;
    catalog.wake();
    await idle();
    assert.deepEqual(stage.requests, ['/hook_events', '/hook_events/repository', '/hook_events/workspace']);
  });

  it('of a list that never ends: no more in a day than Bitbucket answers in an hour', async () => {
    stage.play({ subjectTypes: { repository: manyRows(20_000) } });
    await edit(stage.openWindow(), 23);
    assert.equal(stage.requests.length, 50);
  });
});
