import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { sign } from '../../../src/deliveries/wire/signature';
import { verify, type Verdict } from '../../../src/deliveries/wire/verify';

const secret = 'a secret';
const pretty = '{\n  "a": [1, 2],\n  "ü": {"b": null}\n}\n';
const signed = (text: string | Uint8Array, key = secret) => sign(Buffer.from(text), key);
const sha1 = (text: string) => `sha1=${createHmac('sha1', secret).update(text).digest('hex')}`;
const check = (text: string | Uint8Array, header: string, key = secret) => verify(Buffer.from(text), header, key);

const yes: Verdict = { kind: 'matches', isOtherHeader: false };
const no: Verdict = { kind: 'differs', isOtherHeader: false };
const nearly = (change: Partial<Verdict>): Verdict =>
  ({ kind: 'nearly', body: 'none', secret: 'none', ...change }) as Verdict;

describe('Verifying a signature', () => {
  it('says yes, in whatever way the header is pasted', async () => {
    const value = await signed(pretty);
    const digest = value.slice('sha256='.length);
    for (const header of [
      ...[value, ` ${value}\n`, `X-Hub-Signature: ${value}`, `x-hub-signature:${value}`, `"${value}"`],
      ...[digest, value.toUpperCase()],
    ]) {
      assert.deepEqual(await check(pretty, header), yes, header);
    }
  });

  it('says yes to any bytes that are signed as they are, and no with a bit flipped', async () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(bytes, fc.string({ minLength: 1, maxLength: 100 }), async (body, key) => {
        const value = await signed(body, key);
        assert.deepEqual(await check(body, value, key), yes);
        const digit = value.endsWith('0') ? '1' : '0';
        assert.equal((await check(body, value.slice(0, -1) + digit, key)).kind, 'differs');
      }),
    );
  });

  const crlf = pretty.replaceAll('\n', '\r\n');
  const changes: [name: string, signedText: string, text: string, change: Partial<Verdict>][] = [
    ['a newline at the end of the body', pretty.trimEnd(), pretty, { body: 'withoutLastNewline' } as never],
    ['no newline at the end of the body', pretty, pretty.trimEnd(), { body: 'withLastNewline' } as never],
    ['CRLF for LF', pretty, crlf, { body: 'lineFeeds' } as never],
    ['CRLF for LF and a newline at the end', pretty.trimEnd(), crlf, { body: 'lineFeedsWithoutLast' } as never],
    ['JSON that was written anew', '{"a":[1,2],"ü":{"b":null}}', pretty, { body: 'compactJson' } as never],
    ['JSON as Python writes it', '{"a": [1, 2], "ü": {"b": null}}', pretty, { body: 'compactJson' } as never],
  ];
  for (const [name, signedText, text, change] of changes) {
    it(`tells ${name}`, async () => {
      assert.deepEqual(await check(text, await signed(signedText)), nearly(change));
    });
  }

  it('tells a newline at the end of the secret, on either side', async () => {
    const withoutLast = nearly({ secret: 'withoutLastNewline' } as never);
    assert.deepEqual(await check(pretty, await signed(pretty), `${secret}\r\n`), withoutLast);
    const withLast = nearly({ secret: 'withLastNewline' } as never);
    assert.deepEqual(await check(pretty, await signed(pretty, `${secret}\n`)), withLast);
    const both = nearly({ secret: 'withoutLastNewline', body: 'lineFeeds' } as never);
    assert.deepEqual(await check(crlf, await signed(pretty), `${secret}\n`), both);
  });

  it('tells SHA-1 and the header of another product', async () => {
    assert.deepEqual(await check(pretty, sha1(pretty)), { kind: 'sha1', matches: true });
    assert.deepEqual(await check(pretty, sha1(pretty).slice('sha1='.length)), { kind: 'sha1', matches: true });
    assert.deepEqual(await check(pretty, sha1('{}')), { kind: 'sha1', matches: false });
    const other = `X-Hub-Signature-256: ${await signed(pretty)}`;
    assert.deepEqual(await check(pretty, other), { kind: 'matches', isOtherHeader: true });
    assert.deepEqual(await check('{}', other), { kind: 'differs', isOtherHeader: true });
  });

  it('tells that there is no header, no secret, or nothing of the right form', async () => {
    for (const header of ['', ' ', 'X-Hub-Signature:', 'sha256=']) {
      assert.deepEqual(await check(pretty, header), { kind: 'noHeader' }, header);
    }
    assert.deepEqual(await check(pretty, await signed(pretty), ''), { kind: 'noSecret' });
    for (const header of ['sha256=xyz', 'hello', 'sha256=00', `md5=${'0'.repeat(64)}`, `sha256=${'0'.repeat(40)}`]) {
      assert.deepEqual(await check(pretty, header), { kind: 'malformed' }, header);
    }
  });

  it('tells a secret that Bitbucket does not take, unless it matches all the same', async () => {
    const long = 'ß'.repeat(129);
    assert.deepEqual(await check(pretty, await signed(pretty), long), { kind: 'longSecret', maxLength: 128 });
    assert.deepEqual(await check(pretty, await signed(pretty, long), long), yes);
    assert.deepEqual(await check(pretty, await signed(pretty), 'ß'.repeat(128)), no);
  });

  it('says no to what is no text, without trying to mend it', async () => {
    const bytes = Buffer.from([0xff, 0x0a]);
    assert.deepEqual(await check(bytes, await signed(bytes.subarray(0, 1))), no);
    assert.deepEqual(await check(bytes, await signed('\ufffd')), no);
  });
});
