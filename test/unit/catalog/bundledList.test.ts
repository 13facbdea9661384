import assert from 'node:assert/strict';
import { bundledList } from '../../../src/catalog/bundled/bundledList';
import { meanings } from '../../../src/catalog/meanings';

describe('The bundled list', () => {
  const events = new Map([...bundledList.subjectTypes.values()].flat().map((event) => [event.key, event]));

  it('has every documented event of repositories and workspaces', () => {
    assert.deepEqual([...bundledList.subjectTypes.keys()], ['repository', 'workspace']);
    assert.equal(events.size, 29);
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

  it('is explained in our words, event by event', () => {
    assert.deepEqual([...meanings.keys()].sort(), [...events.keys()].sort());
    for (const meaning of meanings.values()) {
      assert.match(meaning, /^Sent[, ].*\.$/);
      assert.ok(meaning.length < 170, meaning);
    }
    const traps: [string, RegExp][] = [
      ['pullrequest:updated', /reviewers.*draft.*push to its branch/],
      ['pullrequest:fulfilled', /merged/],
      ['issue:created', /August 2026/],
    ];
    for (const [key, trap] of traps) {
      assert.match(meanings.get(key) ?? '', trap);
    }
  });

  it('has a date', () => {
    assert.ok(bundledList.origin.kind === 'bundled' && bundledList.origin.date.getTime() > 0);
  });
});
