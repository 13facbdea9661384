import assert from 'node:assert/strict';
import { SharedTask } from '../../../src/catalog/sharedTask';

describe('SharedTask', () => {
  it('is running from the first caller until its end, however that comes about', async () => {
    const task = new SharedTask<string>();
    assert.equal(task.isRunning, false);
    let end: (text: string) => void = () => undefined;
    const start = () => new Promise<string>((resolve) => (end = resolve));
    const both = [task.join(start), task.join(() => Promise.reject(new Error('a second start')))];
    assert.equal(task.isRunning, true);
    end('done');
    assert.deepEqual(await Promise.all(both), ['done', 'done']);
    assert.equal(task.isRunning, false);

    await assert.rejects(task.join(() => Promise.reject(new Error('no'))));
    assert.equal(task.isRunning, false);

    const abandoned = task.join(
      (signal) =>
        new Promise(
          (_, reject) =>
            (signal.onabort = () => {
              reject(signal.reason as Error);
            }),
        ),
    );
    task.abandon();
    assert.equal(task.isRunning, false);
    await assert.rejects(abandoned, { name: 'AbortError' });
  });
});
