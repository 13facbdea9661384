import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { verdictText } from '../../../src/deliveries/verdictText';
import { verify } from '../../../src/deliveries/wire/verify';

const secret = 'a secret';
const body = '{\r\n  "a": 1\r\n}\r\n';
const hmac = (text: string, key = secret, hash = 'sha256') =>
  `${hash}=${createHmac(hash, key).update(text).digest('hex')}`;
const lineFeeds = body.replaceAll('\r\n', '\n');

const digest = (text: string) => hmac(text).slice('sha256='.length);

/** What is pasted, and what is said of it. */
const rows: [header: string, secret: string, said: string][] = [
  [hmac(body), secret, 'Yes, the signature is right.'],
  [`X-Hub-Signature-256: ${hmac(body)}`, secret, 'It came as X-Hub-Signature-256, the header of GitHub'],
  [`X-Gitea-Signature: ${digest(body)}`, secret, 'It came as X-Gitea-Signature, the header of Gitea'],
  [`X-Gogs-Signature: ${digest(body)}`, secret, 'It came as X-Gogs-Signature, the header of Gogs'],
  [
    `X-Hub-Signature-512: ${hmac(body)}`,
    secret,
    'It came as X-Hub-Signature-512: Bitbucket’s header is X-Hub-Signature.',
  ],
  [digest(body), secret, 'No, a handler would refuse this header, although the digest in it is right.'],
  [digest(body), secret, 'Bitbucket writes sha256= before the digest.'],
  [hmac(body).toUpperCase(), secret, 'Bitbucket writes it in small letters'],
  [Buffer.from(digest(body), 'hex').toString('base64'), secret, 'The digest is in base64'],
  [hmac(lineFeeds), secret, 'It matches with LF for CRLF in the body. Something, such as an editor'],
  [hmac(body.trimEnd()), secret, 'It matches without the newline at the end of the body. Something'],
  [hmac(`${body}\n`), secret, 'It matches with a newline at the end of the body. Something'],
  [
    hmac(lineFeeds.trimEnd()),
    secret,
    'It matches without the newline at the end of the body, with LF for CRLF in the body.',
  ],
  [hmac('{"a":1}'), secret, 'It matches with the same JSON on one line. Something, such as a middleware, has parsed'],
  [hmac('{"a": 1}'), secret, 'It matches with the same JSON as json.dumps of Python writes it. Something'],
  [hmac(body), `${secret}\n`, 'It matches without the newline at the end of the secret. Webhook and handler'],
  [hmac(body, `${secret}\n`), secret, 'It matches with a newline at the end of the secret. Webhook and handler'],
  [hmac(body), `"${secret}"`, 'It matches without the quotes around the secret.'],
  [
    hmac(body, secret, 'sha1'),
    secret,
    'It is right for this body, but not Bitbucket’s. Bitbucket signs with SHA-256. GitHub has SHA-1',
  ],
  [
    hmac('{}', secret, 'sha1'),
    secret,
    'Bitbucket signs with SHA-256. GitHub has SHA-1 in X-Hub-Signature: is this delivery',
  ],
  [hmac(body, secret, 'sha512'), secret, 'No, the header has a signature with SHA-512.'],
  ['', secret, 'There is no signature.'],
  [`X-Hub-Signature: ${hmac(body)}\nX-Hub-Signature: ${hmac('{}')}`, secret, 'There are several signatures'],
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
