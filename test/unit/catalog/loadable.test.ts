import assert from 'node:assert/strict';
import { BitbucketError } from '../../../src/bitbucket/fault';
import { Loadable } from '../../../src/catalog/loadable';

/** Whose answers come when the test says so, wanted or not. */
class Answers extends Loadable<string> {
  readonly accepted: string[] = [];
  readonly answer: ((text: string) => void)[] = [];

  protected request(): Promise<string> {
    return new Promise((resolve) => this.answer.push(resolve));
  }

  protected accept(text: string): void {
    this.accepted.push(text);
  }
}

describe('Loadable', () => {
  it('takes no answer that comes after a newer one was asked for, even from a request that cannot be stopped', async () => {
    let changes = 0;
    const answers = new Answers(() => changes++);
    const late = answers.load('user');
    answers.abandon();
    const newer = answers.load('user');
    answers.answer[1]?.('newer');
    await newer;
    answers.answer[0]?.('late');
    await assert.rejects(late, { name: 'AbortError' });
    assert.deepEqual([answers.accepted, changes], [['newer'], 1]);
  });

  it('goes on while somebody waits, and asks once for all', async () => {
    const answers = new Answers(() => undefined);
    const leaver = new AbortController();
    const left = answers.load('background', leaver.signal);
    const stayed = answers.load('user');
    leaver.abort();
    await assert.rejects(left, { name: 'AbortError' });
    assert.equal(answers.answer.length, 1);
    answers.answer[0]?.('it');
    await stayed;
    assert.deepEqual(answers.accepted, ['it']);
  });

  it('stays blocked by a failure that the user has seen when the extension fails again by itself', async () => {
    const failing = new (class extends Answers {
      protected override request(): Promise<string> {
        return Promise.reject(new BitbucketError({ kind: 'offline' }, 'https://example.org'));
      }
    })(() => undefined);
    await failing.load('background');
    assert.equal(failing.isBlocked, false);
    await failing.load('user');
    await failing.load('background');
    assert.equal(failing.isBlocked, true);
  });
});
