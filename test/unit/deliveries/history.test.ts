import assert from 'node:assert/strict';
import { DeliveryHistory, type HistoryFault } from '../../../src/deliveries/wire/history';
import { MemoryFolder } from '../../support/memoryFolder';
import { silentLog } from '../../support/silentLog';
import { answered, answerWith, someDelivery } from '../../support/someDelivery';

const open = (folder?: MemoryFolder) => new DeliveryHistory(folder, silentLog);
const fileOf = (deliveries: readonly unknown[]) => JSON.stringify({ format: 1, deliveries });
/** What a history can't do, as it says so. */
const faultsOf = (history: DeliveryHistory): HistoryFault[] => {
  const faults: HistoryFault[] = [];
  history.onDidFail((fault) => faults.push(fault));
  return faults;
};
const ids = async (history: DeliveryHistory) => (await history.list()).map(({ id }) => id);

describe('History of deliveries', () => {
  it('lists the newest first, and is there again in the next window', async () => {
    const folder = new MemoryFolder();
    const history = open(folder);
    let changes = 0;
    history.onDidChange(() => changes++);
    const fault = { kind: 'fault', milliseconds: 3, fault: { kind: 'refused', host: 'h' } } as const;
    const deliveries = [
      someDelivery(),
      someDelivery({ outcome: fault }),
      someDelivery({ target: { shown: 'x', id: 'y' } }),
    ];
    for (const delivery of deliveries) {
      await history.add(delivery);
    }
    assert.equal(changes, 3);
    assert.equal(folder.files.size, 1);
    assert.deepEqual(await open(folder).list(), [...deliveries].reverse());
    assert.deepEqual(await open(folder).find(deliveries[1]?.id ?? ''), deliveries[1]);
    assert.equal(await open(folder).find('other'), undefined);
  });

  it('lives as long as its window where there is no folder', async () => {
    const history = open();
    await history.add(someDelivery());
    assert.equal((await history.list()).length, 1);
    assert.deepEqual(await open().list(), []);
  });

  it('keeps a hundred', async () => {
    const folder = new MemoryFolder();
    const history = open(folder);
    for (let count = 0; count < 105; count++) {
      await history.add(someDelivery({ requestUuid: String(count) }));
    }
    const kept = await open(folder).list();
    assert.equal(kept.length, 100);
    assert.equal(kept[0]?.requestUuid, '104');
  });

  it('keeps 256 kB of a body, never half a character, and shows the newest whole', async () => {
    const folder = new MemoryFolder();
    const history = open(folder);
    const long = `a${'ü'.repeat(200_000)}`;
    const body = { text: long, isCut: false, isReplaced: false };
    const delivery = someDelivery({ body: long, outcome: answered(answerWith({ body })) });
    await history.add(delivery);
    assert.deepEqual(await history.find(delivery.id), delivery);
    const [kept] = await open(folder).list();
    const text = `a${'ü'.repeat(127_999)}`;
    assert.equal(kept?.body, text);
    assert.ok(kept.isBodyCut);
    assert.deepEqual(kept.outcome.answer?.body, { text, isCut: true, isReplaced: false });
    await history.add(someDelivery());
    assert.ok((await history.find(delivery.id))?.isBodyCut);
  });

  it('keeps 10 MB in all, whatever JSON makes of them', async () => {
    const folder = new MemoryFolder();
    const history = open(folder);
    for (let count = 0; count < 10; count++) {
      await history.add(someDelivery({ body: '\u0001'.repeat(250_000) }));
    }
    const [text = ''] = folder.files.values();
    assert.ok(text.length < 10_000_000, String(text.length));
    assert.equal((await open(folder).list()).length, 6);
  });

  it('removes some, and with the last one the file', async () => {
    const folder = new MemoryFolder();
    const history = open(folder);
    const [first, second, third] = [someDelivery(), someDelivery(), someDelivery()];
    for (const delivery of [first, second, third]) {
      await history.add(delivery);
    }
    await history.remove([second.id]);
    assert.deepEqual(await ids(open(folder)), [third.id, first.id]);
    await history.remove([first.id, third.id]);
    assert.equal(folder.files.size, 0);
    await history.add(first);
    await open(folder).clear();
    assert.equal(folder.files.size, 0);
  });

  it('passes over a broken file, and broken rows of a good one', async () => {
    const folder = new MemoryFolder();
    const good = someDelivery();
    const answer = { ...answerWith(), status: 1e300 };
    const rows = [
      ...[good, { ...good, id: '../x' }, { ...good, id: 'a', outcome: { kind: 'fault' } }, null],
      // What no date, no duration and no icon can be made of.
      ...[1e300, 8.65e15, -1, 0.5].map((sentAt, index) => ({ ...good, id: `b${index}`, sentAt })),
      { ...good, id: 'c', outcome: { kind: 'answer', milliseconds: Infinity, answer: answerWith() } },
      { ...good, id: 'd', outcome: { kind: 'answer', milliseconds: 1, answer } },
      { ...good, id: 'e', attempt: -1 },
      // The view can't show a row twice.
      { ...good, eventKey: 'repo:fork' },
    ];
    // JSON can say what JavaScript's doesn't write.
    folder.files.set('deliveries-1.json', fileOf(rows).replace('"milliseconds":null', '"milliseconds":1e999'));
    folder.files.set('deliveries-2.json', '{');
    folder.files.set('deliveries-3.json', '{"format": 9, "deliveries": []}');
    folder.files.set('deliveries.txt', 'somebody else’s');
    const history = open(folder);
    assert.deepEqual(await history.list(), [good]);
    await history.add(someDelivery());
    assert.equal((await open(folder).list()).length, 2);
    assert.deepEqual([...folder.files.keys()].filter((name) => /-[123]\.json|txt/.test(name)).length, 3);
    await history.clear();
    assert.deepEqual([...folder.files.keys()], ['deliveries.txt']);
  });

  it('takes of ten thousand rows as many as it keeps, the first ones', async () => {
    const folder = new MemoryFolder();
    const rows = Array.from({ length: 10_000 }, (_, index) => ({ ...someDelivery(), id: `row-${index}` }));
    folder.files.set('deliveries-1.json', fileOf(rows));
    const kept = await ids(open(folder));
    assert.equal(kept.length, 100);
    assert.equal(kept[0], 'row-0');
  });

  it('deletes no file that it could not read, and reads it as soon as that is possible', async () => {
    const folder = new MemoryFolder();
    const [first, second] = [someDelivery(), someDelivery({ sentAt: Date.UTC(2026, 10, 25, 13) })];
    await open(folder).add(first);
    const history = open(folder);
    const read = folder.read.bind(folder);
    folder.read = () => Promise.reject(new Error('busy'));
    assert.deepEqual(await history.list(), []);
    await history.add(second);
    assert.equal(folder.files.size, 2);
    folder.read = read;
    assert.deepEqual(await ids(history), [second.id, first.id]);
    assert.deepEqual(await ids(open(folder)), [second.id, first.id]);
    await history.add(someDelivery());
    assert.equal(folder.files.size, 1);
  });

  it('deletes nothing where it could not even list what is there', async () => {
    const folder = new MemoryFolder();
    const first = someDelivery();
    await open(folder).add(first);
    const history = open(folder);
    const list = folder.list.bind(folder);
    folder.list = () => Promise.reject(new Error('no disk'));
    await history.add(someDelivery());
    assert.equal((await history.list()).length, 1);
    folder.list = list;
    assert.equal((await history.list()).length, 2);
    assert.equal((await open(folder).list()).length, 2);
  });

  it('says once that the disk is full, keeps what was there, and goes on', async () => {
    const folder = new MemoryFolder();
    const history = open(folder);
    const faults = faultsOf(history);
    const [first, second] = [someDelivery(), someDelivery()];
    await history.add(first);
    folder.write = async (name, text) => {
      await MemoryFolder.prototype.write.call(folder, name, text.slice(0, 10));
      throw new Error('ENOSPC');
    };
    await history.add(second);
    await history.add(someDelivery());
    assert.deepEqual(faults, ['notKept']);
    assert.equal((await history.list()).length, 3);
    assert.equal(folder.files.size, 1);
    assert.deepEqual(await ids(open(folder)), [first.id]);
    // Nothing is gone that was to go.
    await history.remove([first.id]);
    assert.deepEqual(faults, ['notKept', 'notDeleted']);
    folder.write = MemoryFolder.prototype.write.bind(folder);
    await history.add(someDelivery());
    assert.equal((await open(folder).list()).length, 3);
    assert.equal(folder.files.size, 1);
  });

  it('says so when something that is to go stays on the disk', async () => {
    const folder = new MemoryFolder();
    const history = open(folder);
    const faults = faultsOf(history);
    await history.add(someDelivery());
    folder.delete = () => Promise.reject(new Error('locked'));
    await history.add(someDelivery());
    assert.deepEqual(faults, []);
    await history.clear();
    assert.deepEqual(faults, ['notDeleted']);
    assert.deepEqual(await history.list(), []);
    folder.delete = MemoryFolder.prototype.delete.bind(folder);
    await history.clear();
    assert.deepEqual(faults, ['notDeleted']);
    assert.equal(folder.files.size, 0);
    folder.list = () => Promise.reject(new Error('no disk'));
    await history.clear();
    assert.deepEqual(faults, ['notDeleted', 'notDeleted']);
  });

  it('is not said to be the worse for what another window has deleted', async () => {
    const folder = new MemoryFolder();
    const history = open(folder);
    const faults = faultsOf(history);
    await history.add(someDelivery());
    folder.files.clear();
    folder.delete = () => Promise.reject(new Error('no such file'));
    await history.clear();
    assert.deepEqual(faults, []);
  });
});
