import { once } from 'node:events';
import dns from 'node:dns';
import { createServer as createHttpsServer } from 'node:https';
import { connect, createServer, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { listen } from '../support/listen';
import { selfSigned } from '../support/selfSigned';

/** Where a base URL leads to, other than to a server that speaks HTTP. */
export interface Place {
  readonly baseUrl: string;
  close(): unknown;
}

/** A port that nobody listens on any more. */
export async function nobody(): Promise<Place> {
  const server = createServer();
  const port = await listen(server);
  server.close();
  await once(server, 'close');
  return { baseUrl: `http://127.0.0.1:${port}/2.0`, close: () => undefined };
}

/**
 * A name without an address. The resolver's answer is made up, since a real one may take its time or be a provider's
 * advertising page; what Node.js and node-fetch make of it is real.
 */
export function nameless(): Place {
  const { lookup } = dns;
  const error = Object.assign(new Error('getaddrinfo ENOTFOUND bitbucket.invalid'), {
    code: 'ENOTFOUND',
    errno: -3008,
    syscall: 'getaddrinfo',
    hostname: 'bitbucket.invalid',
  });
  const fail = (_name: string, _options: unknown, answer: (error: Error) => void) => {
    setImmediate(answer, error);
  };
  dns.lookup = fail as unknown as typeof lookup;
  return {
    baseUrl: 'https://bitbucket.invalid/2.0',
    close: () => {
      dns.lookup = lookup;
    },
  };
}

/** A server whose certificate nobody trusts. */
export async function untrusted(): Promise<Place> {
  const server = createHttpsServer(selfSigned, (_request, response) => response.end('{}'));
  return { baseUrl: `https://127.0.0.1:${await listen(server)}/2.0`, close: () => server.close() };
}

/** A server that takes connections and never says a word, not even in the TLS handshake. */
export async function silent(scheme: 'http' | 'https'): Promise<Place> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => sockets.push(socket.on('error', () => undefined)));
  const port = await listen(server);
  const close = () => {
    sockets.forEach((socket) => socket.destroy());
    server.close();
  };
  return { baseUrl: `${scheme}://127.0.0.1:${port}/2.0`, close };
}

/** A server that answers https with something else. */
export async function plain(): Promise<Place> {
  const server = createServer((socket) => socket.on('error', () => undefined).end('HTTP/1.1 200 OK\r\n\r\n'));
  return { baseUrl: `https://127.0.0.1:${await listen(server)}/2.0`, close: () => server.close() };
}

/**
 * A port where a connection never comes about: the process sleeps, and the system keeps only two connections for it.
 * (Where a system keeps more, the answer never comes, which is the same to the client.)
 */
export async function unaccepting(): Promise<Place> {
  const worker = new Worker(
    `const server = require('node:net').createServer().listen(0, '127.0.0.1', 1, () => {
       require('node:worker_threads').parentPort.postMessage(server.address().port);
       setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
     });`,
    { eval: true },
  );
  const [port] = (await once(worker, 'message')) as [number];
  const sockets = Array.from({ length: 8 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  await once(sockets[0] ?? worker, 'connect');
  const close = async () => {
    sockets.forEach((socket) => socket.destroy());
    await worker.terminate();
  };
  return { baseUrl: `http://127.0.0.1:${port}/2.0`, close };
}
