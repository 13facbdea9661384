import assert from 'node:assert/strict';
import { inSlices, isTurnOver, yieldToEventLoop } from '../../../src/language/syntax/turns';

/** Counts the rounds of the event loop, in each of which others get what they wait for, until `stop`. */
function countRounds(): { count: number; stop: () => void } {
  let isOver = false;
  const rounds = { count: 0, stop: () => void (isOver = true) };
  const next = (): void => {
    rounds.count++;
    if (!isOver) {
      setImmediate(next);
    }
  };
  setImmediate(next);
  return rounds;
}

describe('Long work', () => {
  it('of several leaves others their turn after each slice of each', async () => {
    const rounds = countRounds();
    const turns: number[] = [];
    const work = async (): Promise<void> => {
      for (let slice = 0; slice < 5; slice++) {
        await yieldToEventLoop();
        turns.push(rounds.count);
        // Longer than timers take that are set to come at once.
        for (const end = Date.now() + 3; Date.now() < end;);
      }
    };
    await Promise.all([work(), work(), work()]);
    rounds.stop();
    assert.equal(new Set(turns).size, 15);
  });

  it('is one stretch with what was done before it, if nobody else had a turn between', async () => {
    await yieldToEventLoop();
    for (const end = Date.now() + 10; Date.now() < end;);
    assert.ok(isTurnOver());
  });

  it('collects all that there is', async () => {
    assert.deepEqual(await inSlices([1, undefined, 2, 3]), [1, 2, 3]);
  });
});
