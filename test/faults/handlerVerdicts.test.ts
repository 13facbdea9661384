import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createHttpsServer, globalAgent } from 'node:https';
import type { Server } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { outcomeSentences, outcomeWords } from '../../src/deliveries/outcomeText';
import { deliver } from '../../src/deliveries/wire/deliver';
import type { Signing } from '../../src/deliveries/wire/delivery';
import { type Grade, gradeOf } from '../../src/deliveries/wire/deliveryVerdict';
import { nodeSender } from '../../src/deliveries/wire/senderNode';
import type { PayloadIndex } from '../../src/payloads/library/payloadIndex';
import { listen } from '../support/listen';
import { selfSigned } from '../support/selfSigned';

const secret = 'a secret';
const folder = join('dist', 'payloads');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

/** The bodies of repo:push, in the order of its variants. */
const pushes = (JSON.parse(read('index.json')) as PayloadIndex).events['repo:push']?.variants.map(({ file }) =>
  read(file),
);
const usual = pushes?.[0] ?? assert.fail();
const ofDeletedBranch = pushes?.find((body) => body.includes('"new": null')) ?? assert.fail();

const sign = (body: Buffer | string, key: string) => `sha256=${createHmac('sha256', key).update(body).digest('hex')}`;

/** A handler that checks signatures as the author of each does, and then does what it is there for. */
function handler(isRight: (request: IncomingMessage, raw: Buffer) => boolean, work = () => 200): RequestListener {
  const app = express();
  app.use(express.raw({ type: '*/*' }));
  app.post('/hook', (request, response) => {
    const raw = request.body as Buffer;
    response.sendStatus(isRight(request, raw) ? work() : 401);
  });
  return app;
}

const checks =
  (key: string) =>
  ({ headers }: IncomingMessage, raw: Buffer) =>
    headers['x-hub-signature'] === sign(raw, key);

/** As it is written by whoever has only the object that a middleware has made of the body. */
const writesAnew = ({ headers }: IncomingMessage, raw: Buffer) =>
  headers['x-hub-signature'] === sign(JSON.stringify(JSON.parse(raw.toString())), secret);

/** What goes well with 13 events, and then a branch is deleted. */
function crashesOnNull(): RequestListener {
  const app = express();
  // Silent about what it dies of.
  app.set('env', 'test');
  app.use(express.json());
  app.post('/hook', (request, response) => {
    const { push } = request.body as { push: { changes: { new: { name: string } }[] } };
    response.send(push.changes.map((change) => change.new.name).join());
  });
  return app;
}

const tls = (options: object = {}) => createHttpsServer({ ...selfSigned, ...options }, handler(checks(secret)));

interface Row {
  readonly handler: string;
  readonly serve: () => Server;
  readonly scheme?: 'http' | 'https';
  readonly signing?: Signing;
  /** Of the target; '' where it has none. */
  readonly secret?: string;
  readonly body?: string;
  readonly isStopped?: boolean;
  /** As if the answer had taken so long. Milliseconds. */
  readonly took?: number;
  readonly words: RegExp;
  readonly grade: Grade;
  readonly said: RegExp;
}

const good = { grade: 'good' as const };
const bad = { grade: 'bad' as const };
const odd = { grade: 'odd' as const };
const right = () => createServer(handler(checks(secret)));
const careless = () => createServer(handler(() => true));

const rows: Row[] = [
  { handler: 'checks as it should', serve: right, ...good, words: /^200 OK$/, said: /this delivery has arrived\./ },
  {
    handler: 'checks as it should, and gets a wrong signature',
    serve: right,
    signing: 'wrong',
    ...good,
    words: /^401 Unauthorized$/,
    said: /^Refused, as it should be\.$/,
  },
  {
    handler: 'checks as it should, and gets no signature, as it is asked to refuse it',
    serve: right,
    signing: 'unsigned',
    ...good,
    words: /^401 Unauthorized$/,
    said: /^Refused, as it should be\.$/,
  },
  {
    handler: 'checks as it should, and the target has no secret',
    serve: right,
    secret: '',
    ...bad,
    words: /^401 Unauthorized$/,
    said: /no secret here\. If it checks signatures, set the secret that the handler has\. Bitbucket would not try again/,
  },
  {
    handler: 'takes the usual push, but crashes on null',
    serve: () => createServer(crashesOnNull()),
    ...good,
    words: /^200 OK$/,
    said: /has arrived/,
  },
  {
    handler: 'crashes on null when a branch is deleted',
    serve: () => createServer(crashesOnNull()),
    body: ofDeletedBranch,
    ...bad,
    words: /^500 Internal Server Error$/,
    said: /^The handler failed\. Bitbucket would try again: “Send again as Bitbucket’s retry”/,
  },
  {
    handler: 'answers 500',
    serve: () => createServer(handler(checks(secret), () => 500)),
    ...bad,
    words: /^500/,
    said: /^The handler failed\. Bitbucket would try again/,
  },
  {
    handler: 'answers 500 to a wrong signature',
    serve: () => createServer((_, response) => response.writeHead(500).end()),
    signing: 'wrong',
    ...bad,
    words: /^500/,
    said: /^The handler failed where it should have refused the signature: answer with 401\.$/,
  },
  {
    handler: 'has another secret',
    serve: () => createServer(handler(checks('another'))),
    ...bad,
    words: /^401 Unauthorized$/,
    said: /^The handler refused a signed delivery\. Either the secrets differ: set the one that the handler has\. Or it/,
  },
  {
    handler: 'writes the body anew before it checks',
    serve: () => createServer(handler(writesAnew)),
    ...bad,
    words: /^401 Unauthorized$/,
    said: /Or it checks something else than the bytes that came, such as JSON that was parsed and written anew: verify/,
  },
  {
    handler: 'checks nothing',
    serve: careless,
    ...good,
    words: /^200 OK$/,
    said: /To see whether the handler checks signatures, send it again with a wrong one\.$/,
  },
  {
    handler: 'checks nothing, and gets a wrong signature',
    serve: careless,
    signing: 'wrong',
    ...odd,
    words: /^200 OK$/,
    said: /^It accepted a wrong signature: anyone can send to it\./,
  },
  {
    handler: 'checks nothing, and gets no signature',
    serve: careless,
    signing: 'unsigned',
    ...odd,
    words: /^200 OK$/,
    said: /^It accepted a delivery without a signature: anyone can send to it\./,
  },
  {
    handler: 'is slow',
    serve: right,
    took: 11_000,
    ...odd,
    words: /^200 OK, too late$/,
    said: /^Too late for Bitbucket, which gives up after 10 seconds: answer first, [^.]*\.$/,
  },
  {
    handler: 'redirects',
    serve: () =>
      createServer((_, response) => response.writeHead(302, { Location: 'https://example.com/x?t=1' }).end()),
    ...odd,
    words: /^302 Found$/,
    said: /points to https:\/\/example\.com\/x, which is not followed/,
  },
  {
    handler: 'takes deliveries elsewhere',
    serve: () => createServer((_, response) => response.writeHead(404).end()),
    signing: 'wrong',
    ...bad,
    words: /^404 Not Found$/,
    said: /takes no deliveries at this address/,
  },
  {
    handler: 'isn’t running',
    serve: right,
    isStopped: true,
    ...bad,
    words: /^Connection refused$/,
    said: /Is the handler running, and on this port\?/,
  },
  {
    handler: 'speaks https, and is sent to by http',
    serve: () => tls(),
    ...bad,
    words: /^Connection closed$/,
    said: /speak https/,
  },
  {
    handler: 'speaks https with a certificate that is trusted',
    serve: () => tls(),
    scheme: 'https',
    ...good,
    words: /^200 OK$/,
    said: /has arrived/,
  },
  {
    handler: 'asks for a client certificate',
    serve: () => tls({ requestCert: true, rejectUnauthorized: true }),
    scheme: 'https',
    ...bad,
    words: /./,
    said: /certificate|closed the connection|failed \(/i,
  },
];

describe('What is told of a handler that', () => {
  const { ca } = globalAgent.options;
  before(() => {
    globalAgent.options.ca = selfSigned.cert;
  });
  after(() => {
    globalAgent.options.ca = ca;
  });

  for (const row of rows) {
    it(row.handler, async () => {
      const server = row.serve();
      const url = new URL(`${row.scheme ?? 'http'}://127.0.0.1:${await listen(server)}/hook`);
      if (row.isStopped) {
        server.close();
      }
      const order = {
        eventKey: 'repo:push',
        body: row.body ?? usual,
        signing: row.signing ?? 'signed',
        secret: row.secret ?? secret,
        hookUuid: 'hook',
        url,
        target: { shown: url.href },
      };
      const patience = { lateAfter: 10_000, giveUpAfter: 600_000, onLate: () => undefined };
      const sent = await deliver(order, nodeSender.send, new AbortController().signal, patience);
      server.close();
      const milliseconds = row.took ?? sent.outcome.milliseconds;
      const delivery = { ...sent, outcome: { ...sent.outcome, milliseconds } };
      const sentences = outcomeSentences(delivery).join(' ');
      assert.match(outcomeWords(delivery.outcome), row.words);
      assert.equal(gradeOf(delivery), row.grade, sentences);
      assert.match(sentences, row.said);
    });
  }
});
