import assert from 'node:assert/strict';
import { CatalogStage } from '../../support/catalogStage';

describe('Cancellation', () => {
  let stage: CatalogStage;

  beforeEach(async () => {
    stage = await CatalogStage.open();
  });
  afterEach(() => stage.close());

  it('drops an answer that is overtaken by a refresh', async () => {
    stage.play({ faults: [{ on: '/repository', times: 1, hold: true }] });
    const { catalog } = stage.openWindow();
    await catalog.loadSubjectTypes();
    const slow = catalog.loadEvents('repository');
    await stage.requested(2);
    catalog.markStale('repository');
    await assert.rejects(slow ?? assert.fail(), { name: 'AbortError' });
    await catalog.loadEvents('repository');
    stage.release();
    assert.equal(catalog.listEvents('repository').events.length, 20);
  });

  it('goes on for the others when one of those who wait leaves', async () => {
    stage.play({ faults: [{ on: '/hook_events', times: 1, hold: true }] });
    const { catalog } = stage.openWindow();
    const leaver = new AbortController();
    const left = catalog.loadSubjectTypes(leaver.signal);
    const stayed = catalog.loadSubjectTypes();
    await stage.requested(1);
    leaver.abort();
    await assert.rejects(left ?? assert.fail(), { name: 'AbortError' });
    stage.release();
    await stayed;
    assert.equal(catalog.listSubjectTypes().origin.kind, 'live');
    assert.equal(stage.requests.length, 1);
  });

  it('stops the request when the last one leaves', async () => {
    stage.play({ faults: [{ on: '/hook_events', times: 1, hold: true }] });
    const { catalog } = stage.openWindow();
    const leaver = new AbortController();
    const left = catalog.loadSubjectTypes(leaver.signal);
    await stage.requested(1);
    leaver.abort();
    await assert.rejects(left ?? assert.fail(), { name: 'AbortError' });
    await catalog.loadSubjectTypes();
    assert.equal(stage.requests.length, 2);
    assert.equal(catalog.listSubjectTypes().origin.kind, 'live');
  });
});
