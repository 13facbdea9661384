import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hookBody, hookCurl, hookSubject, hookTerraform } from '../../../src/payloads/library/hookRequest';

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

  it('is a curl command that sh understands, in which only the secret expands', function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const folder = mkdtempSync(join(tmpdir(), 'hook-request-'));
    try {
      // In the place of curl: writes down what it is given.
      const curl = join(folder, 'curl');
      writeFileSync(
        curl,
        `#!/bin/sh\nfor each in "$@"; do printf '%s\\n' "$each"; done > "${folder}/arguments"\ncat > "${folder}/body"\n`,
      );
      chmodSync(curl, 0o755);
      execFileSync('sh', ['-c', hookCurl({ subjectType: 'repository', events, names })], {
        env: {
          PATH: `${folder}:${process.env['PATH'] ?? ''}`,
          BITBUCKET_EMAIL: 'somebody@example.com',
          BITBUCKET_API_TOKEN: 'a b$c',
          BITBUCKET_WEBHOOK_SECRET: 'it’s $HOME `id` #1',
        },
      });
      const given = readFileSync(join(folder, 'arguments'), 'utf8').split('\n');
      assert.ok(given.includes('https://api.bitbucket.org/2.0/repositories/my-team/my-repo/hooks'));
      assert.ok(given.includes('somebody@example.com:a b$c'));
      assert.ok(given.includes('Content-Type: application/json'));
      const body = JSON.parse(readFileSync(join(folder, 'body'), 'utf8')) as { secret: string };
      const expected = JSON.parse(hookBody({ subjectType: 'repository', events, names })) as object;
      assert.deepEqual(body, { ...expected, secret: 'it’s $HOME `id` #1' });
    } finally {
      rmSync(folder, { recursive: true });
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
    const body = execFileSync('sh', ['-c', script], { env: { BITBUCKET_WEBHOOK_SECRET: 'it', PATH: process.env['PATH'] ?? '' } });
    const { url, description, secret } = JSON.parse(body.toString()) as Record<string, string>;
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
