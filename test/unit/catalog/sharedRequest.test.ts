import assert from 'node:assert/strict';
import { BitbucketError } from '../../../src/bitbucket/fault';
import { type Asker, SharedRequest } from '../../../src/catalog/sharedRequest';

/** A request whose answers come when the test says so, wanted or not. */
class Stage {
  readonly request = new SharedRequest<string>();
  readonly ended: (string | undefined)[] = [];
  readonly asked: { answer: (text: string) => void; fail: (error: Error) => void }[] = [];

  run(asker: Asker): Promise<void> {
    const ask = () =>
      new Promise<string>((answer, fail) => {
        this.asked.push({ answer, fail });
      });
    return this.request.run(asker, ask, (answer) => this.ended.push(answer));
  }

  async fail(asker: Asker): Promise<void> {
    const running = this.run(asker);
    this.asked.at(-1)?.fail(new BitbucketError({ kind: 'offline' }, 'https://example.org'));
    await running;
  }
}

describe('SharedRequest', () => {
  it('is asked once for all who want it at the same time, and anew afterwards', async () => {
    const stage = new Stage();
    const both = [stage.run('background'), stage.run('user')];
    stage.asked[0]?.answer('first');
    await Promise.all(both);
    const again = stage.run('user');
    stage.asked[1]?.answer('second');
    await again;
    assert.deepEqual([stage.ended, stage.asked.length], [['first', 'second'], 2]);
  });

  it('takes no answer that comes after a newer one was asked for, even from a request that cannot be stopped', async () => {
    const stage = new Stage();
    const late = [stage.run('user'), stage.run('user')];
    stage.request.abandon();
    const newer = stage.run('user');
    stage.asked[1]?.answer('newer');
    await newer;
    stage.asked[0]?.answer('late');
    for (const each of late) {
      await assert.rejects(each, { name: 'AbortError' });
    }
    assert.deepEqual(stage.ended, ['newer']);
  });

  it('drops a fault too that comes after it was abandoned', async () => {
    const stage = new Stage();
    const late = stage.run('user');
    stage.request.abandon();
    stage.asked[0]?.fail(new BitbucketError({ kind: 'offline' }, ''));
    await assert.rejects(late, { name: 'AbortError' });
    assert.deepEqual([stage.ended, stage.request.fault], [[], undefined]);
  });

  it('keeps a fault until the next try has ended', async () => {
    const stage = new Stage();
    await stage.fail('user');
    const again = stage.run('user');
    assert.equal(stage.request.fault?.fault.kind, 'offline');
    stage.asked[1]?.answer('well');
    await again;
    assert.deepEqual([stage.ended, stage.request.fault], [[undefined, 'well'], undefined]);
  });

  it('awaits a retry once the user has seen it fail, also when the extension fails again by itself', async () => {
    const stage = new Stage();
    await stage.fail('background');
    assert.equal(stage.request.awaitsRetry, false);
    await stage.fail('user');
    await stage.fail('background');
    assert.equal(stage.request.awaitsRetry, true);
    stage.request.abandon();
    assert.equal(stage.request.awaitsRetry, false);
  });

  it('awaits a retry after the failure of a request of the extension that the user has come to wait for', async () => {
    const stage = new Stage();
    const running = stage.run('background');
    void stage.run('user');
    stage.asked[0]?.fail(new BitbucketError({ kind: 'offline' }, ''));
    await running;
    assert.equal(stage.request.awaitsRetry, true);
  });

  it('passes on what is no fault of Bitbucket’s, and can be asked again', async () => {
    const stage = new Stage();
    const broken = stage.run('user');
    stage.asked[0]?.fail(new TypeError('a mistake of ours'));
    await assert.rejects(broken, TypeError);
    const again = stage.run('user');
    stage.asked[1]?.answer('well');
    await again;
    assert.deepEqual(stage.ended, ['well']);
  });
});
