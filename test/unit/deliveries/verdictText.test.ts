import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { verdictText } from '../../../src/deliveries/verdictText';
import { verify } from '../../../src/deliveries/wire/verify';

const secret = 'a secret';
const body = '{\r\n  "a": 1\r\n}\r\n';
const hmac = (text: string, key = secret, hash = 'sha256') =>
  `${hash}=${createHmac(hash, key).update(text).digest('hex')}`;
const lineFeeds = body.replaceAll('\r\n', '\n');

/** What is pasted, and what is said of it. */
const rows: [header: string, secret: string, said: string][] = [
  [hmac(body), secret, 'Yes, the signature is right.'],
  [`X-Hub-Signature-256: ${hmac(body)}`, secret, 'It came as X-Hub-Signature-256, which is GitHub’s header'],
  [hmac(lineFeeds), secret, 'It matches with LF for CRLF: something'],
  [hmac(body.trimEnd()), secret, 'It matches without the newline at the end of the body'],
  [hmac(`${body}\n`), secret, 'It matches with a newline at the end of the body'],
  [hmac(lineFeeds.trimEnd()), secret, 'It matches with LF for CRLF and without the newline'],
  [hmac('{"a":1}'), secret, 'It matches the same JSON on one line'],
  [hmac(body), `${secret}\n`, 'It matches without the newline at the end of the secret'],
  [hmac(body, `${secret}\n`), secret, 'It matches with a newline at the end of the secret'],
  [hmac(body, secret, 'sha1'), secret, 'It is right for this body, but not Bitbucket’s'],
  [hmac('{}', secret, 'sha1'), secret, 'is this delivery Bitbucket’s?'],
  ['', secret, 'There is no signature.'],
  ['sha256=1', secret, 'No, this is no signature.'],
  [hmac(body), '', 'Without a secret there is nothing to verify.'],
  [hmac(body), 'x'.repeat(129), 'The secret has more than 128 characters'],
  [hmac(body), 'another', 'Compare the secrets, and take the body as it came'],
];

describe('What is said of a signature', () => {
  for (const [header, key, said] of rows) {
    it(said, async () => {
      const { isRight, message, advice } = verdictText(await verify(Buffer.from(body), header, key));
      assert.ok(`${message}\n${advice}`.includes(said), `${message}\n${advice}`);
      assert.equal(isRight, message.startsWith('Yes'));
    });
  }
});
