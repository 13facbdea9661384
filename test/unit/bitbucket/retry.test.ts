import assert from 'node:assert/strict';
import { BitbucketClient } from '../../../src/bitbucket/bitbucketClient';
import { BitbucketError } from '../../../src/bitbucket/fault';
import type { FetchLike } from '../../../src/bitbucket/fetchLike';
import { delay, parseRetryAfter, retryWait } from '../../../src/bitbucket/retry';
import { silentLog } from '../../support/silentLog';

const { signal } = new AbortController();
const baseUrl = 'https://api.example.org/2.0';

describe('Retries', () => {
  /** A fetch that answers with a status, and notes the milliseconds at which it is asked. */
  function answering(status: number, headers: Record<string, string> = {}) {
    const asked: number[] = [];
    const fetch: FetchLike = () => {
      asked.push(performance.now());
      const body = (async function* () {
        yield await Promise.resolve(new Uint8Array());
      })();
      return Promise.resolve({ status, header: (name) => headers[name] ?? null, body });
    };
    return { asked, fetch };
  }

  it('come after a pause that grows, and is never the same', async () => {
    const { random } = Math;
    const pauses: number[] = [];
    try {
      for (const chance of [0, 0.9]) {
        Math.random = () => chance;
        const { asked, fetch } = answering(503);
        const client = new BitbucketClient({ baseUrl, retryDelay: 10 }, fetch, silentLog);
        await assert.rejects(client.getSubjectTypes(signal), BitbucketError);
        const [first = 0, second = 0, third = 0] = asked;
        pauses.push(second - first, third - second);
      }
    } finally {
      Math.random = random;
    }
    // A timer may come late, and a millisecond early.
    for (const [n, least] of [10, 20, 19, 38].entries()) {
      assert.ok((pauses[n] ?? 0) >= least - 1.5, pauses.join(', '));
    }
  });

  it('wait for as long as the server says, if there is time for that', () => {
    const now = Date.now();
    const fault = { kind: 'rateLimit', message: '', retryAt: now + 5_000 } as const;
    const wait = retryWait(fault, now + 60_000) ?? assert.fail();
    assert.ok(wait > 0 && wait <= 5_000, String(wait));
    assert.equal(retryWait({ ...fault, retryAt: now - 1 }, now + 60_000), 0);
    assert.equal(retryWait(fault, now + 4_000), undefined);
  });

  it('do not outlast the time for one answer, whatever the server says', async () => {
    for (const retryAfter of ['0', '1', '3600']) {
      const { asked, fetch } = answering(429, { 'retry-after': retryAfter });
      const client = new BitbucketClient({ baseUrl, retryDelay: 60_000, timeout: 20 }, fetch, silentLog);
      await assert.rejects(client.getSubjectTypes(signal), (error) => {
        assert.ok(error instanceof BitbucketError);
        assert.equal(error.fault.kind, 'rateLimit', 'what went wrong, rather than that time is over');
        return true;
      });
      assert.equal(asked.length, 1);
    }
  });

  it('end with the caller who waits', async () => {
    const { asked, fetch } = answering(502);
    const controller = new AbortController();
    const client = new BitbucketClient({ baseUrl, retryDelay: 60_000 }, fetch, silentLog);
    const request = client.getSubjectTypes(controller.signal);
    while (asked.length === 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    controller.abort(new Error('collapsed'));
    await assert.rejects(request, /collapsed/);
    await assert.rejects(delay(60_000, controller.signal), /collapsed/);
  });

  const date = new Date(2_000_000_000_000);
  const headers: [string | null, number | undefined][] = [
    [null, undefined],
    ['', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['try 5', undefined],
    ['2030', 2030],
    ['99999999999', undefined],
    [date.toUTCString(), date.getTime()],
    ['Wednesday, 18-May-33 03:33:20 GMT', date.getTime()],
    [date.toISOString(), undefined],
    ['Foo, 99 Bar 2033 99:99:99 GMT', undefined],
  ];
  for (const [header, expected] of headers) {
    it(`read Retry-After: ${header}`, () => {
      const time = parseRetryAfter(header);
      if (expected === 2030) {
        assert.ok(time !== undefined && Math.abs(time - Date.now() - 2_030_000) < 5000);
      } else {
        assert.equal(time, expected);
      }
    });
  }
});
