import type { HandledEvent } from '../framework';
import { type ModuleStyle, moduleText } from './moduleText';

/** How a test calls the handler. */
interface TestOptions {
  readonly style: ModuleStyle;
  readonly hasVitest: boolean;
  /** Lines of imports. Modules of Node.js come first. */
  readonly imports: { readonly node: readonly string[]; readonly others: readonly string[] };
  /** Declares `send(body, headers)`, which posts to the handler and resolves with its response. */
  readonly send: string;
}

/** A test that sends each event's sample to the handler, and what it has to refuse. */
export function testModule(events: readonly HandledEvent[], options: TestOptions): string {
  const { style, hasVitest, imports, send } = options;
  const known = events.filter(({ sample }) => sample !== undefined).map(({ key }) => key);
  const unpublished = events.filter(({ sample }) => sample === undefined).map(({ key }) => key);
  const hasSamples = known.length > 0;
  const node = [
    ...(hasVitest ? [] : ["import assert from 'node:assert/strict';", "import { test } from 'node:test';"]),
    "import { createHmac } from 'node:crypto';",
    ...(hasSamples ? ["import { readdirSync, readFileSync } from 'node:fs';"] : []),
    ...(hasSamples && !style.isEsm ? ["import { join } from 'node:path';"] : []),
    ...imports.node.filter((line) => style.isTypeScript || !line.startsWith('import type ')),
  ].sort((a, b) => moduleIn(a).localeCompare(moduleIn(b)));
  const others = [...(hasVitest ? ["import { expect, test } from 'vitest';"] : []), ...imports.others];
  // node:test returns a promise that nobody waits for.
  const test = hasVitest ? 'test' : '«void »test';
  const expectStatus = (status: string) =>
    hasVitest ? `expect(response.status).toBe(${status});` : `assert.equal(response.status, ${status});`;
  const [samples, sample] = style.isEsm
    ? ["new URL('./samples/', import.meta.url)", 'new URL(name, samples)']
    : ["join(__dirname, 'samples')", 'join(samples, name)'];
  // Whatever lies there, so that people can add what they were sent.
  const sampleTests = `const samples = ${samples};

for (const name of readdirSync(samples).filter((file) => file.endsWith('.json'))) {
  ${test}(\`handles \${name}\`, async () => {
    const [event = ''] = name.split('.');
    const sample = readFileSync(${sample}, 'utf8');
    const response = await deliver(sample, event.replaceAll('-', ':'));
    ${expectStatus('202')}
  });
}

`;
  const unpublishedTests = unpublished
    .map(
      (key) => `${test}('handles ${key}, whose body nobody has published', async () => {
  const response = await deliver('{}', '${key}');
  ${expectStatus('202')}
});

`,
    )
    .join('');
  return moduleText(
    `${[...node, ...others].join('\n')}

const secret = 'the secret of the test';
const body = '{ "test": true }';

const sign = (text«: string», key = secret) =>
  \`sha256=\${createHmac('sha256', key).update(text).digest('hex')}\`;

${send}

/** Sends as Bitbucket does: signed, and each time with another id. */
const deliver = (text«: string», eventKey«: string», signature = sign(text)) =>
  send(text, {
    'Content-Type': 'application/json',
    'X-Event-Key': eventKey,
    'X-Request-UUID': crypto.randomUUID(),
    'X-Hub-Signature': signature,
  });

${hasSamples ? sampleTests : ''}${unpublishedTests}${test}('refuses the signature of another secret', async () => {
  const response = await deliver(body, '${events[0]?.key ?? ''}', sign(body, 'another secret'));
  ${expectStatus('401')}
});

${test}('refuses the same JSON in other bytes', async () => {
  const response = await deliver(JSON.stringify(JSON.parse(body)), '${events[0]?.key ?? ''}', sign(body));
  ${expectStatus('401')}
});

${test}('refuses what is not signed', async () => {
  const response = await send(body, { 'X-Event-Key': '${events[0]?.key ?? ''}' });
  ${expectStatus('401')}
});

${test}('refuses what is signed but no JSON', async () => {
  const response = await deliver('{', '${events[0]?.key ?? ''}');
  ${expectStatus('400')}
});

${test}('takes an event that it does not know, so that it is not sent again', async () => {
  const response = await deliver(body, 'repo:unheard_of');
  ${expectStatus('204')}
});
`,
    style,
  );
}

const moduleIn = (line: string): string => /'(.*)'/.exec(line)?.[1] ?? '';
