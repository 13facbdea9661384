import assert from 'node:assert/strict';
import { keysOfTreeItems } from '../../../src/commands/registerCommand';

const row = (key: string) => ({ kind: 'event', event: { key } });
const hook = { kind: 'hook', hook: { url: 'https://example.org/', events: ['repo:push', 'repo:fork'] } };

describe('The keys of rows', () => {
  it('are those of the selected events, each once', () => {
    assert.deepEqual(keysOfTreeItems(row('repo:push'), undefined), ['repo:push']);
    const rows = [row('repo:push'), row('repo:fork'), row('repo:push')];
    assert.deepEqual(keysOfTreeItems(rows[0], rows), ['repo:push', 'repo:fork']);
  });

  it('are all that a hook subscribes to, and none of other rows', () => {
    assert.deepEqual(keysOfTreeItems(hook, undefined), ['repo:push', 'repo:fork']);
    for (const other of [undefined, null, 'repo:push', { kind: 'subject' }, { event: {} }, { hook: { events: [1] } }]) {
      assert.deepEqual(keysOfTreeItems(other, undefined), []);
    }
  });
});
