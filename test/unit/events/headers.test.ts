import assert from 'node:assert/strict';
import { brokenHeader, deliveryHeaders } from '../../../src/events/headers';

const delivery = { eventKey: 'repo:push', hookUuid: 'h', requestUuid: 'r', attempt: 1 };

describe('Headers of a delivery', () => {
  it('have the names that Bitbucket writes, and no signature without a secret', () => {
    assert.deepEqual(deliveryHeaders(delivery), [
      ['X-Event-Key', 'repo:push'],
      ['X-Hook-UUID', 'h'],
      ['X-Request-UUID', 'r'],
      ['X-Attempt-Number', '1'],
      ['User-Agent', 'Bitbucket-Webhooks/2.0'],
      ['Content-Type', 'application/json'],
    ]);
    const signed = deliveryHeaders({ ...delivery, attempt: 2, signature: 'sha256=00' });
    assert.deepEqual(signed.slice(3, 4), [['X-Attempt-Number', '2']]);
    assert.deepEqual(signed.slice(6), [['X-Hub-Signature', 'sha256=00']]);
  });

  for (const eventKey of ['repo:push\r\nX-Evil: 1', 'repo:push\n', 'a\0b', 'repo:püsh', 'a\tb', '\u2028', '\u010a']) {
    it(`are refused with ${JSON.stringify(eventKey)} in one`, () => {
      assert.equal(brokenHeader(deliveryHeaders({ ...delivery, eventKey })), 'X-Event-Key');
    });
  }

  it('are refused with a name that is none', () => {
    assert.equal(brokenHeader([['X:Y', '']]), 'X:Y');
    assert.equal(brokenHeader([['', '']]), '');
    assert.equal(brokenHeader(deliveryHeaders(delivery)), undefined);
  });
});
