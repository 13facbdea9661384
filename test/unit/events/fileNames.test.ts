import assert from 'node:assert/strict';
import { eventKeyOfPath } from '../../../src/events/fileNames';

const keys = ['repo:push', 'pullrequest:push', 'pullrequest:comment_created'];
const names: [name: string, isOurs: boolean, key: string | undefined][] = [
  ['repo-push.bitbucket.json', false, 'repo:push'],
  ['repo-push.a.b.bitbucket.json', false, 'repo:push'],
  ['pullrequest-comment_created.inline.bitbucket.json', false, 'pullrequest:comment_created'],
  ['repo-push.tag.json', true, 'repo:push'],
  ['repo-push.json', true, 'repo:push'],
  ['repo-push.json', false, undefined],
  ['repo-push.txt', true, undefined],
  ['push.bitbucket.json', false, undefined],
  ['repo-push', true, undefined],
  ['.bitbucket.json', false, undefined],
];

describe('The event of a document', () => {
  for (const [name, isOurs, key] of names) {
    it(`named ${name}${isOurs ? ', of ours,' : ''} is ${key ?? 'not known'}`, () => {
      assert.equal(eventKeyOfPath(`/folder/${name}`, keys, isOurs), key);
    });
  }
});
