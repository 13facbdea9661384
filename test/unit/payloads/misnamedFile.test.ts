import assert from 'node:assert/strict';
import { bundledList } from '../../../src/catalog/bundled/bundledList';
import { mergeEvents } from '../../../src/catalog/mergeEvents';
import { misnamedFile } from '../../../src/payloads/library/misnamedFile';

const { origin, subjectTypes } = bundledList;
const events = mergeEvents([...subjectTypes].map(([name, listed]) => ({ name, events: listed, origin })));

describe('A file with a body that is named after no event', () => {
  const rows: [name: string, ...meant: string[]][] = [
    ['pullrequest-merged.bitbucket.json', 'pullrequest-fulfilled.bitbucket.json'],
    ['pullrequest_created.bitbucket.json', 'pullrequest-created.bitbucket.json'],
    ['pr-created.bitbucket.json', 'pullrequest-created.bitbucket.json'],
    ['pull-request-merged.mine.bitbucket.json', 'pullrequest-fulfilled.mine.bitbucket.json'],
    [
      'pullrequest-closed.bitbucket.json',
      'pullrequest-fulfilled.bitbucket.json',
      'pullrequest-rejected.bitbucket.json',
    ],
    ['pullrequest-comment-created.bitbucket.json', 'pullrequest-comment_created.bitbucket.json'],
    ['repository-push.bitbucket.json', 'repo-push.bitbucket.json'],
    ['repo-psh.bitbucket.json', 'repo-push.bitbucket.json'],
    ['branch-deleted.bitbucket.json', 'repo-push.bitbucket.json'],
    ['created.bitbucket.json'],
    ['kept.bitbucket.json'],
    ['.bitbucket.json'],
  ];
  for (const [name, ...meant] of rows) {
    it(`${name} is offered ${meant.join(' and ') || 'no name'}`, () => {
      const file = misnamedFile(`/folder.x/${name}`, events) ?? assert.fail('it is named after an event');
      assert.deepEqual(file.keys.map(file.nameFor), meant);
    });
  }

  it('says what stands in place of the event, and what to look for', () => {
    const { written, query } = misnamedFile('/a/pullrequest-merged.big.bitbucket.json', events) ?? assert.fail();
    assert.deepEqual([written, query], ['pullrequest-merged', 'pullrequest merged']);
  });

  it('is none that is named after one, or in another way', () => {
    for (const name of ['repo-push.bitbucket.json', 'repo-push.a.bitbucket.json', 'pullrequest-merged.json', 'x.txt']) {
      assert.equal(misnamedFile(`/folder/${name}`, events), undefined, name);
    }
  });
});
