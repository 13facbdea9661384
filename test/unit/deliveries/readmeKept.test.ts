import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DeliverySecrets } from '../../../src/deliveries/secrets';
import { MemoryMemento, MemorySecrets } from '../../support/memento';

const readme = readFileSync('README.md', 'utf8');

describe('What the README says is kept of targets', () => {
  it('holds for those that have a secret: their addresses without queries, until it is forgotten', async () => {
    assert.ok(readme.includes('**Targets**: the last ten, those with a name or a secret, and the origins'));
    const [memory, storage] = [new MemoryMemento(), new MemorySecrets()];
    const secrets = new DeliverySecrets(storage, memory);
    const kept = () => JSON.stringify([...memory.values.values()]);
    for (let port = 1; port <= 12; port++) {
      await secrets.set(`http://localhost:${port}/hook`, 'marker');
    }
    assert.match(kept(), /localhost:1\/hook/);
    assert.doesNotMatch(kept(), /marker/);
    await secrets.forget('http://localhost:1/hook');
    assert.doesNotMatch(kept(), /localhost:1\/hook/);
    assert.match(kept(), /localhost:12\/hook/);
  });
});
