import assert from 'node:assert/strict';
import type { Credential } from '../../../src/credentials/credential';
import { Tokens } from '../../../src/credentials/tokens';
import { MemoryMemento, MemorySecrets } from '../../support/memento';

const origin = 'https://api.bitbucket.org';
const person: Credential = { holder: { kind: 'apiToken', email: 'me@example.com' }, token: 'marker-api' };
const ofTeam: Credential = { holder: { kind: 'accessToken', reach: { workspace: 'team' } }, token: 'marker-team' };
const ofApp: Credential = {
  holder: { kind: 'accessToken', reach: { workspace: 'team', repository: 'app' } },
  token: 'marker-app',
};
const app = { workspace: 'team', repository: 'app' };

function open() {
  const [memory, storage] = [new MemoryMemento(), new MemorySecrets()];
  return { memory, storage, tokens: new Tokens(storage, memory) };
}

async function chosen(tokens: Tokens, subject = app, of = origin): Promise<string> {
  const choice = await tokens.choose(of, subject);
  return typeof choice === 'string' ? choice : choice.credential.token;
}

describe('Tokens', () => {
  it('are chosen by what they serve, the most special one first, at their own origin only', async () => {
    const { tokens } = open();
    assert.equal(await chosen(tokens), 'signedOut');
    for (const credential of [ofApp, person, ofTeam]) {
      await tokens.keep(origin, credential);
    }
    assert.equal(await chosen(tokens), 'marker-app');
    assert.equal(await chosen(tokens, { workspace: 'team', repository: 'other' }), 'marker-team');
    assert.equal(await chosen(tokens, { workspace: 'others', repository: 'app' }), 'marker-api');
    assert.equal(await chosen(tokens, app, 'https://elsewhere.example'), 'signedOut');
    assert.equal(await chosen(tokens, app, 'http://api.bitbucket.org'), 'signedOut');
  });

  it('are with VS Code’s secrets and nowhere else', async () => {
    const { tokens, memory, storage } = open();
    await tokens.keep(origin, person);
    await tokens.keep(origin, ofApp);
    assert.doesNotMatch([...memory.values.values()].join(), /marker/);
    assert.doesNotMatch(JSON.stringify(tokens.kept), /marker/);
    assert.match([...storage.values.values()].join(), /marker-api.*marker-app/);
  });

  it('take the place of the same holder’s, and are forgotten with all that was kept', async () => {
    const { tokens, storage } = open();
    await tokens.keep(origin, person);
    await tokens.keep(origin, { ...person, holder: { kind: 'apiToken', email: 'Me@example.com' }, token: 'newer' });
    await tokens.keep('https://elsewhere.example', person);
    assert.equal(tokens.kept.length, 2);
    assert.equal(await chosen(tokens), 'newer');
    await tokens.forget(tokens.kept.map(({ id }) => id));
    assert.deepEqual([tokens.kept.length, storage.values.size], [0, 0]);
    assert.equal(await chosen(tokens), 'signedOut');
  });

  it('aren’t chosen after Bitbucket has refused them, until they are changed; the next best one is', async () => {
    const { tokens } = open();
    await tokens.keep(origin, ofApp);
    const choice = await tokens.choose(origin, app);
    assert.ok(typeof choice === 'object');
    await tokens.refuse(choice.id);
    assert.equal(await chosen(tokens), 'refused');
    await tokens.keep(origin, person);
    assert.equal(await chosen(tokens), 'marker-api');
    await tokens.keep(origin, ofApp);
    assert.equal(await chosen(tokens), 'marker-app');
  });

  it('may be lost with the keyring, which is said and no error', async () => {
    const { tokens, storage } = open();
    await tokens.keep(origin, person);
    storage.isBroken = true;
    assert.equal(await chosen(tokens), 'lost');
    storage.isBroken = false;
    storage.values.clear();
    assert.equal(await chosen(tokens), 'lost');
    storage.isBroken = true;
    await assert.rejects(tokens.keep(origin, ofApp));
    await tokens.forget(tokens.kept.map(({ id }) => id));
    assert.deepEqual(tokens.kept, []);
  });

  it('go nowhere else because somebody changed the list of what is kept, which may hold anything', async () => {
    const { tokens, memory } = open();
    await tokens.keep(origin, person);
    const [entry] = tokens.kept;
    await memory.update('bitbucketWebhooks.tokens', [{ ...entry, origin: 'https://evil.example' }]);
    assert.equal(await chosen(tokens, app, 'https://evil.example'), 'lost');
    for (const wrong of [undefined, null, 1, [{}], [{ ...entry, holder: { kind: 'x' } }]]) {
      await memory.update('bitbucketWebhooks.tokens', wrong ?? null);
      assert.deepEqual(tokens.kept, []);
    }
  });
});
