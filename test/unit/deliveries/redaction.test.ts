import assert from 'node:assert/strict';
import { isCredentialName, redactedValue, withoutQueryOf } from '../../../src/deliveries/wire/redaction';

const names: [isCredential: boolean, names: string][] = [
  [true, 'Authorization Proxy-Authenticate Set-Cookie X-Auth X-Auth-Token auth X-JWT X-Amzn-Jwt csrf X-XSRF-Token'],
  [true, 'X-Api-Key apikey X-Access-Key Ocp-Apim-Subscription-Key sid access_token client_secret X-Session-Id'],
  [true, 'X-Hub-Signature password X-Amz-Security-Token jsessionid my_key x-goog-credential'],
  [false, 'X-Event-Key x-event-key Content-Type Location Author X-Author Authority Keyboard Keep-Alive X-Monkey Date'],
  [false, 'Content-Encoding X-Request-UUID Server ETag Vary Side Alt-Svc'],
];

/** A header as it came, and as it is kept. */
const values: [name: string, value: string, kept: string][] = [
  ['Location', 'https://example.com/hook?token=marker', 'https://example.com/hook?…'],
  ['Location', '/hook?a=marker b"marker', '/hook?…'],
  ['Location', '?token=marker', '?…'],
  ['Location', 'https://somebody:marker@example.com/#marker', 'https://…@example.com/#…'],
  ['Content-Location', '/hook;jsessionid=marker', '/hook;jsessionid=…'],
  [
    'Link',
    '<https://a/?p=marker>; rel="next", </b?marker,x;y>; rel=prev',
    '<https://a/?…>; rel="next", </b?…>; rel=prev',
  ],
  ['Refresh', '0; url=https://example.com/?token=marker', '0; url=https://example.com/?…'],
  ['Refresh', "0;url='/x?marker'", "0;url='/x?…"],
  ['Report-To', '{"url":"https://example.com/r?k=marker"}', '{"url":"https://example.com/r?…"}'],
  ['X-Debug', 'user=me, access_token=marker; auth="marker x"', 'user=me, access_token=…; auth=…'],
  ['Set-Cookie', 'marker', '…'],
  ['X-Event-Key', 'repo:push', 'repo:push'],
  ['Cache-Control', 'max-age=60, no-store', 'max-age=60, no-store'],
  ['Content-Type', 'text/html; charset=utf-8', 'text/html; charset=utf-8'],
];

describe('What is kept of an answer', () => {
  it('has no value of a header whose name speaks of credentials', () => {
    for (const [isCredential, list] of names) {
      for (const name of list.split(' ')) {
        assert.equal(isCredentialName(name), isCredential, name);
      }
    }
  });

  for (const [name, value, kept] of values) {
    it(`has of ${name}: ${value} what is no secret`, () => {
      assert.equal(redactedValue(name, value), kept);
    });
  }

  it('has nowhere the query that was sent, in whatever way it is written', () => {
    const url = new URL('https://example.com/hook?token=marker&x=%C3%A4');
    for (const [text, kept] of [
      ['Cannot POST /hook?token=marker&x=%C3%A4', 'Cannot POST /hook?…'],
      ['<a href="/hook?token=marker&amp;x=%C3%A4">', '<a href="/hook?…">'],
      ['{"query":"token=marker\\u0026x=ä"}', '{"query":"…"}'],
      ['next=%2Fhook%3Ftoken%3Dmarker%26x%3D%C3%A4', 'next=%2Fhook%3F…'],
      ['nothing of it', 'nothing of it'],
    ] as const) {
      assert.equal(withoutQueryOf(url, text), kept);
    }
    assert.equal(withoutQueryOf(new URL('https://example.com/?a'), 'a banana /?a'), 'a banana /?…');
    assert.equal(withoutQueryOf(new URL('https://example.com/'), 'what? nothing'), 'what? nothing');
  });

  it('takes no longer for values that are made to last', () => {
    const started = performance.now();
    for (const piece of ['//', 'a=', 'a-', '?"', '@', '//a@', '&amp;']) {
      redactedValue('X', piece.repeat(100_000));
      withoutQueryOf(new URL('https://example.com/?aaaaaaaaaaaa'), piece.repeat(100_000));
    }
    assert.ok(performance.now() - started < 2000, `${performance.now() - started} ms`);
  });
});
