import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  hookBody,
  hookCurl,
  hookPowerShell,
  hookSubject,
  hookTerraform,
} from '../../../src/payloads/library/hookRequest';

const events = ['repo:push', 'pullrequest:fulfilled', 'repo:push'];
const names = { workspace: 'my-team', repository: 'my-repo' };

describe('Create-hook request', () => {
  it('is a body with each event once, as Bitbucket wants it', () => {
    assert.deepEqual(JSON.parse(hookBody({ subjectType: 'repository', events, names })), {
      description: 'Bitbucket webhook',
      url: 'https://example.com/bitbucket-webhook',
      active: true,
      skip_cert_verification: false,
      secret: 'SECRET',
      events: ['repo:push', 'pullrequest:fulfilled'],
    });
  });

  describe('as a curl command', () => {
    const variables = {
      BITBUCKET_EMAIL: 'somebody@example.com',
      BITBUCKET_API_TOKEN: 'a b$c',
      BITBUCKET_WEBHOOK_SECRET: 'it’s $HOME `id` #1',
    };
    const shells = ['sh', 'bash', 'dash'].filter((shell) => spawnSync(shell, ['-c', ':']).status === 0);
    let folder: string;

    before(function () {
      if (process.platform === 'win32') {
        this.skip();
      }
      folder = mkdtempSync(join(tmpdir(), 'hook-request-'));
      // In the place of curl: writes down what it is given.
      const curl = join(folder, 'curl');
      writeFileSync(
        curl,
        `#!/bin/sh\nfor each in "$@"; do printf '%s\\n' "$each"; done > "${folder}/arguments"\ncat > "${folder}/body"\n`,
      );
      chmodSync(curl, 0o755);
    });
    after(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    const run = (shell: string, env: NodeJS.ProcessEnv, option = '-c') => {
      rmSync(join(folder, 'arguments'), { force: true });
      // A home of its own: what a shell reads at its start there takes time, and may do anything.
      const own = { PATH: `${folder}:${process.env['PATH'] ?? ''}`, HOME: folder };
      const command = hookCurl({ subjectType: 'repository', events, names });
      return option === '-c'
        ? spawnSync(shell, ['-c', command], { env: { ...own, ...env }, encoding: 'utf8' })
        : spawnSync(shell, [option], { input: command, env: { ...own, ...env }, encoding: 'utf8' });
    };

    for (const shell of shells) {
      it(`is understood by ${shell}, and only the variables expand`, () => {
        assert.equal(run(shell, variables).status, 0);
        const given = readFileSync(join(folder, 'arguments'), 'utf8').split('\n');
        assert.ok(given.includes('https://api.bitbucket.org/2.0/repositories/my-team/my-repo/hooks'));
        assert.ok(given.includes('somebody@example.com:a b$c'));
        assert.ok(given.includes('Content-Type: application/json'));
        const body = JSON.parse(readFileSync(join(folder, 'body'), 'utf8')) as { secret: string };
        const expected = JSON.parse(hookBody({ subjectType: 'repository', events, names })) as object;
        assert.deepEqual(body, { ...expected, secret: 'it’s $HOME `id` #1' });
      });

      it(`sends nothing in ${shell} while a variable is unset or empty, not even when it is pasted`, () => {
        for (const name of Object.keys(variables)) {
          for (const value of [undefined, '']) {
            for (const option of ['-c', '-i']) {
              const { stderr } = run(shell, { ...variables, [name]: value }, option);
              assert.ok(!existsSync(join(folder, 'arguments')), `${name} ${option}`);
              assert.match(stderr, new RegExp(name));
            }
          }
        }
      });
    }
  });

  it('is a command for PowerShell, in which only the variables expand', () => {
    const odd = { ...names, repository: "it's" };
    const command = hookPowerShell({ subjectType: 'repository', events, names: odd });
    assert.match(command, /^& \{\n[^]*^\}\n$/m);
    assert.match(command, /Uri = 'https:\/\/api\.bitbucket\.org\/2\.0\/repositories\/my-team\/it''s\/hooks'/);
    assert.match(command, /events = @\(\n {6}'repo:push',\n {6}'pullrequest:fulfilled'\n {4}\)/);
    // What expands stands between double quotes.
    const code = command.replace(/^#.*$/gm, '').replace(/'[^']*'/g, '');
    assert.deepEqual(code.match(/"[^"]*"/g), [
      '"The variable $name is not set."',
      '"$($env:BITBUCKET_EMAIL):$($env:BITBUCKET_API_TOKEN)"',
      '"Basic $([Convert]::ToBase64String($user))"',
    ]);
    for (const [open, close] of ['()', '{}', '[]']) {
      assert.equal(code.split(open ?? '').length, code.split(close ?? '').length, open);
    }
    // The same body as in the other forms.
    const body = JSON.parse(hookBody({ subjectType: 'repository', events, names })) as object;
    for (const name of Object.keys(body)) {
      assert.match(command, new RegExp(`^    ${name} = `, 'm'));
    }
    for (const name of ['BITBUCKET_EMAIL', 'BITBUCKET_API_TOKEN', 'BITBUCKET_WEBHOOK_SECRET']) {
      assert.match(command, new RegExp(`'${name}'`));
    }
  });

  it('has what a hook is called and sends to, whatever is in that', function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const hook = {
      ...({ subjectType: 'repository', events, names } as const),
      url: 'https://ci.example.org/$(id)/`id`',
      description: '$HOME `id` $(id) ${x} %{ if x } "secret": "SECRET" \\\\ \\"\nEOF\nid',
    };
    const script = hookCurl(hook).replace(/^curl .*(?:\n.*)*?--data-binary @- /m, 'cat ');
    const env = { BITBUCKET_WEBHOOK_SECRET: 'it', PATH: process.env['PATH'] ?? '' };
    const { stdout } = spawnSync('sh', ['-c', script], { env, encoding: 'utf8' });
    const { url, description, secret } = JSON.parse(stdout) as Record<string, string>;
    assert.deepEqual([url, description, secret], [hook.url, hook.description, 'it']);
    const terraform = hookTerraform(hook);
    assert.match(terraform, /\$\$\{x\} %%\{ if x \}/);
    assert.doesNotMatch(terraform, /[^$]\$\{x/);
  });

  it('goes to the workspace, and has placeholders for names that are not known', () => {
    assert.match(hookCurl({ subjectType: 'workspace', events, names }), /2\.0\/workspaces\/my-team\/hooks"/);
    assert.match(
      hookCurl({ subjectType: 'repository', events, names: undefined }),
      /repositories\/WORKSPACE\/REPOSITORY\/hooks/,
    );
  });

  it('is for what the events were selected under, else for a repository, unless only a workspace has them', () => {
    const known = [
      { key: 'repo:push', subjectTypes: ['repository', 'workspace'] },
      { key: 'project:updated', subjectTypes: ['workspace'] },
      { key: 'repo:fork', subjectTypes: ['repository'] },
    ];
    assert.equal(hookSubject(['workspace', 'workspace'], ['repo:push'], known), 'workspace');
    assert.equal(hookSubject(['repository'], ['repo:push'], known), 'repository');
    assert.equal(hookSubject([], ['repo:push', 'repo:fork'], known), 'repository');
    assert.equal(hookSubject([], ['repo:push', 'project:updated'], known), 'workspace');
    assert.equal(hookSubject(['repository', 'workspace'], ['project:updated'], known), 'workspace');
    assert.equal(hookSubject(['team'], ['repo:push', 'repo:brand_new'], known), 'repository');
  });

  it('is a resource of Terraform', () => {
    const repository = hookTerraform({ subjectType: 'repository', events, names });
    assert.match(
      repository,
      /^resource "bitbucket_hook" "webhook" \{\n {2}owner += "my-team"\n {2}repository += "my-repo"$/m,
    );
    assert.match(repository, /^ {2}skip_cert_verification = false$/m);
    assert.match(repository, /^ {2}description = ".+"$/m);
    assert.match(repository, /events = \[\n {4}"repo:push",\n {4}"pullrequest:fulfilled",\n {2}\]/);
    const workspace = hookTerraform({ subjectType: 'workspace', events, names: undefined });
    assert.match(workspace, /^resource "bitbucket_workspace_hook" "webhook" \{\n {2}workspace += "WORKSPACE"$/m);
    assert.doesNotMatch(workspace, /repository|owner/);
  });
});
