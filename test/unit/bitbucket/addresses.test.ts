import assert from 'node:assert/strict';
import { parseBaseUrl, parseLink } from '../../../src/bitbucket/addresses';
import { BitbucketError } from '../../../src/bitbucket/fault';

function faultOf(parse: () => unknown): string {
  try {
    parse();
  } catch (error) {
    assert.ok(error instanceof BitbucketError, String(error));
    return error.fault.kind;
  }
  return 'none';
}

describe('Addresses', () => {
  const good = [
    'https://api.bitbucket.org/2.0',
    ' https://mirror.example.org:8443/api/2.0/ ',
    'http://localhost:7990/2.0',
    'http://127.0.0.1:1/2.0',
    'http://127.1.2.3/2.0',
    'http://[::1]:80/2.0',
    'http://0x7f.1/2.0',
  ];
  for (const url of good) {
    it(`take ${url} for a base URL`, () => {
      assert.equal(
        faultOf(() => parseBaseUrl(url)),
        'none',
      );
    });
  }

  const bad = [
    '',
    'bitbucket.org/2.0',
    'http://api.bitbucket.org/2.0',
    'http://localhost.example.org/',
    'http://127.0.0.1.example.org/',
    'http://example.org/127.0.0.1',
    'http://127.0.0.1@example.org/',
    'https://me@api.bitbucket.org/2.0',
    'https://me:pw@api.bitbucket.org/2.0',
    'http://0.0.0.0/2.0',
    'http://192.168.1.1/2.0',
    'http://[::]/2.0',
    'ws://localhost/',
    'file:///etc/passwd',
    'data:application/json,{}',
    'javascript:alert(1)',
    'blob:https://api.bitbucket.org/1',
  ];
  for (const url of bad) {
    it(`refuse ${url} as a base URL`, () => {
      assert.equal(
        faultOf(() => parseBaseUrl(url)),
        'baseUrl',
      );
    });
  }

  const base = new URL('https://api.bitbucket.org/2.0');
  const links: [string, string][] = [
    ['https://api.bitbucket.org/2.0/hook_events/repository?page=2', 'none'],
    ['https://api.bitbucket.org:443/elsewhere', 'none'],
    ['https://API.Bitbucket.org/2.0', 'none'],
    ['http://api.bitbucket.org/2.0', 'foreignLink'],
    ['https://api.bitbucket.org:444/2.0', 'foreignLink'],
    ['https://bitbucket.org/2.0', 'foreignLink'],
    ['https://api.bitbucket.org.example.com/2.0', 'foreignLink'],
    ['https://api.bitbucket.org\u002eexample.com/', 'foreignLink'],
    ['blob:https://api.bitbucket.org/1', 'foreignLink'],
    ['data:application/json,{}', 'foreignLink'],
    ['https://api.bitbucket.org@example.com/', 'brokenLink'],
    ['https://me:pw@api.bitbucket.org/', 'brokenLink'],
    ['?page=2', 'brokenLink'],
    ['//api.bitbucket.org/2.0', 'brokenLink'],
    ['https://[', 'brokenLink'],
    ['', 'brokenLink'],
  ];
  for (const [link, fault] of links) {
    it(`${fault === 'none' ? 'follow' : 'do not follow'} "${link}"`, () => {
      assert.equal(
        faultOf(() => parseLink(link, base)),
        fault,
      );
    });
  }

  it('follow a redirect that is relative', () => {
    const from = new URL('https://api.bitbucket.org/2.0/hook_events');
    assert.equal(parseLink('?x', base, from).href, 'https://api.bitbucket.org/2.0/hook_events?x');
    assert.equal(
      faultOf(() => parseLink('//example.com/', base, from)),
      'foreignLink',
    );
  });
});
