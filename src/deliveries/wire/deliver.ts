import { deliveryHeaders } from '../../events/headers';
import type { Delivery, KeptTarget, Outcome, Patience, Send, Signing } from './delivery';
import { sign, signWrongly } from './signature';

/** What is to be sent. */
export interface Order {
  readonly eventKey: string;
  readonly variant?: string | undefined;
  readonly body: string;
  readonly url: URL;
  readonly target: KeptTarget;
  readonly signing: Signing;
  /** Of the target; `undefined` or empty where it has none, so that nothing is signed rightly. */
  readonly secret: string | undefined;
  readonly hookUuid: string;
  /** A fresh one unless it is a retry. */
  readonly requestUuid?: string | undefined;
  /** 1 unless it is a retry. */
  readonly attempt?: number | undefined;
  readonly batch?: string | undefined;
}

/**
 * Sends an order, once. The body is encoded once, as UTF-8 without a byte order mark: what is signed is what is sent.
 * Never rejects for what may go wrong on the way.
 */
export async function deliver(order: Order, send: Send, signal: AbortSignal, patience: Patience): Promise<Delivery> {
  const { eventKey, variant, target, hookUuid, attempt = 1, requestUuid = crypto.randomUUID() } = order;
  const body = new TextEncoder().encode(order.body);
  const signature = await signatureOf(body, order);
  const headers = deliveryHeaders({ eventKey, hookUuid, requestUuid, attempt, signature });
  const sentAt = Date.now();
  const outcome: Outcome = await send({ url: order.url, headers, body }, signal, patience);
  return {
    id: crypto.randomUUID(),
    sentAt,
    eventKey,
    variant,
    target,
    headers,
    body: order.body,
    isBodyCut: false,
    signing: order.signing === 'signed' && signature === undefined ? 'noSecret' : order.signing,
    requestUuid,
    attempt,
    outcome,
    batch: order.batch,
  };
}

/** @returns the value of the header; none where nothing is signed. */
async function signatureOf(body: Uint8Array, { signing, secret = '' }: Order): Promise<string | undefined> {
  switch (signing) {
    case 'unsigned':
      return undefined;
    case 'wrong':
      return signWrongly(body, secret);
    case 'signed':
      return secret === '' ? undefined : sign(body, secret);
  }
}
