import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CatalogCache } from '../../src/catalog/catalogCache';
import { diskFolder } from '../support/diskFolder';
import { versionOf, writtenApi, writtenNames } from './cacheVersions';

const kills = 100;
const writer = join(import.meta.dirname, 'cacheWriter.mjs');

describe('The cache on disk', () => {
  let folder = '';
  const logged: string[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bwe-cache-'));
    logged.length = 0;
  });
  afterEach(() => rm(folder, { recursive: true }));

  function start(name: string, writes: number, into = folder): ChildProcess & { stdout: NodeJS.ReadableStream } {
    return spawn(process.execPath, [writer, into, name, String(writes)], { stdio: ['ignore', 'pipe', 'inherit'] });
  }

  async function readVersions(from = folder): Promise<Record<string, number>> {
    const log = (message: string) => logged.push(message);
    const cached = await new CatalogCache(diskFolder(from), { debug: log, info: log, warn: log }).read(writtenApi);
    const lists = cached?.subjectTypes.flatMap(({ name, list }) => (list ? [[name, versionOf(list.events)]] : []));
    return Object.fromEntries(lists ?? []) as Record<string, number>;
  }

  it(`has the old list or the new one, whole, after each of ${kills} kills in the middle of a write`, async () => {
    // Each kill comes after so many pieces of files (seven to a file), wherever the process then is.
    const killOne = async (number: number) => {
      const own = join(folder, String(number));
      const child = start('a', 1000, own);
      let output = '';
      for await (const chunk of child.stdout) {
        output += String(chunk);
        if (output.replace(/[^.]/g, '').length > number / 2) {
          child.kill('SIGKILL');
        }
      }
      const kept = Number(output.split('\n').at(-2)?.replaceAll('.', '') ?? 0);
      const { a = 0 } = await readVersions(own);
      // What it had no time to say may be kept as well.
      assert.ok(a >= kept, `${a} after ${kept}`);
    };
    const numbers = Array.from({ length: kills }, (_, number) => number);
    const killSome = async () => {
      for (let number = numbers.pop(); number !== undefined; number = numbers.pop()) {
        await killOne(number);
      }
    };
    await Promise.all([killSome(), killSome(), killSome()]);
    const broken = logged.filter((line) => line.includes('passed over')).length;
    console.log(`      ${broken} of the ${kills} left half a file`);
    assert.ok(broken > 0, 'no kill came in the middle');
  });

  it('is whole at any time while four processes write, and has the last list of each in the end', async () => {
    const writes = 20;
    const children = writtenNames.map((name) => start(name, writes));
    children.forEach((child) => child.stdout.resume());
    const state = { isRunning: true };
    const ended = Promise.all(children.map((child) => once(child, 'exit'))).then(() => (state.isRunning = false));
    const best: Record<string, number> = {};
    while (state.isRunning) {
      const versions = await readVersions();
      for (const name of Object.keys(best)) {
        assert.ok((versions[name] ?? 0) >= (best[name] ?? 0), `${name}: ${versions[name]} after ${best[name]}`);
      }
      Object.assign(best, versions);
    }
    await ended;
    assert.deepEqual(await readVersions(), Object.fromEntries(writtenNames.map((name) => [name, writes])));
  });
});
