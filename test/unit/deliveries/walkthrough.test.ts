import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from 'esbuild';
import { sign } from '../../../src/deliveries/wire/signature';

const page = readFileSync('media/walkthrough/verify.md', 'utf8');
const codeIn = (text: string, language: string) =>
  new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'm').exec(text)?.[1] ?? assert.fail(language);

const body = '{"a": "ü"}\n';
const secret = 's€cret';
const signature = await sign(Buffer.from(body), secret);

/** A header, and whether it is right. */
const headers: [header: string, isRight: boolean][] = [
  [signature, true],
  [signature.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')), false],
  [signature.slice(0, -1), false],
  [signature.slice('sha256='.length), false],
  ['sha256=ü', false],
  ['', false],
];
const expected = headers.map(([, isRight]) => (isRight ? '1' : '0')).join('');

describe('The code of the walkthrough', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verify-'));
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it('is the same in German', () => {
    const german = readFileSync('media/walkthrough/verify.de.md', 'utf8');
    for (const language of ['ts', 'python', 'go', 'php']) {
      assert.equal(codeIn(german, language), codeIn(page, language));
    }
  });

  it('verifies in TypeScript', async () => {
    const { code } = transformSync(codeIn(page, 'ts'), { loader: 'ts' });
    const { isFromBitbucket } = (await import(pathToFileURL(write('verify.mjs', code)).href)) as {
      isFromBitbucket: (body: Uint8Array, header: string | undefined, secret: string) => boolean;
    };
    const said = headers.map(([header]) => Number(isFromBitbucket(Buffer.from(body), header, secret)));
    assert.equal(said.join(''), expected);
    assert.ok(!isFromBitbucket(Buffer.from(body), undefined, secret));
  });

  it('verifies in Python', function () {
    if (spawnSync('python3', ['-c', 'import sys; assert sys.version_info >= (3, 10)']).status !== 0) {
      this.skip();
    }
    const calls = `
import json, sys
body, secret, headers = json.load(sys.stdin)
print("".join(str(int(is_from_bitbucket(body.encode(), header, secret))) for header in headers), end="")
assert not is_from_bitbucket(body.encode(), None, secret)
`;
    const script = write('verify.py', codeIn(page, 'python') + calls);
    const input = JSON.stringify([body, secret, headers.map(([header]) => header)]);
    const { stdout, stderr } = spawnSync('python3', [script], { input, encoding: 'utf8' });
    assert.equal(stdout, expected, stderr);
  });

  it('verifies in PHP', function () {
    if (spawnSync('php', ['--version']).status !== 0) {
      this.skip();
    }
    const calls = `
[$body, $secret, $headers] = json_decode(stream_get_contents(STDIN));
foreach ($headers as $header) echo (int) isFromBitbucket($body, $header, $secret);
if (isFromBitbucket($body, null, $secret)) echo 'accepts nothing';
`;
    const script = write('verify.php', codeIn(page, 'php') + calls);
    const input = JSON.stringify([body, secret, headers.map(([header]) => header)]);
    const { stdout, stderr } = spawnSync('php', [script], { input, encoding: 'utf8' });
    assert.equal(stdout, expected, stderr);
  });

  it('verifies in Go', function () {
    if (spawnSync('go', ['version']).status !== 0) {
      this.skip();
    }
    const rows = headers.map(([header]) => JSON.stringify(header)).join(', ');
    write('go.mod', 'module webhook\n');
    write('verify.go', codeIn(page, 'go'));
    write(
      'verify_test.go',
      `package webhook
import ("fmt"; "testing")
func TestAll(t *testing.T) {
	said := ""
	for _, header := range []string{${rows}} {
		if IsFromBitbucket([]byte(${JSON.stringify(body)}), header, ${JSON.stringify(secret)}) { said += "1" } else { said += "0" }
	}
	if said != "${expected}" { t.Fatal(fmt.Sprint(said)) }
}
`,
    );
    const { status, stdout } = spawnSync('go', ['test', './...'], { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 0, stdout);
  });
});
