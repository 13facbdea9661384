import assert from 'node:assert/strict';
import { BitbucketClient } from '../../../src/bitbucket/bitbucketClient';
import { BitbucketError, type Fault, faultOf } from '../../../src/bitbucket/fault';

const url = new URL('https://api.example.org/2.0/hook_events?page=2');
const coded = (code: unknown, cause?: unknown) => Object.assign(new Error('x', { cause }), { code });

describe('The fault behind an error', () => {
  const rows: [string, unknown, Fault][] = [
    [
      'an error with a code',
      coded('ECONNREFUSED'),
      { kind: 'connection', host: 'api.example.org', code: 'ECONNREFUSED' },
    ],
    ['a code of its cause', new Error('x', { cause: coded('ENOTFOUND') }), { kind: 'dns', host: 'api.example.org' }],
    ['a number for a code', coded(7, coded('ENETDOWN')), { kind: 'offline' }],
    ['an empty code', coded('', coded('ENETDOWN')), { kind: 'offline' }],
    [
      'several errors',
      new AggregateError([coded('CERT_HAS_EXPIRED')]),
      { kind: 'tls', host: 'api.example.org', code: 'CERT_HAS_EXPIRED' },
    ],
    ['no code at all', new Error('x'), { kind: 'unreachable', host: 'api.example.org' }],
    ['no error', { code: 'ENETDOWN' }, { kind: 'unreachable', host: 'api.example.org' }],
    [
      'causes without an end',
      coded(undefined, coded(1, coded(2, coded(3, coded(4, coded('ENETDOWN')))))),
      { kind: 'unreachable', host: 'api.example.org' },
    ],
  ];
  for (const [what, error, fault] of rows) {
    it(`is found in ${what}`, () => {
      assert.deepEqual(faultOf(error, url), fault);
    });
  }
});

describe('The log', () => {
  it('says a fault in words, with its address once', async () => {
    const lines: string[] = [];
    const add = (line: string) => lines.push(line);
    const log = { debug: add, info: add, warn: add };
    const broken = coded('ECONNRESET');
    const client = new BitbucketClient(
      { baseUrl: 'https://api.example.org/2.0', retryDelay: 1 },
      () => Promise.reject(broken),
      log,
    );
    await assert.rejects(client.getSubjectTypes(new AbortController().signal), BitbucketError);
    assert.deepEqual(lines, [
      'https://api.example.org/2.0/hook_events: trying again after no connection (ECONNRESET)',
      'https://api.example.org/2.0/hook_events: trying again after no connection (ECONNRESET)',
      'https://api.example.org/2.0/hook_events: no connection (ECONNRESET) (x)',
    ]);
  });

  it('has words for every fault, and the message of the API', () => {
    const host = 'api.example.org';
    const faults: Fault[] = [
      { kind: 'offline' },
      { kind: 'dns', host },
      { kind: 'tls', host, code: 'CERT_HAS_EXPIRED' },
      { kind: 'unreachable', host },
      { kind: 'timeout', seconds: 15 },
      { kind: 'status', status: 403, message: 'Not for you' },
      { kind: 'rateLimit', message: '', retryAt: Date.UTC(2026, 10, 25) },
      { kind: 'rateLimit', message: '', retryAt: Number.MAX_VALUE },
      { kind: 'notJson', contentType: '' },
      { kind: 'shape', detail: 'values: expected Array' },
      { kind: 'tooLarge', megabytes: 5 },
      { kind: 'foreignLink', target: 'https://example.com' },
      { kind: 'brokenLink', target: '?page=2' },
      { kind: 'endless', events: 10_000 },
      { kind: 'baseUrl', value: '' },
    ];
    const messages = faults.map((fault) => new BitbucketError(fault, '').message);
    assert.ok(
      messages.every((message) => /^[A-Za-z][^{}]{8,}$/.test(message)),
      messages.join('\n'),
    );
    assert.ok(messages.includes('HTTP 403, “Not for you”'));
    assert.ok(messages.includes('HTTP 429, not before 2026-11-25T00:00:00.000Z'));
  });
});
