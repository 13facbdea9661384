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
  const secrets = new DeliverySecrets(storage, memory);
  return { memory, storage, secrets, targets: new DeliveryTargets(memory, storage, secrets) };
}

describe('Remembered targets', () => {
  it('come last first, each once, ten at most', async () => {
    const { targets } = open();
    for (let port = 1; port <= 12; port++) {
      await targets.remember(target(`http://localhost:${port}/`));
    }
    await targets.remember(target('http://localhost:5/'));
    const ports = targets.saved.map(({ shown }) => new URL(shown).port);
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
  });

  it('stay in the list where the keyring doesn’t delete their address', async () => {
    const { targets, storage } = open();
    const kept = await targets.remember(target('https://example.com/?a'));
    storage.isBroken = true;
    await assert.rejects(targets.forget(kept));
    assert.equal(targets.saved.length, 1);
    storage.isBroken = false;
    await targets.forget(kept);
    assert.deepEqual(targets.saved, []);
    assert.equal(storage.values.size, 0);
  });

  it('never fall off the list if they have a secret or a name', async () => {
    const { targets, secrets } = open();
    const [signed, named] = [target('http://localhost:100/'), target('http://localhost:200/?x')];
    await targets.remember(signed);
    await secrets.set(signed.shown, 'marker');
    const kept = await targets.remember(named);
    let changes = 0;
    targets.onDidRename(() => changes++);
    await targets.rename(kept, 'Express');
    for (let port = 1; port <= 12; port++) {
      await targets.remember(target(`http://localhost:${port}/`));
    }
    const ports = targets.saved.map(({ shown }) => new URL(shown).port);
    assert.deepEqual(ports.slice(-3), ['3', '200', '100']);
    assert.equal(ports.length, 12);
    assert.equal(targets.nameOf(kept), 'Express');
    assert.deepEqual(await targets.remember(named), kept, 'the name isn’t part of what a delivery keeps');
    assert.equal(targets.nameOf(kept), 'Express');
    await targets.rename(kept, '');
    assert.equal(targets.nameOf(kept), undefined);
    assert.equal(changes, 2);
    await secrets.set('http://localhost:300/', 'of a target that was never sent to');
    assert.equal(targets.saved.at(-1)?.shown, 'http://localhost:300/');
  });

  it('have a name before anything was sent to them', async () => {
    const { targets } = open();
    await targets.rename({ shown: 'http://localhost:3000/' }, 'Express');
    assert.deepEqual(targets.saved, [{ shown: 'http://localhost:3000/', name: 'Express' }]);
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
    assert.equal(secrets.stateOf('a'), 'kept', 'nobody has looked yet');
    assert.deepEqual(await secrets.get('a'), { kind: 'lost' });
    storage.isBroken = true;
    assert.deepEqual(await secrets.get('a'), { kind: 'lost' });
    await assert.rejects(secrets.set('a', 'b'));
  });

  it('are known to be lost once somebody has looked, until they are set again', async () => {
    const { secrets, storage } = open();
    await secrets.set('a', 'marker');
    await secrets.set('b', 'marker');
    let changes = 0;
    secrets.onDidChange(() => changes++);
    storage.values.delete([...storage.values.keys()][0] ?? '');
    await secrets.check();
    await secrets.check();
    assert.deepEqual(
      ['a', 'b', 'c'].map((name) => secrets.stateOf(name)),
      ['lost', 'kept', 'none'],
    );
    assert.equal(changes, 1);
    await secrets.set('a', 'marker');
    assert.equal(secrets.stateOf('a'), 'kept');
  });

  it('are still there where the keyring doesn’t delete them', async () => {
    const { secrets, storage } = open();
    await secrets.set('a', 'marker');
    storage.isBroken = true;
    await assert.rejects(secrets.forget('a'));
    storage.isBroken = false;
    assert.deepEqual(await secrets.get('a'), { kind: 'kept', secret: 'marker' });
  });
});
