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
});
