import assert from 'node:assert/strict';
import { bundledList } from '../../../src/catalog/bundled/bundledList';
import { isDataCenterKey } from '../../../src/events/dataCenter';
import { keysFor, namesFor } from '../../../src/events/dialects';
import { events } from '../../../src/events/events';
import { payloads } from '../../../src/events/payloads';
import { isConnectKey, rightKeysFor, rightKeysForWord, wordsFor } from '../../../src/events/words';
import { payloadIndex } from '../../../src/payloads/build/writePayloads';

const keys = [...events.keys()].sort();

describe('Records of events', () => {
  it('are there for each event of the bundled list, and for no other', () => {
    const bundled = new Set([...bundledList.subjectTypes.values()].flat().map(({ key }) => key));
    assert.deepEqual(keys, [...bundled].sort());
  });

  it('come with what the event carries', () => {
    assert.deepEqual([...payloads.keys()].sort(), keys);
    assert.deepEqual(Object.keys(payloadIndex().events).sort(), keys);
  });

  it('are those of one family, and say it in the key', () => {
    const families = new Map([...events].map(([key, { family }]) => [key.split(':')[0], family]));
    for (const [key, { family }] of events) {
      assert.equal(families.get(key.split(':')[0]), family, key);
    }
  });

  it('say when the event is sent, in a sentence or few', () => {
    for (const { meaning } of events.values()) {
      assert.match(meaning, /^Sent[, ].*\.$/);
      assert.ok(meaning.length < 170, meaning);
    }
    const traps: [string, RegExp][] = [
      ['pullrequest:updated', /reviewers.*draft.*push to its branch/],
      ['pullrequest:fulfilled', /merged/],
      ['issue:created', /August 2026/],
    ];
    for (const [key, trap] of traps) {
      assert.match(events.get(key)?.meaning ?? '', trap);
    }
  });
});

describe('Words for keys', () => {
  it('lead from what people say to the key, and back', () => {
    const rows: [written: string, keys: string[]][] = [
      ['pullrequest:merged', ['pullrequest:fulfilled']],
      ['pullrequest:closed', ['pullrequest:fulfilled', 'pullrequest:rejected']],
      ['pullrequest:synchronize', ['pullrequest:updated', 'pullrequest:push']],
      ['issue:opened', ['issue:created']],
      ['build:status', ['repo:commit_status_created', 'repo:commit_status_updated']],
      ['Repo:Pushed', ['repo:push']],
      ['repo:branch_created', ['repo:push']],
    ];
    for (const [written, right] of rows) {
      assert.deepEqual(rightKeysFor(written), right, written);
    }
    assert.deepEqual(rightKeysFor('pullrequest:superseded'), []);
    assert.equal(rightKeysFor('repo:branch_merged'), undefined);
    assert.deepEqual(wordsFor('pullrequest:fulfilled'), ['merged', 'merge', 'closed', 'fullfilled']);
    assert.deepEqual(wordsFor('project:updated'), []);
  });

  it('of several families lead to pull requests before issues', () => {
    assert.deepEqual(rightKeysForWord('opened'), ['pullrequest:created', 'issue:created']);
    assert.deepEqual(rightKeysForWord('Status'), ['repo:commit_status_created', 'repo:commit_status_updated']);
    // What Connect apps are told is no word for it.
    assert.deepEqual(rightKeysForWord('branch_created'), []);
  });

  it('that Connect apps are told instead are known as such', () => {
    assert.deepEqual(['repo:branch_created', 'REPO:BRANCH_DELETED', 'repo:push'].map(isConnectKey), [
      true,
      true,
      false,
    ]);
  });
});

describe('Keys of Data Center', () => {
  it('lead to Cloud keys that exist, and back', () => {
    assert.deepEqual(keysFor('pr:merged'), ['pullrequest:fulfilled']);
    assert.deepEqual(keysFor('repo:refs_changed'), ['repo:push']);
    assert.deepEqual(keysFor('toString'), []);
    assert.deepEqual(namesFor('pullrequest:updated', 'dataCenter'), [
      'pr:to_ref_updated',
      'pr:modified',
      'pr:reviewer:updated',
    ]);
    assert.deepEqual(namesFor('repo:brand_new', 'dataCenter'), []);
  });

  it('are known without a twin too, and are none of Cloud’s', () => {
    assert.ok(isDataCenterKey('diagnostics:ping') && !isDataCenterKey('repo:push') && !isDataCenterKey('constructor'));
    assert.deepEqual(keys.filter(isDataCenterKey), []);
  });

  it('belong to one event each', () => {
    const twins = [...events.values()].flatMap(({ dataCenter = [] }) => dataCenter);
    assert.equal(new Set(twins).size, twins.length);
  });
});
