import assert from 'node:assert/strict';
import { DeliveryFilter } from '../../../src/deliveries/deliveryFilter';
import type { Delivery } from '../../../src/deliveries/wire/delivery';
import { partnersOf } from '../../../src/deliveries/wire/partnersOf';
import { PendingDeliveries } from '../../../src/deliveries/wire/pendingDeliveries';
import { answered, someDelivery } from '../../support/someDelivery';

const here = { shown: 'http://localhost:3000/' };
const there = { shown: 'http://localhost:4000/' };
const ids = (deliveries: readonly Delivery[]) => deliveries.map(({ id }) => id);

describe('Deliveries in the view', () => {
  it('are compared with the last one before of the same event and target, then with what is less like it', () => {
    // Newest first.
    const all = [
      someDelivery({ id: 'newer', target: here }),
      someDelivery({ id: 'one', target: here }),
      someDelivery({ id: 'other event', eventKey: 'repo:fork', target: here }),
      someDelivery({ id: 'other target', target: there }),
      someDelivery({ id: 'last', target: here }),
      someDelivery({ id: 'older', target: here }),
    ];
    const one = all[1] ?? assert.fail();
    assert.deepEqual(ids(partnersOf(one, all)), ['last', 'older', 'newer', 'other target', 'other event']);
  });

  it('are filtered by event, target and outcome: within one kind any, across kinds all', () => {
    const all = [
      someDelivery({ id: 'good', target: here }),
      someDelivery({ id: 'bad', target: here, outcome: answered({ status: 500 }) }),
      someDelivery({ id: 'fork', eventKey: 'repo:fork', target: there }),
      someDelivery({ id: 'accepted', signing: 'wrong', target: there }),
    ];
    const filter = new DeliveryFilter();
    let changes = 0;
    filter.onDidChange(() => changes++);
    const left = (criteria: Partial<typeof filter.criteria>) => {
      filter.set({ events: [], targets: [], outcomes: [], ...criteria });
      assert.ok(filter.isActive);
      return ids(filter.select(all));
    };
    assert.deepEqual(left({ outcomes: ['bad', 'odd'] }), ['bad', 'accepted']);
    assert.deepEqual(left({ events: ['repo:fork'] }), ['fork']);
    assert.deepEqual(left({ targets: [there.shown], outcomes: ['good'] }), ['fork']);
    filter.clear();
    assert.ok(!filter.isActive);
    assert.equal(filter.select(all).length, 4);
    assert.equal(changes, 4);
  });

  it('are there from the start, say when Bitbucket would have given up, and go when they end', () => {
    const pending = new PendingDeliveries();
    const seen: string[] = [];
    pending.onDidChange(() => {
      seen.push(pending.list.map(({ eventKey, isLate }) => `${eventKey}${isLate ? ' late' : ''}`).join(', '));
    });
    const add = (eventKey: string) =>
      pending.add({
        eventKey,
        variant: undefined,
        attempt: 1,
        target: here,
        signing: 'signed',
        cancel: () => undefined,
      });
    const first = add('repo:push');
    const second = add('repo:fork');
    first.late();
    first.end();
    second.end();
    assert.deepEqual(seen, ['repo:push', 'repo:fork, repo:push', 'repo:push late, repo:fork', 'repo:fork', '']);
  });
});
