import assert from 'node:assert/strict';
import { BackgroundRenewal, type RenewalResult } from '../../../src/catalog/backgroundRenewal';

const minute = 60_000;

describe('BackgroundRenewal', () => {
  /** The minutes from one try to the next, if somebody asks every minute and each try ends in the same way. */
  async function pauses(result: RenewalResult, tries: number): Promise<number[]> {
    let now = 0;
    const tried: number[] = [];
    const renewal = new BackgroundRenewal(() => now);
    while (tried.length <= tries) {
      renewal.run(
        () => {
          tried.push(now / minute);
          return Promise.resolve(result);
        },
        24 * 60 * minute,
      );
      await new Promise((resolve) => setImmediate(resolve));
      now += minute;
    }
    return tried.slice(1).map((time, index) => time - (tried[index] ?? 0));
  }

  it('waits twice as long after each failure, an hour at most', async () => {
    assert.deepEqual(await pauses('failed', 8), [1, 2, 4, 8, 16, 32, 60, 60]);
  });

  it('waits for a whole interval where it would come to the same end, and not at all where all is well', async () => {
    assert.deepEqual(await pauses('incomplete', 2), [1440, 1440]);
    assert.deepEqual(await pauses('fresh', 2), [1, 1]);
  });

  it('forgets failures when something has changed', async () => {
    const renewal = new BackgroundRenewal(() => 0);
    let tries = 0;
    const run = async () => {
      renewal.run(() => Promise.resolve(++tries > 0 ? 'failed' : 'fresh'), minute);
      await new Promise((resolve) => setImmediate(resolve));
    };
    await run();
    await run();
    assert.equal(tries, 1);
    renewal.reset();
    await run();
    assert.equal(tries, 2);
  });
});
