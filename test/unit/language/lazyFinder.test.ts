import assert from 'node:assert/strict';
import { lazyFinder, maxLength } from '../../../src/language/lazyFinder';
import { silentLog } from '../../support/silentLog';
import { known } from './fixture';

describe('lazyFinder', () => {
  it('finds nothing in a file that is too long, and says so once', async () => {
    const said: string[] = [];
    const finder = lazyFinder(known, { ...silentLog, info: (message) => void said.push(message) });
    const line = 'events: [repo:pusch] # bitbucket\n';
    const document = { languageId: 'yaml', getText: () => line + ' '.repeat(maxLength) };
    assert.equal(await finder.at(document, 'hooks.yaml', 12), undefined);
    assert.equal(await finder.whereTyped(document, 'hooks.yaml', 12), undefined);
    assert.equal(await finder.check(document, 'hooks.yaml'), undefined);
    assert.deepEqual(await finder.removal(document, { from: 9, to: 19 }), []);
    assert.equal(said.length, 1);
    const shorter = { ...document, getText: () => line };
    assert.equal((await finder.at(shorter, 'hooks.yaml', 12))?.text, 'repo:pusch');
    assert.equal(said.length, 1);
  });

  it('answers for the text at the moment of the question, whatever is typed meanwhile', async () => {
    const finder = lazyFinder(known, silentLog);
    let text = '{ "events": ["r"] }';
    const asked = finder.whereTyped({ languageId: 'json', getText: () => text }, 'bitbucket.json', 15);
    text = '{ "events": ["re"] }';
    const found = await asked;
    assert.ok(found && found !== 'unread');
    assert.deepEqual([found.from, found.to, found.text], [14, 15, 'r']);
  });
});
