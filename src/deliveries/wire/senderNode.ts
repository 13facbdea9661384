import { hostname } from 'node:os';
import { brokenHeader } from '../../events/headers';
import { answerHead } from './answer';
import { BodyReader } from './answerBody';
import type { Answer, DeliveryRequest, Outcome, Patience, Sender } from './delivery';
import { type DeliveryFault, deliveryFaultOf } from './deliveryFault';
import { Exchange } from './exchange';
import { withoutQueryOf } from './redaction';

/** Sends by Node.js's own client. */
export const nodeSender: Sender = { send, machineName: hostname };

async function send(delivery: DeliveryRequest, signal: AbortSignal, patience: Patience): Promise<Outcome> {
  const started = performance.now();
  const milliseconds = () => Math.round(performance.now() - started);
  const name = brokenHeader(delivery.headers);
  if (name !== undefined) {
    return { kind: 'fault', milliseconds: 0, fault: { kind: 'header', name } };
  }
  const { url } = delivery;
  const waiting = wait(signal, patience);
  const exchange = new Exchange(delivery);
  let answerByNow = (): Answer | undefined => undefined;
  try {
    const response = await Promise.race([exchange.response(), waiting.over]);
    const head = answerHead(response, url);
    const reader = new BodyReader(response);
    const answer = (): Answer => {
      const { body } = reader;
      return { ...head, body: { ...body, text: withoutQueryOf(url, body.text) } };
    };
    answerByNow = answer;
    await Promise.race([reader.read(), waiting.over]);
    return { kind: 'answer', milliseconds: milliseconds(), answer: answer() };
  } catch (error) {
    const fault = waiting.fault() ?? deliveryFaultOf(error, url, exchange.isSent);
    const answer = answerByNow();
    return { kind: 'fault', milliseconds: milliseconds(), fault, ...(answer ? { answer } : {}) };
  } finally {
    waiting.end();
    exchange.close();
  }
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
