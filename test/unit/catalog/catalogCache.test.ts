import assert from 'node:assert/strict';
import { CatalogCache } from '../../../src/catalog/catalogCache';
import type { CachedCatalog } from '../../../src/catalog/storedList';
import { MemoryFolder } from '../../support/memoryFolder';

const api = 'https://api.example.org/2.0';
const now = Date.UTC(2026, 10, 23);

function catalogOf(versions: Record<string, [label: string, date: number] | undefined>, date = now): CachedCatalog {
  return {
    date,
    subjectTypes: Object.entries(versions).map(([name, version]) => ({
      name,
      eventsUrl: `${api}/hook_events/${name}`,
      list: version && {
        events: [{ key: 'repo:push', category: '', label: version[0], description: '' }],
        date: version[1],
      },
    })),
  };
}

describe('CatalogCache', () => {
  let folder: MemoryFolder;
  let logged: string[];

  beforeEach(() => {
    folder = new MemoryFolder();
    logged = [];
  });

  function open(time = now) {
    const log = (message: string) => logged.push(message);
    return new CatalogCache(folder, { debug: log, info: log, warn: log }, () => time);
  }

  const onlyFile = () => [...folder.files][0] ?? assert.fail('no file');

  it('gives back what was kept, and keeps one file', async () => {
    const catalog = catalogOf({ repository: ['1', now - 5], workspace: undefined });
    const cache = open();
    await Promise.all([
      cache.write(api, catalogOf({ repository: ['0', now - 9] }, now - 9)),
      cache.write(api, catalog),
    ]);
    assert.deepEqual(await open().read(api), catalog);
    assert.equal(folder.files.size, 1);
    assert.deepEqual(logged, []);
  });

  it('keeps the newer list of each subject type, whichever window it comes from', async () => {
    await open().write(api, catalogOf({ repository: ['old', now - 9], workspace: ['new', now - 1] }));
    await open().write(api, catalogOf({ repository: ['new', now - 2], workspace: ['old', now - 8] }));
    const expected = catalogOf({ repository: ['new', now - 2], workspace: ['new', now - 1] });
    assert.deepEqual(await open().read(api), expected);
  });

  it('shows an API nothing of another one, and leaves that its files', async () => {
    const others = ['https://api.example.org/2_0', 'https://api.example.org/2.0/x', 'https://api-example.org/2.0'];
    for (const other of others) {
      await open().write(other, catalogOf({ repository: [other, now] }));
    }
    assert.equal(await open().read(api), undefined);
    await open().write(api, catalogOf({ repository: ['mine', now] }));
    for (const other of others) {
      const [label] = (await open().read(other))?.subjectTypes.map(({ list }) => list?.events[0]?.label) ?? [];
      assert.equal(label, other);
    }
  });

  const brokenFiles: [string, (text: string) => string][] = [
    ['empty', () => ''],
    ['cut', (text) => text.slice(0, -20)],
    ['no JSON', () => '<html>'],
    ['null', () => 'null'],
    ['of an older format', (text) => text.replace('"format":1', '"format":0')],
    ['of a newer format', (text) => text.replace('"format":1', '"format":2')],
    ['of another API', (text) => text.replace('api.example', 'api-example')],
    ['without subject types', (text) => text.replace('subjectTypes', 'x')],
    ['with a list that is none', (text) => text.replace(/"events":\[.*?\]/, '"events":{}')],
    ['with a key that is a number', (text) => text.replace('"repo:push"', '5')],
    ['with the same event twice', (text) => text.replace(/(\{"key".*?\})/, '$1,$1')],
    ['of a clock that was wrong', (text) => text.replaceAll(String(now), String(now + 1))],
    ['with a date that is none', (text) => text.replaceAll(String(now), '1e999')],
  ];
  for (const [what, damage] of brokenFiles) {
    it(`drops a file that is ${what}, with a line in the log`, async () => {
      await open().write(api, catalogOf({ repository: ['1', now] }));
      const [name, text] = onlyFile();
      const damaged = damage(text);
      assert.notEqual(damaged, text);
      folder.files.set(name, damaged);
      assert.equal(await open().read(api), undefined);
      assert.equal(logged.length, 1);
      assert.ok(logged[0]?.includes(name), logged[0]);
      // The next list is kept beside it, and wins.
      const next = catalogOf({ repository: ['2', now] });
      await open().write(api, next);
      assert.deepEqual(await open().read(api), next);
    });
  }

  it('removes broken files when they are older than any write takes', async () => {
    await open().write(api, catalogOf({ repository: ['1', now] }));
    const [name] = onlyFile();
    folder.files.set(name, 'half');
    await open(now + 1000).write(api, catalogOf({ repository: ['2', now] }));
    assert.ok(folder.files.has(name), 'another window may be writing it');
    await open(now + 100_000).write(api, catalogOf({ repository: ['3', now] }));
    assert.ok(!folder.files.has(name));
    assert.equal(folder.files.size, 1);
  });

  it('removes no file that it could not read, however old it is', async () => {
    await open().write(api, catalogOf({ repository: ['1', now] }));
    const [name] = onlyFile();
    folder.read = () => Promise.reject(new Error('busy'));
    await open(now + 100_000).write(api, catalogOf({ repository: ['2', now] }));
    assert.ok(folder.files.has(name));
  });

  it('looks again where another window replaces the file that it is about to read', async () => {
    await open().write(api, catalogOf({ repository: ['1', now - 9] }));
    const read = folder.read.bind(folder);
    folder.read = async (wanted) => {
      folder.read = read;
      await open().write(api, catalogOf({ repository: ['2', now] }));
      return read(wanted);
    };
    const cached = await open().read(api);
    assert.equal(cached?.subjectTypes[0]?.list?.events[0]?.label, '2');
  });

  for (const method of ['list', 'read', 'write', 'delete'] as const) {
    it(`does without a folder whose ${method} fails, and says so in the log`, async () => {
      await open().write(api, catalogOf({ repository: ['1', now - 9] }));
      Object.assign(folder, { [method]: () => Promise.reject(new Error(`no ${method}`)) });
      const cache = open();
      await cache.write(api, catalogOf({ repository: ['2', now] }));
      await cache.read(api);
      assert.ok(logged.some((line) => line.includes(`no ${method}`)));
    });
  }
});
