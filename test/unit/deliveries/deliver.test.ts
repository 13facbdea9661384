import assert from 'node:assert/strict';
import { deliver, type Order } from '../../../src/deliveries/wire/deliver';
import type { DeliveryRequest } from '../../../src/deliveries/wire/delivery';
import { sign } from '../../../src/deliveries/wire/signature';
import { answered } from '../../support/someDelivery';

const order: Order = {
  eventKey: 'repo:push',
  body: '{\r\n  "ü": "😀\ufeff"\n}',
  url: new URL('https://example.com/hook?token=marker'),
  target: { shown: 'https://example.com/hook', id: 'x' },
  signing: 'signed',
  secret: 'marker-secret',
  hookUuid: 'hook',
};
const bytes = Buffer.from(order.body);

async function send(change: Partial<Order> = {}) {
  const sent: DeliveryRequest[] = [];
  const patience = { lateAfter: 1, giveUpAfter: 1, onLate: () => undefined };
  const delivery = await deliver(
    { ...order, ...change },
    (request) => {
      sent.push(request);
      return Promise.resolve(answered());
    },
    new AbortController().signal,
    patience,
  );
  const [request] = sent;
  assert.ok(request && sent.length === 1);
  const header = (name: string) => request.headers.find(([each]) => each === name)?.[1];
  return { delivery, request, header };
}

describe('An order for a delivery', () => {
  it('is signed and sent as the same bytes, and says nothing of the secret or the query', async () => {
    const { delivery, request, header } = await send();
    assert.deepEqual(Buffer.from(request.body), bytes);
    assert.equal(request.url.href, order.url.href);
    assert.equal(header('X-Hub-Signature'), await sign(bytes, 'marker-secret'));
    assert.equal(header('X-Attempt-Number'), '1');
    assert.deepEqual(delivery.headers, request.headers);
    assert.equal(delivery.body, order.body);
    assert.equal(delivery.signing, 'signed');
    assert.doesNotMatch(JSON.stringify(delivery), /marker/);
  });

  it('has a request UUID of its own, and as a retry that of the first attempt', async () => {
    const [first, second] = [await send(), await send()];
    assert.match(first.header('X-Request-UUID') ?? '', /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    assert.notEqual(first.delivery.requestUuid, second.delivery.requestUuid);
    const retry = await send({ requestUuid: first.delivery.requestUuid, attempt: 2 });
    assert.equal(retry.header('X-Request-UUID'), first.delivery.requestUuid);
    assert.equal(retry.header('X-Attempt-Number'), '2');
  });

  for (const secret of [undefined, '']) {
    it(`is not signed with ${secret === '' ? 'an empty' : 'no'} secret`, async () => {
      const { delivery, header } = await send({ secret });
      assert.equal(header('X-Hub-Signature'), undefined);
      assert.equal(delivery.signing, 'noSecret');
    });
  }

  it('can be sent with a wrong signature, or without one', async () => {
    const unsigned = await send({ signing: 'unsigned' });
    assert.equal(unsigned.header('X-Hub-Signature'), undefined);
    assert.equal(unsigned.delivery.signing, 'unsigned');
    for (const secret of [undefined, 'marker-secret']) {
      const { delivery, header } = await send({ signing: 'wrong', secret });
      assert.match(header('X-Hub-Signature') ?? '', /^sha256=[\da-f]{64}$/);
      assert.notEqual(header('X-Hub-Signature'), await sign(bytes, 'marker-secret'));
      assert.equal(delivery.signing, 'wrong');
    }
  });
});
