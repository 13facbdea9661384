import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Express } from 'express';
import ts from 'typescript';
import { payloads } from '../../../src/events/payloads';
import { payloadTypes } from '../../../src/payloads/build/payloadTypes';
import { headersOf } from '../../../src/payloads/build/writePayloads';
import { complaintsAbout } from './compile';

const source = readFileSync(join(process.cwd(), 'test', 'unit', 'payloads', 'consumer', 'consumer.ts'), 'utf8');

/** Makes JavaScript of the consumer and loads it, where it finds Express. */
async function loadConsumer(): Promise<{ createApp: () => Express }> {
  const folder = join(process.cwd(), 'out', 'consumer');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `consumer-${process.pid}.mjs`);
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  writeFileSync(file, outputText);
  return (await import(pathToFileURL(file).href)) as { createApp: () => Express };
}

describe('A consumer with Express', () => {
  it('compiles with the generated types', async () => {
    assert.deepEqual(complaintsAbout({ 'bitbucket-webhooks.d.ts': await payloadTypes(), 'consumer.ts': source }), []);
  });

  it('that handles every event there is can’t forget one', async () => {
    const types = await payloadTypes();
    const handlerOf = (keys: readonly string[]) => `
      import type { BitbucketWebhook } from './bitbucket-webhooks';
      export function handle(webhook: BitbucketWebhook): string {
        switch (webhook.eventKey) {
          ${keys.map((key) => `case '${key}':`).join(' ')}
            return webhook.eventKey;
        }
      }`;
    const complaints = (keys: readonly string[]) =>
      complaintsAbout({ 'bitbucket-webhooks.d.ts': types, 'handler.ts': handlerOf(keys) }).join();
    const keys = [...payloads.keys()];
    assert.equal(complaints(keys), '');
    assert.match(complaints(keys.slice(1)), /lacks ending return statement/);
  });

  it('reads every sample', async () => {
    const server = (await loadConsumer()).createApp().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    try {
      for (const [key, { variants }] of payloads) {
        for (const { id, body } of variants) {
          const response = await fetch(`http://127.0.0.1:${port}/webhook`, {
            method: 'POST',
            headers: Object.fromEntries(headersOf(key)),
            body: JSON.stringify(body),
          });
          const answer = await response.text();
          assert.equal(response.status, 200, `${key} ${id}: ${answer}`);
          assert.doesNotMatch(answer, /undefined|UNKNOWN/, `${key} ${id}`);
        }
      }
    } finally {
      server.close();
    }
  });
});
