import assert from 'node:assert/strict';
import { type Dialect, dialectOf, keysFor, namesFor, namesIn, translate } from '../../../src/events/dialects';
import { events } from '../../../src/events/events';
import { forgeScope } from '../../../src/events/forge';

const reviewerStatus = [
  'pullrequest:approved',
  'pullrequest:unapproved',
  'pullrequest:changes_request_created',
  'pullrequest:changes_request_removed',
];

/** Atlassian's page "Bitbucket events" of June 2026, with the webhook keys for the same and the scope. */
const forge: [name: string, keys: string[], scope: string][] = [
  ['avi:bitbucket:push:repository', ['repo:push'], 'repository'],
  ['avi:bitbucket:created:repository', ['repo:created'], 'repository'],
  ['avi:bitbucket:updated:repository', ['repo:updated'], 'repository'],
  ['avi:bitbucket:deleted:repository', ['repo:deleted'], 'repository'],
  ['avi:bitbucket:created:build-status', ['repo:commit_status_created'], 'repository'],
  ['avi:bitbucket:updated:build-status', ['repo:commit_status_updated'], 'repository'],
  ['avi:bitbucket:created:commit-comment', ['repo:commit_comment_created'], 'repository'],
  ['avi:bitbucket:created:pullrequest', ['pullrequest:created'], 'pullrequest'],
  ['avi:bitbucket:updated:pullrequest', ['pullrequest:updated'], 'pullrequest'],
  ['avi:bitbucket:fulfilled:pullrequest', ['pullrequest:fulfilled'], 'pullrequest'],
  ['avi:bitbucket:rejected:pullrequest', ['pullrequest:rejected'], 'pullrequest'],
  ['avi:bitbucket:created:pullrequest-comment', ['pullrequest:comment_created'], 'pullrequest'],
  ['avi:bitbucket:updated:pullrequest-comment', ['pullrequest:comment_updated'], 'pullrequest'],
  ['avi:bitbucket:deleted:pullrequest-comment', ['pullrequest:comment_deleted'], 'pullrequest'],
  ['avi:bitbucket:resolved:pullrequest-comment', ['pullrequest:comment_resolved'], 'pullrequest'],
  ['avi:bitbucket:reopened:pullrequest-comment', ['pullrequest:comment_reopened'], 'pullrequest'],
  ['avi:bitbucket:updated:pullrequest-reviewer-status', reviewerStatus, 'pullrequest'],
  ['avi:bitbucket:pending:deployment', [], 'pipeline'],
  ['avi:bitbucket:started:deployment', [], 'pipeline'],
  ['avi:bitbucket:completed:deployment', [], 'pipeline'],
];

const withoutForge = [
  'repo:fork',
  'repo:imported',
  'repo:transfer',
  'project:updated',
  'issue:created',
  'issue:updated',
  'issue:comment_created',
  'pullrequest:push',
  'pipeline:span_created',
];

const pipelines: [name: string, keys: string[]][] = [
  ['repository-push', ['repo:push']],
  ['pullrequest-push', ['pullrequest:created', 'pullrequest:push']],
  ['pullrequest-created', ['pullrequest:created']],
  ['pullrequest-updated', ['pullrequest:updated']],
  ['pullrequest-fulfilled', ['pullrequest:fulfilled']],
  ['pullrequest-rejected', ['pullrequest:rejected']],
  ['pullrequest-reviewer-status-updated', reviewerStatus],
  ['pipeline-completed', []],
  ['deployment-completed', []],
];

describe('Names of events in other dialects', () => {
  const tables: [Dialect, [name: string, keys: string[]][]][] = [
    ['forge', forge.map(([name, keys]) => [name, keys])],
    ['pipelines', pipelines],
  ];
  for (const [dialect, table] of tables) {
    it(`are all there in ${dialect}, and no others`, () => {
      assert.deepEqual([...namesIn(dialect)].sort(), table.map(([name]) => name).sort());
    });
    for (const [name, keys] of table) {
      it(`${name} and ${keys.join(', ') || 'no key'} lead to each other`, () => {
        assert.equal(dialectOf(name), dialect);
        assert.deepEqual([...keysFor(name)].sort(), [...keys].sort());
        assert.deepEqual([...translate(name, 'webhook')].sort(), [...keys].sort());
        for (const key of keys) {
          assert.ok(namesFor(key, dialect).includes(name), key);
          assert.ok(translate(key, dialect).includes(name), key);
        }
      });
    }
  }

  it('are 20 in Forge, which has none for nine of the keys', () => {
    assert.equal(forge.length, 20);
    const lacking = [...events.keys()].filter((key) => namesFor(key, 'forge').length === 0);
    assert.deepEqual(lacking.sort(), [...withoutForge].sort());
  });

  it('need a scope in a Forge app', () => {
    for (const [name, , resource] of forge) {
      assert.equal(forgeScope(name), `read:${resource}:bitbucket`, name);
    }
  });

  it('lead from one dialect to any other', () => {
    assert.deepEqual(translate('pr:merged', 'forge'), ['avi:bitbucket:fulfilled:pullrequest']);
    assert.deepEqual(translate('avi:bitbucket:push:repository', 'pipelines'), ['repository-push']);
    assert.deepEqual(translate('avi:bitbucket:push:repository', 'dataCenter'), ['repo:refs_changed']);
    assert.deepEqual(translate('repo:brand_new', 'forge'), []);
    assert.deepEqual(['constructor', 'repo:brand_new', ''].map(dialectOf), [undefined, undefined, undefined]);
  });
});
