import assert from 'node:assert/strict';
import { CatalogStage, completeLoad } from '../../support/catalogStage';

describe('A refresh that fails', () => {
  let stage: CatalogStage;
  let window: ReturnType<CatalogStage['openWindow']>;

  beforeEach(async () => {
    stage = await CatalogStage.open();
    window = stage.openWindow();
    await window.catalog.loadSubjectTypes();
    await window.catalog.loadEvents('repository');
    stage.now += 60_000;
  });
  afterEach(() => stage.close());

  /** What the tree does after a refresh, for what is expanded. */
  async function loadAgain() {
    await window.catalog.loadSubjectTypes();
    await window.catalog.loadEvents('repository');
  }

  function look() {
    const { events, origin, hasMore, fault, isPageFault } = window.catalog.listEvents('repository');
    const failed = fault && (isPageFault ? 'page' : 'list');
    return [events.length, origin.kind, hasMore ? 'more' : 'all', ...(failed ? [failed] : [])].join(' ');
  }

  it('leaves the list as it is, of the time when it came, with its next page; a retry starts over', async () => {
    stage.play({ faults: [{ on: '/repository', status: 500 }] });
    window.catalog.markStale('repository');
    assert.equal(look(), '20 live more', 'nothing says yet that it is not');
    await loadAgain();
    assert.equal(look(), '20 cached more list');
    assert.deepEqual(window.catalog.listEvents('repository').origin, {
      kind: 'cached',
      date: new Date(stage.now - 60_000),
    });
    await window.catalog.loadMoreEvents('repository');
    assert.equal(look(), '40 cached more list');

    stage.play();
    await window.catalog.retryEvents('repository');
    assert.equal(look(), '20 live more');
    assert.deepEqual(stage.requests, completeLoad.slice(1, 2));
  });

  it('keeps to the one cause where the subject types could not be had', async () => {
    stage.play({ faults: [{ on: '', status: 500 }] });
    window.catalog.markStale();
    await loadAgain();
    assert.deepEqual(stage.requests, ['/hook_events']);
    assert.deepEqual(
      [window.catalog.listSubjectTypes().origin.kind, window.catalog.listSubjectTypes().fault?.fault.kind, look()],
      ['cached', 'status', '20 cached more'],
    );

    stage.play();
    await window.catalog.retrySubjectTypes();
    await loadAgain();
    assert.deepEqual(stage.requests, completeLoad.slice(0, 2));
    assert.equal(look(), '20 live more');
  });

  it('is tried again as a whole by a refresh of one subject type', async () => {
    stage.play({ faults: [{ on: '', status: 500 }] });
    window.catalog.markStale();
    await loadAgain();
    stage.play();
    window.catalog.markStale('repository');
    await loadAgain();
    assert.deepEqual(stage.requests, completeLoad.slice(0, 2));
    assert.equal(window.catalog.listSubjectTypes().fault, undefined);
  });

  it('says of a page that failed that the rest is as new as ever', async () => {
    stage.play({ faults: [{ on: 'page=2', times: 1, status: 500 }] });
    await window.catalog.loadMoreEvents('repository');
    assert.equal(look(), '20 live more page');
    await window.catalog.retryEvents('repository');
    assert.equal(look(), '40 live more');
    assert.equal(window.catalog.retryEvents('repository'), undefined);
  });
});
