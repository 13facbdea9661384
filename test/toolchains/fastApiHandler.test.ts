import assert from 'node:assert/strict';
import { payloads } from '../../src/events/payloads';
import { payloadTypeName } from '../../src/payloads/library/selectTypes';
import { choices } from '../unit/handlers/generated';
import { writeChoices } from '../unit/handlers/otherLanguages';
import { answersDeliveries, run, Served } from './served';

const server = ['python3', '-m', 'uvicorn', 'main:app', '--port', '$PORT'] as const;

describe('A generated handler: FastAPI', () => {
  let root = '';
  let served: Served | undefined;
  before(async function () {
    const missing = await run('python3', ['-c', 'import fastapi, httpx, pytest, uvicorn']).catch(String);
    if (typeof missing === 'string') {
      console.log(
        `      skipped: no python3 with fastapi, httpx, pytest and uvicorn (${missing.trim().split('\n').at(-1)})`,
      );
      this.skip();
    }
    root = await writeChoices('fastapi', 'samples');
    served = await Served.start([...server], root);
  });
  after(() => served?.stop());

  answersDeliveries(() => served ?? assert.fail());

  it('does not start without a secret', async () => {
    const other = await Served.start([...server], root, '');
    assert.ok(other.isGone);
    assert.match(other.log, /Set BITBUCKET_WEBHOOK_SECRET/);
  });

  it('passes its own test with every variant, and with an event that nobody has published', async () => {
    const { stdout } = await run('python3', ['-m', 'pytest', '-q', '-p', 'no:cacheprovider'], { cwd: root });
    const variants = [...payloads.values()].flatMap((payload) => payload.variants).length;
    assert.match(stdout, new RegExp(`^${variants + choiceTests} passed`, 'm'));
  });

  it('has types that every sample fits, with nothing that they don’t name', async () => {
    const bodies = [...payloads].flatMap(([key, { variants }]) =>
      variants.map(({ body }) => [payloadTypeName(key), body] as const),
    );
    // Python before 3.12 has no other TypedDict that pydantic takes.
    const program = `
import json, sys, typing, typing_extensions
typing.TypedDict = typing_extensions.TypedDict
from pydantic import TypeAdapter
from bitbucket import payloads
print(json.dumps([
    TypeAdapter(getattr(payloads, name)).dump_python(
        TypeAdapter(getattr(payloads, name)).validate_python(body, strict=True), warnings="error"
    )
    for name, body in json.load(sys.stdin)
]))`;
    const running = run('python3', ['-c', program], { cwd: root, maxBuffer: 16 * 1024 * 1024 });
    running.child.stdin?.end(JSON.stringify(bodies));
    const { stdout } = await running;
    assert.deepEqual(
      JSON.parse(stdout),
      bodies.map(([, body]) => body),
    );
  });

  it('gives Ruff no reason to complain and nothing to format', async function () {
    if (!(await run('ruff', ['--version']).catch(() => undefined))) {
      console.log('      skipped: no ruff');
      this.skip();
    }
    for (const args of [
      ['check', '--isolated', '--no-cache', '.'],
      ['check', '--isolated', '--no-cache', '--select', 'B,I,RUF,SIM,UP', '.'],
      ['format', '--isolated', '--no-cache', '--check', '.'],
    ]) {
      const complaint = await run('ruff', args, { cwd: root }).then(
        () => '',
        (error: unknown) => (error as { stdout: string }).stdout,
      );
      assert.equal(complaint, '');
    }
  });
});

/** The tests of the choices that aren't of a sample beside those of all events, and the others' own. */
const refusals = 5;
const choiceTests = Object.entries(choices)
  .map(([name, keys]) => {
    const published = keys.filter((key) => (payloads.get(key)?.variants.length ?? 0) > 0).length;
    return refusals + keys.length - (name === 'all' ? published : 0);
  })
  .reduce((sum, count) => sum + count, 0);
