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
    ['http://127.0.0.2/', 'http://127.0.0.2/', true],
    ['http://127.255.255.254/', 'http://127.255.255.254/', true],
    ['http://128.0.0.1/', 'http://128.0.0.1/', false],
    ['http://127.0.0.1.example.com/', 'http://127.0.0.1.example.com/', false],
    ['http://[::]/', 'http://[::1]/', true],
    ['http://[::ffff:127.0.0.1]/', 'http://127.0.0.1/', true],
    ['http://[::ffff:127.9.8.7]/', 'http://127.9.8.7/', true],
    ['http://[::ffff:0.0.0.0]/', 'http://127.0.0.1/', true],
    ['http://[::ffff:10.0.0.1]/', 'http://10.0.0.1/', false],
    ['http://[::2]/', 'http://[::2]/', false],
    ['http://0.0.0.0:3000/', 'http://127.0.0.1:3000/', true],
    ['http://0.0.0.1/', 'http://0.0.0.1/', false],
    ['localhost', 'http://localhost/', true],
    ['LOCALHOST?x=1', 'http://localhost/?x=1', true],
    ['3000?x=1', 'http://localhost:3000/?x=1', true],
    ['4001', 'http://localhost:4001/', true],
    ['/hook?x=1', 'http://localhost:3000/hook?x=1', true],
    ['handler:8080', 'http://handler:8080/', false],
    ['http://handler/', 'http://handler/', false],
    ['"http://localhost:3000/hook"', 'http://localhost:3000/hook', true],
    ["'localhost:3000'", 'http://localhost:3000/', true],
    ['`3000`', 'http://localhost:3000/', true],
    ['<https://example.com/>', 'https://example.com/', false],
    ['“http://localhost/”', 'http://localhost/', true],
    ['http://localhost.example.com/', 'http://localhost.example.com/', false],
    ['http://app.localhost/', 'http://app.localhost/', false],
    ['http://localhost./', 'http://localhost/', true],
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
    ['//example.com/hook', 'notAnAddress'],
    ['/\\example.com', 'notAnAddress'],
    ['push', 'word'],
    ['repo-push', 'word'],
    ['push?x=1', 'word'],
    ['"push"', 'word'],
    ['123456', 'word'],
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

  it('take a path for one of the base', () => {
    const target = parseTarget('/hook', 'https://example.com/other?x');
    assert.ok(typeof target === 'object');
    assert.equal(target.url.href, 'https://example.com/hook');
  });

  it('are shown without what queries hold', () => {
    const target = parseTarget('https://example.com/hook?token=marker#marker');
    assert.ok(typeof target === 'object');
    assert.equal(target.shown, 'https://example.com/hook');
    assert.ok(target.hasQuery);
  });
});
