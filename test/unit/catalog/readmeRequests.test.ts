import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { bitbucketScenario } from '../../server/scenario';
import { CatalogStage, completeLoad, hour } from '../../support/catalogStage';

const readme = readFileSync('README.md', 'utf8');

/** Who uses events in the background is in `requests.test.ts` of the integration tests. */
describe('What the README says of requests', () => {
  let stage: CatalogStage;
  const minute = 60_000;

  beforeEach(async () => {
    stage = await CatalogStage.open();
  });
  afterEach(() => stage.close());

  /** A test that holds a sentence, as long as the README has it. */
  const holds = (sentence: string, test: () => Promise<void>) => {
    it(`holds: ${sentence}`, async () => {
      assert.ok(readme.includes(sentence), sentence);
      await test();
    });
  };

  /** Uses event keys each minute of some hours; returns the minutes in which requests went out, once for each. */
  async function use(hours: number): Promise<number[]> {
    const { catalog, idle } = stage.openWindow();
    const asked: number[] = [];
    for (let at = 0; at < hours * 60; at++) {
      const before = stage.requests.length;
      catalog.wake();
      await idle();
      asked.push(...stage.requests.slice(before).map(() => at));
      stage.now += minute;
    }
    return asked;
  }

  holds('`GET /2.0/hook_events` and `GET /2.0/hook_events/{subject_type}`', async () => {
    await use(1);
    assert.deepEqual(stage.requests, completeLoad);
    assert.ok(completeLoad.every((path) => /^\/hook_events(?:\/\w+)?(?:\?page=\d)?$/.test(path)));
  });

  holds('The same requests go out in the background, at most once a day', async () => {
    const asked = await use(49);
    assert.deepEqual(
      [...new Set(asked)].map((at) => Math.floor(at / 60 / 24)),
      [0, 1, 2],
    );
    assert.equal(asked.length, 3 * completeLoad.length);
  });

  holds(
    'the next try in the background waits a minute, then twice as long after each failure, up to an hour',
    async () => {
      stage.play({ faults: [{ on: '', status: 500 }] });
      const tries = await use(24);
      const pauses = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
      assert.deepEqual(pauses.slice(0, 8), [1, 2, 4, 8, 16, 32, 60, 60]);
      assert.equal(tries.length, 29);
    },
  );

  holds('each try is repeated twice at most, within 15 seconds', async () => {
    stage.play({ faults: [{ on: '', status: 503 }] });
    const tries = await use(1);
    assert.deepEqual(
      tries,
      [0, 1, 3, 7, 15, 31].flatMap((at) => [at, at, at]),
    );
  });

  holds(
    'Opening the view and expanding both subject types takes three; a list that is still fresh takes none.',
    async () => {
      stage.play(bitbucketScenario);
      const open = async () => {
        const { catalog, idle } = stage.openWindow();
        await catalog.loadSubjectTypes();
        const { names } = catalog.listSubjectTypes();
        for (const name of names) {
          await catalog.loadEvents(name);
        }
        await idle();
        return { catalog, idle, names };
      };
      const { catalog, idle, names } = await open();
      assert.deepEqual(names, ['repository', 'workspace']);
      assert.equal(stage.requests.length, 3);
      for (const name of names) {
        while (catalog.listEvents(name).hasMore) {
          await catalog.loadMoreEvents(name);
        }
      }
      await idle();
      const { length } = stage.requests;
      stage.now += 23 * hour;
      await open();
      assert.equal(stage.requests.length, length);
    },
  );

  holds('An older one is shown at once and renewed in the background. `0`: only when you refresh it.', async () => {
    await stage.fillCache();
    stage.now += 25 * hour;
    stage.interval = 0;
    const { catalog, idle } = stage.openWindow();
    catalog.wake();
    await catalog.loadSubjectTypes();
    await catalog.loadEvents('repository');
    await idle();
    assert.deepEqual(stage.requests, []);
    catalog.markStale();
    await catalog.loadSubjectTypes();
    assert.deepEqual(stage.requests, ['/hook_events']);
    stage.interval = 24 * hour;
    stage.play();
    const window = stage.openWindow();
    await window.catalog.ready();
    void window.catalog.loadSubjectTypes();
    assert.equal(window.catalog.listEvents('repository').events.length, 45);
    await window.idle();
    assert.deepEqual([...stage.requests].sort(), completeLoad);
  });
});
