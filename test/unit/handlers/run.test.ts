import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { createAdaptorServer } from '@hono/node-server';
import { build } from 'esbuild';
import express from 'express';
import { payloads } from '../../../src/events/payloads';
import { choices, generate, writeGenerated } from './generated';
import { itRefusesWhatIsWrong } from './refusals';
import { senderTo } from './sender';

const keys = choices['all'] ?? [];
const secret = 'It’s a secret of the handler';
const env = { BITBUCKET_WEBHOOK_SECRET: secret };

/** What handlers log; each has it in the place of its console. */
const log: string[] = [];
const note = (...texts: unknown[]) => void log.push(texts.join(' '));
Object.assign(globalThis, { handlerConsole: { log: note, error: note } });

type Environment = Readonly<Record<string, string>>;
type Fetch = (request: Request) => Response | Promise<Response>;
interface Handler {
  readonly bitbucketWebhook: unknown;
  readonly receive: (
    request: Request,
    later: (task: () => Promise<void>) => void,
    env: Environment,
  ) => Promise<Response>;
}
interface HonoApp {
  readonly fetch: (request: Request, env?: Environment, context?: unknown) => Response | Promise<Response>;
}

const later = (task: () => Promise<void>) => void task();
const context = { waitUntil: () => undefined, passThroughOnException: () => undefined, props: {} };
const serve = (fetch: Fetch) => createAdaptorServer({ fetch }) as Server;
const call = (handler: Handler, given: Environment) =>
  (handler.bitbucketWebhook as (env: Environment) => unknown)(given);

/** How each framework's handler is made to listen. */
const servers: Readonly<Record<string, (handler: Handler, given: Environment) => Server>> = {
  express: (handler, given) =>
    createServer(express().use('/', call(handler, given) as RequestListener, express.json()) as RequestListener),
  hono: (handler, given) => serve((call(handler, given) as HonoApp).fetch),
  'hono-workers': ({ bitbucketWebhook }, given) =>
    serve((request) => (bitbucketWebhook as HonoApp).fetch(request, given, context)),
  next: ({ receive }, given) => serve((request) => receive(request, later, given)),
};

/** Has a handler's module as JavaScript, and loads it. */
async function load(id: string): Promise<Handler> {
  const plan = await generate(id, keys);
  const outfile = join(writeGenerated(`run-${id}`, plan), 'webhook.mjs');
  const entry = join(dirname(outfile), dirname(plan.main), 'webhook.ts');
  const define = { 'console.log': 'handlerConsole.log', 'console.error': 'handlerConsole.error' };
  await build({ entryPoints: [entry], outfile, bundle: true, packages: 'external', format: 'esm', define });
  return (await import(pathToFileURL(outfile).href)) as Handler;
}

for (const [id, serverOf] of Object.entries(servers)) {
  describe(`A generated handler: ${id}`, () => {
    let handler: Handler;
    let server: Server;
    let address = '';
    before(async () => {
      handler = await load(id);
      server = serverOf(handler, env).listen(0, '127.0.0.1');
      await once(server, 'listening');
      address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    });
    after(() => {
      server.close();
      server.closeAllConnections();
    });

    const sender = senderTo(() => address, secret);
    const { signed } = sender;

    it('takes every variant of every event, signed by our sender, and handles it', async () => {
      for (const eventKey of keys) {
        const bodies = payloads.get(eventKey)?.variants.map(({ body }) => JSON.stringify(body, undefined, 2)) ?? [];
        for (const body of bodies.length > 0 ? bodies : ['{}']) {
          log.length = 0;
          assert.equal(await signed(body, { eventKey }), 202, eventKey);
          assert.doesNotMatch(log.join(), /not handled|undefined/, eventKey);
        }
      }
    });

    itRefusesWhatIsWrong(sender, secret);

    it('answers 204 to an event that it does not know, and says so', async () => {
      log.length = 0;
      assert.equal(await signed('{}', { eventKey: 'repo:unheard_of' }), 204);
      assert.deepEqual(log, ['Nothing handles repo:unheard_of.']);
    });

    it('answers again where the same delivery comes twice; Express handles it once', async () => {
      const body = JSON.stringify(payloads.get('repo:fork')?.variants[0]?.body);
      log.length = 0;
      const statuses = [await signed(body, { eventKey: 'repo:fork', id: 'same' })];
      statuses.push(await signed(body, { eventKey: 'repo:fork', id: 'same' }));
      assert.deepEqual(statuses, [202, id === 'express' ? 204 : 202]);
      assert.equal(log.length, id === 'express' ? 1 : 2);
    });

    it('logs work that fails after the answer; Express takes the delivery again then', async () => {
      log.length = 0;
      assert.equal(await signed('{}', { eventKey: 'repo:push', id: 'failing' }), 202);
      assert.match(log.join(), /answered, but not handled/);
      assert.equal(await signed('{}', { eventKey: 'repo:push', id: 'failing' }), 202);
    });

    it(`says that there is no secret ${/next|workers/.test(id) ? 'when it is asked' : 'when it starts'}`, async () => {
      if (!/next|workers/.test(id)) {
        assert.throws(() => serverOf(handler, {}), /BITBUCKET_WEBHOOK_SECRET/);
        return;
      }
      const other = serverOf(handler, {}).listen(0, '127.0.0.1');
      await once(other, 'listening');
      const { port } = other.address() as AddressInfo;
      const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' });
      assert.equal(response.status, 500);
      other.close();
      other.closeAllConnections();
    });

    if (id !== 'next') {
      it('answers 405 to other methods', async () => {
        const response = await fetch(address);
        assert.deepEqual([response.status, response.headers.get('Allow')], [405, 'POST']);
      });
    }
  });
}

describe('A generated handler for Express', () => {
  it('says what to do where something has parsed the body before', async () => {
    const handler = await load('express');
    const server = createServer(
      express().use(express.json(), call(handler, env) as RequestListener) as RequestListener,
    );
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    log.length = 0;
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}', headers });
    assert.equal(response.status, 500);
    assert.match(log.join(), /mount the webhook first/);
    server.close();
    server.closeAllConnections();
  });
});

describe('The test that is generated', () => {
  const manifest = (value: object) => ({ 'package.json': JSON.stringify(value) });
  const projects = [
    ['express', {}],
    ['hono', {}],
    ['hono-workers', {}],
    ['next', {}],
    ['express', manifest({ dependencies: { express: '5' } })],
    ['hono', manifest({ type: 'module', dependencies: { hono: '4' } })],
  ] as const;
  for (const [id, files] of projects) {
    const language = Object.keys(files).length > 0 ? 'JavaScript' : 'TypeScript';
    it(`passes for ${id} in ${language}`, async () => {
      const plan = await generate(id, choices['several'] ?? [], files);
      const folder = writeGenerated(`test-${id}-${language}`, plan, files);
      const test = plan.files.find(({ path }) => /\.test\.[jt]s$/.test(path))?.path ?? assert.fail();
      const outfile = join(folder, test.replace(/\.ts$/, '.mjs'));
      if (test.endsWith('.ts')) {
        const entryPoints = [join(folder, test)];
        await build({ entryPoints, outfile, bundle: true, packages: 'external', format: 'esm', platform: 'node' });
      }
      const { stdout } = await promisify(execFile)(process.execPath, ['--test', '--test-reporter=tap', outfile]);
      assert.match(stdout, /^# pass 9$/m);
      assert.match(stdout, /^# fail 0$/m);
    });
  }
});
