import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { curlCommand } from '../../../src/deliveries/wire/curl';

const hasShell = spawnSync('sh', ['-c', ':']).status === 0;

describe('curl command', () => {
  it('gives curl the same bytes, headers and address, whatever is in them', function () {
    if (!hasShell) {
      this.skip();
    }
    const text = fc.string({ unit: 'binary', maxLength: 300 }).filter((value) => !/[\0\ud800-\udfff]/.test(value));
    fc.assert(
      fc.property(text, text, (body, value) => {
        // A stand-in for curl: says what it was given, with an end that no text has.
        const stub = 'curl() { cat; printf "\\001\\002"; for each; do printf "%s\\001\\002" "$each"; done; }';
        const address = 'http://[::1]:3000/a%27b';
        const command = curlCommand([['X-Event-Key', value]], body, address);
        const { stdout, stderr } = spawnSync('sh', ['-c', `${stub}\n${String(command)}`], { encoding: 'utf8' });
        assert.equal(stderr, '');
        const [input, ...args] = stdout.split('\x01\x02');
        assert.equal(input, body);
        assert.deepEqual(args.slice(-4), ['--header', `X-Event-Key: ${value}`, address, '']);
      }),
      { numRuns: 50 },
    );
  });

  it('is what the README shows of it', () => {
    assert.equal(
      curlCommand([['X-Event-Key', 'repo:push']], "{'a'}", 'http://localhost:3000/'),
      [
        String.raw`printf %s '{'\''a'\''}' |`,
        '  curl --globoff --include --data-binary @- \\',
        "  --header 'X-Event-Key: repo:push' \\",
        "  'http://localhost:3000/'",
        '',
      ].join('\n'),
    );
  });

  it('is none for a body with NUL, which no command can hold', () => {
    assert.equal(curlCommand([], '{"a": "\0"}', 'http://localhost/'), undefined);
  });

  it('leaves an address with a query to whoever runs it', () => {
    assert.match(curlCommand([], '', undefined) ?? '', / {2}"\$\{TARGET:\?\}"\n$/);
  });
});
