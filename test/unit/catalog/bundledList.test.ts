import assert from 'node:assert/strict';
import { bundledList } from '../../../src/catalog/bundled/bundledList';

describe('The bundled list', () => {
  const events = new Map([...bundledList.subjectTypes.values()].flat().map((event) => [event.key, event]));

  it('has every documented event of repositories and workspaces', () => {
    assert.deepEqual([...bundledList.subjectTypes.keys()], ['repository', 'workspace']);
    for (const key of ['repo:push', 'pullrequest:fulfilled', 'pullrequest:push', 'pipeline:span_created']) {
      assert.ok(events.has(key), key);
    }
    assert.ok(!events.has('pullrequest:merged'));
  });

  it('has keys that look like keys, and a category for each', () => {
    for (const { key, category } of events.values()) {
      assert.match(key, /^[a-z]+:[a-z_]+$/);
      assert.notEqual(category, '');
    }
  });

  it('leaves empty what Bitbucket is not known to say', () => {
    assert.equal(events.get('repo:push')?.description, 'Whenever a repository push occurs');
    assert.equal(events.get('pullrequest:fulfilled')?.label, 'Merged');
    assert.equal(events.get('pullrequest:fulfilled')?.description, '');
    assert.equal(events.get('pullrequest:push')?.label, '');
  });

  it('has a date', () => {
    assert.ok(bundledList.origin.kind === 'bundled' && bundledList.origin.date.getTime() > 0);
  });
});
