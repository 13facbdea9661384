import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sign } from '../../../src/deliveries/wire/signature';
import { verify } from '../../../src/deliveries/wire/verify';

interface Written {
  readonly writer: string;
  /** With which settings. */
  readonly how: string;
  readonly text: string;
}

/** What Python 3.11, PHP 8.2 and Go 1.19 have made of a text, with all that they write differently. */
const recorded = JSON.parse(readFileSync('test/unit/deliveries/writtenJson.json', 'utf8')) as {
  readonly source: string;
  readonly written: readonly Written[];
};
const secret = 'a secret';

/** What is said of a body whose signature is that of another text. */
async function changesOf(body: string, signed: string): Promise<string> {
  const verdict = await verify(Buffer.from(body), await sign(Buffer.from(signed), secret), secret);
  return verdict.kind === 'nearly' ? verdict.body.join(' ') : verdict.kind;
}

const lines = 'import json, sys\nfor line in sys.stdin:\n    ';
/** Programs that read a JSON text a line, and write it anew a line. */
const programs: [language: string, command: string, args: (folder: string) => string[]][] = [
  ['python', 'python3', () => ['-c', `${lines}print(json.dumps(json.loads(line)))`]],
  [
    'python',
    'python3',
    () => ['-c', `${lines}print(json.dumps(json.loads(line), ensure_ascii=False, sort_keys=True))`],
  ],
  ['php', 'php', () => ['-r', 'while (($line = fgets(STDIN)) !== false) echo json_encode(json_decode($line)), "\\n";']],
  [
    'go',
    'go',
    (folder) => {
      const read =
        'for scanner.Scan() { var value any; json.Unmarshal(scanner.Bytes(), &value); text, _ := json.Marshal(value); fmt.Println(string(text)) }';
      const main = `package main\nimport ("bufio"; "encoding/json"; "fmt"; "os")\nfunc main() { scanner := bufio.NewScanner(os.Stdin); ${read} }\n`;
      writeFileSync(join(folder, 'main.go'), main);
      return ['run', join(folder, 'main.go')];
    },
  ],
];

describe('Verifying JSON that was written anew', () => {
  for (const { writer, how, text } of recorded.written) {
    it(`tells ${writer} (${how})`, async () => {
      const expected = text.endsWith('\n') ? `${writer} withLastNewline` : writer;
      assert.equal(await changesOf(recorded.source, text), expected);
    });
  }

  for (const [index, [language, command, argumentsIn]] of programs.entries()) {
    it(`tells what ${language} here makes of any JSON, by program ${index + 1}`, async function () {
      const folder = mkdtempSync(join(tmpdir(), 'written-'));
      try {
        // No doubled keys of JavaScript's making, and nothing that only some versions of a language escape.
        const text = fc
          .string({ unit: 'grapheme', maxLength: 8 })
          .filter((value) => !/[\b\f\ud800-\udfff]/.test(value));
        const value = fc.letrec((tie) => ({
          any: fc.oneof(
            { maxDepth: 3 },
            fc.constantFrom('1.0', '0.10', '-0.0', '12345678901234567890', '1e3', 'true', 'null', '"a/b"', '"é<"'),
            fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
            fc.maxSafeInteger().map(String),
            text.map((each) => JSON.stringify(each)),
            fc.array(tie('any'), { maxLength: 4 }).map((items) => `[${items.join(', ')}]`),
            fc
              .array(
                fc.tuple(
                  text.map((key) => JSON.stringify(`k${key}`)),
                  tie('any'),
                ),
                { minLength: 1, maxLength: 4 },
              )
              .map((entries) => `{ ${entries.map(([key, item]) => `${key} : ${String(item)}`).join(' , ')} }`),
          ),
        })).any;
        const bodies = fc.sample(value, 200);
        const { stdout, status } = spawnSync(command, argumentsIn(folder), {
          input: `${bodies.join('\n')}\n`,
          encoding: 'utf8',
        });
        if (status !== 0) {
          this.skip();
        }
        const written = stdout.split('\n').slice(0, -1);
        assert.equal(written.length, bodies.length);
        for (const [at, body] of bodies.entries()) {
          const changes = await changesOf(body, written[at] ?? '');
          assert.ok(!['differs', 'malformed'].includes(changes), `${body}\n${written[at] ?? ''}`);
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }

  it('tells the text before it was written anew', async () => {
    const signed = '{"a":{"ü":"x/y"},"b":[1,2.5]}';
    for (const body of [
      '{"a": {"\\u00fc": "x/y"}, "b": [1, 2.5]}',
      '{"a":{"\\u00fc":"x\\/y"},"b":[1,2.5]}',
      JSON.stringify(JSON.parse(signed), undefined, 2),
    ]) {
      assert.equal(await changesOf(body, signed), 'onOneLine');
    }
    // As it is sent from an editor, and as a handler then has it.
    const sample = JSON.stringify(JSON.parse(signed), undefined, 2);
    assert.equal(await changesOf(signed, sample), 'onManyLines');
    assert.equal(await changesOf(signed, `${sample}\n`), 'onManyLines withLastNewline');
  });
});
