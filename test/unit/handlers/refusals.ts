import assert from 'node:assert/strict';
import { pushOfSize, type senderTo } from './sender';

/** What every handler refuses, in whatever language, and how much it takes. */
export function itRefusesWhatIsWrong(sender: ReturnType<typeof senderTo>, secret: string): void {
  const { send, signed, inChunks, signatureOf } = sender;

  it('refuses other signatures, other bytes, none at all, and what is no JSON', async () => {
    const body = '{ "push": { "changes": [] } }';
    assert.equal(await send(body, { signature: await signatureOf(body, `${secret}!`) }), 401);
    assert.equal(await send(JSON.stringify(JSON.parse(body)), { signature: await signatureOf(body) }), 401);
    assert.equal(await send(body), 401);
    assert.equal(await send(body, { signature: (await signatureOf(body)).toUpperCase() }), 401);
    assert.equal(await send(body, { signature: `sha256=${'0'.repeat(63)}` }), 401);
    assert.equal(await signed('{'), 400);
    assert.equal(await signed(''), 400);
  });

  it('takes what Bitbucket may send and answers 413 to 2 MB, with a length or in chunks', async () => {
    assert.equal(await signed(pushOfSize(256 * 1024)), 202);
    assert.equal(await signed(pushOfSize(2 * 1024 * 1024)), 413);
    assert.equal(await inChunks(pushOfSize(256 * 1024)), 202);
    assert.equal(await inChunks(pushOfSize(2 * 1024 * 1024)), 413);
  });
}
