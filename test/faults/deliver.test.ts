import assert from 'node:assert/strict';
import { once } from 'node:events';
import http, { Agent, createServer, request, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { constants, deflateRawSync, gunzipSync, gzipSync } from 'node:zlib';
import type { Outcome } from '../../src/deliveries/wire/delivery';
import { deliver } from '../support/deliver';
import { listen } from '../support/listen';
import { nameless, nobody, plain, silent } from './places';

/** A handler that writes bytes, as no HTTP library would. */
function raw(...answers: (string | Buffer)[]) {
  return async () => {
    const sockets = new Set<Socket>();
    const server = createTcpServer((socket) => {
      sockets.add(socket.on('error', () => undefined).on('close', () => sockets.delete(socket)));
      socket.once('data', () => {
        answers.forEach((answer) => socket.write(answer));
      });
    });
    const port = await listen(server);
    const close = () => {
      server.close();
      sockets.forEach((socket) => socket.destroy());
    };
    return { port, sockets, close };
  };
}

const head = (headers: string) => `HTTP/1.1 200 OK\r\n${headers}\r\n`;

/** What there is of an outcome in a few words: status, or fault, and what is said of the body. */
function inShort(outcome: Outcome): string {
  const { answer } = outcome;
  const body = answer?.body;
  const words = [
    outcome.kind === 'fault' ? outcome.fault.kind : '',
    answer ? `${answer.status}` : '',
    body && body.text.length > 0 ? `${body.text.length} characters` : '',
    body?.isCut ? 'cut' : '',
    body?.isReplaced ? 'replaced' : '',
    body?.unknownCoding ?? '',
  ];
  return words.filter((word) => word !== '').join(', ');
}

/** The first half of a body that gzip has made small, and how many characters of it can be read. */
const long = Array.from({ length: 4000 }, (_, index) => index.toString(36)).join(' ');
const half = gzipSync(long).subarray(0, gzipSync(long).length / 2);
const gunzipHalf = gunzipSync(half, { finishFlush: constants.Z_SYNC_FLUSH }).length;

const bomb = gzipSync(Buffer.alloc(200_000_000), { level: constants.Z_BEST_COMPRESSION });

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

interface Row {
  readonly name: string;
  readonly handler: ReturnType<typeof raw>;
  /** Milliseconds until nobody waits any longer; unlimited where the outcome doesn't need it. */
  readonly giveUpAfter?: number;
  readonly seen: string;
}

const rows: Row[] = [
  { name: 'an answer', handler: raw(head('Content-Length: 2\r\n'), 'ok'), seen: '200, 2 characters' },
  { name: 'status 204', handler: raw('HTTP/1.1 204 No Content\r\n\r\n'), seen: '204' },
  { name: 'a status that nobody knows', handler: raw('HTTP/1.1 799 \r\nContent-Length: 0\r\n\r\n'), seen: '799' },
  {
    name: 'a redirect, which is not followed',
    handler: raw('HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n'),
    seen: '302',
  },
  {
    name: 'statuses 100, 102 and 103 before the answer',
    handler: raw(
      'HTTP/1.1 100 Continue\r\n\r\n',
      'HTTP/1.1 102 Processing\r\n\r\n',
      'HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n',
      head('Content-Length: 2\r\n'),
      'ok',
    ),
    seen: '200, 2 characters',
  },
  {
    name: 'another protocol, for which nobody asked',
    handler: raw('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\nhello'),
    seen: '101',
  },
  { name: 'a server that never answers', handler: raw(), giveUpAfter: 100, seen: 'gaveUp' },
  { name: 'headers that never end', handler: raw('HTTP/1.1 200 OK\r\nA: b\r\n'), giveUpAfter: 100, seen: 'gaveUp' },
  {
    name: 'a body that never ends',
    handler: raw(head('Content-Length: 9\r\n'), 'ok'),
    giveUpAfter: 200,
    seen: 'gaveUp, 200, 2 characters, cut',
  },
  {
    name: 'more headers than anybody needs',
    handler: raw(head(`X: ${'x'.repeat(100_000)}\r\n`)),
    seen: 'notHttp',
  },
  { name: 'something that is no HTTP', handler: raw('SSH-2.0-OpenSSH_9.2\r\n'), seen: 'notHttp' },
  {
    name: 'bytes that are no UTF-8',
    handler: raw(head('Content-Length: 4\r\n'), Buffer.from([0x61, 0xff, 0xfe, 0x62])),
    seen: '200, 4 characters, replaced',
  },
  {
    name: 'a body of 1 MB',
    handler: raw(head('Content-Length: 1000000\r\n'), Buffer.alloc(1_000_000, 'a')),
    seen: '200, 1000000 characters',
  },
  {
    name: 'a body of 1 MB and a byte, cut within a character',
    handler: raw(head('Content-Length: 1000001\r\n'), Buffer.from(`a${'ü'.repeat(500_000)}`)),
    seen: '200, 500000 characters, cut',
  },
  {
    name: 'a body that gzip makes small',
    handler: raw(head('Content-Encoding: gzip\r\nContent-Length: 25\r\n'), gzipSync('hello')),
    seen: '200, 5 characters',
  },
  {
    name: 'a body that deflate makes small, without the header that zlib gives it',
    handler: raw(
      head(`Content-Encoding: deflate\r\nContent-Length: ${deflateRawSync('hello').length}\r\n`),
      deflateRawSync('hello'),
    ),
    seen: '200, 5 characters',
  },
  {
    name: 'a body that only says it is compressed',
    handler: raw(head('Content-Encoding: gzip\r\nContent-Length: 5\r\n'), 'hello'),
    seen: '200, gzip',
  },
  {
    name: 'a coding that nobody knows',
    handler: raw(head('Content-Encoding: zstd\r\nContent-Length: 5\r\n'), 'hello'),
    seen: '200, zstd',
  },
  ...['gzip', 'br', 'deflate', 'zstd'].map((coding) => ({
    name: `no byte of what is said to be compressed with ${coding}`,
    handler: raw(head(`Content-Encoding: ${coding}\r\nContent-Length: 0\r\n`)),
    seen: '200',
  })),
  {
    name: 'the beginning of a compressed body',
    handler: raw(head(`Content-Encoding: gzip\r\nContent-Length: ${half.length}\r\n`), half),
    seen: `200, ${gunzipHalf} characters, cut, gzip`,
  },
  {
    name: 'a compressed body that breaks off',
    handler: raw(head('Content-Encoding: gzip\r\nContent-Length: 100000\r\n'), half),
    giveUpAfter: 300,
    seen: `gaveUp, 200, ${gunzipHalf} characters, cut`,
  },
  {
    name: 'a gzip bomb of 200 MB',
    handler: raw(head(`Content-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n`), bomb),
    seen: '200, 1000000 characters, cut',
  },
];

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** How much more memory is in use after something than before, garbage of its own included. Megabytes. */
async function growthOf(run: () => Promise<void>): Promise<number> {
  const inUse = () => {
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / 1e6;
  };
  collectGarbage();
  const before = inUse();
  await run();
  return inUse() - before;
}

describe('A delivery', () => {
  for (const { name, handler, giveUpAfter = 600_000, seen } of rows) {
    it(`survives ${name}, and leaves no connection open`, async () => {
      const { port, sockets, close } = await handler();
      const outcome = await deliver(`http://127.0.0.1:${port}/`, { giveUpAfter });
      assert.equal(inShort(outcome), seen);
      await until(() => sockets.size === 0);
      close();
    });
  }

  const places: [name: string, open: () => ReturnType<typeof silent>, fault: string][] = [
    ['a port where nobody listens', nobody, 'refused'],
    ['a name that nobody has', () => Promise.resolve(nameless()), 'dns'],
    ['a server without TLS', plain, 'notTls'],
    ['a TLS handshake that never comes', () => silent('https'), 'gaveUp'],
  ];
  for (const [name, open, fault] of places) {
    it(`survives ${name}`, async () => {
      const place = await open();
      const outcome = await deliver(place.baseUrl, { giveUpAfter: 2000 });
      assert.equal(inShort(outcome), fault);
      await place.close();
    });
  }

  it('tells a connection that is closed before, in and after the headers', async () => {
    for (const [sent, seen] of [
      ['', 'reset'],
      ['HTTP/1.1 200 OK\r\nA:', 'reset'],
      [head('Content-Length: 9\r\n'), 'reset, 200, cut'],
      [head('Content-Length: 9\r\n') + 'hell', 'reset, 200, 4 characters, cut'],
    ] as const) {
      const server = createTcpServer((socket) => {
        socket.on('error', () => undefined).once('data', () => socket.end(sent));
      });
      assert.equal(inShort(await deliver(`http://127.0.0.1:${await listen(server)}/`)), seen);
      server.close();
    }
  });

  it('reaches a handler at the IPv6 address of this machine', async function () {
    const server = createServer((request, response) => response.end(request.headers.host));
    const isListening = await new Promise((resolve) => {
      server.once('error', () => {
        resolve(false);
      });
      server.listen(0, '::1', () => {
        resolve(true);
      });
    });
    if (isListening !== true) {
      this.skip();
    }
    const { port } = server.address() as AddressInfo;
    const outcome = await deliver(`http://[::1]:${port}/`);
    assert.equal(outcome.answer?.body.text, `[::1]:${port}`);
    server.close();
  });

  it('holds nothing of 200 MB that come without end but what is shown, and stops reading', async () => {
    let written = 0;
    const chunk = Buffer.alloc(100_000, 'x');
    const server = createServer((_request, response) => {
      const write = () => {
        while (written < 200_000_000 && !response.destroyed) {
          written += chunk.length;
          if (!response.write(chunk)) {
            response.once('drain', write);
            return;
          }
        }
      };
      write();
    });
    const growth = await growthOf(async () => {
      const outcome = await deliver(`http://127.0.0.1:${await listen(server)}/`);
      assert.equal(inShort(outcome), '200, 1000000 characters, cut');
    });
    console.log(`      ${written / 1e6} MB written, ${growth.toFixed(1)} MB more in use`);
    assert.ok(written < 50_000_000, `${written} bytes were taken`);
    assert.ok(growth < 40, `${growth} MB`);
    server.closeAllConnections();
    server.close();
  });

  it('unpacks of a gzip bomb no more than is shown', async () => {
    const { port, close } = await raw(head(`Content-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n`), bomb)();
    const growth = await growthOf(async () => {
      await deliver(`http://127.0.0.1:${port}/`);
    });
    console.log(`      200 MB packed, ${growth.toFixed(1)} MB more in use`);
    assert.ok(growth < 40, `${growth} MB`);
    close();
  });

  it('says once that it is late, and waits on', async () => {
    let answer: () => void = () => undefined;
    const server = createServer((_request, response) => (answer = () => response.end('at last')));
    let lates = 0;
    const onLate = () => {
      lates++;
      answer();
    };
    const outcome = await deliver(`http://127.0.0.1:${await listen(server)}/`, { lateAfter: 200, onLate });
    assert.equal(outcome.answer?.body.text, 'at last');
    assert.ok(outcome.milliseconds >= 190, String(outcome.milliseconds));
    assert.equal(lates, 1);
    server.close();
  });

  for (const [name, write] of [
    ['before the answer', (server: Server) => once(server, 'request')],
    [
      'within the answer',
      (server: Server) =>
        once(server, 'request').then(([, response]) => {
          (response as NodeJS.WritableStream).write('x'.repeat(1000));
        }),
    ],
  ] as const) {
    it(`ends with a cancel ${name}, and takes the connection with it`, async () => {
      const server = createServer();
      const controller = new AbortController();
      const waiting = deliver(`http://127.0.0.1:${await listen(server)}/`, { signal: controller.signal });
      await write(server);
      const closed = new Promise((resolve) => {
        server.close(resolve);
      });
      controller.abort();
      const outcome = await waiting;
      assert.ok(outcome.kind === 'fault' && outcome.fault.kind === 'cancelled');
      await closed;
    });
  }

  it('is not sent where it was cancelled before', async () => {
    let requests = 0;
    const server = createServer((_request, response) => {
      requests++;
      response.end();
    });
    const outcome = await deliver(`http://127.0.0.1:${await listen(server)}/`, { signal: AbortSignal.abort() });
    assert.equal(inShort(outcome), 'cancelled');
    assert.equal(requests, 0);
    server.close();
  });

  it('has a connection of its own, whoever else keeps one to the same server', async () => {
    const server = createServer((message, response) => {
      message.resume().on('end', () => response.end('ok'));
    });
    let connections = 0;
    server.on('connection', () => connections++);
    const address = `http://127.0.0.1:${await listen(server)}/`;
    const agent = new Agent({ keepAlive: true });
    const { globalAgent } = http;
    http.globalAgent = agent;
    try {
      // Three that are kept, as another extension may leave them.
      await Promise.all(
        [1, 2, 3].map(
          () =>
            new Promise((resolve) => {
              request(address, (response) => response.resume().on('end', resolve)).end();
            }),
        ),
      );
      await until(() => Object.values(agent.freeSockets).flat().length === 3);
      const outcome = await deliver(address);
      assert.equal(inShort(outcome), '200, 2 characters');
      assert.equal(connections, 4);
    } finally {
      http.globalAgent = globalAgent;
      agent.destroy();
      server.close();
    }
  });

  it('is sent once, whatever the server does then', async () => {
    let requests = 0;
    const server = createServer((message) => {
      requests++;
      message.socket.destroy();
    });
    assert.equal(inShort(await deliver(`http://127.0.0.1:${await listen(server)}/`)), 'reset');
    server.close();
    await once(server, 'close');
    assert.equal(requests, 1);
  });

  it('lets no event name write a header', async () => {
    const { port, close } = await raw(head('Content-Length: 0\r\n'))();
    for (const eventKey of ['repo:push\r\nX-Evil: 1', 'repo:push\n\n{}', 'repo:pu\u010ash']) {
      const outcome = await deliver(`http://127.0.0.1:${port}/`, { eventKey });
      assert.deepEqual(outcome, { kind: 'fault', milliseconds: 0, fault: { kind: 'header', name: 'X-Event-Key' } });
    }
    close();
  });

  it('has the names of its headers as Bitbucket writes them, and the bytes of its body', async () => {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const names = request.rawHeaders.filter((_, index) => index % 2 === 0);
        response.setHeader('Set-Cookie', 'session=marker');
        response.end(JSON.stringify({ method: request.method, names, body: Buffer.concat(chunks).toString('hex') }));
      });
    });
    const body = '{\r\n  "ü": "😀"\n}';
    const outcome = await deliver(`http://127.0.0.1:${await listen(server)}/`, { body, signature: 'sha256=0' });
    assert.deepEqual(JSON.parse(outcome.answer?.body.text ?? ''), {
      method: 'POST',
      names: [
        ...['X-Event-Key', 'X-Hook-UUID', 'X-Request-UUID', 'X-Attempt-Number', 'User-Agent', 'Content-Type'],
        ...['X-Hub-Signature', 'Content-Length', 'Host', 'Connection'],
      ],
      body: Buffer.from(body).toString('hex'),
    });
    assert.doesNotMatch(JSON.stringify(outcome), /marker/);
    assert.ok(outcome.answer?.headers.some(([name, value]) => name === 'Set-Cookie' && value === '…'));
    server.close();
  });

  it('gives back nothing of the query that it was sent with', async () => {
    const server = createServer((message, response) => {
      message.resume().on('end', () => {
        const url = message.url ?? '';
        response.writeHead(302, `Go to ${url}`, { Location: url, 'Content-Location': url, Refresh: `0; url=${url}` });
        response.end(`Cannot ${message.method ?? ''} ${url}`);
      });
    });
    const outcome = await deliver(`http://127.0.0.1:${await listen(server)}/hook?token=marker`);
    assert.doesNotMatch(JSON.stringify(outcome), /marker/);
    assert.equal(outcome.answer?.body.text, 'Cannot POST /hook?…');
    server.close();
  });

  it('pauses nowhere between 29 events for a handler that answers at once', async () => {
    const server = createServer((request, response) => {
      request.resume().on('end', () => response.end('ok'));
    });
    const address = `http://127.0.0.1:${await listen(server)}/`;
    const body = JSON.stringify({ text: 'x'.repeat(30_000) });
    const started = performance.now();
    for (let count = 0; count < 29; count++) {
      assert.equal((await deliver(address, { body })).answer?.status, 200);
    }
    const milliseconds = performance.now() - started;
    console.log(`      ${milliseconds.toFixed(0)} ms`);
    assert.ok(milliseconds < 15_000, `${milliseconds} ms`);
    server.close();
  });
});
