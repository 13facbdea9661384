import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Fault } from './scenario';

/** Sends the answer that a fault stands for; `fill` puts values in the places that its texts leave. */
export async function sendFaultyAnswer(
  response: ServerResponse,
  fault: Fault,
  fill: (text: string) => string,
): Promise<void> {
  const headers = Object.entries(fault.headers ?? {}).map(([name, value]): [string, string] => [name, fill(value)]);
  response.writeHead(fault.status ?? 200, {
    'content-type': 'application/json',
    ...(fault.gzip ? { 'content-encoding': 'gzip' } : {}),
    ...Object.fromEntries(headers),
  });
  const body = fill(fault.body ?? '');
  if (fault.afterHalf) {
    response.write(body.slice(0, body.length / 2), () => {
      if (fault.afterHalf === 'break') {
        response.destroy();
      }
    });
  } else if (fault.drip !== undefined) {
    drip(response, body, fault.drip);
  } else if (fault.blanks !== undefined || fault.gzip) {
    await sendStream(response, body, fault);
  } else {
    response.end(body);
  }
}

function drip(response: ServerResponse, body: string, milliseconds: number): void {
  let sent = 0;
  const timer = setInterval(() => {
    response.write(body.charAt(sent));
    if (++sent === body.length) {
      response.end();
    }
  }, milliseconds);
  response.on('close', () => {
    clearInterval(timer);
  });
}

async function sendStream(response: ServerResponse, body: string, { blanks = 0, gzip }: Fault): Promise<void> {
  const chunks = Readable.from(
    (function* () {
      const chunk = Buffer.alloc(65_536, ' ');
      yield Buffer.from(body);
      for (let left = blanks; left > 0; left -= chunk.length) {
        yield chunk.subarray(0, left);
      }
    })(),
  );
  try {
    await (gzip ? pipeline(chunks, createGzip(), response) : pipeline(chunks, response));
  } catch {
    // The client didn't want the rest.
  }
}
