import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../host/paths';

const folder = join(repositoryRoot, '.github', 'workflows');
const manifest = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')) as {
  devDependencies: Record<string, string>;
  engines: { vscode: string };
};

describe('Workflows', () => {
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), 'utf8');

    it(`${file} pins each action to a commit and has no more rights than it needs`, () => {
      const actions = Array.from(text.matchAll(/\buses: *(.*)/g), ([, action = '']) => action);
      assert.ok(actions.length > 0);
      for (const action of actions) {
        assert.match(action, /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
      }
      assert.match(text, /^permissions: \{\}$/m);
      assert.doesNotMatch(text, /write/);
    });

    it(`${file} runs programs of exact versions, vsce as it is here`, () => {
      for (const [, name = '', version = ''] of text.matchAll(/\bnpx .*?((?:@[\w-]+\/)?[a-z]+)(?:@(\S+))? publish/g)) {
        assert.equal(version, manifest.devDependencies[name] ?? /^\d+\.\d+\.\d+$/.exec(version)?.[0], name);
      }
    });
  }

  it('try the oldest VS Code that package.json promises', () => {
    const floor = manifest.engines.vscode.replace('^', '');
    assert.ok(readFileSync(join(folder, 'ci.yml'), 'utf8').includes(`'${floor}'`), floor);
  });
});
