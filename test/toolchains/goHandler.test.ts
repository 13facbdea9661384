import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { payloads } from '../../src/events/payloads';
import { payloadTypeName } from '../../src/payloads/library/selectTypes';
import { writeChoices } from '../unit/handlers/otherLanguages';
import { answersDeliveries, run, Served } from './served';

describe('A generated handler: Go net/http', () => {
  let root = '';
  let served: Served | undefined;
  before(async function () {
    const version = await run('go', ['version']).then(({ stdout }) => stdout, String);
    const [, minor = '0'] = /go1\.(\d+)/.exec(version) ?? [];
    if (Number(minor) < 22) {
      console.log(`      skipped: no Go 1.22 or later (${version.trim()})`);
      this.skip();
    }
    root = await writeChoices('go', 'testdata');
    writeRoundTrip(root);
    writeFileSync(join(root, 'internal', 'bitbucket', 'panic_test.go'), panicTest);
    // Once for all: the server, the test and the round trip have the same packages.
    await run('go', ['build', '-o', 'bin/', '.', './roundtrip'], { cwd: root });
    served = await Served.start([join(root, 'bin', 'bitbucket-webhooks')], root);
  });
  after(() => served?.stop());

  answersDeliveries(() => served ?? assert.fail());

  it('does not start without a secret', async () => {
    const other = await Served.start([join(root, 'bin', 'bitbucket-webhooks')], root, '');
    assert.ok(other.isGone);
    assert.match(other.log, /set BITBUCKET_WEBHOOK_SECRET/);
  });

  it('passes its own tests with every variant, and survives a panic', async () => {
    // Vet is a test of its own.
    const { stdout } = await run('go', ['test', '-vet=off', './internal/...'], { cwd: root });
    assert.match(stdout, /^ok /m);
  });

  it('gives go vet no reason to complain', async () => {
    const { stderr } = await run('go', ['vet', './...'], { cwd: root });
    assert.equal(stderr, '');
  });

  it('is formatted as gofmt would', async () => {
    const { stdout } = await run('gofmt', ['-l', '.'], { cwd: root });
    assert.equal(stdout, '');
  });

  it('has types that every sample comes out of again, with nothing lost', async () => {
    const sent = bodies.map(([, body]) => body);
    const running = run(join(root, 'bin', 'roundtrip'), { maxBuffer: 16 * 1024 * 1024 });
    running.child.stdin?.end(JSON.stringify(sent));
    const received = JSON.parse((await running).stdout) as unknown[];
    sent.forEach((body, index) => {
      assert.deepEqual(withoutAddedNulls(received[index], body), body, bodies[index]?.[0]);
    });
  });
});

const bodies = [...payloads].flatMap(([key, { variants }]) =>
  variants.map(({ body }) => [payloadTypeName(key), body] as const),
);

const panicTest = `package bitbucket

import (
	"context"
	"testing"
)

func TestSurvivesAPanic(t *testing.T) {
	failing := func(context.Context, []byte) error { panic("on purpose") }
	if err := run(context.Background(), failing, nil); err == nil {
		t.Error("there should be an error")
	}
}
`;

/** A program that decodes bodies into their types and encodes them again. */
function writeRoundTrip(root: string): void {
  mkdirSync(join(root, 'roundtrip'));
  writeFileSync(
    join(root, 'roundtrip', 'main.go'),
    `package main

import (
	"encoding/json"
	"log"
	"os"

	"example.com/bitbucket-webhooks/internal/bitbucket"
)

func main() {
	values := []any{
${bodies.map(([type]) => `\t\t&bitbucket.${type}{},\n`).join('')}	}
	if err := json.NewDecoder(os.Stdin).Decode(&values); err != nil {
		log.Fatal(err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(values); err != nil {
		log.Fatal(err)
	}
}
`,
  );
}

/** What came out, without what is null there and was missing: so Go before 1.24 writes lists that aren't there. */
function withoutAddedNulls(value: unknown, before: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(before)) {
    return value.map((each, index) => withoutAddedNulls(each, before[index]));
  }
  if (typeof value !== 'object' || value === null || typeof before !== 'object' || before === null) {
    return value;
  }
  const known = before as Record<string, unknown>;
  const entries = Object.entries(value).filter(([name, each]) => each !== null || name in known);
  return Object.fromEntries(entries.map(([name, each]) => [name, withoutAddedNulls(each, known[name])]));
}
