import assert from 'node:assert/strict';
import { type Asked, isOffered } from '../../../src/language/place/offer';
import { at } from './fixture';

/** What a row of the table stands for: a place, as it is filled in. */
const places = {
  named: (typed: string) => `const events = ['${typed}'];`,
  weak: (typed: string) => `send('${typed}');`,
  rights: (typed: string) => `const scopes = ['${typed}'];`,
};

/** How it is asked for, with what is typed before the cursor. */
const asked: Readonly<Record<string, [typed: string, asked: Asked]>> = {
  quote: ['', 'quote'],
  'a colon': ['repo:', 'colon'],
  'the colon of pullrequest': ['pullrequest:', 'colon'],
  'nothing typed': ['', 'otherwise'],
  'one letter': ['p', 'otherwise'],
  'two letters of a family': ['pu', 'otherwise'],
  'a synonym': ['mer', 'otherwise'],
  'other letters': ['foo', 'otherwise'],
  'pullrequest:': ['pullrequest:', 'otherwise'],
  'a family and more': ['repo:p', 'otherwise'],
};

/** By place and signs: all ways in which keys are offered. */
const table: [keyof typeof places, mentionsBitbucket: boolean, offered: string[]][] = [
  ['named', true, Object.keys(asked)],
  [
    'named',
    false,
    [
      ...['a colon', 'the colon of pullrequest', 'nothing typed', 'two letters of a family', 'a synonym'],
      ...['pullrequest:', 'a family and more'],
    ],
  ],
  [
    'weak',
    true,
    [...['the colon of pullrequest', 'nothing typed', 'two letters of a family', 'pullrequest:'], 'a family and more'],
  ],
  ['weak', false, ['the colon of pullrequest', 'pullrequest:']],
  ['rights', true, []],
  ['rights', false, []],
];

describe('isOffered', () => {
  for (const [place, mentionsBitbucket, offered] of table) {
    for (const [how, [typed, by]] of Object.entries(asked)) {
      const expected = offered.includes(how);
      it(`${expected ? 'offers' : 'is silent'}: ${place}, ${mentionsBitbucket ? 'with signs' : 'no sign'}, ${how}`, async () => {
        const marked = `${mentionsBitbucket ? '// Bitbucket\n' : ''}${places[place](`${typed}‸`)}`;
        const found = await at('typescript', marked);
        assert.ok(found);
        assert.equal(isOffered(found, by), expected);
      });
    }
  }

  const servers: [string, boolean][] = [
    ["// Bitbucket\nconst a = { eventKey: 'pr:opened' }, b = { eventKey: '‸' };", false],
    [
      "// Bitbucket, both\nconst a = { eventKey: 'pr:opened' }, b = { eventKey: 'repo:push' }, c = { eventKey: '‸' };",
      true,
    ],
    [
      "// Bitbucket\nconst a = { eventKey: 'pr:opened' }, b = { eventKey: 'pullrequest:merged' }, c = { eventKey: '‸' };",
      true,
    ],
  ];
  for (const [marked, expected] of servers) {
    it(`${expected ? 'opens' : 'does not open'} by a quote among Data Center's keys: ${marked}`, async () => {
      const found = await at('typescript', marked);
      assert.equal(found !== undefined && isOffered(found, 'quote'), expected);
    });
  }

  /** A colon at the end of a line in YAML, where Enter would write a key. */
  const colons: [string, boolean][] = [
    ['bitbucket:\n  events:\n    - repo:‸', true],
    ['bitbucket:\n  events:\n    - name: x\n    - repo:‸', false],
    ['bitbucket:\n  hooks:\n    - repo:‸', false],
    ['bitbucket:\n  events:‸', false],
    ['bitbucket:\n  repo:‸', false],
    ['bitbucket:\n  event: repo:‸', true],
    ['bitbucket:\n  events: ["repo:‸"]', true],
    ['repos:\n  - repo:‸', false],
  ];
  for (const [marked, expected] of colons) {
    it(`${expected ? 'offers' : 'is silent'} behind the colon in ${JSON.stringify(marked)}`, async () => {
      const found = await at('yaml', marked);
      assert.equal(found !== undefined && isOffered(found, 'colon'), expected);
    });
  }
});
