import assert from 'node:assert/strict';
import { Uri, workspace } from 'vscode';
import { namesOfClone } from '../../src/payloads/gitNames';
import { MemoryFiles } from '../support/memoryFiles';

const config = (repository: string) => `[core]\n\tbare = false\n[remote "origin"]\n\turl = ${repository}\n`;
const clone = config('git@bitbucket.org:my-team/my-repo.git');
const folder = Uri.joinPath(workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder'), 'git-test');

/** Writes files below the folder, and resolves with what is read of the folder `name` in it. */
async function namesIn(name: string, files: Record<string, string>): Promise<string | undefined> {
  for (const [path, text] of Object.entries(files)) {
    await workspace.fs.writeFile(Uri.joinPath(folder, path), new TextEncoder().encode(text));
  }
  const names = await namesOfClone(Uri.joinPath(folder, name));
  return names && `${names.workspace}/${names.repository}`;
}

describe('Names of the repository', () => {
  after(() => workspace.fs.delete(folder, { recursive: true }));

  it('are read in a clone', async () => {
    assert.equal(await namesIn('clone', { 'clone/.git/config': clone }), 'my-team/my-repo');
  });

  it('are read in a worktree, from the clone that it belongs to', async () => {
    const files = {
      'clone/.git/config': clone,
      'clone/.git/worktrees/tree/commondir': '../..\n',
      // Of the worktree alone, and without remotes.
      'clone/.git/worktrees/tree/config.worktree': '[core]\n',
    };
    for (const link of ['../clone', `${folder.path}/clone`]) {
      const names = await namesIn('tree', { ...files, 'tree/.git': `gitdir: ${link}/.git/worktrees/tree\n` });
      assert.equal(names, 'my-team/my-repo', link);
    }
  });

  it('are read in a submodule, whose own they are', async () => {
    const names = await namesIn('clone/module', {
      'clone/.git/config': clone,
      'clone/.git/modules/module/config': config('https://me:secret@bitbucket.org/my-team/my-module'),
      'clone/module/.git': 'gitdir: ../.git/modules/module\r\n',
    });
    assert.equal(names, 'my-team/my-module');
  });

  it('are nowhere else: no repository, one of another host, a link to nothing', async () => {
    assert.equal(await namesIn('none', { 'none/readme.md': '' }), undefined);
    assert.equal(await namesIn('other', { 'other/.git/config': config('https://example.com/a/b') }), undefined);
    for (const link of ['', 'no link', 'gitdir: ../gone']) {
      assert.equal(await namesIn('linked', { 'linked/.git': link }), undefined, link);
    }
  });

  it('are read in a virtual folder, and never from another machine that a link names', async () => {
    const files = new MemoryFiles({
      '/clone/.git/config': clone,
      '/clone/.git/worktrees/tree/commondir': '../..\n',
      '/tree/.git': 'gitdir: /clone/.git/worktrees/tree\n',
      '/far/.git': 'gitdir: //example.com/share\n',
      '/windows/.git': String.raw`gitdir: \\example.com\share`,
      '/detour/.git': 'gitdir: ../git\n',
      '/git/commondir': '//example.com/share\n',
    });
    const registration = workspace.registerFileSystemProvider('git-test', files);
    const names = (path: string) => namesOfClone(Uri.from({ scheme: 'git-test', authority: 'x', path }));
    for (const path of ['/clone', '/tree']) {
      assert.deepEqual(await names(path), { workspace: 'my-team', repository: 'my-repo' }, path);
    }
    for (const path of ['/far', '/windows', '/detour']) {
      assert.equal(await names(path), undefined, path);
    }
    assert.deepEqual(
      files.read.filter((path) => path.includes('example.com')),
      [],
    );
    registration.dispose();
  });
});
