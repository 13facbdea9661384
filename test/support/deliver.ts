import type { DeliveryRequest, Outcome, Patience } from '../../src/deliveries/wire/delivery';
import { deliveryHeaders } from '../../src/events/headers';
import { nodeSender } from '../../src/deliveries/wire/senderNode';

export interface DeliverOptions extends Partial<Patience> {
  readonly eventKey?: string;
  readonly body?: string;
  readonly signature?: string;
  readonly requestUuid?: string;
  readonly signal?: AbortSignal;
}

/** Sends as the extension does, with a body of two bytes unless there is another. */
export function deliver(address: string, options: DeliverOptions = {}): Promise<Outcome> {
  const { eventKey = 'repo:push', body = '{}', requestUuid = 'request', signature } = options;
  const { signal = new AbortController().signal } = options;
  const request: DeliveryRequest = {
    url: new URL(address),
    headers: deliveryHeaders({ eventKey, hookUuid: 'hook', requestUuid, attempt: 1, signature }),
    body: new TextEncoder().encode(body),
  };
  const patience = { lateAfter: 10_000, giveUpAfter: 600_000, onLate: () => undefined, ...options };
  return nodeSender.send(request, signal, patience);
}
