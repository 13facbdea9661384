import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { HookEventsServer } from '../server/hookEventsServer';
import { manyRows, type Scenario } from '../server/scenario';
import { createCatalog, createClient } from '../support/createCatalog';
import { browse } from './browse';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const megabyte = 1_000_000;

/**
 * The bound: of one answer the client holds at most 5 MB as text (10 MB where it isn't Latin-1), and what JSON.parse
 * makes of it; of each event that is kept at most 1.5 thousand characters, and of each subject type at most 20 thousand
 * events. So while it loads the heap grows by a few answers at most, whatever the server sends, and afterwards holds
 * only what is kept. (The server runs in this process too, and sends in chunks of 64 kB.)
 */
describe('Memory', () => {
  const server = new HookEventsServer();
  let scenarios = 0;

  before(() => server.start());
  after(() => server.stop());

  /** Browses, and returns how much more memory there was in use at the worst and afterwards. Megabytes. */
  async function grow(scenario: Partial<Scenario>) {
    const baseUrl = server.play(`memory${++scenarios}`, { subjectTypes: { repository: manyRows(45) }, ...scenario });
    const catalog = createCatalog({ baseUrl });
    collectGarbage();
    const before = inUse();
    let most = before;
    const timer = setInterval(() => (most = Math.max(most, inUse())), 1);
    const { lists } = await browse(catalog);
    clearInterval(timer);
    // What a broken connection had in hand goes when its last callbacks have run.
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
    const growth = { worst: (most - before) / megabyte, kept: (inUse() - before) / megabyte };
    console.log(
      `      ${lists['repository']}: ${growth.worst.toFixed(1)} MB at the worst, ${growth.kept.toFixed(1)} MB kept`,
    );
    // Whatever is kept is kept until here.
    assert.ok(catalog.listKnownEvents().length > 0);
    return { lists, ...growth };
  }

  for (const gzip of [false, true]) {
    it(`stays bounded for a body of 200 MB${gzip ? ' that comes as 200 kB' : ''}`, async () => {
      const body = '{"values": []}';
      const { lists, worst, kept } = await grow({
        faults: [{ on: '/repository', body, blanks: 200 * megabyte, gzip }],
      });
      assert.equal(lists['repository'], 'bundled, tooLarge');
      assert.ok(worst < 60, `${worst} MB`);
      assert.ok(kept < 20, `${kept} MB`);
    });
  }

  it('can be tidied up at any time without a timeout being lost', async () => {
    const baseUrl = server.play('tidied', { subjectTypes: {}, faults: [{ on: '', hold: true }] });
    const catalog = createCatalog({ baseUrl, client: createClient({ baseUrl, timeout: 100 }) });
    const loading = catalog.loadSubjectTypes();
    const timer = setInterval(collectGarbage, 10);
    await loading;
    clearInterval(timer);
    assert.equal(catalog.listSubjectTypes().fault?.fault.kind, 'timeout');
  });

  it('stays bounded for an endless list whose fields have a megabyte each', async () => {
    const label = 'x'.repeat(megabyte);
    const rows = Array.from({ length: 10 }, (_, n) => ({ event: `repo:n{n}_${n}`, ...(n === 0 ? { label } : {}) }));
    const body = JSON.stringify({ values: rows, next: '{base}/{n}?endless' });
    const { lists, worst, kept } = await grow({
      faults: [
        { on: '/repository', body },
        { on: '?endless', times: 100, body },
        { on: '?endless', status: 500 },
      ],
    });
    assert.equal(lists['repository'], '1010 live, HTTP 500');
    assert.ok(worst < 150, `${worst} MB`);
    assert.ok(kept < 20, `${kept} MB`);
  });
});

/** Bytes that the program holds, in V8's heap and outside of it. */
function inUse(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
