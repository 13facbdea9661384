import assert from 'node:assert/strict';
import { accept, at } from './fixture';

/** Language, document with the cursor, and the document after `repo:push` was accepted there. */
const accepted: [string, string, string][] = [
  ['typescriptreact', "const hook = <Hook event={'re|'} />;", "const hook = <Hook event={'repo:push'} />;"],
  ['yaml', 'events:\n  - |', 'events:\n  - repo:push'],
  ['yaml', 'events:\n  - re|', 'events:\n  - repo:push'],
  ['yaml', 'events:\n  - repo:|', 'events:\n  - repo:push'],
  ['yaml', 'events:\n  - repo:|\n  - repo:fork', 'events:\n  - repo:push\n  - repo:fork'],
  ['yaml', 'events:\n- repo:|\nactive: true', 'events:\n- repo:push\nactive: true'],
  ['yaml', 'events:\n  - repo:pu|sh', 'events:\n  - repo:push'],
  ['yaml', 'events:\n  - |repo:fork # why', 'events:\n  - repo:push # why'],
  ['yaml', 'events:\n  - "repo:pu|sh"', 'events:\n  - "repo:push"'],
  ['yaml', "events:\n  - 'repo:|'", "events:\n  - 'repo:push'"],
  ['yaml', 'events:\n  - "repo:|\n  - repo:fork', 'events:\n  - "repo:push\n  - repo:fork'],
  ['yaml', 'events:\n  - "|"', 'events:\n  - "repo:push"'],
  ['yaml', 'event: |', 'event: repo:push'],
  ['yaml', 'event:   repo:| # c', 'event:   repo:push # c'],
  ['yaml', 'event: | # c', 'event: repo:push # c'],
  ['yaml', 'events: [|]', 'events: [repo:push]'],
  ['yaml', 'events: [repo:|]', 'events: [repo:push]'],
  ['yaml', 'events: [repo:fork, |]', 'events: [repo:fork, repo:push]'],
  ['yaml', 'events: [repo:fork, re|', 'events: [repo:fork, repo:push'],
  ['yaml', 'events: ["repo:pu|", repo:fork]', 'events: ["repo:push", repo:fork]'],
  ['yaml', 'events: ["repo:pu|, "repo:fork"]', 'events: ["repo:push, "repo:fork"]'],
  ['yaml', 'events: [\n  repo:fork,\n  re|\n]', 'events: [\n  repo:fork,\n  repo:push\n]'],
  ['yaml', 'events: [\n  |\n]', 'events: [\n  repo:push\n]'],
  ['yaml', 'hook: {event: |}', 'hook: {event: repo:push}'],
  ['yaml', 'hook: {event: repo:p|, url: x}', 'hook: {event: repo:push, url: x}'],
  ['yaml', 'event:\n  repo:pu|', 'event:\n  repo:push'],
  ['yaml', '- - &a re|', '- - &a repo:push'],
  ['yaml', 'events:\n\t- repo:|\r\n', 'events:\n\t- repo:push\r\n'],
  ['yaml', 'a: 1\n---\nevents:\n- re|\n---\nb: 1', 'a: 1\n---\nevents:\n- repo:push\n---\nb: 1'],
  [
    'yaml',
    '{{ if .x }}\nevents:\n  {{- range .y }}\n  - re|\n{{ end }}',
    '{{ if .x }}\nevents:\n  {{- range .y }}\n  - repo:push\n{{ end }}',
  ],
  ['yaml', '\uFEFFevent: re|', '\uFEFFevent: repo:push'],
  ['json', '{"event": "|"}', '{"event": "repo:push"}'],
  ['json', '{"event": "repo:pu|sh"}', '{"event": "repo:push"}'],
  ['json', '{"event": |}', '{"event": "repo:push"}'],
  ['json', '{"event": |\n}', '{"event": "repo:push"\n}'],
  ['json', '{"event": repo:pu|}', '{"event": "repo:push"}'],
  ['json', '{"event": repo:|, "x": 1}', '{"event": "repo:push", "x": 1}'],
  ['json', '{"events": [|]}', '{"events": ["repo:push"]}'],
  ['json', '{"events": [re|]}', '{"events": ["repo:push"]}'],
  ['json', '{"events": ["repo:fork", |]}', '{"events": ["repo:fork", "repo:push"]}'],
  ['json', '{"events": [\n  "repo:fork",\n  |\n]}', '{"events": [\n  "repo:fork",\n  "repo:push"\n]}'],
  ['json', '{"events": ["repo:pu|, "x"]}', '{"events": ["repo:push, "x"]}'],
  ['json', '{"events": ["repo:pu|]}', '{"events": ["repo:push]}'],
  ['json', '{"events": ["repo:pu|', '{"events": ["repo:push'],
  ['json', '{"event": "re|\n"url": "x"}', '{"event": "repo:push\n"url": "x"}'],
  ['json', '{\n  // "a\n  "event": "|"\r\n}', '{\n  // "a\n  "event": "repo:push"\r\n}'],
  ['json', '{ /* " */ "event": "re|" }', '{ /* " */ "event": "repo:push" }'],
  ['typescript', "if (eventKey === 'repo:|') {}", "if (eventKey === 'repo:push') {}"],
  ['typescript', "if (eventKey === 're|) {}", "if (eventKey === 'repo:push) {}"],
  ['typescript', 'const a = ["repo:pu|sh"];', 'const a = ["repo:push"];'],
  ['typescript', "const a = ['repo:pu|, 'repo:fork'];", "const a = ['repo:push, 'repo:fork'];"],
  ['typescript', 'const a = [`|`];', 'const a = [`repo:push`];'],
  ['typescript', "const a = '|", "const a = 'repo:push"],
  ['typescript', "const a = `${b ? '|' : x}`;", "const a = `${b ? 'repo:push' : x}`;"],
  ['typescript', "/* it's */ const a = '|';", "/* it's */ const a = 'repo:push';"],
  ['typescript', "const a = /['\"]/; const b = 're|';", "const a = /['\"]/; const b = 'repo:push';"],
  ['typescriptreact', "const a = <p>don't {f('re|')}</p>;", "const a = <p>don't {f('repo:push')}</p>;"],
  ['typescriptreact', '<Hook event="re|" />', '<Hook event="repo:push" />'],
  ['terraform', 'events = ["repo:|"] # why', 'events = ["repo:push"] # why'],
  ['terraform', 'case "repo:|":', 'case "repo:push":'],
];

/** Where no token stands. */
const nothing: [string, string][] = [
  ['yaml', '# re|'],
  ['yaml', 'events: # re|'],
  ['yaml', 're|'],
  ['yaml', 'repo|: x'],
  ['yaml', 'events:\n  - repo|: x'],
  ['yaml', 'events:\n  - repo:|\n      url: x'],
  ['yaml', 'events:|'],
  ['yaml', '-|'],
  ['yaml', 'run: >\n  echo ‸repo:push'],
  ['yaml', 'run: |\n  - repo:‸push'],
  ['yaml', 'a:\n  - |-\n    - repo:‸push'],
  ['yaml', 'text: "one\n  - repo:‸push"'],
  ['yaml', 'text: some words\n  and repo:pu|sh'],
  ['yaml', 'a: *an|chor'],
  ['yaml', 'a: &an|chor x'],
  ['yaml', '%YAML 1.|2'],
  ['yaml', '--|-'],
  ['yaml', 'a: {{ .Values.|x }}'],
  ['yaml', 'hook: {ev|ent: x}'],
  ['json', '{"event": "a" /* re| */}'],
  ['json', '{"event": // re|\n}'],
  ['json', '{"event|": "x"'],
  ['json', '{"event": tr|ue}'],
  ['json', '{|}'],
  ['json', '{"a": 1 |}'],
  ['json', '{"a": "b"| }'],
  ['typescript', "import x from 're|';"],
  ['typescript', "export * from 're|';"],
  ['typescript', "import 're|';"],
  ['typescript', "const a = import('re|');"],
  ['typescript', "const a = require('re|');"],
  ['typescript', "// 're|'"],
  ['typescript', "/*\n 're|'\n*/"],
  ['typescript', 'const a = `${x} re|`;'],
  ['typescript', 'const a = /re|/;'],
  ['typescript', 'const a = re|;'],
  ['typescriptreact', "const a = <p>don't re|</p>;"],
  ['terraform', '# "re|"'],
  ['terraform', '// "re|"'],
  ['python', '"""\n"repo:|"\n"""'],
];

describe('tokenAt', () => {
  for (const [languageId, document, expected] of accepted) {
    it(`${languageId}: ${JSON.stringify(document)} is completed`, async () => {
      assert.equal(await accept(languageId, document, 'repo:push'), expected);
    });
  }
  for (const [languageId, document] of nothing) {
    it(`${languageId}: ${JSON.stringify(document)} holds nothing`, async () => {
      const found = await at(languageId, document);
      assert.ok(found === undefined || found.place.strength === 'none', found?.place.strength);
    });
  }
});
