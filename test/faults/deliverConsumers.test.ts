import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import express, { type Request, type RequestHandler } from 'express';
import { deliver, type Order } from '../../src/deliveries/wire/deliver';
import { nodeSender } from '../../src/deliveries/wire/senderNode';
import type { PayloadIndex } from '../../src/payloads/library/payloadIndex';
import { listen } from '../support/listen';

type XHubRequest = Request & { readonly isXHub: boolean; isXHubValid(): boolean };
type XHub = (options: { algorithm: string; secret: string; limit: string }) => RequestHandler;

/** Middleware for Express that many handlers verify signatures with. It has no types. */
const xHub = createRequire(import.meta.url)('express-x-hub') as XHub;

const secret = 'It’s a secret of the handler';
const folder = join('dist', 'payloads');
const { events } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as PayloadIndex;

/** Every body of every event; of events without a sample, the empty object that is sent after a question. */
const drafts = Object.entries(events).flatMap(([eventKey, { variants }]) =>
  variants.length === 0
    ? [{ eventKey, body: '{}' }]
    : variants.map(({ file }) => ({ eventKey, body: readFileSync(join(folder, file), 'utf8') })),
);

/** Sends all of them to a handler; returns the statuses that came back, each once. */
async function sendAll(handler: RequestListener, order: Pick<Order, 'secret' | 'signing'>): Promise<unknown[]> {
  const server = createServer(handler);
  const url = new URL(`http://127.0.0.1:${await listen(server)}/hook`);
  const patience = { lateAfter: 10_000, giveUpAfter: 600_000, onLate: () => undefined };
  const statuses = new Set<unknown>();
  for (const draft of drafts) {
    const whole: Order = { ...draft, ...order, url, target: { shown: url.href }, hookUuid: 'hook' };
    const { outcome } = await deliver(whole, nodeSender.send, new AbortController().signal, patience);
    statuses.add(outcome.kind === 'answer' ? outcome.answer.status : outcome.fault.kind);
  }
  server.close();
  return [...statuses];
}

/** A handler as they are written: middleware checks the signature of the raw body, then the body is used. */
function expressHandler(): RequestListener {
  const app = express();
  app.use(xHub({ algorithm: 'sha256', secret, limit: '256kb' }));
  app.post('/hook', (request, response) => {
    const checked = request as XHubRequest;
    const isRight = checked.isXHub && checked.isXHubValid();
    response.sendStatus(isRight && typeof checked.body === 'object' ? 200 : 401);
  });
  return app;
}

describe('Handlers that others wrote', () => {
  it('take every body of every event, signed with their secret', async () => {
    console.log(`      ${drafts.length} bodies of ${Object.keys(events).length} events`);
    assert.deepEqual(await sendAll(expressHandler(), { secret, signing: 'signed' }), [200]);
  });

  it('refuse every one with the secret changed by one letter, signed wrongly, or not signed', async () => {
    const other = secret.replace('s', 'S');
    assert.deepEqual(await sendAll(expressHandler(), { secret: other, signing: 'signed' }), [401]);
    assert.deepEqual(await sendAll(expressHandler(), { secret, signing: 'wrong' }), [401]);
    assert.deepEqual(await sendAll(expressHandler(), { secret, signing: 'unsigned' }), [401]);
  });

  it('find headers by the names that Bitbucket writes, as functions behind a gateway do', async () => {
    const names = ['X-Event-Key', 'X-Hook-UUID', 'X-Request-UUID', 'X-Attempt-Number', 'X-Hub-Signature', 'User-Agent'];
    const handler: RequestListener = ({ rawHeaders }, response) => {
      // No look-up without regard to case: a plain object, as such functions are given.
      const headers = Object.fromEntries(
        rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [[name, rawHeaders[index + 1]]] : [])),
      ) as Record<string, string>;
      response.writeHead(names.every((name) => headers[name] !== undefined) ? 204 : 400).end();
    };
    assert.deepEqual(await sendAll(handler, { secret, signing: 'signed' }), [204]);
  });
});
