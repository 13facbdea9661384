import * as v from 'valibot';
import type { Header, Outcome } from './delivery';

/** How a body was signed: rightly, not at all, or wrongly on purpose. */
export type Signing = 'signed' | 'unsigned' | 'wrong';

/** A target as it may be kept. */
export interface KeptTarget {
  /** Origin and path. */
  readonly shown: string;
  /** Under which the whole address is kept as a secret; none where there is no query. */
  readonly id?: string | undefined;
}

/** A delivery that was sent, with what came of it. */
export interface Delivery {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  readonly eventKey: string;
  readonly target: KeptTarget;
  /** As they were sent; a signature among them is a digest, not the secret. */
  readonly headers: readonly Header[];
  readonly body: string;
  /** Whether the body was too long to be kept whole, so that it can't be sent again. */
  readonly isBodyCut: boolean;
  readonly signing: Signing;
  readonly requestUuid: string;
  readonly attempt: number;
  readonly outcome: Outcome;
  /** What the deliveries have in common that were sent one after the other. */
  readonly batch?: string | undefined;
}

/** What is kept of a body. Bytes; Bitbucket itself sends at most 256 kB ("Troubleshoot webhooks", 2026). */
const maxBodyBytes = 256_000;
export const maxDeliveries = 100;
/** Of all that is kept, as JSON. Bytes. */
export const maxKeptBytes = 10_000_000;

/** What is kept of a delivery: long bodies are cut. */
export function limited(delivery: Delivery): Delivery {
  const { body, outcome } = delivery;
  const kept = cut(body);
  return {
    ...delivery,
    body: kept,
    isBodyCut: delivery.isBodyCut || kept !== body,
    outcome: limitedOutcome(outcome),
  };
}

function limitedOutcome(outcome: Outcome): Outcome {
  if (outcome.kind !== 'answer') {
    return outcome;
  }
  const { body } = outcome.answer;
  const text = cut(body.text);
  return text === body.text
    ? outcome
    : { ...outcome, answer: { ...outcome.answer, body: { ...body, text, isCut: true } } };
}

/** Never within a character. */
function cut(text: string): string {
  // No character takes more than three bytes for each unit of a string.
  if (text.length * 3 <= maxBodyBytes) {
    return text;
  }
  const bytes = new TextEncoder().encode(text);
  return bytes.length <= maxBodyBytes
    ? text
    : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, maxBodyBytes), { stream: true });
}

const header = v.tuple([v.string(), v.string()]);
const answer = v.object({
  status: v.number(),
  reason: v.string(),
  headers: v.array(header),
  body: v.object({
    text: v.string(),
    isCut: v.boolean(),
    isReplaced: v.boolean(),
    unknownCoding: v.optional(v.string()),
  }),
});
const host = v.string();
const code = v.string();
const fault = v.variant('kind', [
  v.object({ kind: v.picklist(['refused', 'reset', 'dns', 'notTls']), host }),
  v.object({ kind: v.picklist(['offline', 'cancelled']) }),
  v.object({ kind: v.picklist(['tls', 'notHttp', 'connection']), host, code }),
  v.object({ kind: v.literal('gaveUp'), minutes: v.number() }),
  v.object({ kind: v.literal('header'), name: v.string() }),
]);
const milliseconds = v.number();
const outcome = v.variant('kind', [
  v.object({ kind: v.literal('answer'), milliseconds, answer }),
  v.object({ kind: v.literal('fault'), milliseconds, fault, answer: v.optional(answer) }),
]);

/** A delivery as it is in the file. */
export const deliverySchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]+$/)),
  sentAt: v.number(),
  eventKey: v.string(),
  target: v.object({ shown: v.string(), id: v.optional(v.string()) }),
  headers: v.array(header),
  body: v.string(),
  isBodyCut: v.boolean(),
  signing: v.picklist(['signed', 'unsigned', 'wrong']),
  requestUuid: v.string(),
  attempt: v.number(),
  outcome,
  batch: v.optional(v.string()),
});
