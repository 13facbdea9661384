import assert from 'node:assert/strict';
import { KeyFinder } from '../../../src/language/find';
import { accept, known, offered } from './fixture';

/** After reports of users: places where the list must not come up, by how it was asked for. */
const silent: [string, string, 'colon' | 'quote' | 'otherwise'][] = [
  ['yaml', 'repos:\n  - repo: https://bitbucket.org/o/hooks\n    hooks:\n      - id: lint\n  - repo:‸', 'colon'],
  ['yaml', 'resources:\n  pipelines:\n    - pipeline:‸', 'colon'],
  ['yaml', 'bitbucket:\n  events:\n  - repo:push\n  ‸', 'otherwise'],
  ['typescript', "const policy = { StringLike: { 'token.actions.example.com:sub': 'repo:‸' } };", 'otherwise'],
  ['typescript', "socket.join('repo:‸');", 'colon'],
  ['typescript', "await cache.del('project:‸');", 'otherwise'],
  ['typescript', 'throw new Error(`No Bitbucket event ${key}: one of repo:‸push`);', 'otherwise'],
  ['yaml', 'spec:\n  bitbucketserver:\n    app: { events: [repo:refs_changed, pr:merged, "‸"] }', 'otherwise'],
  ['terraform', 'resource "bitbucketserver_repository_webhook" "w" { events = ["pr:merged", "‸"] }', 'otherwise'],
  ['typescript', "type Pr = `pullrequest:${'created' | '‸'}`; // Bitbucket", 'otherwise'],
];

/** What becomes of a document when a key is accepted at the mark. */
const accepted: [languageId: string, marked: string, key: string, result: string][] = [
  [
    'json',
    '{"hook": "bitbucket", "events": "repo:pu|sh,pullrequest:created"}',
    'repo:fork',
    '{"hook": "bitbucket", "events": "repo:fork,pullrequest:created"}',
  ],
  [
    'typescript',
    "const bitbucket = 'repo:‸push issue:created'.split(' ');",
    'repo:fork',
    "const bitbucket = 'repo:fork issue:created'.split(' ');",
  ],
  [
    'terraform',
    'variable "bitbucket_events" { default = "repo:|,issue:created" }',
    'repo:fork',
    'variable "bitbucket_events" { default = "repo:fork,issue:created" }',
  ],
  [
    'json',
    '{"raw": "{\\"bitbucket\\":1,\\"events\\":[\\"repo:pu|\\"]}"}',
    'repo:push',
    '{"raw": "{\\"bitbucket\\":1,\\"events\\":[\\"repo:push\\"]}"}',
  ],
  [
    'shellscript',
    'curl api.bitbucket.org -d \'{"events":["repo:|"]}\'',
    'repo:push',
    'curl api.bitbucket.org -d \'{"events":["repo:push"]}\'',
  ],
  [
    'shellscript',
    "curl localhost -H 'X-Event-Key: repo:|' -d @body.json",
    'repo:push',
    "curl localhost -H 'X-Event-Key: repo:push' -d @body.json",
  ],
  [
    'php',
    "<?php\nreturn match ($r->header('X-Event-Key')) {\n  'repo:|' => 1,\n};",
    'repo:push',
    "<?php\nreturn match ($r->header('X-Event-Key')) {\n  'repo:push' => 1,\n};",
  ],
  [
    'rust',
    '// Bitbucket\nenum E { #[serde(rename = "repo:push")] A, #[serde(rename = "repo:|")] B }',
    'repo:fork',
    '// Bitbucket\nenum E { #[serde(rename = "repo:push")] A, #[serde(rename = "repo:fork")] B }',
  ],
  ['ruby', 'BITBUCKET = %w[issue:created repo:|]', 'repo:push', 'BITBUCKET = %w[issue:created repo:push]'],
  [
    'yaml',
    'spec:\n  bitbucket:\n    app:\n      owner: o\n     events:\n        - repo:|',
    'repo:push',
    'spec:\n  bitbucket:\n    app:\n      owner: o\n     events:\n        - repo:push',
  ],
  [
    'typescriptreact',
    "const bitbucketEvents = [\n  { value: 'repo:push', label: 'a' },\n  { value: '‸', label: '' },\n];",
    'repo:fork',
    "const bitbucketEvents = [\n  { value: 'repo:push', label: 'a' },\n  { value: 'repo:fork', label: '' },\n];",
  ],
];

/** What is marked in a document that speaks of Bitbucket, and nothing else. */
const marked: [languageId: string, text: string, expected: string[]][] = [
  [
    'typescript',
    "class L { @OnEvent('pullrequest:merged') a() {} @OnEvent('repo:push') b() {} }",
    ['pullrequest:merged'],
  ],
  ['java', 'enum E { A("repo:push"), B("pullrequest:merged"); }', ['pullrequest:merged']],
  ['rust', 'enum E { #[serde(rename = "pullrequest:merged")] B }', ['pullrequest:merged']],
  ['csharp', 'enum E { [EnumMember(Value = "pullrequest:merged")] B }', ['pullrequest:merged']],
  [
    'typescriptreact',
    'const s = <select><option value="repo:push">a</option><option value="pullrequest:merged">b</option></select>;',
    ['pullrequest:merged'],
  ],
  [
    'typescript',
    "switch (true) { case key === 'pullrequest:opened': a(); case key.startsWith('pullrequest:comment_'): b(); }",
    ['pullrequest:opened'],
  ],
  [
    'typescript',
    "post('/2.0/repositories/w/r/hooks', { events: ['repo:push', 'repo:branch_created'] });",
    ['repo:branch_created'],
  ],
  ['typescript', "const events = ['repo:push', 'merged', 'wiki:updated'];", ['merged', 'wiki:updated']],
  ['yaml', 'events: [ &p repo:push, !!str pullrequest:merged ]', ['pullrequest:merged']],
  ['go', 'var perms = []string{"repo:push", "repo:settings", "repo:owner"}', []],
  ['typescript', "const pr: Record<'created', string> = { created: 'opened', fulfilled: 'merged' };", []],
  ['typescript', "const task = { 'bitbucket:repo:push:handled': 1, 'bitbucket:pullrequest:closed:handled': 2 };", []],
  ['groovy', "filter(regexp: '^(repo:push|pullrequest:merged)$')", []],
  [
    'vue',
    "<template><!-- :e=\"['pullrequest:merged']\" --><P :events=\"['repo:push']\" /></template>\n<script>const events = ['repo:push', 'pullrequest:merged']</script>",
    ['pullrequest:merged'],
  ],
  ['jsonc', '{ "events": ["repo:push" /* "pullrequest:merged" */] }', []],
];

describe('What users have reported', () => {
  for (const [languageId, text, asked] of silent) {
    it(`is silent in ${languageId}: ${JSON.stringify(text)}`, async () => {
      assert.equal(await offered(languageId, text, asked), false);
    });
  }
  for (const [languageId, text, key, result] of accepted) {
    it(`offers ${key} in ${languageId}: ${JSON.stringify(text)}`, async () => {
      assert.equal(await offered(languageId, text, 'otherwise'), true);
      assert.equal(await accept(languageId, text, key), result);
    });
  }
  for (const [languageId, text, expected] of marked) {
    it(`marks ${expected.join() || 'nothing'} in ${languageId}: ${JSON.stringify(text)}`, async () => {
      const document = { languageId, getText: () => text };
      const checked = await new KeyFinder(known).check(document, 'bitbucket');
      assert.deepEqual(
        checked?.findings.map((finding) => finding.text),
        expected,
      );
    });
  }
});
