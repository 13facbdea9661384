import assert from 'node:assert/strict';
import { DeliveryHistory } from '../../../src/deliveries/wire/history';
import { MemoryFolder } from '../../support/memoryFolder';
import { silentLog } from '../../support/silentLog';
import { answered, answerWith, someDelivery } from '../../support/someDelivery';

const open = (folder?: MemoryFolder) => new DeliveryHistory(folder, silentLog);
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
    for (let count = 0; count < 30; count++) {
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
    const rows = [good, { ...good, id: '../x' }, { ...good, outcome: { kind: 'fault' } }, null];
    folder.files.set('deliveries-0.json', JSON.stringify({ format: 1, deliveries: [someDelivery()] }));
    folder.files.set('deliveries-1.json', JSON.stringify({ format: 1, deliveries: rows }));
    folder.files.set('deliveries-2.json', '{');
    folder.files.set('deliveries-3.json', '{"format": 9, "deliveries": []}');
    folder.files.set('deliveries.txt', 'somebody else’s');
    const history = open(folder);
    assert.deepEqual(await history.list(), [good]);
    await history.add(someDelivery());
    assert.equal(folder.files.size, 2);
    assert.equal((await open(folder).list()).length, 2);
  });

  it('goes on where nothing can be read or written', async () => {
    const folder = new MemoryFolder();
    folder.list = () => Promise.reject(new Error('no disk'));
    const history = open(folder);
    await history.add(someDelivery());
    assert.equal((await history.list()).length, 1);
  });
});
