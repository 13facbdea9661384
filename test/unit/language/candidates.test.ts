import assert from 'node:assert/strict';
import { bundledList } from '../../../src/catalog/bundled/bundledList';
import { candidatesFor } from '../../../src/language/keys/candidates';

const known = [...new Set([...bundledList.subjectTypes.values()].flat().map(({ key }) => key))];

describe('candidatesFor', () => {
  /** What is written in public code, and what it stands for. */
  const mistakes: [string, string[]][] = [
    ['pullrequest:merged', ['pullrequest:fulfilled']],
    ['pullrequest:declined', ['pullrequest:rejected']],
    ['pullrequest:closed', ['pullrequest:fulfilled', 'pullrequest:rejected']],
    ['pullrequest:opened', ['pullrequest:created']],
    ['pullrequest:comment', ['pullrequest:comment_created']],
    ['pullrequest:superseded', []],
    ['pullrequest:deleted', []],
    ['issue:comment_updated', []],
    ['pull_request:merged', ['pullrequest:fulfilled']],
    ['pull_request:comment_created', ['pullrequest:comment_created']],
    ['pullrequests:updated', ['pullrequest:updated']],
    ['repository:push', ['repo:push']],
    ['repository:deleted', ['repo:deleted']],
    ['repo:pullrequest:created', ['pullrequest:created']],
    ['build:status_created', ['repo:commit_status_created']],
  ];
  for (const [wrong, right] of mistakes) {
    it(`${wrong} → ${right.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(candidatesFor(wrong, known), right);
    });
  }

  const slips: [string, string][] = [
    ['pullrequest:fullfilled', 'pullrequest:fulfilled'],
    ['repo:psuh', 'repo:push'],
    ['issue:craeted', 'issue:created'],
    ['pullrequest:updatedButNoPush', 'pullrequest:updated'],
    ['repo:zzzzzz', ''],
  ];
  for (const [wrong, best] of slips) {
    it(`${wrong} → ${best || 'nothing'}`, () => {
      assert.equal(candidatesFor(wrong, known)[0] ?? '', best);
    });
  }

  it('knows only what the catalogue knows', () => {
    assert.deepEqual(candidatesFor('pullrequest:merged', ['repo:push']), []);
  });
});
