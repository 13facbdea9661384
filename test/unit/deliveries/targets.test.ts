import assert from 'node:assert/strict';
import { DeliverySecrets } from '../../../src/deliveries/secrets';
import { DeliveryTargets } from '../../../src/deliveries/targets';
import { parseTarget } from '../../../src/deliveries/wire/target';
import { MemoryMemento, MemorySecrets } from '../../support/memento';

const target = (address: string) => {
  const parsed = parseTarget(address);
  return typeof parsed === 'object' ? parsed : assert.fail(parsed);
};

function open() {
  const [memory, storage] = [new MemoryMemento(), new MemorySecrets()];
  return {
    memory,
    storage,
    secrets: new DeliverySecrets(storage, memory),
    targets: new DeliveryTargets(memory, storage),
  };
}

describe('Remembered targets', () => {
  it('come last first, each once, ten at most', async () => {
    const { targets } = open();
    for (let port = 1; port <= 12; port++) {
      await targets.remember(target(`http://localhost:${port}/`));
    }
    await targets.remember(target('http://localhost:5/'));
    const ports = targets.recent.map(({ shown }) => new URL(shown).port);
    assert.deepEqual(ports, ['5', '12', '11', '10', '9', '8', '7', '6', '4', '3']);
  });

  it('keep an address with a query as a secret only, and lose it with their place in the list', async () => {
    const { targets, memory, storage } = open();
    const address = 'https://example.com/hook?token=marker';
    const kept = await targets.remember(target(address));
    assert.deepEqual(await targets.remember(target(address)), kept);
    const other = await targets.remember(target(`${address}2`));
    assert.notEqual(other.id, kept.id);
    assert.equal((await targets.resolve(kept))?.url.href, address);
    assert.doesNotMatch([...memory.values.values()].join(), /marker/);
    assert.equal(storage.values.size, 2);
    await targets.forget(other);
    for (let port = 1; port <= 10; port++) {
      await targets.remember(target(`http://localhost:${port}/`));
    }
    assert.equal(storage.values.size, 0);
    assert.equal(await targets.resolve(kept), undefined);
  });

  it('lead nowhere else when somebody changes what is kept', async () => {
    const { targets, storage } = open();
    const kept = await targets.remember(target('https://example.com/hook?a'));
    for (const key of storage.values.keys()) {
      storage.values.set(key, 'https://example.org/hook?a');
    }
    assert.equal(await targets.resolve(kept), undefined);
    assert.equal(await targets.resolve({ shown: 'file:///etc/passwd' }), undefined);
  });

  it('do without a keyring', async () => {
    const { targets, storage } = open();
    storage.isBroken = true;
    const kept = await targets.remember(target('https://example.com/?a'));
    assert.equal(await targets.resolve(kept), undefined);
    await targets.forget(kept);
    assert.deepEqual(targets.recent, []);
  });

  it('are asked about by origin, but for those on this machine', async () => {
    const { targets } = open();
    assert.ok(targets.isApproved(target('http://localhost:1/')));
    const example = target('https://example.com/a');
    assert.ok(!targets.isApproved(example));
    await targets.approve(example);
    assert.ok(targets.isApproved(target('https://example.com/b?c')));
    for (const other of ['http://example.com/', 'https://example.com:8443/', 'https://www.example.com/']) {
      assert.ok(!targets.isApproved(target(other)), other);
    }
  });
});

describe('Secrets of targets', () => {
  it('are in the storage for secrets and nowhere else', async () => {
    const { secrets, memory, storage } = open();
    await secrets.set('http://localhost/', 'marker');
    assert.deepEqual(await secrets.get('http://localhost/'), { kind: 'kept', secret: 'marker' });
    assert.deepEqual(await secrets.get('http://localhost/other'), { kind: 'none' });
    assert.doesNotMatch([...memory.values.values()].join(), /marker/);
    await secrets.forget('http://localhost/');
    assert.deepEqual(await secrets.get('http://localhost/'), { kind: 'none' });
    assert.equal(storage.values.size, 0);
    assert.deepEqual(secrets.names, []);
  });

  it('may be lost', async () => {
    const { secrets, storage } = open();
    await secrets.set('a', 'marker');
    storage.values.clear();
    assert.deepEqual(await secrets.get('a'), { kind: 'lost' });
    storage.isBroken = true;
    assert.deepEqual(await secrets.get('a'), { kind: 'lost' });
    await assert.rejects(secrets.set('a', 'b'));
  });
});
