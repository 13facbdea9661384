import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { hostname } from 'node:os';
import { brokenHeader } from '../../events/headers';
import { answerHead, readBody } from './answer';
import type { Answer, DeliveryRequest, Outcome, Patience, Sender } from './delivery';
import { type DeliveryFault, deliveryFaultOf } from './deliveryFault';
import { withoutProxy } from './withoutProxy';

/**
 * Sends by Node.js's own client, which writes header names as they are given, and which VS Code patches for proxies and
 * certificates: so no agent of ours. node-fetch would write the names small.
 */
export const nodeSender: Sender = { send, machineName: hostname };

async function send(delivery: DeliveryRequest, signal: AbortSignal, patience: Patience): Promise<Outcome> {
  const started = performance.now();
  const milliseconds = () => Math.round(performance.now() - started);
  const name = brokenHeader(delivery.headers);
  if (name !== undefined) {
    return { kind: 'fault', milliseconds: 0, fault: { kind: 'header', name } };
  }
  const waiting = wait(signal, patience);
  let request: ClientRequest | undefined;
  let head: Answer | undefined;
  try {
    request = open(delivery);
    const response = await Promise.race([responseTo(request, delivery.body), waiting.over]);
    head = answerHead(response);
    const body = await Promise.race([readBody(response), waiting.over]);
    return { kind: 'answer', milliseconds: milliseconds(), answer: { ...head, body } };
  } catch (error) {
    const fault = waiting.fault() ?? deliveryFaultOf(error, delivery.url);
    return { kind: 'fault', milliseconds: milliseconds(), fault, ...(head ? { answer: head } : {}) };
  } finally {
    waiting.end();
    // Lets go of what wasn't read.
    request?.destroy();
  }
}

function open({ url, headers, body }: DeliveryRequest): ClientRequest {
  const requestOf = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const request = requestOf(url, {
    method: 'POST',
    headers: { ...Object.fromEntries(headers), 'Content-Length': String(body.byteLength), Host: url.host },
    ...withoutProxy(url),
  });
  // A connection that is kept may have been closed by the time of the next delivery, which isn't tried twice.
  request.shouldKeepAlive = false;
  return request;
}

function responseTo(request: ClientRequest, body: Uint8Array): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.on('response', resolve);
    // Status 101, though nobody asked for another protocol. Node.js leaves the connection to us then.
    request.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve(response);
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Ends the waiting for an answer when the signal aborts, or all patience is at an end. */
function wait(signal: AbortSignal, patience: Patience) {
  let fault: DeliveryFault | undefined;
  let stop: (fault: DeliveryFault) => void = () => undefined;
  const over = new Promise<never>((_, reject) => {
    stop = (why) => {
      fault ??= why;
      reject(new Error(why.kind));
    };
  });
  // It may end while nobody waits.
  over.catch(() => undefined);
  const cancel = () => {
    stop({ kind: 'cancelled' });
  };
  const late = setTimeout(patience.onLate, patience.lateAfter);
  const last = setTimeout(() => {
    stop({ kind: 'gaveUp', minutes: patience.giveUpAfter / 60_000 });
  }, patience.giveUpAfter);
  if (signal.aborted) {
    cancel();
  }
  signal.addEventListener('abort', cancel);
  return {
    over,
    fault: () => fault,
    end: () => {
      clearTimeout(late);
      clearTimeout(last);
      signal.removeEventListener('abort', cancel);
    },
  };
}
