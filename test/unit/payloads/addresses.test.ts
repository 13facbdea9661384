import assert from 'node:assert/strict';
import { payloads } from '../../../src/events/payloads';
import { payloadReference } from '../../../src/presentation/references';
import { sampleAt, sampleLocation, unknownLocation } from '../../../src/presentation/sampleLinks';

const keys = [...payloads.keys()];

describe('Addresses of payloads', () => {
  it('lead back to what they are of', () => {
    for (const [key, { variants }] of payloads) {
      for (const variant of [undefined, ...variants.map(({ id }) => id)]) {
        for (const names of [undefined, { workspace: 'my-team', repository: 'my.repo' }]) {
          assert.deepEqual(sampleAt(sampleLocation({ key, variant, names }), keys), { key, variant, names });
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
      assert.equal(sampleAt({ path, query: '' }, keys), undefined, path);
    }
    assert.equal(sampleAt({ path: '/sample/repo-push.json', query: 'a/b/c' }, keys)?.names, undefined);
    assert.equal(sampleAt({ path: '/sample/repo-push.json', query: '"a"/b' }, keys)?.names, undefined);
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
