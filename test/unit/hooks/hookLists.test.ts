import assert from 'node:assert/strict';
import type { HookList } from '../../../src/hooks/rest/hook';
import { HookLists } from '../../../src/hooks/rest/hookLists';
import { HooksError } from '../../../src/hooks/rest/hooksFault';

const app = { workspace: 'team', repository: 'app' };
const empty: HookList = { hooks: [], malformed: 0, isCut: false };

/** Lists whose loads end when the test says so. */
function open() {
  const loads: { signal: AbortSignal; end: (list: HookList) => void; fail: (error: Error) => void }[] = [];
  const lists = new HookLists((_subject, signal) => new Promise((end, fail) => loads.push({ signal, end, fail })));
  return { lists, loads };
}

describe('Lists of hooks', () => {
  it('are loaded once, however often they are wanted', async () => {
    const { lists, loads } = open();
    const loading = lists.want(app);
    assert.equal(lists.want({ workspace: 'Team', repository: 'App' }), undefined);
    assert.ok(lists.get(app).loading);
    loads[0]?.end(empty);
    await loading;
    assert.equal(lists.want(app), undefined);
    assert.equal(lists.get(app).list, empty);
    assert.equal(loads.length, 1);
  });

  it('stay after a failure, and aren’t asked for again before somebody wants that', async () => {
    const { lists, loads } = open();
    const first = lists.want(app);
    loads[0]?.end(empty);
    await first;
    const again = lists.reload(app);
    loads[1]?.fail(new HooksError({ kind: 'notFound', message: '' }, 'x'));
    await again;
    const { list, error, loading } = lists.get(app);
    assert.deepEqual([list, error?.fault.kind, loading], [empty, 'notFound', undefined]);
    assert.equal(lists.want(app), undefined);
  });

  it('are stopped and forgotten at once; what comes late changes nothing', async () => {
    const { lists, loads } = open();
    const loading = lists.want(app);
    lists.clear();
    assert.ok(loads[0]?.signal.aborted);
    let changes = 0;
    lists.onDidChange(() => changes++);
    loads[0].end(empty);
    await loading;
    assert.deepEqual([lists.get(app).list, changes], [undefined, 0]);
  });

  it('are loaded once more where that is wanted during a load, whose answer may be out of date', async () => {
    const { lists, loads } = open();
    const first = lists.want(app);
    const again = lists.renew(app);
    assert.ok(loads[0]?.signal.aborted);
    const newer: HookList = { ...empty, isCut: true };
    loads[1]?.end(newer);
    loads[0].end(empty);
    await Promise.all([first, again]);
    assert.deepEqual([lists.get(app).list, loads.length], [newer, 2]);
    await lists.renew({ workspace: 'nobody-asked' });
    assert.equal(loads.length, 2);
  });

  it('are forgotten of what is listed no more', async () => {
    const { lists, loads } = open();
    const loading = lists.want(app);
    loads[0]?.end(empty);
    await loading;
    lists.retain([{ workspace: 'team' }]);
    assert.equal(lists.get(app).list, undefined);
  });
});
