import assert from 'node:assert/strict';
import { parseTarget } from '../../../src/deliveries/wire/target';

describe('Targets', () => {
  const good: [typed: string, href: string, isLoopback: boolean][] = [
    ['http://localhost:3000/', 'http://localhost:3000/', true],
    [' https://Example.com/hook?token=1#x ', 'https://example.com/hook?token=1', false],
    ['localhost:3000/hook', 'http://localhost:3000/hook', true],
    ['example.com', 'http://example.com/', false],
    ['3000', 'http://localhost:3000/', true],
    [':3000/hook', 'http://localhost:3000/hook', true],
    ['http://127.0.0.1:1', 'http://127.0.0.1:1/', true],
    ['http://0x7f.1/', 'http://127.0.0.1/', true],
    ['http://[::1]:3000/', 'http://[::1]:3000/', true],
    ['http://[0:0:0:0:0:0:0:1]/', 'http://[::1]/', true],
    ['http://127.0.0.2/', 'http://127.0.0.2/', false],
    ['http://[::]/', 'http://[::]/', false],
    ['http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/', false],
    ['http://0.0.0.0/', 'http://0.0.0.0/', false],
    ['http://localhost.example.com/', 'http://localhost.example.com/', false],
    ['http://app.localhost/', 'http://app.localhost/', false],
    ['http://localhost./', 'http://localhost./', false],
    ['http://example.com/@localhost', 'http://example.com/@localhost', false],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/', false],
  ];
  for (const [typed, href, isLoopback] of good) {
    it(`take ${typed}`, () => {
      const target = parseTarget(typed);
      assert.ok(typeof target === 'object', 'refused');
      assert.equal(target.url.href, href);
      assert.equal(target.isLoopback, isLoopback);
    });
  }

  const bad: [typed: string, fault: string][] = [
    ['', 'notAnAddress'],
    ['http://', 'notAnAddress'],
    ['http://[', 'notAnAddress'],
    ['my handler', 'notAnAddress'],
    ['http://localhost/\r\nX-Evil: 1', 'notAnAddress'],
    ['http://local\thost/', 'notAnAddress'],
    ['http://localhost/\u202egnp', 'notAnAddress'],
    ['http://localhost:99999/', 'notAnAddress'],
    ['file:///etc/passwd', 'scheme'],
    ['ftp://localhost/', 'scheme'],
    ['ws://localhost/', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['data:application/json,{}', 'scheme'],
    ['blob:http://localhost/1', 'scheme'],
    ['http://me@localhost/', 'userInfo'],
    ['https://me:pw@example.com/', 'userInfo'],
    ['http://localhost:3000@example.com/', 'userInfo'],
    ['me:pw@localhost:3000', 'scheme'],
  ];
  for (const [typed, fault] of bad) {
    it(`refuse ${JSON.stringify(typed)}`, () => {
      assert.equal(parseTarget(typed), fault);
    });
  }

  it('are shown without what queries hold', () => {
    const target = parseTarget('https://example.com/hook?token=marker#marker');
    assert.ok(typeof target === 'object');
    assert.equal(target.shown, 'https://example.com/hook');
    assert.ok(target.hasQuery);
  });
});
