import assert from 'node:assert/strict';
import { accept, offered } from './fixture';

/** A key wherever the cursor stands in it, and however far it was typed. */
const typed = ['‸', 're‸', 'repo‸', 'repo:‸', 'repo:pu‸sh', '‸repo:push', 'repo:push‸', 'pullrequest:merg‸ed'];

/** Places where a value is typed: `@` stands for what is typed of a key. */
const places: [string, string[]][] = [
  [
    'yaml',
    [
      'events:\n  - @\n',
      'events:\n  - "@"\n',
      "events:\n  - '@' # a comment\n",
      'events:\n- repo:fork\n- @',
      'bitbucket:\n  event: @\n',
      'events: [@]\n',
      'events: [repo:fork, "@"]\n',
    ],
  ],
  ['json', ['{ "events": ["@"] }', '{ "event": "@" }', '{\n  "events": [\n    "repo:fork",\n    "@"\n  ]\n}']],
  ['jsonc', ['{ /* hook */ "events": ["@"] // keys\n}']],
  [
    'typescript',
    [
      "const hook = { events: ['@'] };",
      'if (eventKey === "@") {}',
      "switch (eventKey) { case '@': break; }",
      "type EventKey = 'repo:fork' | '@';",
      'const event = `@`;',
    ],
  ],
  ['typescriptreact', ["const hook = <Hook event={'@'} />;", "const events = ['@'];"]],
  ['javascript', ["if (req.headers['x-event-key'] === '@') {}"]],
  ['javascriptreact', ["const events = ['repo:fork', '@'];"]],
];

describe('The whole key', () => {
  for (const [language, templates] of places) {
    for (const template of templates) {
      it(`is replaced wherever the cursor stands, in ${language}: ${template.replaceAll('\n', '⏎')}`, async () => {
        for (const text of typed) {
          const marked = template.replace('@', text);
          assert.ok(await offered(language, marked, 'otherwise'), marked);
          assert.equal(await accept(language, marked, 'repo:push'), template.replace('@', 'repo:push'), marked);
        }
      });
    }
  }

  it('gets the quotes that JSON needs where there are none', async () => {
    for (const text of typed) {
      const accepted = await accept('json', `{ "events": [${text}] }`, 'repo:push');
      assert.equal(accepted, '{ "events": ["repo:push"] }', text);
    }
  });

  const silentPlaces: [string, string][] = [
    ['yaml', '# re‸\n'],
    ['yaml', 'events:\n  - repo:push # re‸\n'],
    ['yaml', 're‸: value\n'],
    ['json', '{ "re‸": 1 }'],
    ['jsonc', '{ // "re‸"\n}'],
    ['typescript', "import x from '‸';"],
    ['typescript', "const x = require('‸');"],
    ['typescript', "const x = await import('re‸');"],
    ['typescript', "// 're‸'"],
    ['typescript', "/*\n 're‸' */"],
    ['typescript', 'const re‸ = 1;'],
    ['typescript', "const x = { 're‸': 1 };"],
    ['typescript', 'const x = `${re‸}`;'],
  ];
  for (const [language, marked] of silentPlaces) {
    it(`is not offered in ${language}: ${marked.replaceAll('\n', '⏎')}`, async () => {
      assert.ok(!(await offered(language, marked, 'otherwise')));
    });
  }
});
