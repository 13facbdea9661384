import { createServer, type IncomingMessage } from 'node:http';
import { listen } from './listen';

export interface HandledRequest {
  /** As they were written on the wire. */
  readonly names: readonly string[];
  readonly headers: IncomingMessage['headers'];
  readonly url: string;
  readonly body: Buffer;
}

/** What a handler answers: a body, a status, or nothing until it is told. */
type Answer = string | number | Promise<string | number>;

/** A webhook handler on this machine that notes what it gets. */
export async function openHandler(answer: (request: HandledRequest) => Answer = () => 'ok') {
  const requests: HandledRequest[] = [];
  const server = createServer((message, response) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('end', () => {
      const names = message.rawHeaders.filter((_, index) => index % 2 === 0);
      const { headers, url = '' } = message;
      const request = { names, headers, url, body: Buffer.concat(chunks) };
      requests.push(request);
      void Promise.resolve(answer(request)).then((said) => {
        response.statusCode = typeof said === 'number' ? said : 200;
        response.end(String(said));
      });
    });
  });
  const port = await listen(server);
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${port}/hook`, port, requests, close };
}
