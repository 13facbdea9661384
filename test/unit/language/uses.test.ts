import assert from 'node:assert/strict';
import { KeyFinder } from '../../../src/language/find';
import { known } from './fixture';

/** What a text that speaks of Bitbucket uses, as `line purpose text`, mentions left out. */
async function uses(languageId: string, text: string): Promise<string[]> {
  const found = (await new KeyFinder(known).uses({ languageId, getText: () => text }, 'bitbucket')) ?? [];
  return found
    .filter(({ purpose }) => purpose !== 'mentions')
    .map(({ from, purpose, text: written, prefix, finding }) => {
      const line = text.slice(0, from).split('\n').length;
      const kind = prefix === undefined ? (finding?.kind ?? '') : `all ${prefix}`;
      return `${line} ${purpose} ${written} ${kind}`.trim();
    });
}

const act = { go: '\tforward(event)', typescript: 'forward(eventKey);' };

describe('Uses of events', () => {
  const prefixes: [languageId: string, text: string, expected: string[]][] = [
    ['typescript', "if (eventKey.startsWith('pullrequest:')) {}", ['1 handles pullrequest: all pullrequest:']],
    ['typescript', "if (eventKey.startsWith('pullrequest')) {}", ['1 handles pullrequest all pullrequest']],
    [
      'typescript',
      "if (eventKey.startsWith('pullrequest:comment')) {}",
      ['1 handles pullrequest:comment all pullrequest:comment'],
    ],
    ['typescript', 'if (/^pullrequest:/.test(eventKey)) {}', ['1 handles pullrequest:… all pullrequest:']],
    ['typescript', "if (eventKey.split(':')[0] === 'repo') {}", ['1 handles repo all repo']],
    ['typescript', "hooks.on('pullrequest:*', run);", ['1 handles pullrequest:* all pullrequest:']],
    ['typescript', "webhooks.on('*', run);", ['1 handles * all']],
    [
      'python',
      "if event_key.startswith('repo:commit_status_'):\n    run()",
      ['1 handles repo:commit_status_ all repo:commit_status_'],
    ],
    ['python', "if 'pullrequest:' in event_key:\n    run()", ['1 handles pullrequest: all pullrequest:']],
    ['python', "if re.match(r'^pullrequest:', event_key):\n    run()", ['1 handles ^pullrequest: all pullrequest:']],
    [
      'go',
      'package a\nfunc a() {\n\tif strings.HasPrefix(event, "pullrequest:") {\n\t}\n}',
      ['3 handles pullrequest: all pullrequest:'],
    ],
    [
      'java',
      'class A { void a() { if (eventKey.startsWith("pullrequest:")) {} } }',
      ['1 handles pullrequest: all pullrequest:'],
    ],
    ['php', "<?php if (str_starts_with($event, 'repo:')) {}", ['1 handles repo: all repo:']],
    ['php', "<?php if (strpos($event, 'repo:') === 0) {}", ['1 handles repo: all repo:']],
    ['ruby', "run if event.start_with?('pullrequest:')", ['1 handles pullrequest: all pullrequest:']],
    ['ruby', 'run if event =~ /^pullrequest:/', ['1 handles /^pullrequest:/ all pullrequest:']],
    ['shellscript', 'case "$EVENT_KEY" in\n  pullrequest:*) run ;;\nesac', ['2 handles pullrequest: all pullrequest:']],
    ['csharp', 'if (eventKey.StartsWith("pullrequest:")) { Run(); }', ['1 handles pullrequest: all pullrequest:']],
    // No prefix
    ['typescript', "const body = { 'pullrequest': pr, 'issue': issue };", []],
    ['typescript', "if (type === 'issue') {}", []],
    ['typescript', "const scopes = ['pullrequest:', 'repo'];", []],
    [
      'go',
      'package a\nfunc a() {\n\tif strings.HasPrefix(eventKey, "pullrequest:merged") {\n\t}\n}',
      ['3 handles pullrequest:merged unknown'],
    ],
  ];
  const defaults: typeof prefixes = [
    [
      'typescript',
      `switch (eventKey) {\n  case 'repo:push': a(); break;\n  default: ${act.typescript}\n}`,
      ['2 handles repo:push', '3 handles default all'],
    ],
    [
      'typescript',
      "switch (eventKey) {\n  case 'repo:push': a(); break;\n  default: throw new Error('unknown ' + eventKey);\n}",
      ['2 handles repo:push'],
    ],
    [
      'typescript',
      "switch (eventKey) {\n  case 'repo:push': a(); break;\n  default:\n    console.log('ignored', eventKey);\n    return res.status(200).send('ignored');\n}",
      ['2 handles repo:push'],
    ],
    [
      'typescript',
      "switch (eventKey) {\n  default: break;\n  case 'repo:push': forward(a);\n}",
      ['3 handles repo:push'],
    ],
    [
      'go',
      `package a\nfunc a() {\n\tswitch event {\n\tcase "repo:push":\n\t\tb()\n\tdefault:\n\t${act.go}\n\t}\n}`,
      ['4 handles repo:push', '6 handles default all'],
    ],
    // A line that ends in `false` ends a statement.
    [
      'go',
      'package a\nfunc a() {\n\tmany := false\n\tfor _, c := range d {\n\t\tmany = true\n\t}\n\tswitch event {\n\tcase "repo:push":\n\t\tb()\n\t}\n}',
      ['8 handles repo:push'],
    ],
    [
      'go',
      'package a\nfunc a() {\n\tswitch event {\n\tcase "repo:push":\n\t\tb()\n\tdefault:\n\t\thttp.Error(w, "unknown", 400)\n\t}\n}',
      ['4 handles repo:push'],
    ],
    [
      'java',
      'class A { void a() { switch (eventKey) {\n case "repo:push": b(); break;\n default: forward(eventKey);\n} } }',
      ['2 handles repo:push', '3 handles default all'],
    ],
    [
      'java',
      'class A { R a() { return switch (eventKey) {\n case "repo:push" -> b();\n default -> { log.warn("x"); yield null; }\n}; } }',
      ['2 handles repo:push'],
    ],
    [
      'java',
      'class A { R a() { return switch (eventKey) {\n case "repo:push" -> b();\n default -> forward(eventKey);\n}; } }',
      ['2 handles repo:push', '3 handles default all'],
    ],
    [
      'php',
      "<?php switch ($event) {\n case 'repo:push': a(); break;\n default: forward($event);\n}",
      ['2 handles repo:push', '3 handles default all'],
    ],
    [
      'php',
      "<?php $r = match ($event) {\n 'repo:push' => a(),\n default => forward($event),\n};",
      ['2 handles repo:push', '3 handles default all'],
    ],
    [
      'python',
      'match event_key:\n    case "repo:push":\n        a()\n    case _:\n        forward(event_key)',
      ['2 handles repo:push', '4 handles default all'],
    ],
    [
      'python',
      'match event_key:\n    case "repo:push":\n        a()\n    case _:\n        raise ValueError(event_key)',
      ['2 handles repo:push'],
    ],
    [
      'rust',
      'fn a() { match event_key {\n "repo:push" => b(),\n _ => forward(event_key),\n} }',
      ['2 handles repo:push', '3 handles default all'],
    ],
    ['rust', 'fn a() { match event_key {\n "repo:push" => b(),\n _ => {}\n} }', ['2 handles repo:push']],
    [
      'ruby',
      "case event_key\nwhen 'repo:push' then run(a)\nelse\n  forward(event_key)\nend",
      ['2 handles repo:push', '3 handles default all'],
    ],
    [
      'ruby',
      "case event_key\nwhen 'repo:push'\n  if a\n    b(c)\n  else\n    d(e)\n  end\nend",
      ['2 handles repo:push'],
    ],
    ['ruby', "case event_key\nwhen 'repo:push' then run(a)\nelse\n  head :ok\nend", ['2 handles repo:push']],
    [
      'shellscript',
      'case "$EVENT_KEY" in\n  "repo:push") run ;;\n  *) forward "$EVENT_KEY" ;;\nesac',
      ['2 handles repo:push', '3 handles default all'],
    ],
    [
      'shellscript',
      'case "$EVENT_KEY" in\n  "repo:push") run ;;\n  *) echo "unknown" >&2; exit 1 ;;\nesac',
      ['2 handles repo:push'],
    ],
    [
      'shellscript',
      'case "$EVENT_KEY" in\n  "repo:push")\n    run\n    ;;\n  *)\n    forward "$EVENT_KEY"\n    ;;\nesac',
      ['2 handles repo:push', '5 handles default all'],
    ],
    [
      'csharp',
      'switch (eventKey) {\n  case "repo:push": Run(); break;\n  default: Forward(eventKey); break;\n}',
      ['2 handles repo:push', '3 handles default all'],
    ],
    [
      'kotlin',
      'when (eventKey) {\n  "repo:push" -> push()\n  else -> forward(eventKey)\n}',
      ['2 handles repo:push', '3 handles default all'],
    ],
  ];
  const names: typeof prefixes = [
    ['typescript', "const auto = ['repo:push'];\nif (auto.includes(eventKey)) {}", ['1 handles repo:push']],
    [
      'typescript',
      "const EVENTS = ['repo:push'];\ncreateHook({ url, events: EVENTS });\nif (EVENTS.includes(eventKey)) {}",
      ['1 subscribes repo:push', '1 handles repo:push'],
    ],
    ['typescript', "const PUSH = 'repo:push';\nif (eventKey === PUSH) {}", ['1 handles repo:push']],
    [
      'typescript',
      "enum Events { Push = 'repo:push', Fork = 'repo:fork' }\nswitch (eventKey) { case Events.Push: run(); }",
      ['1 handles repo:push'],
    ],
    ['typescript', "let eventKey = 'repo:push';\nif (eventKey === other) {}", []],
    [
      'go',
      'package a\nconst PushEvent = "repo:push"\nfunc a() {\n\tswitch event {\n\tcase PushEvent:\n\t}\n}',
      ['2 handles repo:push'],
    ],
    ['python', "PUSH = 'repo:push'\nif event_key == PUSH:\n    run()", ['1 handles repo:push']],
    ['typescript', "type Hook = { event?: 'repo:push' | 'repo:fork' };\nif (hook.event === a) {}", []],
    ['typescript', "const EVENT_TYPES = { push: 'repo:push', fork: 'repo:fork' };", []],
    [
      'go',
      'package a\nfunc a() bool { return slices.Contains([]string{"repo:push"}, eventKey) }',
      ['2 handles repo:push'],
    ],
    [
      'java',
      'class A { static final String PUSH = "repo:push"; void a() { if (PUSH.equals(eventKey)) {} } }',
      ['1 handles repo:push'],
    ],
  ];
  const returned: typeof prefixes = [
    [
      'typescript',
      "class A {\n  events() { return ['repo:push']; }\n  is(key) { return this.events().includes(key); }\n}",
      ['2 handles repo:push'],
    ],
    [
      'typescript',
      "const wanted = () => { if (a) { return ['repo:push']; } };\ncreateHook({ url, events: wanted() });",
      ['1 subscribes repo:push'],
    ],
    [
      'python',
      'def wanted(self) -> list[str]:\n    return ["repo:push"]\n\ndef is_wanted(self):\n    return event_key in self.wanted()',
      ['2 handles repo:push'],
    ],
    [
      'go',
      'package a\nfunc (h *H) wanted(a int) []string {\n\treturn []string{"repo:push"}\n}\nfunc a() { slices.Contains(h.wanted(1), key) }',
      ['3 handles repo:push'],
    ],
    [
      'java',
      'class A {\n  List<String> wanted(@Named("x") String a) { return List.of("repo:push"); }\n  boolean is(String key) { return wanted("").contains(key); }\n}',
      ['2 handles repo:push'],
    ],
    [
      'php',
      "<?php class A {\n  public function names(): array { return array('repo:push'); }\n  function map() { $names = $this->names(); return array_combine($names, $classes); }\n}",
      ['2 handles repo:push'],
    ],
    [
      'csharp',
      'class A {\n  string[] Wanted() { return new[] { "repo:push" }; }\n  bool Is(string key) { return Wanted().Contains(key); }\n}',
      ['2 handles repo:push'],
    ],
    ['ruby', "def wanted\n  ['repo:push']\nend\n\nrun if wanted.include?(event_key)", ['2 handles repo:push']],
    [
      'rust',
      'fn wanted() -> Vec<&\'static str> { vec!["repo:push"] }\nfn a() { wanted().contains(&key); }',
      ['1 handles repo:push'],
    ],
    // By what the function is called, where nothing is done with it here.
    ['php', "<?php class A { function events() { return ['repo:push']; } }", ['1 subscribes repo:push']],
    ['typescript', "function names() { return ['repo:push']; }\nshow(names());", []],
    ['typescript', "function run(event) { return post(['repo:push']); }\nrun(event);", []],
    [
      'typescript',
      "const NAMES = ['repo:push'];\nconst all = NAMES;\nif (all.includes(key)) {}",
      ['1 handles repo:push'],
    ],
    [
      'java',
      'class A { Map<String, H> handlers = Map.of("repo:push", push, "repo:fork", fork); }',
      ['1 handles repo:push', '1 handles repo:fork'],
    ],
  ];
  const joined: typeof prefixes = [
    ...[
      `'{"url": "'"$URL"'", "events": ["repo:push"]}'`,
      `'{"url": "'$URL'", "events": ["repo:push"]}'`,
      `'{"url": "'\${URL}'", "description": "it'\\''s", "events": ["repo:push"]}'`,
    ].map((body): (typeof prefixes)[number] => [
      'shellscript',
      `curl -d ${body} "$API/hooks"\necho 'done'`,
      ['1 subscribes repo:push'],
    ]),
    [
      'shellscript',
      `curl -d '{\n  "url": "'"$URL"'",\n  "events": [\n    "repo:push"\n  ]\n}' $API\nif [ "$EVENT_KEY" = 'repo:fork' ]; then run; fi`,
      ['4 subscribes repo:push', '7 handles repo:fork'],
    ],
  ];
  const others: typeof prefixes = [
    ['shellscript', 'if [ "$EVENT_KEY" = "repo:push" ]; then run; fi', ['1 handles repo:push']],
    ['shellscript', 'if [[ $EVENT_KEY == "repo:push" ]]; then run; fi', ['1 handles repo:push']],
    ['shellscript', 'test "$EVENT_KEY" = repo:push && run', ['1 handles repo:push']],
    ['shellscript', 'if [[ $EVENT_KEY != repo:* ]]; then exit; fi', ['1 handles repo: all repo:']],
    ['shellscript', 'EVENT_KEY="repo:push"', []],
    [
      'yaml',
      'events: [repo:push, pullrequest:merged, repo:psh, pr:opened]',
      [
        '1 subscribes repo:push',
        '1 subscribes pullrequest:merged unknown',
        '1 subscribes repo:psh unknown',
        '1 subscribes pr:opened dataCenter',
      ],
    ],
    ['ruby', "if request.headers['X-Event-Key'] != 'repo:push'\n  run\nend", ['1 handles repo:push']],
    [
      'java',
      'class A { void a() { if (!"repo:push".equals(request.getHeader("X-Event-Key"))) {} } }',
      ['1 handles repo:push'],
    ],
    ['markdown', 'Bitbucket sends `repo:push`.', []],
  ];
  for (const [languageId, text, expected] of [...prefixes, ...defaults, ...names, ...returned, ...joined, ...others]) {
    it(`${languageId}: ${JSON.stringify(text)}`, async () => {
      assert.deepEqual(await uses(languageId, text), expected);
    });
  }
});
