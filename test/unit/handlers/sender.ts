import { request as httpRequest } from 'node:http';
import { sign } from '../../../src/deliveries/wire/signature';
import { deliver } from '../../support/deliver';

interface SendOptions {
  readonly eventKey?: string;
  readonly id?: string;
}

/** Sends to a handler as the extension does, each time with an id of its own; all resolve with the status. */
export function senderTo(address: () => string, secret: string) {
  let count = 0;
  const signatureOf = (body: string, key = secret) => sign(new TextEncoder().encode(body), key);
  const send = async (body: string, options: SendOptions & { signature?: string } = {}) => {
    const requestUuid = options.id ?? `delivery-${++count}`;
    const outcome = await deliver(address(), { body, requestUuid, ...options });
    return outcome.kind === 'answer' ? outcome.answer.status : outcome.fault.kind;
  };
  const signed = async (body: string, options: SendOptions = {}) =>
    send(body, { ...options, signature: await signatureOf(body) });
  /** Without saying how long the body is. */
  const inChunks = async (body: string): Promise<number | undefined> => {
    const signature = await signatureOf(body);
    const headers = { 'X-Event-Key': 'repo:push', 'X-Hub-Signature': signature, 'Transfer-Encoding': 'chunked' };
    return new Promise((resolve, reject) => {
      const sending = httpRequest(address(), { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sending.on('error', reject);
      for (let at = 0; at < body.length; at += 64 * 1024) {
        sending.write(body.slice(at, at + 64 * 1024));
      }
      sending.end();
    });
  };
  return { send, signed, inChunks, signatureOf };
}

/** A body of a push without changes, and so many bytes. */
export const pushOfSize = (size: number) => JSON.stringify({ push: { changes: [] }, filler: 'x'.repeat(size) });
