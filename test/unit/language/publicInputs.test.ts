import assert from 'node:assert/strict';
import { KeyFinder } from '../../../src/language/find';
import { at, known, offered } from './fixture';

/** After public files: where keys are offered, and accepting one replaces just what was typed. */
const places: [languageId: string, marked: string, path?: string][] = [
  ['php', "<?php\nif ('pullrequest:‸' === $_SERVER['HTTP_X_EVENT_KEY']) { merge(); }"],
  ['php', "<?php\n// Bitbucket\nreturn match ($name) { 'commit' => 'repo:push', 'review' => 'pullrequest:‸' };"],
  ['groovy', "def key = headers['x-event-key']\nif (!(key in ['repo:push', '‸'])) { skip() }"],
  ['go', 'if wanted["pullrequest:comment_created"] || wanted["pullrequest:‸"] {\n}'],
  ['rust', '// Bitbucket\nlet body = r#"{"events":["repo:push","pullrequest:‸"]}"#;'],
  ['csharp', '// Bitbucket\nserver.Reply(200, """{"active":true,"events":["repo:push","pullrequest:‸"]}""");'],
  ['csharp', '// Bitbucket\nvar body = """\n  {"events": ["‸"]}\n  """;'],
  ['csharp', '// Bitbucket\nvar body = @"{""a"": 1}"; var events = new[] { "repo:push", "‸" };'],
  ['python', 'class BitbucketEvent(str, Enum):\n    PUSH = "repo:push"\n    DECLINED = "‸"'],
  ['python', '# Bitbucket\ncases = [("repo:push", True), ("pullrequest:‸", False), ("other:thing", False)]'],
  ['ruby', "# Bitbucket\ncase hook.event_key\nwhen 'repo:push' then :a\nwhen 'pullrequest:‸' then :b\nend"],
  ['shellscript', 'curl $BITBUCKET/hooks -d \'{\n  "events": [\n    "repo:push",\n    "pullrequest:‸"\n  ]\n}\''],
  ['markdown', '```sh\ncurl bitbucket -d \'{\n  "events": [\n    "pullrequest:‸"\n  ]\n}\'\n```\n'],
  ['yaml', '- run: |\n    curl bitbucket -d \'{\n      "events": ["pullrequest:‸"]\n    }\'\n'],
  // What such a block is isn't told by a line somewhere in it.
  [
    'yaml',
    'data:\n  a: |\n    # Bitbucket ("ours")\n    hooks:\n      - on: in \'main\'\n        events: [repo:push, ‸]\n',
  ],
  ['yaml', 'data:\n  a: |\n    ---\n    "about": bitbucket ("ours")\n    "events": [repo:push, ‸]\n'],
  ['yaml', 'data:\n  a: |\n    # Bitbucket\n    curl -d "{\\"events\\": [\\"repo:push\\", \\"‸\\"]}" ("")\n'],
  ['yaml', "filter: |\n  # Bitbucket\n  header.match('X-Event-Key', 'pullrequest:‸')\n"],
  ['shellscript', '# Bitbucket\nhooks add --events repo:push --events pullrequest:‸ --on'],
  ['shellscript', '# Bitbucket\nhooks add --events repo:push,pullrequest:‸'],
  ['github-actions-workflow', "if: ${{ github.event.client_payload.event_key == 'repo:‸' }} # Bitbucket"],
  ['yaml', "filter: \"header.match('X-Event-Key', 'pullrequest:‸')\""],
  ['terraform', 'resource "a" "bitbucket" {\n  body = <<-JSON\n    {"events": ["repo:push", "‸"]}\n  JSON\n}'],
  ['http', 'POST http://localhost:3000/bitbucket\nX-Event-Key: repo:‸\n\n{}'],
  ['markdown', '```http\nPOST /bitbucket\nX-Event-Key: repo:‸\n```\n'],
  ['json', '{ "header": [{ "key": "X-Event-Key", "value": "‸", "type": "text" }] }'],
  ['sql', "-- Bitbucket\nALTER TABLE hook ADD CHECK (event_type IN ('repo:push', '‸'));"],
  [
    'elixir',
    '# Bitbucket\ndef on("repo:push", body), do: build(body)\ndef on("pullrequest:‸", body), do: review(body)',
  ],
  ['astro', "---\n// Bitbucket\nconst events = ['repo:push', '‸'];\n---\n<p>{events}</p>"],
  ['astro', "<!-- Bitbucket -->\n{event === '‸' && <p>pushed</p>}"],
  ['svelte', "<!-- Bitbucket -->\n{#if eventKey === '‸'}<p>pushed</p>{/if}"],
  ['svelte', "<!-- Bitbucket -->\n{#if a}{:else if eventKey === '‸'}<p>pushed</p>{/if}"],
  ['svelte', "<!-- Bitbucket -->\n{#each ['repo:push', '‸'] as event}<p>{event}</p>{/each}"],
  ['svelte', "<!-- Bitbucket -->\n{@const events = ['‸']}"],
  ['vue', "<Hook :events=\"['repo:push', '‸']\" />"],
];

/** Where nothing is offered, however it is asked for. */
const silent: [languageId: string, marked: string, path?: string][] = [
  ['javascript', "// Bitbucket\nexports.api = { send: (dir) => ipcRenderer.invoke('repo:‸', dir) };"],
  ['python', '"""Bitbucket\n\nevents:\n    - pullrequest:‸\n"""'],
  ['terraform', '# resource "bitbucket_hook" "a" {\n#   events = ["pullrequest:‸"]\n# }'],
  ['jsonc', '{ "bitbucketWebhooks.diagnostics.severity": "‸" }'],
  ['json', '{ "pullrequest": { "state": "‸" } }', 'pullrequest-created.mine.bitbucket.json'],
  ['json', '{ "header": [{ "key": "Content-Type", "value": "‸" }, { "key": "X-Event-Key", "value": "repo:push" }] }'],
  ['sql', '-- Bitbucket: repo:push, pullrequest:‸'],
];

/** What is marked in a document that speaks of Bitbucket, with the first key that is proposed; nothing else is. */
const marked: [languageId: string, text: string, expected: Readonly<Record<string, string>>, path?: string][] = [
  // The other column holds the words of the handler itself.
  [
    'go',
    'tests := []struct{ key, want string }{\n{"pullrequest:created", "opened"},\n{"pullrequest:merged", "closed"},\n}',
    { 'pullrequest:merged': 'pullrequest:fulfilled' },
  ],
  ['java', 'class A { Object a = Map.of("pullrequest:created", "opened", "pullrequest:fulfilled", "merged"); }', {}],
  ['kotlin', 'val a = mapOf("pullrequest:created" to "opened", "pullrequest:fulfilled" to "merged")', {}],
  ['typescript', "register('pullrequest:created', 'opened'); register('pullrequest:fulfilled', 'merged');", {}],
  ['typescript', "const rows = [['pullrequest:created', 'opened'], ['pullrequest:fulfilled', 'merged']];", {}],
  ['typescript', "test.each([['pullrequest:created', 'opened'], ['pullrequest:fulfilled', 'merged']])('', run);", {}],
  ['java', 'enum E { A("pullrequest:created", "opened"), B("pullrequest:fulfilled", "merged"); }', {}],
  ['sql', "INSERT INTO a VALUES ('pullrequest:created', 'opened'), ('pullrequest:fulfilled', 'merged');", {}],
  ['json', '[["pullrequest:created", "opened"], ["pullrequest:fulfilled", "merged"]]', {}],
  ['php', "<?php $a = ['pullrequest:created' => 'opened', 'pullrequest:fulfilled' => 'merged'];", {}],
  ['html', '<option value="pullrequest:created" label="opened"></option>', {}],
  // Of a column and of a list each word is meant as a key.
  ['typescript', "const rows = [['pullrequest:created', 1], ['merged', 2]];", { merged: 'pullrequest:fulfilled' }],
  ['python', 'wanted = ("repo:push", "merged")', { merged: 'pullrequest:fulfilled' }],
  ['python', 'if event_key in ("repo:push", "merged"):\n    a()', { merged: 'pullrequest:fulfilled' }],
  ['java', 'class A { Object a = List.of("repo:push", "merged"); }', { merged: 'pullrequest:fulfilled' }],
  ['kotlin', 'val a = setOf("repo:push", "merged")', { merged: 'pullrequest:fulfilled' }],
  ['typescript', "type A = 'repo:push' | 'merged';", { merged: 'pullrequest:fulfilled' }],
  ['yaml', 'events: repo:push, merged', { merged: 'pullrequest:fulfilled' }],
  ['typescript', "switch (key) { case 'repo:push': case 'merged': }", { merged: 'pullrequest:fulfilled' }],
  // Families that others have, too.
  [
    'typescript',
    "handle('repo:fetch', a); handle('repo:pull', b); handle('repo:push', c); handle('project:open', d);",
    {},
  ],
  ['json', '{ "scripts": { "repo:pull": "git pull", "repo:push": "git push", "project:build": "tsc" } }', {}],
  ['yaml', 'events: [repo:push, repo:pusch]', { 'repo:pusch': 'repo:push' }],
  [
    'typescript',
    "handle('repo:push', a); handle('repo:pusch', b); handle('pullrequest:created', c);",
    { 'repo:pusch': 'repo:push' },
  ],
  // Said once is said for all.
  [
    'yaml',
    "value: \"header.match('X-Event-Key', 'pullrequest:merged') && body.branch == 'main'\"",
    { 'pullrequest:merged': 'pullrequest:fulfilled' },
  ],
  ['java', 'boolean a(String key) { return key.startsWith("pullrequest:comment"); }', {}],
  [
    'shellscript',
    'hooks add --events repo:push --events pullrequest:merged\ncurl hooks -d \'{\n  "events": [\n    "repo:push",\n    "repo:push"\n  ]\n}\'',
    { 'pullrequest:merged': 'pullrequest:fulfilled', 'repo:push': '' },
  ],
  ['json', '{ "a": ["repo:push", "pullrequest:merged"] }', {}, 'repo-push.mine.bitbucket.json'],
  // Not quite a key.
  ['typescript', "const events = ['repo:push '];", { 'repo:push ': 'repo:push' }],
  ['yaml', 'events: [repo:fork, pullrequest.created]', { 'pullrequest.created': 'pullrequest:created' }],
  ['yaml', 'events:\n  - repo:fork\n  - push', { push: 'repo:push' }],
  ['yaml', 'events: [push, pull_request, repo:push, pullrequest:created]', {}],
  ['typescript', "const name = event.pullrequest.created; const events = ['repo:fork'];", {}],
  ['python', 'M = {"pullrequest:created": "a", "pullrequest:deleted": "b"}', { 'pullrequest:deleted': '' }],
];

describe('What public files hold', () => {
  for (const [languageId, text, path] of places) {
    it(`is completed in ${languageId}: ${JSON.stringify(text)}`, async () => {
      assert.equal(await offered(languageId, text, 'otherwise', path), true);
      const found = await at(languageId, text, path);
      const cursor = text.indexOf('‸');
      const typed = /[\w:]*$/.exec(text.slice(0, cursor))?.[0] ?? '';
      assert.deepEqual([found?.from, found?.to], [cursor - typed.length, cursor]);
    });
  }
  for (const [languageId, text, path = 'bitbucket'] of silent) {
    it(`has nothing to offer in ${languageId}: ${JSON.stringify(text)}`, async () => {
      for (const asked of ['quote', 'colon', 'otherwise'] as const) {
        const isOffered = await offered(languageId, text, asked, path);
        // Whoever asks among words of this form is answered: nothing else has the family.
        assert.ok(!isOffered || (asked !== 'quote' && languageId === 'javascript'), asked);
      }
    });
  }
  for (const [languageId, text, expected, path = 'bitbucket'] of marked) {
    it(`is marked in ${languageId}: ${JSON.stringify(text)}`, async () => {
      const checked = await new KeyFinder(known).check({ languageId, getText: () => text }, path);
      const found = checked?.findings.map((finding) => {
        const candidates = finding.kind === 'unknown' ? finding.candidates : [];
        return [finding.text, candidates[0] ?? ''];
      });
      assert.deepEqual(Object.fromEntries(found ?? []), expected);
    });
  }
});
