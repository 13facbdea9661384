import assert from 'node:assert/strict';
import { languageOf } from '../../../src/language/syntax/languages';
import { Trees } from '../../../src/language/syntax/trees';
import { inSlices, othersServed } from '../../../src/language/syntax/turns';

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
  it('lets others have their turn while a large document is read', async () => {
    const language = await languageOf('typescript');
    const rounds = countRounds();
    await new Trees().whole({}, language, "const events = ['repo:push'];\n".repeat(50_000));
    rounds.stop();
    assert.ok(rounds.count > 5, `${rounds.count} rounds`);
  });

  it('goes on for one after the other, with others in between', async () => {
    const rounds = countRounds();
    const [first, second] = await Promise.all([0, 1].map(() => othersServed().then(() => rounds.count)));
    rounds.stop();
    assert.ok(first !== undefined && second !== undefined && second > first);
  });

  it('collects all that there is', async () => {
    assert.deepEqual(await inSlices([1, undefined, 2, 3]), [1, 2, 3]);
  });
});
