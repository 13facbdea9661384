import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { hostname } from 'node:os';
import { checkServerIdentity } from 'node:tls';
import { brokenHeader } from '../../events/headers';
import { answerHead, readBody } from './answer';
import type { Answer, DeliveryRequest, Outcome, Patience, Sender } from './delivery';
import { type DeliveryFault, deliveryFaultOf } from './deliveryFault';

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
    headers: {
      ...Object.fromEntries(headers),
      'Content-Length': String(body.byteLength),
      ...(isOtherLoopback(url) ? { Host: url.host } : {}),
    },
    ...(isOtherLoopback(url) ? withoutProxy(url.hostname) : {}),
  });
  // A connection that is kept may have been closed by the time of the next delivery, which isn't tried twice.
  request.shouldKeepAlive = false;
  return request;
}

/** Of 127.0.0.0/8 VS Code takes one address for this machine, and would send what is for the others to a proxy. */
function isOtherLoopback({ hostname }: URL): boolean {
  return /^127\.\d/.test(hostname) && hostname !== '127.0.0.1';
}

/** What has VS Code connect to an address by the name of this machine. */
function withoutProxy(address: string): RequestOptions {
  return {
    hostname: 'localhost',
    lookup: (_, { all }, found) => {
      if (all) {
        found(null, [{ address, family: 4 }]);
      } else {
        found(null, address, 4);
      }
    },
    checkServerIdentity: (_, certificate) => checkServerIdentity(address, certificate),
  };
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
