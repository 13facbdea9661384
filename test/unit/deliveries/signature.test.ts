import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { sign as signLikeOctokit, verify as verifyLikeOctokit } from '@octokit/webhooks-methods';
import fc from 'fast-check';
import { hmac, sign, signWrongly } from '../../../src/deliveries/wire/signature';

const secret = fc.string({ minLength: 1, maxLength: 128, unit: 'binary' });
const hasOpenSsl = spawnSync('openssl', ['version']).status === 0;

describe('Signature', () => {
  it('of the public example is right', async () => {
    // The pair that GitHub's documentation of webhooks has as a test of implementations.
    const signature = await sign(Buffer.from('Hello, World!'), "It's a Secret to Everybody");
    assert.equal(signature, 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17');
    // The pair that Atlassian has, without the comma.
    const other = await sign(Buffer.from('Hello World!'), "It's a Secret to Everybody");
    assert.equal(other, 'sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9');
  });

  it('is what Node.js computes, of any bytes and secret', async () => {
    const bytes = fc.uint8Array({ maxLength: 5_000 });
    await fc.assert(
      fc.asyncProperty(bytes, secret, async (body, key) => {
        assert.equal(await sign(body, key), `sha256=${createHmac('sha256', key).update(body).digest('hex')}`);
        assert.equal(await hmac('SHA-1', body, key), createHmac('sha1', key).update(body).digest('hex'));
      }),
    );
  });

  it('is what @octokit/webhooks-methods computes and accepts, of any text and secret', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, unit: 'grapheme' }), secret, async (text, key) => {
        const signature = await sign(Buffer.from(text), key);
        assert.equal(signature, await signLikeOctokit(key, text));
        assert.ok(await verifyLikeOctokit(key, text, signature));
        assert.ok(!(await verifyLikeOctokit(key, text, await signWrongly(Buffer.from(text), key))));
      }),
    );
  });

  it('is what OpenSSL computes, of any bytes and secret', async function () {
    if (!hasOpenSsl) {
      this.skip();
    }
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5_000 }), secret, async (body, key) => {
        const option = `hexkey:${Buffer.from(key).toString('hex')}`;
        const args = ['dgst', '-sha256', '-mac', 'HMAC', '-macopt', option];
        const { stdout } = spawnSync('openssl', args, { input: body, encoding: 'utf8' });
        assert.equal(await sign(body, key), `sha256=${stdout.trim().split(' ').at(-1) ?? ''}`);
      }),
      { numRuns: 20 },
    );
  });

  it('is another one when a bit of the body is another one', async () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 500 });
    await fc.assert(
      fc.asyncProperty(bytes, fc.nat(), secret, async (body, at, key) => {
        const flipped = body.slice();
        const index = Math.floor(at / 8) % body.length;
        flipped[index] = (flipped[index] ?? 0) ^ (1 << (at % 8));
        assert.notEqual(await sign(flipped, key), await sign(body, key));
      }),
    );
  });
});
