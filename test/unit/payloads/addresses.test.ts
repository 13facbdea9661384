import assert from 'node:assert/strict';
import { payloadReference } from '../../../src/payloads/library/reference';
import { sampleAt, sampleLocation, unknownLocation } from '../../../src/payloads/library/sampleAddress';
import { samples } from '../../../src/payloads/library/samples/samples';
import { payloads } from '../../../src/payloads/library/schema/payloads';

const keys = [...payloads.keys()];

describe('Addresses of payloads', () => {
  it('lead back to what they are of', () => {
    for (const [key, list] of samples) {
      for (const variant of [undefined, ...list.map(({ id }) => id)]) {
        for (const names of [undefined, { workspace: 'my-team', repository: 'my.repo' }]) {
          const { path, query } = sampleLocation({ key, variant, names });
          assert.deepEqual(sampleAt(path, query, keys), { key, variant, names });
        }
      }
    }
    assert.equal(sampleLocation({ key: 'repo:push' }).path, '/sample/repo-push.json');
    assert.equal(sampleLocation({ key: 'repo:push', variant: 'tag' }).path, '/sample/repo-push.tag.json');
  });

  it('that nobody made lead nowhere', () => {
    for (const path of [
      '',
      '/sample/repo-brand_new.json',
      '/sample/repo-push',
      '/sample/a/repo-push.json',
      '/repo-push.json',
    ]) {
      assert.equal(sampleAt(path, '', keys), undefined, path);
    }
    assert.equal(sampleAt('/sample/repo-push.json', 'a/b/c', keys)?.names, undefined);
    assert.equal(sampleAt('/sample/repo-push.json', '"a"/b', keys)?.names, undefined);
  });

  it('of events without a sample keep the key, whatever it holds', () => {
    assert.deepEqual(unknownLocation('project:updated'), {
      path: '/unknown/project-updated.txt',
      query: 'project:updated',
    });
    assert.deepEqual(unknownLocation('a/../b?c'), { path: '/unknown/a-..-b-c.txt', query: 'a/../b?c' });
  });

  it('of the reference are places on Atlassian’s page', () => {
    assert.match(payloadReference('repo:push'), /event-payloads\/#Push$/);
    assert.match(payloadReference('pullrequest:fulfilled'), /event-payloads\/#Merged$/);
    assert.match(payloadReference('pullrequest:created'), /event-payloads\/#Pull-request-events$/);
    assert.match(payloadReference('pipeline:span_created'), /event-payloads\/$/);
    for (const key of keys) {
      assert.doesNotThrow(() => new URL(payloadReference(key)));
    }
  });
});
