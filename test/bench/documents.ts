import { bundledList } from '../../src/catalog/bundled/bundledList';

/** The languages that are compared; `typescriptreact` has the same text as `typescript`. */
export type Language = 'yaml' | 'json' | 'typescript' | 'typescriptreact' | 'markdown';

/** A made-up document with a half-typed key in its middle. */
export interface MadeDocument {
  readonly language: Language;
  readonly lines: readonly string[];
  /** Where the half-typed key stands. */
  readonly line: number;
  readonly start: number;
}

export const eventKeys: readonly string[] = [
  ...new Set([...bundledList.subjectTypes.values()].flat().map(({ key }) => key)),
];

/** The module from which the TypeScript documents have their types. */
export const eventsModule = `
export type EventKey =\n${eventKeys.map((key) => `  | '${key}'`).join('\n')};
export interface Hook {
  name: string;
  url: string;
  active: boolean;
  description: string;
  events: readonly EventKey[];
}
`;

const hook = {
  type: 'object',
  properties: {
    name: { type: 'string', description: 'What people call it.' },
    url: { type: 'string' },
    active: { type: 'boolean' },
    description: { type: 'string' },
    labels: { type: 'object', additionalProperties: { type: 'string' } },
    events: { type: 'array', items: { type: 'string', enum: eventKeys, description: 'The key of a webhook event.' } },
    retry: { type: 'object', properties: { limit: { type: 'integer' }, delay: { type: 'string' } } },
  },
};

/** What the YAML and JSON documents hold, for services that need to be told. */
export const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  properties: { hooks: { type: 'array', items: hook } },
};

/**
 * How many blocks go by from one with event keys to the next. In the public files that were read for this project, 1
 * to 5 of 100 lines hold a key; `usual` makes it 4, `dense` 20.
 */
export const densities = { usual: { hooks: 5, script: 3 }, dense: { hooks: 1, script: 1 } } as const;

export type Density = keyof typeof densities;

type Block = (index: number, withKeys: boolean) => readonly string[];

/** One block's lines, its number being `index`. */
const blocks: Readonly<Record<Language, Block>> = {
  yaml: (index, withKeys) => [
    `  - name: hook-${index}`,
    `    url: https://ci.example.org/hooks/${index}`,
    `    active: ${index % 3 !== 0}`,
    `    description: Builds project ${index}, and says so`,
    `    labels: { team: team-${index % 7}, tier: "${index % 3}" }`,
    withKeys ? '    events:' : '    branches:',
    ...(withKeys ? keysOf(index) : branchesOf(index)).map((entry) => `      - ${entry}`),
    '    retry:',
    `      limit: ${index % 5}`,
    '      delay: 10s',
  ],
  json: (index, withKeys) => [
    '    {',
    `      "name": "hook-${index}",`,
    `      "url": "https://ci.example.org/hooks/${index}",`,
    `      "active": ${index % 3 !== 0},`,
    `      "description": "Builds project ${index}, and says so",`,
    `      "labels": { "team": "team-${index % 7}", "tier": "${index % 3}" },`,
    withKeys ? '      "events": [' : '      "branches": [',
    ...(withKeys ? keysOf(index) : branchesOf(index)).map((entry, at) => `        "${entry}"${at < 2 ? ',' : ''}`),
    '      ],',
    `      "retry": { "limit": ${index % 5}, "delay": "10s" }`,
    '    },',
  ],
  typescript: script,
  typescriptreact: script,
  markdown: (index, withKeys) => [
    `## Hook ${index}`,
    '',
    `It builds project \`${index}\`, and says so:`,
    '',
    '```yaml',
    ...blocks.yaml(index, withKeys).map((line) => line.slice(2)),
    '```',
    '',
  ],
};

const heads: Readonly<Record<Language, readonly string[]>> = {
  yaml: ['# Webhooks of our Bitbucket repositories', 'hooks:'],
  json: ['{', '  "hooks": ['],
  typescript: ["import type { EventKey, Hook } from './bitbucketEvents';", ''],
  typescriptreact: ["import type { EventKey, Hook } from './bitbucketEvents';", ''],
  markdown: ['# Webhooks of our Bitbucket repositories', ''],
};

const tails: Readonly<Record<Language, readonly string[]>> = {
  yaml: [],
  json: ['    {}', '  ]', '}'],
  typescript: [],
  typescriptreact: [],
  markdown: [],
};

/** A small file of YAML, nearly all of which is a block scalar with so many characters of YAML. */
export function documentInBlock(length: number): MadeDocument {
  const head = ['# Bitbucket', 'kind: ConfigMap', 'data:', '  hooks.yaml: |'];
  const lineLength = madeDocument('yaml', 1_000).lines.join('\n').length / 1_000 + 4;
  const inner = madeDocument('yaml', length / lineLength);
  return {
    language: 'yaml',
    lines: [...head, ...inner.lines.map((line) => `    ${line}`)],
    line: inner.line + head.length,
    start: inner.start + 4,
  };
}

/** A document of this many lines, give or take one block; always the same. */
export function madeDocument(language: Language, lineCount: number, density: Density = 'usual'): MadeDocument {
  const lines = [...heads[language]];
  const period = densities[density][language === 'yaml' || language === 'json' ? 'hooks' : 'script'];
  let middle: number | undefined;
  for (let index = 1; lines.length + tails[language].length < lineCount; index++) {
    if (middle === undefined && lines.length >= lineCount / 2) {
      middle = lines.length;
    }
    lines.push(...blocks[language](index, index % period === 0));
  }
  lines.push(...tails[language]);
  const line = lines.findIndex((text, at) => at >= (middle ?? 0) && firstKey.test(text));
  const written = lines[line] ?? '';
  const start = written.indexOf(firstKey.exec(written)?.[0] ?? '');
  // VS Code sends lines to its extensions as JSON, so that each is a string of its own, not parts joined when needed.
  return { language, lines: JSON.parse(JSON.stringify(lines)) as string[], line, start };
}

/** The line of the half-typed key, as much of the key being typed as `typed` says. */
export function lineWith({ lines, line, start }: MadeDocument, typed: string): string {
  const old = lines[line] ?? '';
  return old.slice(0, start) + typed + old.slice(start).replace(firstKey, '');
}

const firstKey = /\b(?:repo|pullrequest|issue|project|pipeline):[a-z_]+/;

function branchesOf(index: number): readonly string[] {
  return ['main', `release/${index}`, `hotfix/${index}`];
}

/** Three keys; once in a while one that doesn't exist. */
function keysOf(index: number): readonly string[] {
  const [first, second, third] = [index, index + 7, index + 13].map((at) => eventKeys[at % eventKeys.length] ?? '');
  return [first ?? '', second ?? '', index % 105 === 0 ? 'pullrequest:merged' : (third ?? '')];
}

function script(index: number, withKeys: boolean): readonly string[] {
  const keys = keysOf(index);
  const comparison = withKeys
    ? ['  switch (eventKey) {', `    case '${keys[0] ?? ''}':`]
    : ['  switch (count) {', `    case ${index}:`];
  return [
    `/** Tells the builder of project ${index}. */`,
    `export const hook${index}: Hook = {`,
    `  name: 'hook-${index}',`,
    `  url: 'https://ci.example.org/hooks/${index}',`,
    `  active: ${index % 3 !== 0},`,
    `  description: \`Builds project \${${index} + 1}, and says so\`,`,
    withKeys ? `  events: [${keys.map((key) => `'${key}'`).join(', ')}],` : '  events: [],',
    '};',
    '',
    `export function handle${index}(eventKey: EventKey, count: number): string {`,
    ...comparison,
    `      return \`\${hook${index}.name} \${count + ${index}}\`;`,
    '    default:',
    `      return count > ${index} ? hook${index}.url : eventKey; // nothing to do`,
    '  }',
    '}',
    '',
  ];
}
