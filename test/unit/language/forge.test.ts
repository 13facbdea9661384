import assert from 'node:assert/strict';
import { namesIn } from '../../../src/events/dialects';
import type { Finding } from '../../../src/language/check/finding';
import { KeyFinder } from '../../../src/language/find';
import { known, offered, at } from './fixture';

const manifest = (events: string, head = "permissions:\n  scopes:\n    - 'read:pullrequest:bitbucket'\n") =>
  `${head}modules:\n  trigger:\n    - key: on-event\n      function: main\n      events:${events}\n  function:\n    - key: main\n      handler: index.run\n`;
const listOf = (...names: string[]) => names.map((name) => `\n        - ${name}`).join('');
const others = 'permissions:\n  scopes:\n    - read:jira-work\n';

async function findings(text: string, languageId = 'yaml', path = 'manifest.yml'): Promise<readonly Finding[]> {
  const checked = await new KeyFinder(known).check({ languageId, getText: () => text }, path);
  return checked?.findings ?? assert.fail();
}

/** `kind text → what may stand in its place`. */
function said(finding: Finding): string {
  const names =
    finding.kind === 'unknown'
      ? finding.candidates
      : finding.kind === 'otherDialect'
        ? finding.names
        : finding.kind === 'dataCenter'
          ? [finding.cloudKey]
          : [];
  return `${finding.kind} ${finding.text} → ${names.join(', ') || 'nothing'}`;
}

const created = 'avi:bitbucket:created:pullrequest';
const fulfilled = 'avi:bitbucket:fulfilled:pullrequest';

describe('Names in a Forge app', () => {
  for (const name of namesIn('forge')) {
    it(`${name} is right, and right once`, async () => {
      assert.deepEqual(await findings(manifest(listOf(name))), []);
      assert.deepEqual((await findings(manifest(listOf(name, name)))).map(said), [`duplicate ${name} → nothing`]);
    });
  }

  const wrong: [written: string, finding: string][] = [
    ['avi:bitbucket:merged:pullrequest', `unknown … → ${fulfilled}`],
    ['avi:bitbucket:pr:merged', `unknown … → ${fulfilled}`],
    ['avi:bitbucket:pr:opened', `unknown … → ${created}`],
    ['avi:bitbucket:pr:updated', 'unknown … → avi:bitbucket:updated:pullrequest'],
    ['avi:bitbucket:opened:pullrequest', `unknown … → ${created}`],
    ['avi:bitbucket:declined:pullrequest', 'unknown … → avi:bitbucket:rejected:pullrequest'],
    ['avi:bitbucket:repo:deleted', 'unknown … → avi:bitbucket:deleted:repository'],
    ['avi:bitbucket:repo:push', 'unknown … → avi:bitbucket:push:repository'],
    ['avi:bitbucket:created:pullrequest:comment', 'unknown … → avi:bitbucket:created:pullrequest-comment'],
    ['avi:bitbucket:created:pullrequestcomment', 'unknown … → avi:bitbucket:created:pullrequest-comment'],
    ['avi:bitbucket:Created:PullRequest', `unknown … → ${created}`],
    ['avi:bitbucket:creatd:pullrequest', `unknown … → ${created}`],
    ['avi:bitbucket:deleted:pullrequest', 'unknown … → nothing'],
    ['avi:bitbucket:merge-check:triggered', 'unknown … → nothing'],
    // Names of other dialects
    ['pullrequest:fulfilled', `otherDialect … → ${fulfilled}`],
    ['pullrequest:approved', 'otherDialect … → avi:bitbucket:updated:pullrequest-reviewer-status'],
    ['repo:fork', 'otherDialect … → nothing'],
    ['issue:created', 'otherDialect … → nothing'],
    ['pullrequest:merged', `unknown … → ${fulfilled}`],
    ['pr:merged', `dataCenter … → ${fulfilled}`],
  ];
  for (const [written, finding] of wrong) {
    const expected = [finding.replace('…', written)];
    it(`${written}: ${finding}`, async () => {
      assert.deepEqual(
        (await findings(manifest(listOf('avi:bitbucket:push:repository', written)))).map(said),
        expected,
      );
      assert.deepEqual((await findings(manifest(listOf(written)))).map(said), expected);
    });
  }

  const among: [written: string, finding: string][] = [
    [fulfilled, 'otherDialect … → pullrequest:fulfilled'],
    [
      'avi:bitbucket:updated:pullrequest-reviewer-status',
      'otherDialect … → pullrequest:approved, pullrequest:unapproved, pullrequest:changes_request_created, pullrequest:changes_request_removed',
    ],
    ['avi:bitbucket:started:deployment', 'otherDialect … → nothing'],
    ['avi:bitbucket:pr:merged', 'unknown … → pullrequest:fulfilled'],
  ];
  for (const [written, finding] of among) {
    it(`${written} among webhooks’ keys: ${finding}`, async () => {
      const expected = [finding.replace('…', written)];
      assert.deepEqual((await findings(`events: [repo:push, "${written}"]`)).map(said), expected);
      const code = `const events = ['repo:push', '${written}'];`;
      assert.deepEqual((await findings(code, 'typescript')).map(said), expected);
    });
  }

  const silent: [languageId: string, text: string][] = [
    ['yaml', manifest(listOf('avi:jira:created:issue', 'avi:confluence:created:page'), others)],
    ['yaml', manifest(listOf('avi:jira:created:issue', 'avi:jira:pr:merged'))],
    ['yaml', manifest(listOf('pullrequest:created', 'issue:created'), others)],
    ['yaml', `scopes: ['read:pullrequest:bitbucket', 'read:repository:bitbucket']\n`],
    ['yaml', `events:\n  - ${created}\n  - avi:bitbucket:pr:merged\n`],
    ['typescript', `if (event.eventType === '${created}') {}\nconst events = ['${created}', '${fulfilled}'];`],
    ['markdown', 'Bitbucket sends `avi:bitbucket:pr:merged` to nobody.'],
  ];
  for (const [languageId, text] of silent) {
    it(`are nobody’s business in ${languageId}: ${text.replaceAll('\n', '⏎')}`, async () => {
      assert.deepEqual((await findings(text, languageId)).map(said), []);
    });
  }

  const offers: [marked: string, isOffered: boolean][] = [
    [manifest('\n        - |'), true],
    [manifest(' [|]'), true],
    [manifest('\n        - avi|'), true],
    [manifest('\n        - avi:bitbucket:cr|'), true],
    [manifest('\n        - "avi:bitbucket:created:pullrequest-c|'), true],
    [manifest('\n        - pull|'), true],
    [manifest('\n        - merg|'), true],
    [manifest('\n        - |', 'modules2:\n  bitbucket:repoPage:\n    - key: x\n'), true],
    [manifest(listOf(created, '|'), others), true],
    [manifest('\n        - |', others), false],
    [manifest('\n        - avi:jira:|'), false],
    [manifest(listOf('avi:jira:created:issue', '|')), false],
    [manifest('').replace('on-event', '|'), false],
    [manifest('').replace('main', '|'), false],
  ];
  for (const [marked, isOffered] of offers) {
    it(`are ${isOffered ? '' : 'not '}offered: ${marked.replaceAll('\n', '⏎')}`, async () => {
      assert.equal(await offered('yaml', marked, 'otherwise', 'manifest.yml'), isOffered);
      if (isOffered) {
        assert.equal((await at('yaml', marked, 'manifest.yml'))?.place.dialect, 'forge');
      }
    });
  }

  it('take the whole name for what is replaced', async () => {
    const marked = manifest('\n        - avi:bitbucket:created:pull|request-comment');
    assert.equal((await at('yaml', marked, 'manifest.yml'))?.text, 'avi:bitbucket:created:pullrequest-comment');
  });
});
