import assert from 'node:assert/strict';
import { hooksUrl, isSameSubject, parseSubject, subjectName } from '../../../src/bitbucket/hookSubject';

const uuid = '{0a1b2c3d-0000-4000-8000-00000000000f}';

describe('Hook subjects', () => {
  it('are a workspace or a repository, by slugs or UUIDs', () => {
    for (const name of ['team', 'team/app', 'team/.github', 'T_1/a.b-c', `${uuid}/${uuid}`]) {
      const subject = parseSubject(` ${name} `);
      assert.equal(subject && subjectName(subject), name);
    }
  });

  for (const name of [
    ...['', '/', 'team/', '/app', 'a/b/c', 'team/app hooks', 'te:am', 'team?x', 'team#x', 'team\\app', '{team}'],
    ...['..', '.', 'team/..', '../app', './app', '%2e%2e', 'team/%2e%2e', 'team/%2E%2e', 'ü/app', 'team/a\u0000'],
  ]) {
    it(`are not “${name}”`, () => {
      assert.equal(parseSubject(name), undefined);
    });
  }

  it('have the address that their names make, within the path of the API', () => {
    const base = new URL('https://api.bitbucket.org/2.0/');
    assert.equal(hooksUrl(base, { workspace: 'team' }).href, 'https://api.bitbucket.org/2.0/workspaces/team/hooks');
    assert.equal(
      hooksUrl(base, { workspace: uuid, repository: '.github' }).href,
      `https://api.bitbucket.org/2.0/repositories/${encodeURIComponent(uuid)}/.github/hooks`,
    );
    // Whatever would be folded away, wherever it comes from.
    for (const repository of ['..', '.', '%2e%2e', 'a/b']) {
      assert.throws(() => hooksUrl(base, { workspace: 'team', repository }), RangeError);
    }
  });

  it('are the same in any case', () => {
    assert.ok(isSameSubject({ workspace: 'Team', repository: 'App' }, { workspace: 'team', repository: 'app' }));
    assert.ok(!isSameSubject({ workspace: 'team' }, { workspace: 'team', repository: 'app' }));
  });
});
