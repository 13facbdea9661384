import assert from 'node:assert/strict';
import { renameSample } from '../../../src/events/inventedNames';
import { namesInAddress, namesInGitConfig } from '../../../src/payloads/library/repositoryNames';
import { payloads } from '../../../src/events/payloads';
import { validatorOf } from '../events/ajv';

const names = { workspace: 'my-team', repository: 'my.repo' };

describe('Names of the repository', () => {
  it('are read from every form of address', () => {
    for (const address of [
      'git@bitbucket.org:my-team/my.repo.git',
      'git@bitbucket.org:my-team/my.repo',
      'bitbucket.org:my-team/my.repo.git',
      'git@altssh.bitbucket.org:my-team/my.repo.git',
      'git@ssh.bitbucket.org:/my-team/my.repo.git',
      'ssh://git@bitbucket.org/my-team/my.repo.git',
      'ssh://git@altssh.bitbucket.org:443/my-team/my.repo.git',
      'https://bitbucket.org/my-team/my.repo.git',
      'https://somebody@bitbucket.org/my-team/my.repo.git',
      'https://x-token-auth:s3cr3t@bitbucket.org/my-team/my.repo/',
      'https://somebody@example.com:s3cr3t@BITBUCKET.org/my-team/my.repo',
    ]) {
      assert.deepEqual(namesInAddress(address), names, address);
    }
  });

  it('are not read from anything else', () => {
    for (const address of [
      'git@github.com:my-team/my.repo.git',
      'https://bitbucket.org.example.com/my-team/my.repo.git',
      'https://example.com/bitbucket.org/my-team/my.repo.git',
      'https://notbitbucket.org/my-team/my.repo.git',
      'https://bitbucket.org/my-team',
      'https://bitbucket.org/my-team/.git',
      'https://bitbucket.org/my-team/my.repo/src/main',
      'https://bitbucket.org/$(id)/my.repo.git',
      'https://bitbucket.org/my-team/"quoted"',
      'https://bitbucket.example.com/scm/my-team/my.repo.git',
      '/home/somebody/my-team/my.repo',
      '',
    ]) {
      assert.equal(namesInAddress(address), undefined, address);
    }
  });

  it('are those of origin, else of the first remote at Bitbucket', () => {
    const config = `[core]
\tbare = false
[remote "github"]
\turl = git@github.com:other/other.git
[remote "upstream"]
\turl = https://me:token@bitbucket.org/big-team/my.repo.git
\tfetch = +refs/heads/*:refs/remotes/upstream/*
[branch "main"]
\tremote = origin
\turl = git@bitbucket.org:not/this.git
[REMOTE "origin"]
\tURL = "git@bitbucket.org:my-team/my.repo.git" ; mine
`;
    assert.deepEqual(namesInGitConfig(config), names);
    assert.deepEqual(namesInGitConfig(config.replaceAll('\n', '\r\n')), names);
    assert.deepEqual(namesInGitConfig(config.replace('"origin"', '"later"')), { ...names, workspace: 'big-team' });
    assert.equal(namesInGitConfig('[remote "origin"]\n\turl = git@github.com:a/b.git\n'), undefined);
    assert.equal(namesInGitConfig(''), undefined);
  });

  it('take the place of the invented ones in every sample, which stays valid', () => {
    for (const [key, { variants: list }] of payloads) {
      for (const { id, body } of list) {
        const text = renameSample(JSON.stringify(body), names);
        assert.doesNotMatch(text, /harbor-lights|tide-tables|Harbor Lights/, `${key} ${id}`);
        const renamed = JSON.parse(text) as {
          repository?: { full_name: string; name: string; links: { html: { href: string } } };
        };
        assert.ok(validatorOf(key)(renamed));
        if (renamed.repository) {
          assert.equal(renamed.repository.full_name, 'my-team/my.repo');
          assert.equal(renamed.repository.name, 'my.repo');
          assert.equal(renamed.repository.links.html.href, 'https://bitbucket.org/my-team/my.repo');
        }
      }
    }
  });
});
