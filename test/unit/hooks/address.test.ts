import assert from 'node:assert/strict';
import { hidesSomething, shortAddress, shownAddress, whyUnreachable } from '../../../src/hooks/rest/address';

describe('Addresses of hooks', () => {
  it('are shown without query, user info and fragment', () => {
    const address = 'https://me:marker@ci.example.org:8443/hook?token=marker#marker';
    assert.equal(shownAddress(address), 'https://ci.example.org:8443/hook');
    assert.equal(shortAddress(address), 'ci.example.org:8443/hook');
    assert.equal(shortAddress('https://ci.example.org/'), 'ci.example.org');
    assert.equal(shownAddress('mailto:marker@example.org'), 'mailto:…');
    assert.equal(shownAddress('no address: marker'), '');
    assert.equal(shownAddress('marker'), '');
    assert.ok(hidesSomething(address));
    assert.ok(!hidesSomething('https://ci.example.org/hook'));
  });

  for (const [address, why] of [
    ['https://ci.example.org/', undefined],
    ['https://8.8.8.8/', undefined],
    ['https://[2606:4700:4700::1111]/', undefined],
    ['', 'notAnAddress'],
    ['ci.example.org', 'notAnAddress'],
    ['ftp://ci.example.org/', 'scheme'],
    ['http://localhost:3000/', 'loopback'],
    ['http://app.localhost/', 'loopback'],
    ['http://127.8.8.8/', 'loopback'],
    ['http://0x7f000001/', 'loopback'],
    ['http://0.0.0.0/', 'loopback'],
    ['http://[::1]/', 'loopback'],
    ['http://[::ffff:127.0.0.1]/', 'loopback'],
    ['http://10.1.2.3/', 'private'],
    ['http://172.31.0.1/', 'private'],
    ['http://192.168.178.1/', 'private'],
    ['http://169.254.169.254/', 'private'],
    ['http://100.64.0.1/', 'private'],
    ['http://[fd00::1]/', 'private'],
    ['http://[fe80::1]/', 'private'],
    ['https://jenkins/', 'noDot'],
    ['https://jenkins./', 'noDot'],
    ['https://jenkins.local/', 'localName'],
    ['https://ci.corp/', 'localName'],
    ['https://ci.example./', 'localName'],
  ] as const) {
    it(`can be reached or not: ${address} (${why ?? 'yes'})`, () => {
      assert.equal(whyUnreachable(address), why);
    });
  }
});
