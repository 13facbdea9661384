import assert from 'node:assert/strict';
import { looksLikeAttempt } from '../../../src/language/keys/keyForm';

const keys = ['repo:push', 'pullrequest:changes_request_created', 'issue:comment_created', 'pipeline:span_created'];

/** What people write where a Cloud key is meant. */
const mistakes = [
  'pullrequest:merged',
  'pullrequest:fullfilled',
  'pullrequest:updatedButNoPush',
  'pull_request:comment_created',
  'pullrequests:updated',
  'repository:push',
  'repo:pullrequest:created',
  'issue:commented',
  'build:status_created',
];

/** What stands beside keys and isn't one. */
const others = [
  'pullrequest:',
  'repo:commit_status_',
  'pullrequest:*',
  'pullrequest:write',
  'repository:admin',
  'issue:write',
  'pipeline:variable',
  'read:pullrequest:bitbucket',
  'avi:bitbucket:created:pullrequest',
  'jira:issue_created',
  'pr:comment:added',
  'repo:comment:added',
  'repo:refs_changed',
  'project:modified',
  'comment_created',
  'push',
];

describe('the shape of a key', () => {
  for (const key of keys) {
    it(`${key} is a key`, () => {
      assert.ok(looksLikeAttempt(key));
    });
  }
  for (const mistake of mistakes) {
    it(`${mistake} is meant as a key`, () => {
      assert.ok(looksLikeAttempt(mistake));
    });
  }
  for (const other of others) {
    it(`${other} is not meant as a key`, () => {
      assert.ok(!looksLikeAttempt(other) && !looksLikeAttempt(other));
    });
  }
});
