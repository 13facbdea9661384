import assert from 'node:assert/strict';
import { KeyFinder } from '../../../src/language/find';
import { known, withCursor } from '../language/fixture';

const finder = new KeyFinder(known);

/** What is added at the mark `‸` for an event; `undefined` where nothing is. */
async function added(languageId: string, marked: string): Promise<string | undefined> {
  const { text, cursor } = withCursor(marked);
  const dispatch = await finder.dispatch({ languageId, getText: () => text }, 'bitbucket', cursor);
  return dispatch?.insertion(['issue:created']).text;
}

const rows: readonly (readonly [languageId: string, marked: string, text: string | undefined])[] = [
  [
    'typescript',
    "switch (‸eventKey) {\n    case 'repo:push':\n        run();\n        break;\n}",
    "\n    case 'issue:created':\n        // TODO: handle issue:created\n        break;",
  ],
  [
    'typescript',
    'switch (eventKey) {\r\n\tcase "repo:push‸": {\r\n\t\treturn;\r\n\t}\r\n}',
    '\n\tcase "issue:created": {\n\t\t// TODO: handle issue:created\n\t\treturn;\n\t}',
  ],
  // What falls out of its arm must not fall into another one.
  [
    'typescript',
    "switch (eventKey) {\n  case 'repo:push‸':\n    run();\n}",
    "\n  case 'issue:created':\n    // TODO: handle issue:created\n    break;",
  ],
  [
    'go',
    'package a\nfunc a() {\n\tswitch event {\n\tcase "repo:push‸":\n\t\trun()\n\n\tdefault:\n\t}\n}',
    '\n\n\tcase "issue:created":\n\t\t// TODO: handle issue:created',
  ],
  [
    'php',
    "<?php return match ($event) {\n  'repo:push‸' => run()\n};",
    ",\n  // TODO: handle issue:created\n  'issue:created' => throw new \\LogicException('issue:created is not handled yet'),",
  ],
  [
    'python',
    'if event_key == "repo:push‸":\n  run()\nelse:\n  pass',
    '\nelif event_key == "issue:created":\n  # TODO: handle issue:created\n  pass',
  ],
  [
    'typescript',
    "const handlers = {\n  'repo:push‸': push, // all\n};",
    ", // all\n  // TODO: handle issue:created\n  'issue:created': () => { throw new Error('issue:created is not handled yet'); },",
  ],
  // A name that only the other arm gives
  [
    'python',
    'match event_key:\n    case "repo:push‸":\n        return 1\n    case other:\n        return other',
    '\n    case "issue:created":\n        # TODO: handle issue:created\n        raise NotImplementedError("issue:created is not handled yet")',
  ],
  // Beside what another product calls the same
  [
    'typescript',
    "if (key === 'pr:opened' || eventKey === 'pullrequest:created‸') {\n  run();\n}",
    " else if (eventKey === 'issue:created') {\n  // TODO: handle issue:created\n}",
  ],
  // After the last neighbour that shows how
  [
    'typescript',
    "const handlers = {\n  'repo:push‸': push,\n  'repo:fork': wrap(fork),\n};",
    ",\n  // TODO: handle issue:created\n  'issue:created': () => { throw new Error('issue:created is not handled yet'); },",
  ],
  // Constants are keys, too.
  ['typescript', "const PUSH = 'repo:push';\nswitch (eventKey) {\n  case PUSH‸:\n    break;\n}", undefined],
  // Nobody can tell what stands there.
  ['typescript', "const handlers = { 'repo:push‸': new Push() };", undefined],
  ['typescript', "const handlers = { 'repo:push‸': PushHandler };", undefined],
  ['go', 'package a\nvar a = map[string]handler{"repo:push‸": others.Push}', undefined],
  ['java', 'class A { Map<String, H> a = Map.of("repo:push‸", Other::push); }', undefined],
  // Someone is busy with something else.
  ['typescript', "switch (eventKey) {\n  case 'repo:push':\n    ru‸n();\n    break;\n}", undefined],
  ['typescript', "if (eventKey === 'repo:push') {\n  ru‸n();\n}", undefined],
  ['typescript', "run('‸');\nswitch (eventKey) {\n  case 'repo:push':\n    break;\n}", undefined],
  // No arms
  ['typescript', "if (eventKey !== 'repo:push‸') {\n  return;\n}", undefined],
  ['typescript', "if (eventKey === 'repo:push‸' && a) {\n  run();\n}", undefined],
  ['typescript', "interface Bodies {\n  'repo:push‸': Push;\n}", undefined],
  ['typescript', "const events = ['repo:push‸'];", undefined],
  ['typescript', "const { 'repo:push‸': push } = handlers;", undefined],
  ['typescript', "switch (status) {\n  case '‸merged':\n    run();\n}", undefined],
  ['ruby', "case event_key\nwhen 'repo:push‸' then run\nend", undefined],
  ['yaml', 'handlers:\n  repo:push‸: run', undefined],
];

describe('An added arm', () => {
  for (const [languageId, marked, text] of rows) {
    it(`${languageId}: ${JSON.stringify(marked)}`, async () => {
      assert.equal(await added(languageId, marked), text);
    });
  }

  it('is for none of the events that are handled: by keys, by constants, by what they begin with', async () => {
    const text = [
      "const PUSH = 'repo:push';",
      'switch (true) {',
      "  case eventKey === 'repo:fork': break;",
      "  case eventKey.startsWith('pullrequest:'): break;",
      '}',
      'switch (eventKey) {',
      "  case 'repo:fork': break;",
      '  case PUSH: break;',
      '}',
    ].join('\n');
    const source = { languageId: 'typescript', getText: () => text };
    const first = await finder.dispatch(source, 'bitbucket', text.indexOf('repo:fork'));
    assert.deepEqual([first?.keys, first?.prefixes], [['repo:fork'], ['pullrequest:']]);
    const second = await finder.dispatch(source, 'bitbucket', text.lastIndexOf('repo:fork'));
    assert.deepEqual([second?.keys, second?.prefixes], [['repo:fork', 'repo:push'], []]);
  });

  it('is offered only where a file speaks of Bitbucket', async () => {
    const source = { languageId: 'typescript', getText: () => "switch (event) { case 'issue:created': run(); }" };
    assert.equal(await finder.dispatch(source, 'a', 30), undefined);
  });
});
