import type { Answer, Delivery, Outcome } from '../../src/deliveries/wire/delivery';

export const answerWith = (change: Partial<Answer> = {}, text = 'ok'): Answer => ({
  status: 200,
  reason: 'OK',
  headers: [['Content-Type', 'text/plain']],
  body: { text, isCut: false, isReplaced: false },
  ...change,
});

export const answered = (change: Partial<Answer> = {}, milliseconds = 12): Outcome => ({
  kind: 'answer',
  milliseconds,
  answer: answerWith(change),
});

let count = 0;

/** A delivery as it is kept, with an id of its own. */
export const someDelivery = (change: Partial<Delivery> = {}): Delivery => ({
  id: `delivery-${++count}`,
  sentAt: Date.UTC(2026, 10, 25, 12),
  eventKey: 'repo:push',
  target: { shown: 'http://localhost:3000/' },
  headers: [['X-Event-Key', 'repo:push']],
  body: '{}',
  isBodyCut: false,
  signing: 'noSecret',
  requestUuid: 'request',
  attempt: 1,
  outcome: answered(),
  ...change,
});
