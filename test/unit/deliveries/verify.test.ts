import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { verify as verifyLikeOctokit } from '@octokit/webhooks-methods';
import { sign } from '../../../src/deliveries/wire/signature';
import { verify, type Verdict } from '../../../src/deliveries/wire/verify';

const secret = 'a secret';
const pretty = '{\n  "a": [1, 2],\n  "ü": {"b": null}\n}\n';
const signed = (text: string | Uint8Array, key: string | Uint8Array = secret) =>
  `sha256=${createHmac('sha256', key).update(text).digest('hex')}`;
const withHash = (hash: string, text: string, form: 'hex' | 'base64' = 'hex') =>
  `${hash}=${createHmac(hash, secret).update(text).digest(form)}`;
const check = (text: string | Uint8Array, header: string, key = secret) => verify(Buffer.from(text), header, key);

const yes: Verdict = { kind: 'matches' };
const nothing = { header: '', form: [] } as const;
const no: Verdict = { kind: 'differs', ...nothing };
const nearly = (change: Partial<Extract<Verdict, { kind: 'nearly' }>>): Verdict => ({
  kind: 'nearly',
  body: [],
  secret: 'none',
  ...nothing,
  ...change,
});

describe('Verifying a signature', () => {
  const value = signed(pretty);
  const digest = value.slice('sha256='.length);

  for (const header of [
    ...[value, ` ${value}\n`, `X-Hub-Signature: ${value}`, `x-hub-signature:${value}`, `"${value}"`],
    ...[`'x-hub-signature': '${value}',`, `  "X-Hub-Signature": "${value}"`, `\\"X-Hub-Signature\\":\\"${value}\\"`],
    ...[`("X-Hub-Signature", "${value}")`, `X-Hub-Signature=${value}`, `X-Hub-Signature => ${value}`],
    ...[
      `'HTTP_X_HUB_SIGNATURE' => string(71) "${value}"`,
      `X-Hub-Signature:[${value}]`,
      `[b'X-Hub-Signature', b'${value}']`,
    ],
    `2026-11-30T12:00:00Z INFO headers x-request-uuid=3fa6110f-03bd-4794-ae4c-75e704857d50 x-hub-signature=${value} len=5`,
    `POST /hook HTTP/1.1\r\nX-Hook-UUID: x\r\nX-Hub-Signature: ${value}\r\nContent-Length: 5\r\n\r\n`,
    `X-Hub-Signature-256: ${signed('other')}\nX-Hub-Signature: ${value}`,
    `X-Hub-Signature: ${value}\nX-Hub-Signature: ${value}`,
    `expected ${value}`,
  ]) {
    it(`says yes to ${header.replace(value, 'sha256=…').trim()}`, async () => {
      assert.deepEqual(await check(pretty, header), yes);
    });
  }

  it('says yes to any bytes that are signed as they are, and no with a bit flipped', async () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(bytes, fc.string({ minLength: 1, maxLength: 100 }), async (body, key) => {
        const right = await sign(body, key);
        assert.deepEqual(await check(body, right, key), yes);
        const digit = right.endsWith('0') ? '1' : '0';
        assert.equal((await check(body, right.slice(0, -1) + digit, key)).kind, 'differs');
      }),
      { numRuns: 50 },
    );
  });

  for (const [name, header, form, given] of [
    ['capital letters', `sha256=${digest.toUpperCase()}`, ['upperCase'], ''],
    ['a capital name of the hash', `SHA256=${digest}`, ['upperCase'], ''],
    ['a bare digest', digest, ['noAlgorithm'], ''],
    ['base64', withHash('sha256', pretty, 'base64'), ['base64'], ''],
    [
      'a bare digest in base64',
      withHash('sha256', pretty, 'base64').slice('sha256='.length),
      ['noAlgorithm', 'base64'],
      '',
    ],
    ['GitHub’s header', `X-Hub-Signature-256: ${value}`, ['header'], 'x-hub-signature-256'],
    ['-512', `x-hub-signature-512: ${value}`, ['header'], 'x-hub-signature-512'],
    ['Gitea’s header', `X-Gitea-Signature: ${digest}`, ['header', 'noAlgorithm'], 'x-gitea-signature'],
    ['Gogs’ header', `'x-gogs-signature': '${digest}'`, ['header', 'noAlgorithm'], 'x-gogs-signature'],
  ] as const) {
    it(`says no to ${name}, as a handler does, although the digest is right`, async () => {
      assert.deepEqual(await check(pretty, header), nearly({ form, header: given }));
      // What comes in the header, as others verify it.
      const [, sent = header] = /: '?([^']*)/.exec(header) ?? [];
      const isAccepted = await verifyLikeOctokit(secret, pretty, sent).catch(() => false);
      assert.ok(!isAccepted || given !== '');
      assert.deepEqual(await check('{}', header), { kind: 'differs', form, header: given });
    });
  }

  it('says yes only to what others who verify take', async () => {
    const headers = fc.constantFrom(
      value,
      digest,
      value.toUpperCase(),
      `SHA256=${digest}`,
      `sha1=${digest}`,
      `sha256=${digest}0`,
    );
    await fc.assert(
      fc.asyncProperty(headers, fc.constantFrom(pretty, `${pretty}\n`), async (header, body) => {
        const isRight = await verifyLikeOctokit(secret, body, header).catch(() => false);
        assert.equal((await check(body, header)).kind === 'matches', isRight, header);
      }),
    );
  });

  const crlf = pretty.replaceAll('\n', '\r\n');
  const bare = pretty.trimEnd();
  const mark = '\ufeff';
  const changes: [
    name: string,
    signedText: string,
    text: string,
    body: Extract<Verdict, { kind: 'nearly' }>['body'],
  ][] = [
    ['a newline at the end of the body', bare, pretty, ['withoutLastNewline']],
    ['two newlines at the end', bare, `${bare}\n\n`, ['withoutLastNewlines']],
    ['two newlines at the end, of which one was signed', pretty, `${pretty}\n`, ['withoutLastNewline']],
    ['many newlines at the end', bare, `${bare}\r\n\n\n\n`, ['withoutLastNewlines']],
    ['no newline at the end of the body', pretty, bare, ['withLastNewline']],
    ['no newlines where two were signed', `${bare}\n\n`, bare, ['withTwoNewlines']],
    ['CRLF for LF', pretty, crlf, ['lineFeeds']],
    ['LF for CRLF', crlf, pretty, ['carriageReturns']],
    ['CRLF for LF and a newline at the end', bare, crlf, ['withoutLastNewline', 'lineFeeds']],
    ['LF for CRLF and no newline at the end', crlf, bare, ['withLastNewline', 'carriageReturns']],
    ['a byte order mark', pretty, mark + pretty, ['withoutByteOrderMark']],
    ['no byte order mark where one was signed', mark + pretty, pretty, ['withByteOrderMark']],
    [
      'a byte order mark, CRLF and a newline',
      bare,
      mark + crlf,
      ['withoutByteOrderMark', 'withoutLastNewline', 'lineFeeds'],
    ],
    ['JSON that was on one line', '{"a":[1,2],"ü":{"b":null}}', pretty, ['onOneLine']],
    ['JSON on one line behind a byte order mark', '{"a":[1,2],"ü":{"b":null}}', mark + pretty, ['onOneLine']],
  ];
  for (const [name, signedText, text, body] of changes) {
    it(`tells ${name}`, async () => {
      assert.deepEqual(await check(text, signed(signedText)), nearly({ body }));
    });
  }

  const base64 = Buffer.from(secret).toString('base64');
  for (const [name, right, given, change] of [
    ['a newline at its end', secret, `${secret}\r\n`, 'withoutLastNewline'],
    ['a newline at the end of the other one', `${secret}\n`, secret, 'withLastNewline'],
    ['a blank before it', secret, ` ${secret}`, 'withoutBlanks'],
    ['a blank behind it', secret, `${secret} `, 'withoutBlanks'],
    ['quotes around it', secret, `"${secret}"`, 'withoutQuotes'],
    ['quotes and a newline around it', secret, `'${secret}'\n`, 'withoutQuotes'],
    ['quotes around the other one', `"${secret}"`, secret, 'withQuotes'],
    ['base64 of it', secret, base64, 'fromBase64'],
    ['base64 of the other one', base64, secret, 'toBase64'],
    ['hexadecimal digits', secret, Buffer.from(secret).toString('hex'), 'fromHex'],
  ] as const) {
    it(`tells of a secret ${name}`, async () => {
      assert.deepEqual(await check(pretty, signed(pretty, right), given), nearly({ secret: change }));
    });
  }

  it('tells changes of all at once', async () => {
    const header = `X-Hub-Signature-256: ${signed(pretty).toUpperCase()}`;
    const all = { secret: 'withoutLastNewline', body: ['lineFeeds'], form: ['header', 'upperCase'] } as const;
    assert.deepEqual(await check(crlf, header, `${secret}\n`), nearly({ ...all, header: 'x-hub-signature-256' }));
  });

  it('tells other hashes', async () => {
    for (const [hash, name] of [
      ['sha1', 'SHA-1'],
      ['sha384', 'SHA-384'],
      ['sha512', 'SHA-512'],
    ] as const) {
      const header = withHash(hash, pretty);
      const matches: Verdict = { kind: 'otherHash', hash: name, matches: true, ...nothing };
      assert.deepEqual(await check(pretty, header), matches);
      assert.deepEqual(await check('{}', header), { ...matches, matches: false });
      const bareDigest = header.slice(hash.length + 1);
      assert.deepEqual(await check(pretty, bareDigest), { ...matches, form: ['noAlgorithm'] });
      assert.deepEqual(await check(pretty, withHash(hash, pretty, 'base64')), { ...matches, form: ['base64'] });
    }
  });

  it('tells that there is no header, no secret, several headers, or nothing of the right form', async () => {
    for (const header of [
      ...[
        '',
        ' ',
        'X-Hub-Signature:',
        'sha256=',
        "'x-hub-signature': undefined,",
        '"X-Hub-Signature": null',
        'X-Hub-Signature: None',
      ],
    ]) {
      assert.deepEqual(await check(pretty, header), { kind: 'noHeader' }, header);
    }
    assert.deepEqual(await check(pretty, value, ''), { kind: 'noSecret' });
    const two = `X-Hub-Signature: ${value}\nX-Hub-Signature: ${signed('{}')}`;
    assert.deepEqual(await check(pretty, two), { kind: 'severalHeaders' });
    for (const header of [
      'sha256=xyz',
      'hello',
      'sha256=00',
      `md5=${'0'.repeat(64)}`,
      `sha256=${'0'.repeat(40)}`,
      `sha256=${digest.slice(0, 9)}…`,
    ]) {
      assert.deepEqual(await check(pretty, header), { kind: 'malformed' }, header);
    }
  });

  it('tells a secret that Bitbucket does not take, unless it matches all the same', async () => {
    const long = 'ß'.repeat(129);
    assert.deepEqual(await check(pretty, signed(pretty), long), { kind: 'longSecret', maxLength: 128 });
    assert.deepEqual(await check(pretty, signed(pretty, long), long), yes);
    assert.deepEqual(await check(pretty, signed(pretty), 'ß'.repeat(128)), no);
  });

  it('says no to what is no text, without trying to mend it', async () => {
    const bytes = Buffer.from([0xff, 0x0a]);
    assert.deepEqual(await check(bytes, signed(bytes.subarray(0, 1))), no);
    assert.deepEqual(await check(bytes, signed('\ufffd')), no);
  });

  it('takes time in proportion to what it is given', async () => {
    const timeOf = async (body: string, header: string, key: string) => {
      // The processor's time: the clock's would also tell what else the machine does.
      const started = process.cpuUsage();
      await check(body, header, key);
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1_000;
    };
    const item = '{"name":"ü/<1.0>","n":[1.0,12345678901234567890,{}]},';
    const json = (count: number) => `[${item.repeat(count)}0]`;
    const rows: [name: string, timeAt: (size: number) => Promise<number>][] = [
      ['JSON', (size) => timeOf(json(size * 500), value, 'other')],
      ['newlines', (size) => timeOf(`x${'\r\n'.repeat(size * 10_000)}`, value, 'other')],
      ['newlines within', (size) => timeOf(`x${'\n'.repeat(size * 10_000)}x`, value, 'other')],
      ['brackets', (size) => timeOf('['.repeat(size * 10_000), value, 'other')],
      ['a long header', (size) => timeOf('x', ' x-a_'.repeat(size * 4_000) + value, 'other')],
      ['a long word in it', (size) => timeOf('x', 'x-signature'.repeat(size * 2_000) + value, 'other')],
      ['many digests in it', (size) => timeOf('x', `${value} `.repeat(size * 300), 'other')],
      ['a long secret', (size) => timeOf('x', value, `${'\n'.repeat(size * 10_000)}x`)],
    ];
    for (const [name, timeAt] of rows) {
      await timeAt(1);
      const [once, eightTimes] = [await timeAt(1), await timeAt(8)];
      console.log(`      ${name}: ${once.toFixed(0)} ms, eight times as much ${eightTimes.toFixed(0)} ms`);
      // With quadratic work it would be 64 times as long.
      assert.ok(eightTimes < once * 30 + 300, `${name}: ${once} ms, ${eightTimes} ms`);
    }
  }).timeout(60_000);
});
